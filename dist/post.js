/******/ var __webpack_modules__ = ({

/***/ 10:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esmMin = (fn, res, err) => () => {
	if (err) throw err[0];
	try {
		return fn && (res = fn(fn = 0)), res;
	} catch (e) {
		throw err = [e], e;
	}
};
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __exportAll = (all, flags) => {
	let target = Object.setPrototypeOf({}, null);
	for (var name in all) __defProp(target, name, {
		get: all[name],
		enumerable: true
	});
	if (!(flags & 1)) __defProp(target, Symbol.toStringTag, { value: "Module" });
	return flags & 2 ? target : Object.preventExtensions(target);
};
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
		key = keys[i];
		if (!__hasOwnProp.call(to, key) && key !== except) __defProp(to, key, {
			get: ((k) => from[k]).bind(null, key),
			enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
		});
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));
// \0builtin:os
var require__builtin_os = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:os");
}));
// node_modules/@actions/core/lib/utils.js
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
	process.stdout.write(cmd.toString() + import__builtin_os$5.EOL);
}
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
var import__builtin_os$5, CMD_STRING, Command;
var init_command = __esmMin((() => {
	import__builtin_os$5 = /* @__PURE__ */ __toESM(require__builtin_os(), 1);
	CMD_STRING = "::";
	Command = class {
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
}));
// \0builtin:crypto
var require__builtin_crypto = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:crypto");
}));
// \0builtin:fs
var require__builtin_fs = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:fs");
}));
var init_file_command = __esmMin((() => {
	require__builtin_crypto();
	require__builtin_fs();
	require__builtin_os();
}));
// \0builtin:path
var require__builtin_path = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:path");
}));
// \0builtin:http
var require__builtin_http = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:http");
}));
// \0builtin:https
var require__builtin_https = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:https");
}));
// \0builtin:net
var require__builtin_net = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:net");
}));
// \0builtin:tls
var require__builtin_tls = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:tls");
}));
// \0builtin:events
var require__builtin_events = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:events");
}));
// \0builtin:assert
var require__builtin_assert = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:assert");
}));
// \0builtin:util
var require__builtin_util = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:util");
}));
// node_modules/tunnel/lib/tunnel.js
var require_tunnel$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	require__builtin_net();
	require__builtin_tls();
	var http = require__builtin_http();
	require__builtin_https();
	var events = require__builtin_events();
	require__builtin_assert();
	var util = require__builtin_util();
	function TunnelingAgent(options) {
		var self = this;
		self.options = options || {};
		self.proxyOptions = self.options.proxy || {};
		self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
		self.requests = [];
		self.sockets = [];
		self.on("free", function onFree(socket, host, port, localAddress) {
			var options = toOptions(host, port, localAddress);
			for (var i = 0, len = self.requests.length; i < len; ++i) {
				var pending = self.requests[i];
				if (pending.host === options.host && pending.port === options.port) {
					self.requests.splice(i, 1);
					pending.request.onSocket(socket);
					return;
				}
			}
			socket.destroy();
			self.removeSocket(socket);
		});
	}
	util.inherits(TunnelingAgent, events.EventEmitter);
	TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
		var self = this;
		var options = mergeOptions({ request: req }, self.options, toOptions(host, port, localAddress));
		if (self.sockets.length >= this.maxSockets) {
			self.requests.push(options);
			return;
		}
		self.createSocket(options, function(socket) {
			socket.on("free", onFree);
			socket.on("close", onCloseOrRemove);
			socket.on("agentRemove", onCloseOrRemove);
			req.onSocket(socket);
			function onFree() {
				self.emit("free", socket, options);
			}
			function onCloseOrRemove(err) {
				self.removeSocket(socket);
				socket.removeListener("free", onFree);
				socket.removeListener("close", onCloseOrRemove);
				socket.removeListener("agentRemove", onCloseOrRemove);
			}
		});
	};
	TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
		var self = this;
		var placeholder = {};
		self.sockets.push(placeholder);
		var connectOptions = mergeOptions({}, self.proxyOptions, {
			method: "CONNECT",
			path: options.host + ":" + options.port,
			agent: false,
			headers: { host: options.host + ":" + options.port }
		});
		if (options.localAddress) connectOptions.localAddress = options.localAddress;
		if (connectOptions.proxyAuth) {
			connectOptions.headers = connectOptions.headers || {};
			connectOptions.headers["Proxy-Authorization"] = "Basic " + new Buffer(connectOptions.proxyAuth).toString("base64");
		}
		debug("making CONNECT request");
		var connectReq = self.request(connectOptions);
		connectReq.useChunkedEncodingByDefault = false;
		connectReq.once("response", onResponse);
		connectReq.once("upgrade", onUpgrade);
		connectReq.once("connect", onConnect);
		connectReq.once("error", onError);
		connectReq.end();
		function onResponse(res) {
			res.upgrade = true;
		}
		function onUpgrade(res, socket, head) {
			process.nextTick(function() {
				onConnect(res, socket, head);
			});
		}
		function onConnect(res, socket, head) {
			connectReq.removeAllListeners();
			socket.removeAllListeners();
			if (res.statusCode !== 200) {
				debug("tunneling socket could not be established, statusCode=%d", res.statusCode);
				socket.destroy();
				var error = /* @__PURE__ */ new Error("tunneling socket could not be established, statusCode=" + res.statusCode);
				error.code = "ECONNRESET";
				options.request.emit("error", error);
				self.removeSocket(placeholder);
				return;
			}
			if (head.length > 0) {
				debug("got illegal response body from proxy");
				socket.destroy();
				var error = /* @__PURE__ */ new Error("got illegal response body from proxy");
				error.code = "ECONNRESET";
				options.request.emit("error", error);
				self.removeSocket(placeholder);
				return;
			}
			debug("tunneling connection has established");
			self.sockets[self.sockets.indexOf(placeholder)] = socket;
			return cb(socket);
		}
		function onError(cause) {
			connectReq.removeAllListeners();
			debug("tunneling socket could not be established, cause=%s\n", cause.message, cause.stack);
			var error = /* @__PURE__ */ new Error("tunneling socket could not be established, cause=" + cause.message);
			error.code = "ECONNRESET";
			options.request.emit("error", error);
			self.removeSocket(placeholder);
		}
	};
	TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
		var pos = this.sockets.indexOf(socket);
		if (pos === -1) return;
		this.sockets.splice(pos, 1);
		var pending = this.requests.shift();
		if (pending) this.createSocket(pending, function(socket) {
			pending.request.onSocket(socket);
		});
	};
	function toOptions(host, port, localAddress) {
		if (typeof host === "string") return {
			host,
			port,
			localAddress
		};
		return host;
	}
	function mergeOptions(target) {
		for (var i = 1, len = arguments.length; i < len; ++i) {
			var overrides = arguments[i];
			if (typeof overrides === "object") {
				var keys = Object.keys(overrides);
				for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
					var k = keys[j];
					if (overrides[k] !== void 0) target[k] = overrides[k];
				}
			}
		}
		return target;
	}
	var debug;
	if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) debug = function() {
		var args = Array.prototype.slice.call(arguments);
		if (typeof args[0] === "string") args[0] = "TUNNEL: " + args[0];
		else args.unshift("TUNNEL:");
		console.error.apply(console, args);
	};
	else debug = function() {};
}));
// node_modules/tunnel/index.js
var require_tunnel = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require_tunnel$1();
})), HttpCodes, Headers, MediaTypes;
var init_lib = __esmMin((() => {
	require__builtin_http();
	require__builtin_https();
	require_tunnel();
	(function(HttpCodes) {
		HttpCodes[HttpCodes["OK"] = 200] = "OK";
		HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
		HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
		HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
		HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
		HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
		HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
		HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
		HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
		HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
		HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
		HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
		HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
		HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
		HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
		HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
		HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
		HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
		HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
		HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
		HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
		HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
		HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
		HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
		HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
		HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
		HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
	})(HttpCodes || (HttpCodes = {}));
	(function(Headers) {
		Headers["Accept"] = "accept";
		Headers["ContentType"] = "content-type";
	})(Headers || (Headers = {}));
	(function(MediaTypes) {
		MediaTypes["ApplicationJson"] = "application/json";
	})(MediaTypes || (MediaTypes = {}));
	HttpCodes.MovedPermanently, HttpCodes.ResourceMoved, HttpCodes.SeeOther, HttpCodes.TemporaryRedirect, HttpCodes.PermanentRedirect;
	HttpCodes.BadGateway, HttpCodes.ServiceUnavailable, HttpCodes.GatewayTimeout;
}));
var init_auth = __esmMin((() => {}));
var init_oidc_utils = __esmMin((() => {
	init_lib();
	init_auth();
	init_core();
})), import__builtin_os$3, import__builtin_fs$4, __awaiter$6, access, appendFile, writeFile, SUMMARY_ENV_VAR, Summary;
var init_summary = __esmMin((() => {
	import__builtin_os$3 = /* @__PURE__ */ __toESM(require__builtin_os(), 1);
	import__builtin_fs$4 = /* @__PURE__ */ __toESM(require__builtin_fs(), 1);
	__awaiter$6 = function(thisArg, _arguments, P, generator) {
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
	({access, appendFile, writeFile} = import__builtin_fs$4.promises);
	SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
	Summary = class {
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
			return __awaiter$6(this, void 0, void 0, function* () {
				if (this._filePath) return this._filePath;
				const pathFromEnv = process.env[SUMMARY_ENV_VAR];
				if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
				try {
					yield access(pathFromEnv, import__builtin_fs$4.constants.R_OK | import__builtin_fs$4.constants.W_OK);
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
			return __awaiter$6(this, void 0, void 0, function* () {
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
			return __awaiter$6(this, void 0, void 0, function* () {
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
			return this.addRaw(import__builtin_os$3.EOL);
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
	new Summary();
}));
var init_path_utils = __esmMin((() => {
	require__builtin_path();
}));
// \0builtin:string_decoder
var require__builtin_string_decoder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:string_decoder");
})), require__builtin_child_process = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:child_process");
})), import__builtin_fs$3, chmod, copyFile, lstat$1, mkdir, open$2, readdir$1, rename, rm$1, rmdir, stat, symlink, unlink, init_io_util = __esmMin((() => {
	import__builtin_fs$3 = /* @__PURE__ */ __toESM(require__builtin_fs(), 1);
	require__builtin_path();
	({chmod, copyFile, lstat: lstat$1, mkdir, open: open$2, readdir: readdir$1, rename, rm: rm$1, rmdir, stat, symlink, unlink} = import__builtin_fs$3.promises);
	process.platform;
	import__builtin_fs$3.constants.O_RDONLY;
})), init_io = __esmMin((() => {
	require__builtin_assert();
	require__builtin_path();
	init_io_util();
})), require__builtin_timers = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:timers");
})), import__builtin_events;
var init_toolrunner = __esmMin((() => {
	require__builtin_os();
	import__builtin_events = /* @__PURE__ */ __toESM(require__builtin_events(), 1);
	require__builtin_child_process();
	require__builtin_path();
	init_io();
	init_io_util();
	require__builtin_timers();
	process.platform;
	import__builtin_events.EventEmitter;
	import__builtin_events.EventEmitter;
}));
var init_exec = __esmMin((() => {
	require__builtin_string_decoder();
	init_toolrunner();
})), import__builtin_os$1;
var init_platform = __esmMin((() => {
	import__builtin_os$1 = /* @__PURE__ */ __toESM(require__builtin_os(), 1);
	init_exec();
	import__builtin_os$1.default.platform();
	import__builtin_os$1.default.arch();
}));
// node_modules/@actions/core/lib/core.js
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + import__builtin_os.EOL);
}
var import__builtin_os, ExitCode;
var init_core = __esmMin((() => {
	init_command();
	init_file_command();
	import__builtin_os = /* @__PURE__ */ __toESM(require__builtin_os(), 1);
	require__builtin_path();
	init_oidc_utils();
	init_summary();
	init_path_utils();
	init_platform();
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
}));
// src/error-codes.ts
function entry(reason, meaning, remedy) {
	return {
		reason,
		exit: REASONS[reason],
		meaning,
		remedy
	};
}
function either(unjudged, meaning, remedy) {
	return {
		...entry("contradiction", meaning, remedy),
		unjudged
	};
}
/** What to do about an error of this code for this reason. */
function remedyOf(code, reason = ERRORS[code].reason) {
	const { remedy, unjudged } = ERRORS[code];
	return reason === "contradiction" ? remedy : unjudged?.remedy ?? remedy;
}
var REASONS, NEWER, STALE, ERRORS;
var init_error_codes = __esmMin((() => {
	REASONS = {
		contradiction: 1,
		request: 2,
		network: 3,
		unsigned: 3,
		"not-logged": 3,
		"not-published": 3,
		"predates-signing": 3,
		"too-new": 3,
		unreadable: 3,
		offline: 3,
		local: 3,
		incomplete: 3,
		internal: 70
	};
	NEWER = "Update this program, which does not know this form, or have it made in a form that it knows.";
	STALE = "Reach the TUF repository, or update this program: its trusted root is old and does not know who made this.";
	ERRORS = {
		INPUT_REQUIRED: entry("request", "A required input is missing.", "Give the input that is named."),
		INPUT_INVALID: entry("request", "An input has a value that is not allowed.", "Use one of the values that the message allows."),
		INPUT_CONFLICT: entry("request", "Two inputs exclude each other.", "Remove one of the inputs that are named."),
		INPUT_UNKNOWN: entry("request", "A flag or command is not known.", "Use the name that the message suggests, or see --help."),
		INPUT_UNKNOWN_ARTIFACT: entry("request", "An artifact is not in the catalogue.", "Use one of the names that the message allows."),
		INPUT_UNSUPPORTED_PLATFORM: entry("request", "The artifact is not built for this platform.", "Choose an os and arch that the message allows."),
		RELEASE_VERSION_INVALID: entry("request", "The version is not a Kubernetes version.", "Write it like v1.35.2, 1.35 or stable. In YAML put it between quotes: 1.30 without them is read as 1.3."),
		RELEASE_PREDATES_SIGNING: entry("predates-signing", "The release was made before Kubernetes signed its artifacts, so nothing can prove it.", "Use v1.26.0 or newer, or one of v1.22.17, v1.23.15, v1.24.9, v1.25.5 and their later patches."),
		RELEASE_CHANNEL_UNRESOLVED: entry("network", "The release channel could not be read, or its answer is not a version of that channel.", "Name an exact version, or try again when the release site answers."),
		RELEASE_TOO_NEW: entry("too-new", "What is asked for was signed less long ago than minimum-age asks for.", "Wait until it is old enough, ask for an older release, or lower minimum-age."),
		RELEASE_AGE_UNPROVEN: entry("not-logged", "The age of what is asked for is not proven: no log vouches for the time of its signature.", "Use evidence with a signed entry timestamp of the log, or leave minimum-age out."),
		VERSION_SKEW_UNSUPPORTED: entry("local", "What is proven is of a release that the version skew policy of Kubernetes does not allow beside the API servers.", "Use the newest release that fits: version skew: and the version of the API server finds it."),
		CLOCK_BEFORE_LOG_TIME: entry("local", "This machine's clock is before the time at which the log took a signature.", "Set this machine's clock, by which an age is measured."),
		RELEASE_ARTIFACT_NOT_PUBLISHED: entry("not-published", "The release site has no such artifact in this release.", "Check the version, the platform and the release-url."),
		RELEASE_IMAGES_UNKNOWN: entry("unreadable", "Which images kubeadm uses in this release is not known to this version of the program.", "Update the program, or name the images themselves: verify-k8s-artifacts image registry.k8s.io/etcd:TAG."),
		RELEASE_PAPER_MISSING: entry("not-published", "The release site has no such paper of this release.", "Nothing to do, unless you mirror releases: then mirror their papers too."),
		FETCH_NETWORK: entry("network", "The connection failed.", "Check the network and proxy settings, then run again."),
		FETCH_TIMEOUT: entry("network", "The server did not answer in time.", "Run again, wait longer for it (patience), or use a mirror that is nearer."),
		FETCH_HTTP_STATUS: entry("network", "The server answered with an error status.", "Look at what answers under the URL that is named: release-url and rekor-url end before /release/ and /api/v1/. If they do, it is a proxy or another service: correct the URL, or run again later."),
		FETCH_ANSWER_UNEXPECTED: entry("network", "A service answered with something that is not in its form: an HTML page, an empty or half answer, other JSON.", "Look at what answers there: often a proxy or a login page. Then run again."),
		FETCH_TOO_LARGE: entry("network", "The answer is larger than such a file may be.", "Look at what answers under the URL that is named: often a proxy, or another file under this name. Then run again."),
		FETCH_TRUNCATED: entry("network", "The body is shorter or longer than its Content-Length.", "Run again; if it stays, the server or a proxy on the way is broken."),
		FETCH_ENCODING_UNSUPPORTED: entry("network", "The server re-encoded the file although only its own bytes were asked for.", "Turn off compression for these files on the mirror or proxy."),
		FETCH_HOST_NOT_ALLOWED: entry("network", "The URL, or a redirect, leads where requests may not go.", "Name the server itself by an https URL (http is for this machine alone), or ask whoever runs the server why it leads there."),
		OFFLINE_MISS: entry("offline", "What is needed is not at hand, and offline nothing is asked for.", "Run it once without offline on this machine, with the same version, artifacts and platform."),
		TRUSTED_ROOT_UNAVAILABLE: entry("network", "The trusted root could not be read or fetched.", "Check access to the TUF repository, or set trusted-root to embedded or to a file."),
		TRUSTED_ROOT_MALFORMED: entry("unreadable", "The trusted root is not a complete TrustedRoot document.", "Use a trusted_root.json as Sigstore publishes it."),
		EVIDENCE_CHECKSUM_MISSING: entry("not-published", "The artifact has no published .sha256 file.", "Mirror the .sha256 file, which Kubernetes publishes beside every artifact, or use https://dl.k8s.io."),
		EVIDENCE_SIGNATURE_MISSING: entry("unsigned", "The artifact has no published signature.", "Mirror the .sig and the .cert, which Kubernetes publishes beside every artifact since v1.26, or use https://dl.k8s.io; an older release has none."),
		EVIDENCE_CERTIFICATE_MISSING: entry("unsigned", "The artifact has no published certificate.", "Mirror the .sig and the .cert, which Kubernetes publishes beside every artifact since v1.26, or use https://dl.k8s.io; an older release has none."),
		EVIDENCE_BUNDLE_MISSING: entry("unsigned", "There is no bundle where one was named.", "Check the path or URL of the bundle."),
		EVIDENCE_LOG_ENTRY_MISSING: entry("not-logged", "No transparency log entry for exactly this digest, signature and certificate is at hand.", "Check the rekor-url; give --log-entry when offline; if the public log has none, do not use the artifact."),
		EVIDENCE_UNREADABLE: entry("unreadable", "A piece of evidence cannot be read: it is not in its format, or in a form that this version does not know.", "Look at what the file or URL holds: an error page is often saved in place of a file. If it is a newer form, update this program."),
		DIGEST_MISMATCH: entry("contradiction", "The bytes do not have the digest that was published or pinned.", "Do not use the artifact. If you pinned the digest, compare the pin with the release notes; else fetch the artifact from https://dl.k8s.io itself and compare."),
		SIGNATURE_INVALID: either({
			reason: "unreadable",
			remedy: NEWER
		}, "The key in the certificate did not make this signature over this digest.", "Do not use the artifact. If the .sha256 file agrees with the bytes, the .sig and .cert were published from different signing runs: report it to the Kubernetes release engineers."),
		CERTIFICATE_UNTRUSTED: either({
			reason: "network",
			remedy: STALE
		}, "The certificate does not chain to a certificate authority of the trusted root.", "Do not use the artifact. Fetch it from https://dl.k8s.io itself; if it is signed under an authority of your own, name its trusted root."),
		CERTIFICATE_NOT_VALID_AT_LOG_TIME: either({
			reason: "not-logged",
			remedy: "Ask the public log itself (rekor-url: https://rekor.sigstore.dev), which gives a time that it signed."
		}, "The certificate was not valid when the log took the entry.", "Do not use the artifact. Somebody logged its signature at a time at which its key could no longer, or not yet, be used: fetch it from https://dl.k8s.io itself, and if it stays, report it to the Kubernetes release engineers."),
		CERTIFICATE_TIMESTAMP_INVALID: either({
			reason: "network",
			remedy: STALE
		}, "The signed certificate timestamp is missing or was not made by a trusted certificate transparency log.", "Do not use the artifact. Its certificate was never made public: fetch it from https://dl.k8s.io itself, or, for an authority of your own, name its trusted root."),
		IDENTITY_MISMATCH: entry("contradiction", "The certificate was issued to another identity than the one required.", "Do not use the artifact: fetch it from https://dl.k8s.io itself. If this is the signer that you expected, set certificate-identity."),
		ISSUER_MISMATCH: entry("contradiction", "Another OIDC issuer vouched for the signer than the one required.", "Do not use the artifact: fetch it from https://dl.k8s.io itself. If this is the issuer that you expected, set certificate-oidc-issuer."),
		LOG_ENTRY_MISMATCH: either({
			reason: "unreadable",
			remedy: NEWER
		}, "The log entry is not about this digest, signature and certificate.", "Do not use the artifact. Give the log entry that belongs to this signature, or none, so that the log is asked; behind a proxy for the log, check the rekor-url."),
		INCLUSION_PROOF_INVALID: entry("contradiction", "The inclusion proof does not lead to the signed tree head.", "Do not use the artifact. Ask the public log itself (rekor-url: https://rekor.sigstore.dev); if it stays, keep the report and tell the operators of the log."),
		CHECKPOINT_INVALID: either({
			reason: "network",
			remedy: STALE
		}, "The checkpoint was not signed by a trusted log, or is not for this proof.", "Do not use the artifact. Ask the public log itself (rekor-url: https://rekor.sigstore.dev), or, for a log of your own, name the trusted root with its key."),
		SIGNED_ENTRY_TIMESTAMP_INVALID: either({
			reason: "network",
			remedy: STALE
		}, "The signed entry timestamp was not made by a trusted log over this entry.", "Do not use the artifact. Ask the public log itself (rekor-url: https://rekor.sigstore.dev), or, for a log of your own, name the trusted root with its key."),
		SIGNED_TIMESTAMP_INVALID: either({
			reason: "unreadable",
			remedy: "Use the trusted root that names the timestamp authority."
		}, "A signed timestamp was not made by a trusted timestamp authority over this signature.", "Do not use the artifact. Its time was not given by the authority that it names: have it signed and timestamped again."),
		SUBJECT_MISMATCH: either({
			reason: "unreadable",
			remedy: NEWER
		}, "The signed statement is not about this digest.", "Do not use the artifact. Give the bundle that belongs to it; if this one was published beside it, ask whoever published it."),
		STATEMENT_NEGATIVE: entry("contradiction", "The signed statement says that the artifact did not pass.", "Do not use the artifact: its signer looked at it, and found it wanting. Ask the signer why, or use another version."),
		STATEMENT_TYPE_UNEXPECTED: entry("unreadable", "The signed statement is of a type that does not speak for the artifact by itself.", "Find out what such a statement says. If it is enough for you, name its type by --predicate-type."),
		LOG_INCLUSION_UNPROVEN: entry("not-logged", "The log entry came without an inclusion proof.", "Ask the public log itself (rekor-url: https://rekor.sigstore.dev), which gives the proof; a bundle without one has to be made anew."),
		LOG_INCONSISTENT: entry("contradiction", "The transparency log has signed two states of itself of which one cannot have grown out of the other: it shows different logs to different people, or at different times.", "Trust nothing that rests on this log. Keep both checkpoints, which prove it to anybody, and show them to the operators of the log and to others who watch it."),
		LOG_CONSISTENCY_UNPROVEN: entry("incomplete", "Nothing proves that the transparency log has only grown since it was last seen.", "Ask again later, and ask the public log itself (rekor-url: https://rekor.sigstore.dev). If it stays, compare the checkpoint file with that of somebody else."),
		LOG_CHECKPOINT_MALFORMED: entry("request", "The checkpoint file is not in its format, or cannot be read.", "Restore the checkpoint file; if you delete it, the log is seen for the first time again."),
		LOG_TIME_UNPROVEN: entry("not-logged", "The log entry came without a signed entry timestamp, so nothing proves when it was logged.", "Ask the public log itself (rekor-url: https://rekor.sigstore.dev), which gives the timestamp; a bundle without one has to be made anew."),
		INDEPENDENT_JUDGE_REFUSED: entry("contradiction", "Every check of ours passed, but @sigstore/verify, which is asked independently, refuses the evidence.", "Do not use the artifact, and please report it: one of the two is wrong."),
		RELEASE_BINDING_MISMATCH: entry("contradiction", "The release's signed SBOM does not list this digest under this path of this release.", "Do not use the artifact: it may be a validly signed file of another version, platform or name. Fetch it and its SBOM from https://dl.k8s.io itself; if it stays, report the release to the Kubernetes release engineers."),
		RELEASE_BINDING_UNAVAILABLE: entry("not-published", "The release's signed SBOM is not at hand, so nothing proves which version, platform and file the artifact is.", "Mirror kubernetes-release.spdx with its .sig, .cert and .sha256, or use https://dl.k8s.io. A release that has no SBOM needs release-binding off, which leaves that gap."),
		RELEASE_SBOM_REJECTED: entry("contradiction", "The release's SBOM is itself rejected, so what it lists proves nothing.", "Do not use the artifact. Fetch artifact and SBOM from https://dl.k8s.io itself; if the SBOM is rejected there too, report the release to the Kubernetes release engineers."),
		RELEASE_PAPER_REJECTED: entry("contradiction", "A signed paper of the release is itself rejected.", "Do not rely on the paper. Fetch it from https://dl.k8s.io itself; if it is rejected there too, report the release to the Kubernetes release engineers."),
		IMAGE_NOT_FOUND: entry("not-published", "The registry has no such image.", "Check the name, the tag and the registry."),
		IMAGE_SIGNATURE_MISSING: entry("unsigned", "No signature for exactly this image was found.", "Regional mirrors of registry.k8s.io have lacked signatures: try again from another network. An image of your own has to be signed with cosign first."),
		IMAGE_MANIFEST_MALFORMED: entry("unreadable", "A manifest is not in its format, or not within its bounds.", "Look at what the registry serves, or update this program if it is a newer form."),
		IMAGE_DIGEST_MISMATCH: entry("contradiction", "What the registry served does not have the digest it was asked for by.", "Do not use the image. Pull it from another network or registry, and tell whoever runs this one: it, or a proxy before it, is broken or lies."),
		IMAGE_PAYLOAD_MISMATCH: entry("contradiction", "What was signed is about another image.", "Do not use the image: its signature belongs to another one. Pull it from registry.k8s.io itself, or have it signed again."),
		IMAGE_NAME_MISMATCH: entry("contradiction", "What was signed is an image of another name: the registry answers for one image with another.", "Do not use the image, and ask whoever runs the registry. If it is renamed on purpose, ask for it by the name it was signed under."),
		IMAGE_NAME_UNBOUND: entry("incomplete", "The signature is over the digest of the image alone, and says no name: it fits whichever name the registry gives it.", "Compare the digest with one that you know, or have the image signed with its name."),
		CHECKSUM_SHA512_MISMATCH: entry("contradiction", "The artifact's .sha512 file names another digest than its bytes have.", "Do not use the artifact; report the release to the Kubernetes release engineers."),
		SHA256SUMS_MISMATCH: entry("contradiction", "The release's SHA256SUMS does not list the artifact with the digest of its bytes.", "Do not use the artifact; report the release to the Kubernetes release engineers."),
		SHA512SUMS_MISMATCH: entry("contradiction", "The release's SHA512SUMS does not list the artifact with the digest of its bytes.", "Do not use the artifact; report the release to the Kubernetes release engineers."),
		SBOM_FILE_MISMATCH: entry("contradiction", "The release's SBOM does not list the artifact with the digests of its bytes.", "Do not use the artifact; report the release to the Kubernetes release engineers."),
		PROVENANCE_SUBJECT_MISMATCH: entry("contradiction", "The release's provenance does not name the artifact with the digests of its bytes.", "Do not use the artifact; report the release to the Kubernetes release engineers."),
		PROVENANCE_BUILDER_MISMATCH: entry("contradiction", "The release's provenance names another builder than that of Kubernetes.", "Do not use the artifact; report the release to the Kubernetes release engineers."),
		PROVENANCE_SOURCE_MISMATCH: entry("contradiction", "The release's provenance does not name one commit of Kubernetes as the source.", "Do not use the artifact; report the release to the Kubernetes release engineers."),
		LOCK_MISSING: entry("request", "There is no lock file, or it cannot be read.", "Run once without frozen, which writes the lock file, and commit it."),
		LOCK_MISMATCH: entry("request", "A release in the lock file is not one that the version that is asked for can mean.", "Find out who changed the lock file, and restore it; or run once without frozen, and review the change."),
		LOCK_MALFORMED: entry("request", "The lock file is not in its format.", "Restore the lock file, or delete it and run once without frozen."),
		LOCK_INCOMPLETE: entry("request", "The lock file does not cover all that is asked for.", "Run once without frozen, and review the change of the lock file."),
		LOCK_ENTRY_MISMATCH: entry("contradiction", "An entry of the lock file says something else than the bundle in it.", "Find out who changed the lock file, and restore it."),
		LOCK_DIGEST_MOVED: entry("contradiction", "The artifact has another digest than the lock file says, although its version stood still.", "Do not use the artifact. Published releases do not change: find out who changed the site, the cache or the lock file."),
		LOCK_VERSION_BACKWARDS: entry("contradiction", "A release channel names an older release than the lock file says.", "Look at the channel file of the release-url; to go back on purpose, name the version."),
		SHARD_MISMATCH: entry("request", "The report of a shard is not one that this plan, this program and this policy lead to.", "Run the shard that is named again, with the plan and the inputs of the others."),
		AUDIT_INCOMPLETE: entry("incomplete", "Not everything that the audit was planned to look at was looked at.", "Run the shards that are missing again, then merge."),
		INSTALL_DIGEST_CHANGED: entry("contradiction", "The file changed between being verified and being installed.", "Find out who writes to the runner’s folders."),
		INSTALL_PATH_UNSAFE: entry("local", "The file would be installed outside its folder, or through a link.", "Check the tool cache or output folder."),
		INSTALL_ARCHIVE_REFUSED: either({
			reason: "unreadable",
			remedy: NEWER
		}, "The archive holds an entry that may not be unpacked.", "Do not unpack the archive; report the release to the Kubernetes release engineers."),
		INSTALL_WRITE_FAILED: entry("local", "A file or folder on this machine could not be read or written as it has to be.", "Check space and permissions of the place that is named, and that it is a file or folder as it should be."),
		INTERNAL: entry("internal", "Our own bug; nothing was decided.", "Please report it with the log of the run.")
	};
}));
// src/errors.ts
function cut(text) {
	return text.length > MAX_MESSAGE_LENGTH ? `${text.slice(0, MAX_MESSAGE_LENGTH)}…` : text;
}
/** Any thrown value as a coded error; what was not coded is our own bug, but for what the file system refuses. */
function toCodedError(thrown) {
	if (thrown instanceof CodedError) return thrown;
	if (isRefusedByFileSystem(thrown)) return new InstallError("INSTALL_WRITE_FAILED", `this machine refuses it: ${thrown.message}`, { cause: thrown });
	const name = thrown instanceof Error ? thrown.name : typeof thrown;
	return new InternalError(`unexpected ${name}: ${messageOf(thrown)}`, { cause: thrown });
}
/** A system call on a path; Node's message names both. */
function isRefusedByFileSystem(thrown) {
	if (!(thrown instanceof Error)) return false;
	const { syscall, path } = thrown;
	return typeof syscall === "string" && typeof path === "string" && !syscall.startsWith("spawn");
}
/** The message of any thrown value. */
function messageOf(thrown) {
	return thrown instanceof Error ? thrown.message : String(thrown);
}
var MAX_MESSAGE_LENGTH, CodedError, DISK_REMEDIES, InstallError, InternalError;
var init_errors = __esmMin((() => {
	init_error_codes();
	MAX_MESSAGE_LENGTH = 4096;
	CodedError = class extends Error {
		name = "CodedError";
		code;
		reason;
		hint;
		artifact;
		expected;
		actual;
		url;
		retryable;
		constructor(code, message, context = {}) {
			super(cut(message), context.cause === void 0 ? void 0 : { cause: context.cause });
			this.code = code;
			this.reason = context.reason ?? ERRORS[code].reason;
			this.hint = context.hint ?? remedyOf(code, this.reason);
			this.artifact = context.artifact;
			this.expected = context.expected && cut(context.expected);
			this.actual = context.actual && cut(context.actual);
			this.url = context.url;
			this.retryable = context.retryable ?? false;
		}
		/** The process exit code this error alone leads to. */
		get exitCode() {
			return REASONS[this.reason];
		}
	};
	DISK_REMEDIES = /* @__PURE__ */ new Map([
		["ENOSPC", "The disk is full: free space on it, or choose a folder on another disk."],
		["EDQUOT", "The quota on that disk is used up: free space there, or choose a folder on another disk."],
		["EROFS", "The disk is mounted read-only: mount it writable, or choose a folder on another disk."],
		["EMFILE", "The limit of open files is reached: raise it (ulimit -n), or ask for fewer artifacts at once."],
		["ENFILE", "The machine has no more open files to give: end what holds them, or raise its limit."]
	]);
	InstallError = class extends CodedError {
		name = "InstallError";
		constructor(code, message, context = {}) {
			const { code: systemCode } = context.cause ?? {};
			super(code, message, {
				...context,
				hint: context.hint ?? DISK_REMEDIES.get(systemCode)
			});
		}
	};
	InternalError = class extends CodedError {
		name = "InternalError";
		constructor(message, context) {
			super("INTERNAL", message, context);
		}
	};
}));
// \0builtin:fs/promises
var require_promises = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:fs/promises");
}));
// node_modules/valibot/dist/index.mjs
/**
* Returns the global configuration.
*
* @param config The config to merge.
*
* @returns The configuration.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalConfig(config$1) {
	if (!config$1 && !store$4) return DEFAULT_CONFIG;
	return {
		lang: config$1?.lang ?? store$4?.lang,
		message: config$1?.message,
		abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
		abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
	};
}
/**
* Returns a global error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalMessage(lang) {
	return store$3?.get(lang);
}
/**
* Returns a schema error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSchemaMessage(lang) {
	return store$2?.get(lang);
}
/**
* Returns a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSpecificMessage(reference, lang) {
	return store$1?.get(reference)?.get(lang);
}
/**
* Stringifies an unknown input to a literal or type string.
*
* @param input The unknown input.
*
* @returns A literal or type string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _stringify(input) {
	const type = typeof input;
	if (type === "string") return `"${input}"`;
	if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
	if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
	return type;
}
/**
* Adds an issue to the dataset.
*
* @param context The issue context.
* @param label The issue label.
* @param dataset The input dataset.
* @param config The configuration.
* @param other The optional props.
*
* @internal
*/
function _addIssue(context, label, dataset, config$1, other) {
	const input = other && "input" in other ? other.input : dataset.value;
	const expected = other?.expected ?? context.expects ?? null;
	const received = other?.received ?? /* @__PURE__ */ _stringify(input);
	const issue = {
		kind: context.kind,
		type: context.type,
		input,
		expected,
		received,
		message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
		requirement: context.requirement,
		path: other?.path,
		issues: other?.issues,
		lang: config$1.lang,
		abortEarly: config$1.abortEarly,
		abortPipeEarly: config$1.abortPipeEarly
	};
	const isSchema = context.kind === "schema";
	const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
	if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
	if (isSchema) dataset.typed = false;
	if (dataset.issues) dataset.issues.push(issue);
	else dataset.issues = [issue];
}
/**
* Eagerly creates and attaches the Standard Schema properties of a schema.
*
* Hint: The contextual `this` type includes the standard properties that are
* attached before the schema is returned.
*
* @param schema The schema to attach standard properties to.
*
* @returns The schema with standard properties attached.
*
* @internal
*/
function _standardSchema(schema) {
	schema["~standard"] = {
		version: 1,
		vendor: "valibot",
		validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
	};
	return schema;
}
/* @__NO_SIDE_EFFECTS__ */
function check(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: check,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function safeInteger(message$1) {
	return {
		kind: "validation",
		type: "safe_integer",
		reference: safeInteger,
		async: false,
		expects: null,
		requirement: Number.isSafeInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "safe integer", dataset, config$1);
			return dataset;
		}
	};
}
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transform(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transform,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = this.operation(dataset.value);
			return dataset;
		}
	};
}
/**
* Returns the fallback value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The output dataset if available.
* @param config The config if available.
*
* @returns The fallback value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallback(schema, dataset, config$1) {
	return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}
/**
* Returns the default value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The input dataset if available.
* @param config The config if available.
*
* @returns The default value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefault(schema, dataset, config$1) {
	return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}
/* @__NO_SIDE_EFFECTS__ */
function array(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: array,
		expects: "Array",
		async: false,
		item,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function exactOptional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptional,
		expects: wrapped.expects,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function number(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "number",
		reference: number,
		expects: "number",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function strictObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function string(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "string",
		reference: string,
		expects: "string",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "string") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
function parse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}
/* @__NO_SIDE_EFFECTS__ */
function pipe(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		"~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}
var store$4, DEFAULT_CONFIG, store$3, store$2, store$1, ValiError;
var init_dist = __esmMin((() => {
	DEFAULT_CONFIG = {
		lang: void 0,
		message: void 0,
		abortEarly: void 0,
		abortPipeEarly: void 0
	};
	ValiError = class extends Error {
		/**
		* Creates a Valibot error with useful information.
		*
		* @param issues The error issues.
		*/
		constructor(issues) {
			super(issues[0].message);
			this.name = "ValiError";
			this.issues = issues;
		}
	};
}));
// src/digest.ts
/**
* Reads `<64 hex>` or `sha256:<64 hex>`, in either case, without surrounding space.
* @returns the digest, or undefined when the text is anything else
*/
function parseDigest(text) {
	const hex = text.toLowerCase().replace(/^sha256:/, "");
	return SHA256_HEX.test(hex) ? new Digest(Buffer.from(hex, "hex")) : void 0;
}
var SHA256_BYTES, SHA256_HEX, Digest;
var init_digest = __esmMin((() => {
	require__builtin_crypto();
	SHA256_BYTES = 32;
	SHA256_HEX = /^[0-9a-f]{64}$/;
	Digest = class {
		algorithm = "sha256";
		bytes;
		constructor(bytes) {
			if (bytes.length !== SHA256_BYTES) throw new RangeError(`a sha256 digest has ${SHA256_BYTES} bytes, not ${bytes.length}`);
			this.bytes = Buffer.from(bytes);
		}
		/** 64 lower-case hex characters. */
		get hex() {
			return this.bytes.toString("hex");
		}
		equals(other) {
			return this.bytes.equals(other.bytes);
		}
		/** `sha256:<hex>`, the form of reports, locks and image references. */
		toString() {
			return `${this.algorithm}:${this.hex}`;
		}
		toJSON() {
			return this.toString();
		}
	};
}));
// src/files/open-file.ts
/**
* Opens a regular file for reading; the caller closes it.
* @throws UnfitFileError when it is something else, or lies elsewhere; else what the file system says
*/
async function openFile(path, { followLink = false, root } = {}) {
	const real = root !== void 0 || followLink ? await (0, import_promises$3.realpath)(path) : path;
	if (root !== void 0 && !isBelow(real, await (0, import_promises$3.realpath)(root))) throw new UnfitFileError(`it is a link that leads out of ${(0, import__builtin_path$1.resolve)(root)}`);
	const handle = await openUnfollowed(real);
	try {
		const stats = await handle.stat({ bigint: true });
		if (stats.isFile()) return {
			handle,
			stats
		};
		throw new UnfitFileError(`it is ${kindOf(stats)}, and no regular file`);
	} catch (thrown) {
		await handle.close();
		throw thrown;
	}
}
async function openUnfollowed(path) {
	try {
		return await (0, import_promises$3.open)(path, import__builtin_fs$2.constants.O_RDONLY | O_NOFOLLOW$1 | O_NONBLOCK);
	} catch (thrown) {
		if (thrown.code !== "ELOOP") throw thrown;
		throw new UnfitFileError("it is a link", { cause: thrown });
	}
}
function kindOf(stats) {
	if (stats.isDirectory()) return "a folder";
	if (stats.isFIFO()) return "a pipe";
	if (stats.isSocket()) return "a socket";
	return "a device";
}
/** Whether a path is a folder, or lies in it; both absolute. */
function isBelow(path, folder) {
	return path === folder || path.startsWith(folder.endsWith(import__builtin_path$1.sep) ? folder : `${folder}${import__builtin_path$1.sep}`);
}
var import__builtin_fs$2, import_promises$3, import__builtin_path$1, O_NOFOLLOW$1, O_NONBLOCK, UnfitFileError;
var init_open_file = __esmMin((() => {
	import__builtin_fs$2 = /* @__PURE__ */ __toESM(require__builtin_fs(), 1);
	import_promises$3 = require_promises();
	import__builtin_path$1 = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
	({O_NOFOLLOW: O_NOFOLLOW$1 = 0, O_NONBLOCK = 0} = import__builtin_fs$2.constants);
	UnfitFileError = class extends Error {
		name = "UnfitFileError";
	};
})), OPTIONS;
var init_remove = __esmMin((() => {
	require__builtin_fs();
	require_promises();
	OPTIONS = {
		recursive: true,
		force: true
	};
	({ ...OPTIONS });
	({ ...OPTIONS });
})), import__builtin_fs, O_NOFOLLOW;
var init_write_file = __esmMin((() => {
	require__builtin_crypto();
	import__builtin_fs = /* @__PURE__ */ __toESM(require__builtin_fs(), 1);
	require_promises();
	init_digest();
	init_errors();
	init_remove();
	O_NOFOLLOW = import__builtin_fs.constants.O_NOFOLLOW ?? 0;
	import__builtin_fs.constants.O_WRONLY | import__builtin_fs.constants.O_CREAT | import__builtin_fs.constants.O_EXCL | O_NOFOLLOW;
}));
// src/files/measure.ts
/** The digest of a file, in constant memory. */
async function digestOfFile(path, options = {}) {
	return (await measureFile(path, options)).sha256;
}
/** Size and digests of a file, in constant memory. */
async function measureFile(path, { withSha512 = false, ...where } = {}) {
	const opened = await openFile(path, where);
	try {
		return await measureOpened(opened, { withSha512 });
	} finally {
		await opened.handle.close();
	}
}
/** The same of a file that is open, from its start; it stays open. */
async function measureOpened(opened, { withSha512 = false } = {}) {
	const sha256 = (0, import__builtin_crypto$1.createHash)("sha256");
	const sha512 = withSha512 ? (0, import__builtin_crypto$1.createHash)("sha512") : void 0;
	return {
		size: await readAll(opened, (chunk) => {
			sha256.update(chunk);
			sha512?.update(chunk);
		}),
		sha256: new Digest(sha256.digest()),
		...sha512 && { sha512: sha512.digest("hex") }
	};
}
/** @returns the number of bytes */
async function readAll({ handle }, onChunk) {
	let size = 0;
	const stream = handle.createReadStream({
		start: 0,
		highWaterMark: READ_BUFFER_BYTES,
		autoClose: false
	});
	for await (const chunk of stream) {
		await onChunk(chunk);
		size += chunk.length;
	}
	return size;
}
var import__builtin_crypto$1, READ_BUFFER_BYTES;
var init_measure = __esmMin((() => {
	import__builtin_crypto$1 = /* @__PURE__ */ __toESM(require__builtin_crypto(), 1);
	init_digest();
	init_open_file();
	init_write_file();
	READ_BUFFER_BYTES = 1048576;
}));
// src/json/parse-json.ts
/**
* Parses JSON from outside, whoever wrote it.
* @throws Error, with a sentence, when it is no JSON, is nested deeper than 64 levels, or has more than 5,000,000 parts
*/
function parseJson(text) {
	const excess = findJsonExcess(text);
	if (excess !== void 0) throw new Error(`it ${excess}`);
	return JSON.parse(text);
}
/** What of a text is more than any real document has; a predicate without its subject. In linear time. */
function findJsonExcess(text) {
	let depth = 0;
	let parts = 0;
	let isInString = false;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (isInString) {
			if (code === BACKSLASH) at++;
			else if (code === QUOTE) isInString = false;
		} else if (code === QUOTE) isInString = true;
		else if (code === COMMA) parts++;
		else if (code === 91 || code === 123) {
			parts++;
			if (++depth > 64) return `is nested deeper than 64 levels`;
			if (parts > MAX_JSON_PARTS) return `has more than ${MAX_JSON_PARTS} parts`;
		} else if (code === 93 || code === 125) depth--;
	}
	return parts > MAX_JSON_PARTS ? `has more than ${MAX_JSON_PARTS} parts` : void 0;
}
var MAX_JSON_PARTS, QUOTE, BACKSLASH, COMMA;
var init_parse_json = __esmMin((() => {
	MAX_JSON_PARTS = 5e6;
	QUOTE = 34;
	BACKSLASH = 92;
	COMMA = 44;
}));
// src/install/recheck.ts
/** @throws if it is not what formatPlacedList wrote */
function parsePlacedList(text) {
	return parse(/* @__PURE__ */ array(placedSchema), parseJson(text));
}
/** @returns an error for each that changed, by INSTALL_DIGEST_CHANGED */
async function recheck(placed) {
	return (await Promise.all(placed.map(findChange))).filter((error) => error !== void 0);
}
async function findChange({ name, main, bundle, folder }) {
	const change = await findChangeOf(main) ?? (bundle && await findChangeOf(bundle)) ?? await findChangeAround(folder);
	if (change === void 0) return void 0;
	const { path, expected, actual } = change;
	return new InstallError("INSTALL_DIGEST_CHANGED", `${name} changed after it was installed: ${path}`, {
		artifact: name,
		expected,
		actual,
		hint: "Find out which step of the job wrote to it, and do not trust what ran after that."
	});
}
async function findChangeOf({ path, digest: wanted, mode: wantedMode }) {
	try {
		const actual = (await (0, import_promises.lstat)(path)).isDirectory() ? await digestOfTree(path) : await digestOfFile(path);
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
			actual: messageOf(cause)
		};
	}
}
/** A program more beside a tool is one that a later step may run in place of its own. */
async function findChangeAround({ path, names, mode: wanted }) {
	try {
		const stranger = (await (0, import_promises.readdir)(path)).find((each) => !names.includes(each));
		if (stranger !== void 0) return {
			path: (0, import__builtin_path.join)(path, stranger),
			expected: "nothing beside what was installed",
			actual: "a new name"
		};
		return findMode(path, wanted, await modeOf(path));
	} catch (cause) {
		return {
			path,
			expected: "the folder of what was installed",
			actual: messageOf(cause)
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
		path: (0, import__builtin_path.join)(entry.parentPath, entry.name)
	}));
	const hash = (0, import__builtin_crypto.createHash)("sha256");
	for (const { entry, path } of paths.sort((a, b) => a.path < b.path ? -1 : 1)) {
		const name = path.slice(folder.length + 1).replaceAll(import__builtin_path.sep, "/");
		const what = entry.isSymbolicLink() ? [`link ${await (0, import_promises.readlink)(path)}`] : [entry.isDirectory() ? "folder" : (await digestOfFile(path)).hex, await modeOf(path)];
		hash.update(`${JSON.stringify([name, ...what])}\n`);
	}
	return new Digest(hash.digest());
}
var import__builtin_crypto, import_promises, import__builtin_path, digest, mode, thingSchema, placedSchema;
var init_recheck = __esmMin((() => {
	import__builtin_crypto = /* @__PURE__ */ __toESM(require__builtin_crypto(), 1);
	import_promises = require_promises();
	import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
	init_dist();
	init_digest();
	init_errors();
	init_measure();
	init_parse_json();
	digest = /* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ check((text) => parseDigest(text) !== void 0), /* @__PURE__ */ transform((text) => parseDigest(text)));
	mode = /* @__PURE__ */ pipe(/* @__PURE__ */ number(), /* @__PURE__ */ safeInteger());
	thingSchema = /* @__PURE__ */ strictObject({
		path: /* @__PURE__ */ string(),
		digest,
		mode
	});
	placedSchema = /* @__PURE__ */ strictObject({
		name: /* @__PURE__ */ string(),
		/** A file, or an unpacked folder. */
		main: thingSchema,
		bundle: /* @__PURE__ */ exactOptional(thingSchema),
		/** The names in the folder that holds it. */
		folder: /* @__PURE__ */ strictObject({
			path: /* @__PURE__ */ string(),
			names: /* @__PURE__ */ array(/* @__PURE__ */ string()),
			mode
		})
	});
}));
// src/report/escape.ts
/** One line in which nothing is hidden and nothing runs backwards. */
function showUnprintable(text) {
	return text.replace(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
/** One printable line that no runner or terminal takes for a command. */
function escapeText(text) {
	return showUnprintable(text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text).replace(/##\[/g, "#\\u{23}[").replace(/^(\s*)::/, "$1\\u{3a}:");
}
var MAX_LENGTH, UNPRINTABLE;
var init_escape = __esmMin((() => {
	MAX_LENGTH = 1e3;
	UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
}));
// src/action/recheck-placed.ts
var recheck_placed_exports = /* @__PURE__ */ __exportAll({ recheckPlaced: () => recheckPlaced });
/** @param state what the action saved; the runner has kept it since */
async function recheckPlaced(state) {
	try {
		const files = parsePlacedList(state);
		const errors = await recheck(files);
		for (const { code, message, expected = "", actual = "", hint, exitCode } of errors) {
			error(`${escapeText(`${message}; expected ${expected}, actual ${actual}`)}\n${escapeText(hint)}`, { title: code });
			process.exitCode = exitCode;
		}
		if (errors.length === 0) info(`Unchanged since they were verified: ${files.length}`);
	} catch (thrown) {
		const { code, message, hint, exitCode } = toCodedError(thrown);
		error(`${escapeText(message)}\n${escapeText(hint)}`, { title: code });
		process.exitCode = exitCode;
	}
}
var init_recheck_placed = __esmMin((() => {
	init_core();
	init_errors();
	init_recheck();
	init_escape();
}));
// src/action/post.ts
const state = process.env["STATE_recheck"] ?? "";
if (state !== "") {
	const { recheckPlaced } = await Promise.resolve().then(() => (init_recheck_placed(), recheck_placed_exports));
	await recheckPlaced(state);
}


__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(10);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
