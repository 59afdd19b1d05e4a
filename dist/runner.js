import * as __WEBPACK_EXTERNAL_MODULE__rolldown_runtime_js_e145cd65__ from "./rolldown-runtime.js";
import * as __WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__ from "./common.js";
import * as __WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__ from "./prove.js";
/******/ // The require scope
/******/ var __nccwpck_require__ = {};
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  a: () => (/* binding */ error),
  c: () => (/* binding */ isDebug),
  d: () => (/* binding */ warning),
  i: () => (/* binding */ debug),
  l: () => (/* binding */ notice),
  n: () => (/* binding */ parsePlacedList),
  o: () => (/* binding */ getInput),
  r: () => (/* binding */ recheck),
  s: () => (/* binding */ info),
  t: () => (/* binding */ runAction),
  u: () => (/* binding */ setSecret)
});

;// CONCATENATED MODULE: external "./rolldown-runtime.js"
var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
const external_rolldown_runtime_js_namespaceObject = x({ ["a"]: () => (__WEBPACK_EXTERNAL_MODULE__rolldown_runtime_js_e145cd65__.a) });
;// CONCATENATED MODULE: external "./common.js"
var external_common_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var external_common_js_y = (x) => (() => (x))
const external_common_js_namespaceObject = external_common_js_x({ ["$r"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.$r), ["A"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.A), ["D"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.D), ["Er"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Er), ["F"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.F), ["I"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.I), ["Ir"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Ir), ["M"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.M), ["Mr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Mr), ["O"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.O), ["P"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.P), ["Qr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Qr), ["T"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.T), ["Xr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Xr), ["Zr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Zr), ["ar"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.ar), ["dr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.dr), ["gn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.gn), ["jr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.jr), ["k"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.k), ["ln"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.ln), ["lr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.lr), ["qt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.qt), ["sr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.sr), ["w"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.w), ["xn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.xn) });
;// CONCATENATED MODULE: external "./prove.js"
var external_prove_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var external_prove_js_y = (x) => (() => (x))
const external_prove_js_namespaceObject = external_prove_js_x({ ["$t"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.$t), ["At"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.At), ["Gt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Gt), ["Lt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Lt), ["Qt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Qt), ["Rt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Rt), ["Wt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Wt), ["Xt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Xt), ["en"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.en), ["jt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.jt), ["qt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.qt), ["zt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.zt) });
;// CONCATENATED MODULE: ./.build/runner.js



// node_modules/@actions/core/lib/utils.js
var import__late_node_os = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.$r)(), 1);
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + import__late_node_os.EOL);
}
function issue(name, message = "") {
	issueCommand(name, {}, message);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
// node_modules/@actions/core/lib/file-command.js
var import__late_node_crypto = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.Qr)(), 1);
var import__late_node_fs = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.Zr)(), 1);
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!import__late_node_fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	import__late_node_fs.appendFileSync(filePath, `${toCommandValue(message)}${import__late_node_os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${import__late_node_crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${import__late_node_os.EOL}${convertedValue}${import__late_node_os.EOL}${delimiter}`;
}
// node_modules/@actions/core/lib/summary.js
var import__late_node_path = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.Xr)(), 1);
var __awaiter$1 = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = import__late_node_fs.promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter$1(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, import__late_node_fs.constants.R_OK | import__late_node_fs.constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(import__late_node_os.EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const summary = new Summary();
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Prepends inputPath to the PATH (for this action and future actions)
* @param inputPath
*/
function addPath(inputPath) {
	if (process.env["GITHUB_PATH"] || "") issueFileCommand("PATH", inputPath);
	else issueCommand("add-path", {}, inputPath);
	process.env["PATH"] = `${inputPath}${import__late_node_path.delimiter}${process.env["PATH"]}`;
}
/**
* Gets the value of an input.
* Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
* Returns an empty string if the value is not defined.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string
*/
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(import__late_node_os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Gets whether Actions Step Debug is on or not
*/
function isDebug() {
	return process.env["RUNNER_DEBUG"] === "1";
}
/**
* Writes debug message to user log
* @param message debug message
*/
function debug(message) {
	issueCommand("debug", {}, message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a notice issue
* @param message notice issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + import__late_node_os.EOL);
}
/**
* Begin an output group.
*
* Output until the next `groupEnd` will be foldable in this group
*
* @param name The name of the output group
*/
function startGroup(name) {
	issue("group", name);
}
/**
* End an output group.
*/
function endGroup() {
	issue("endgroup");
}
/**
* Saves state for current action, the state can only be retrieved by this action's post job execution.
*
* @param     name     name of the state to store
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function saveState(name, value) {
	if (process.env["GITHUB_STATE"] || "") return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
	issueCommand("save-state", { name }, toCommandValue(value));
}
// src/action/inputs.ts
/** Reads the inputs of a command, hides those that are secret, and notes those that are of other commands. */
function readWords(command) {
	const own = new Map((0,external_common_js_namespaceObject.F)(command, "action"));
	hideSecrets();
	const allowed = [...own.keys()];
	const beside = new Map(siblingsOf(command).flatMap((name) => (0,external_common_js_namespaceObject.F)(name, "action")));
	const isGiven = (name) => !["", beside.get(name)?.default].includes(getInput(name));
	const foreign = external_common_js_namespaceObject.M.filter((name) => !own.has(name) && isGiven(name));
	const spell = (name) => name;
	return {
		values: Object.fromEntries(allowed.map((name) => [name, getInput(name)])),
		positionals: [],
		faults: (0,external_common_js_namespaceObject.I)(foreign, {
			command,
			entry: "action",
			spell,
			allowed
		}),
		spell
	};
}
/** The commands that are done by the same action. */
function siblingsOf(command) {
	return (0,external_common_js_namespaceObject.P)("action").filter((name) => external_common_js_namespaceObject.A[name].action === external_common_js_namespaceObject.A[command].action);
}
/** Has the runner mask every secret, whichever command it was given to. */
function hideSecrets() {
	const names = Object.values(external_common_js_namespaceObject.A).flatMap(({ inputs }) => Object.entries(inputs.table)).filter(([, { isSecret }]) => isSecret).map(([name]) => name);
	for (const name of new Set(names)) hide(getInput(name));
}
/** The whole, and the part after its scheme, which is a secret by itself. */
function hide(authorization) {
	for (const secret of [authorization, authorization.slice(authorization.indexOf(" ") + 1)]) if (secret !== "") setSecret(secret);
}
// src/install/recheck.ts
var import_promises = (0,external_common_js_namespaceObject.Ir)();
/** Of `core.saveState`. */
const RECHECK_STATE = "recheck";
const digest = (0,external_prove_js_namespaceObject.qt)((0,external_prove_js_namespaceObject.$t)(), (0,external_prove_js_namespaceObject.Rt)((text) => (0,external_common_js_namespaceObject.dr)(text) !== void 0), (0,external_prove_js_namespaceObject.en)((text) => (0,external_common_js_namespaceObject.dr)(text)));
/** Permission bits; 0 where the system has none that count. */
const mode = (0,external_prove_js_namespaceObject.qt)((0,external_prove_js_namespaceObject.Wt)(), (0,external_prove_js_namespaceObject.Xt)());
const thingSchema = (0,external_prove_js_namespaceObject.Qt)({
	path: (0,external_prove_js_namespaceObject.$t)(),
	digest,
	mode
});
const placedSchema = (0,external_prove_js_namespaceObject.Qt)({
	name: (0,external_prove_js_namespaceObject.$t)(),
	/** A file, or an unpacked folder. */
	main: thingSchema,
	bundle: (0,external_prove_js_namespaceObject.zt)(thingSchema),
	/** The names in the folder that holds it. */
	folder: (0,external_prove_js_namespaceObject.Qt)({
		path: (0,external_prove_js_namespaceObject.$t)(),
		names: (0,external_prove_js_namespaceObject.Lt)((0,external_prove_js_namespaceObject.$t)()),
		mode
	})
});
/** Takes note of an artifact as it was placed just now; of its own file the digest is the one that was verified. */
async function notePlaced(artifact) {
	const { name, path, bundlePath, isUnpacked } = artifact;
	const folder = (0, import__late_node_path.dirname)(path);
	return {
		name,
		main: {
			path,
			digest: isUnpacked ? await digestOfTree(path) : artifact.digest,
			mode: await modeOf(path)
		},
		...bundlePath !== void 0 && { bundle: {
			path: bundlePath,
			digest: await (0,external_prove_js_namespaceObject.At)(bundlePath),
			mode: await modeOf(bundlePath)
		} },
		folder: {
			path: folder,
			names: (await (0, import_promises.readdir)(folder)).sort(),
			mode: await modeOf(folder)
		}
	};
}
/** The list of what was placed, for the runner's state. */
function formatPlacedList(placed) {
	return JSON.stringify(placed);
}
/** @throws if it is not what formatPlacedList wrote */
function parsePlacedList(text) {
	return (0,external_prove_js_namespaceObject.Gt)((0,external_prove_js_namespaceObject.Lt)(placedSchema), (0,external_common_js_namespaceObject.xn)(text));
}
/** @returns an error for each that changed, by INSTALL_DIGEST_CHANGED */
async function recheck(placed) {
	return (await Promise.all(placed.map(findChange))).filter((error) => error !== void 0);
}
async function findChange({ name, main, bundle, folder }) {
	const change = await findChangeOf(main) ?? (bundle && await findChangeOf(bundle)) ?? await findChangeAround(folder);
	if (change === void 0) return void 0;
	const { path, expected, actual } = change;
	return new external_common_js_namespaceObject.Er("INSTALL_DIGEST_CHANGED", `${name} changed after it was installed: ${path}`, {
		artifact: name,
		expected,
		actual,
		hint: "Find out which step of the job wrote to it, and do not trust what ran after that."
	});
}
async function findChangeOf({ path, digest: wanted, mode: wantedMode }) {
	try {
		const actual = (await (0, import_promises.lstat)(path)).isDirectory() ? await digestOfTree(path) : await (0,external_prove_js_namespaceObject.At)(path);
		if (!actual.equals(wanted)) return {
			path,
			expected: wanted.toString(),
			actual: actual.toString()
		};
		return findMode(path, wantedMode, await modeOf(path));
	} catch (cause) {
		return {
			path,
			expected: wanted.toString(),
			actual: (0,external_common_js_namespaceObject.jr)(cause)
		};
	}
}
/** A program more beside a tool is one that a later step may run in place of its own. */
async function findChangeAround({ path, names, mode: wanted }) {
	try {
		const stranger = (await (0, import_promises.readdir)(path)).find((each) => !names.includes(each));
		if (stranger !== void 0) return {
			path: (0, import__late_node_path.join)(path, stranger),
			expected: "nothing beside what was installed",
			actual: "a new name"
		};
		return findMode(path, wanted, await modeOf(path));
	} catch (cause) {
		return {
			path,
			expected: "the folder of what was installed",
			actual: (0,external_common_js_namespaceObject.jr)(cause)
		};
	}
}
function findMode(path, wanted, actual) {
	const toText = (bits) => `mode ${bits.toString(8)}`;
	return wanted === actual ? void 0 : {
		path,
		expected: toText(wanted),
		actual: toText(actual)
	};
}
async function modeOf(path) {
	return process.geteuid === void 0 ? 0 : (await (0, import_promises.lstat)(path)).mode & 4095;
}
/**
* SHA-256 over a line for everything in a folder, in the order of paths: its digest or link target, its path, and the
* mode of a file.
*/
async function digestOfTree(folder) {
	const paths = (await (0, import_promises.readdir)(folder, {
		recursive: true,
		withFileTypes: true
	})).map((entry) => ({
		entry,
		path: (0, import__late_node_path.join)(entry.parentPath, entry.name)
	}));
	const hash = (0, import__late_node_crypto.createHash)("sha256");
	for (const { entry, path } of paths.sort((a, b) => a.path < b.path ? -1 : 1)) {
		const name = path.slice(folder.length + 1).replaceAll(import__late_node_path.sep, "/");
		const what = entry.isSymbolicLink() ? [`link ${await (0, import_promises.readlink)(path)}`] : [entry.isDirectory() ? "folder" : (await (0,external_prove_js_namespaceObject.jt)(path)).sha256.hex, await modeOf(path)];
		hash.update(`${JSON.stringify([name, ...what])}\n`);
	}
	return new external_common_js_namespaceObject.lr(hash.digest());
}
// src/action/runner.ts
const STATE_FOLDER = ".verify-k8s-artifacts";
const platform = (0,external_common_js_namespaceObject.sr)(`${process.platform}/${process.arch}`);
/** As Kubernetes spells it; undefined where it builds nothing. */
const MACHINE = {
	pathDelimiter: import__late_node_path.delimiter,
	machine: platform && (0,external_common_js_namespaceObject.ar)(platform)
};
/** What a step runs in. */
function toSurroundings() {
	const temporaryRoot = process.env["RUNNER_TEMP"] || (0, import__late_node_os.tmpdir)();
	const print = (line) => {
		info(line);
	};
	return {
		machine: {
			platform: process.platform,
			arch: process.arch
		},
		temporaryRoot,
		cacheFolder: (0, import__late_node_path.join)(process.env["RUNNER_TOOL_CACHE"] || temporaryRoot, STATE_FOLDER),
		createInstaller: async () => {
			const { createToolCacheInstaller } = await import(/* webpackIgnore: true */ "./tool-cache.js");
			return createToolCacheInstaller(toolCacheFolder(), {
				temporaryRoot,
				notice: showNotice
			});
		},
		openSharedCache: () => openActionsCache(temporaryRoot),
		startProgress: () => Promise.resolve({
			onProgress: (0,external_common_js_namespaceObject.T)(print, Date.now),
			onCount: (0,external_common_js_namespaceObject.w)(print, Date.now),
			stop: () => void 0
		}),
		onWaiting: (host, waitedMs) => print((0,external_common_js_namespaceObject.D)(host, waitedMs)),
		onSecret: setSecret
	};
}
function showNotice(text) {
	notice((0,external_common_js_namespaceObject.ln)(text));
}
function toolCacheFolder() {
	const toolCache = process.env["RUNNER_TOOL_CACHE"];
	if (toolCache) return toolCache;
	throw new external_common_js_namespaceObject.Er("INSTALL_WRITE_FAILED", "RUNNER_TOOL_CACHE is not set, so there is no tool cache", { hint: "Run this as an action, or use the command line’s get, which places files in a folder." });
}
/**
* Events that run in the scope of the default branch, whose caches every other run reads, and that strangers can
* cause or feed: a workflow that handles one may have run their code. See docs/caching.md.
*/
const UNTRUSTED_EVENTS = [
	"pull_request_target",
	"workflow_run",
	"check_run",
	"check_suite",
	"status",
	"issue_comment",
	"issues",
	"discussion",
	"discussion_comment",
	"fork",
	"watch",
	"gollum"
];
async function openActionsCache(temporaryRoot) {
	const event = process.env["GITHUB_EVENT_NAME"] ?? "";
	const off = (reason) => {
		notice(`The Actions cache is off: ${reason}`);
	};
	if (UNTRUSTED_EVENTS.includes(event)) return off(`on ${event}, untrusted code could have written to it`);
	const { createActionsCache, isAvailable } = await import(/* webpackIgnore: true */ "./actions-cache.js");
	if (!isAvailable()) return off("this runner has no cache service");
	const warn = (message) => {
		warning((0,external_common_js_namespaceObject.ln)(message));
	};
	return createActionsCache({
		temporaryRoot,
		warn
	});
}
// src/action/publish.ts
/** Hands an ending to the runner. */
async function publish(ending) {
	process.exitCode = ending.exitCode;
	for (const [name, value] of Object.entries(ending.outputs(MACHINE))) setOutput(name, value);
	if (ending.rechecked.length > 0) saveState(RECHECK_STATE, formatPlacedList(await Promise.all(ending.rechecked.map(toPlaced))));
	print(ending);
	for (const folder of ending.pathFolders(MACHINE)) addPath(folder);
	if (ending.summary !== void 0 && process.env["GITHUB_STEP_SUMMARY"]) await summary.addRaw(ending.summary()).write();
}
function toPlaced({ kind, path, ...file }) {
	return notePlaced({
		...file,
		path,
		isUnpacked: kind === "tarball" && !path.endsWith(".gz")
	});
}
function print({ heading, blocks, prose, closing, written, notes, warnings, problems }) {
	for (const line of heading) info(line);
	for (const { title, tone, facts, lines } of blocks) {
		info(`${external_common_js_namespaceObject.qt[tone]} ${facts.join(" ")}`);
		if (lines.length === 0) continue;
		startGroup(title);
		for (const line of lines) info(line);
		endGroup();
	}
	for (const line of [...prose, ...closing]) info(line);
	for (const path of written) info(`wrote ${path}`);
	for (const note of notes) notice(note);
	for (const warning$1 of warnings) warning(warning$1);
	for (const { code, message, remedy } of problems) error(`${message}\n${remedy}`, { title: code });
}
// src/action/run-action.ts
/** Runs a command with the step's inputs. Never rejects: what went wrong is in the log, and the step has failed. */
async function runAction(command, run) {
	const over = (0,external_common_js_namespaceObject.k)(fail);
	await publish(await (0,external_common_js_namespaceObject.O)(() => run(readWords(command), toSurroundings()))).catch((thrown) => {
		fail(toPublishingError(thrown));
	});
	over();
}
/** What @actions/core says of a file of the runner's that is not there: no bug of ours. */
const NO_FILE = /^(?:Missing file at path|Unable to access summary file|Unable to find environment variable)/;
function toPublishingError(thrown) {
	const message = (0,external_common_js_namespaceObject.jr)(thrown);
	if (!NO_FILE.test(message)) return (0,external_common_js_namespaceObject.Mr)(thrown);
	return new external_common_js_namespaceObject.Er("INSTALL_WRITE_FAILED", `the runner's file cannot be written: ${message}`);
}
/** For what goes wrong once the ending is there: the first error is the run's, and its code the outputs'. */
function fail({ code, reason, message, hint, exitCode }) {
	error(`${(0,external_common_js_namespaceObject.ln)(message)}\n${(0,external_common_js_namespaceObject.ln)(hint)}`, { title: code });
	if (Number(process.exitCode ?? 0) !== 0) return;
	process.exitCode = exitCode;
	(0,external_common_js_namespaceObject.gn)(() => {
		setOutput("code", code);
		setOutput("reason", reason);
	});
}


var __webpack_exports__a = __webpack_exports__.a;
var __webpack_exports__c = __webpack_exports__.c;
var __webpack_exports__d = __webpack_exports__.d;
var __webpack_exports__i = __webpack_exports__.i;
var __webpack_exports__l = __webpack_exports__.l;
var __webpack_exports__n = __webpack_exports__.n;
var __webpack_exports__o = __webpack_exports__.o;
var __webpack_exports__r = __webpack_exports__.r;
var __webpack_exports__s = __webpack_exports__.s;
var __webpack_exports__t = __webpack_exports__.t;
var __webpack_exports__u = __webpack_exports__.u;
export { __webpack_exports__a as a, __webpack_exports__c as c, __webpack_exports__d as d, __webpack_exports__i as i, __webpack_exports__l as l, __webpack_exports__n as n, __webpack_exports__o as o, __webpack_exports__r as r, __webpack_exports__s as s, __webpack_exports__t as t, __webpack_exports__u as u };
