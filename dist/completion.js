import * as __WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__ from "./common.js";
import * as __WEBPACK_EXTERNAL_MODULE__cli_main_js_8406c641__ from "./cli-main.js";
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
  I: () => (/* binding */ formatCompletion)
});

;// CONCATENATED MODULE: external "./common.js"
var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
const external_common_js_namespaceObject = x({ ["A"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.A), ["Hn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Hn), ["P"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.P), ["Rn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Rn), ["Un"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Un), ["ir"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.ir), ["rr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.rr) });
;// CONCATENATED MODULE: external "./cli-main.js"
var external_cli_main_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var external_cli_main_js_y = (x) => (() => (x))
const external_cli_main_js_namespaceObject = external_cli_main_js_x({ ["n"]: () => (__WEBPACK_EXTERNAL_MODULE__cli_main_js_8406c641__.n), ["r"]: () => (__WEBPACK_EXTERNAL_MODULE__cli_main_js_8406c641__.r), ["t"]: () => (__WEBPACK_EXTERNAL_MODULE__cli_main_js_8406c641__.t) });
;// CONCATENATED MODULE: ./.build/completion.js


// src/cli/completion.ts
const PROGRAM = "verify-k8s-artifacts";
/** Lists by the input's name, where its reader knows more than a list of words. */
const WORDS = {
	artifacts: [.../* @__PURE__ */ new Set([
		...external_common_js_namespaceObject.Hn,
		...external_common_js_namespaceObject.Un,
		"all",
		...Object.keys(external_common_js_namespaceObject.Rn)
	])],
	os: [...external_common_js_namespaceObject.ir, "all"],
	arch: [...external_common_js_namespaceObject.rr, "all"],
	"trusted-root": [
		"auto",
		"tuf",
		"embedded",
		"staging"
	],
	version: [
		"stable",
		"latest",
		"supported"
	]
};
/** Writes the script that makes a shell complete the words of this program. */
function formatCompletion(shell) {
	return {
		bash: formatBash,
		zsh: formatZsh,
		fish: formatFish,
		powershell: formatPowerShell
	}[shell](listCompleted());
}
function listCompleted() {
	const commands = (0,external_common_js_namespaceObject.P)("cli").map(toCompleted);
	const shells = {
		kind: "words",
		words: external_cli_main_js_namespaceObject.t
	};
	const alone = (name, sentence, argument) => {
		return {
			name,
			sentence,
			flags: [HELP],
			argument
		};
	};
	const words = [...new Set(commands.map(({ name }) => name.split(" ")[0] ?? name))];
	return [
		...commands,
		...familiesOf(commands).map(({ name, members }) => alone(name, `Has commands of its own, ${members.join(" and ")}.`, {
			kind: "words",
			words: members
		})),
		alone("demo", "Shows it at work in a lab on this machine, without a network.", { kind: "none" }),
		alone("completion", "Prints what makes a shell complete words.", shells),
		alone("help", "Prints the help of a command.", {
			kind: "words",
			words
		})
	];
}
function familiesOf(commands) {
	const pairs = commands.map(({ name }) => name.split(" ")).filter(([, second]) => second !== void 0);
	return [...Map.groupBy(pairs, ([first = ""]) => first)].map(([name, all]) => ({
		name,
		members: all.map(([, second = ""]) => second)
	}));
}
/** The commands of one word, which come first on a line. */
function firstWords(commands) {
	return commands.filter(({ name }) => !name.includes(" "));
}
const HELP = {
	name: "--help",
	sentence: "Prints the help of the command.",
	value: { kind: "none" }
};
function toCompleted(name) {
	const { sentence, inputs } = external_common_js_namespaceObject.A[name];
	const flags = (0,external_cli_main_js_namespaceObject.n)(name).map(([input, facts]) => {
		return {
			name: `--${input}`,
			sentence: shorten(facts.sentence),
			value: toValue(input, facts)
		};
	});
	const table = new Map(Object.entries(inputs.table));
	const positional = "positionals" in inputs ? inputs.positionals.name : void 0;
	const facts = positional === void 0 ? void 0 : table.get(positional);
	const argument = positional === void 0 || facts === void 0 ? { kind: "none" } : toValue(positional, facts);
	return {
		name,
		sentence,
		flags: [...flags, HELP],
		argument
	};
}
function toValue(input, { placeholder, read }) {
	if (placeholder === void 0) return { kind: "none" };
	const words = read.choices ?? WORDS[input];
	if (words !== void 0) return {
		kind: "words",
		words
	};
	return /path|folder/.test(placeholder) ? { kind: "path" } : { kind: "any" };
}
/** The first clause, for the one line that a shell shows. */
function shorten(sentence) {
	const [clause = ""] = (0,external_cli_main_js_namespaceObject.r)(sentence).split(/[,;(]/);
	return clause.trim().replace(/\.$/, "");
}
const header = (shell) => `# ${shell} completion for ${PROGRAM}, made from its tables.`;
function formatBash(commands) {
	const values = commands.flatMap(({ name, flags, argument }) => [...flags.flatMap((flag) => bashValue(`${name} ${flag.name}`, flag.value)), ...bashFlags(name, flags, argument)]);
	const families = familiesOf(commands).map(({ name }) => name);
	return `${header("bash")}
_verify_k8s_artifacts() {
  local word=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words='' flags=''
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${firstWords(commands).map(({ name }) => name).join(" ")} --help --version' -- "$word"))
    return
  fi
  local command=\${COMP_WORDS[1]}
  case $command in
    ${families.join("|")}) if [ "$COMP_CWORD" -gt 2 ]; then command="$command \${COMP_WORDS[2]}"; fi ;;
  esac
  case "$command $previous" in
${values.join("\n")}
  esac
  if [ "\${word#-}" != "$word" ]; then words=$flags; fi
  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$word")); fi
}
# A path where there is nothing else to give.
complete -o bashdefault -o default -F _verify_k8s_artifacts ${PROGRAM}
`;
}
function bashValue(pattern, value) {
	if (value.kind === "none") return [];
	return [`    '${pattern}') words='${value.kind === "words" ? value.words.join(" ") : ""}' ;;`];
}
function bashFlags(name, flags, argument) {
	const all = flags.map((flag) => flag.name).join(" ");
	return [`    '${name} '*) words='${argument.kind === "words" ? argument.words.join(" ") : ""}' flags='${all}' ;;`];
}
function formatZsh(commands) {
	const described = firstWords(commands).map(({ name, sentence }) => `    ${quote(`${name}:${sentence}`)}`);
	const cases = commands.map(({ name, flags, argument }) => {
		const lines = flags.map((flag) => {
			const about = `[${flag.sentence.replace(/[[\]\\]/g, "\\$&")}]`;
			return quote(flag.value.kind === "none" ? flag.name + about : `${flag.name}=${about}:value:${zshAction(flag.value)}`);
		});
		if (argument.kind !== "none") lines.push(quote(`*:word:${zshAction(argument)}`));
		return `    ${quote(name)}) _arguments ${lines.map((line) => `\\\n      ${line}`).join(" ")} ;;`;
	});
	return `#compdef ${PROGRAM}
${header("zsh")}
_verify_k8s_artifacts() {
  local -a commands
  commands=(
${described.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
    ${familiesOf(commands).map(({ name }) => name).join("|")}) if (( CURRENT > 2 )); then command="$command $words[2]"; shift words; (( CURRENT-- )); fi ;;
  esac
  case $command in
${cases.join("\n")}
  esac
}
if [ "$funcstack[1]" = _verify_k8s_artifacts ]; then
  _verify_k8s_artifacts "$@"
else
  compdef _verify_k8s_artifacts ${PROGRAM}
fi
`;
}
function zshAction(value) {
	if (value.kind === "words") return `(${value.words.join(" ")})`;
	return value.kind === "path" ? "_files" : " ";
}
function formatFish(commands) {
	const line = (...words) => [
		"complete",
		"-c",
		PROGRAM,
		...words
	].join(" ");
	const lines = commands.flatMap(({ name, sentence, flags, argument }) => {
		const here = `-n '${fishCondition(name, commands)}'`;
		return [
			...!name.includes(" ") ? [line("-f", "-n __fish_use_subcommand", `-a ${name}`, `-d ${quoteFish(sentence)}`)] : [],
			...flags.map((flag) => line(here, `-l ${flag.name.slice(2)}`, ...fishValue(flag.value), `-d ${quoteFish(flag.sentence)}`)),
			...argument.kind === "words" ? [line("-f", here, `-a '${argument.words.join(" ")}'`)] : []
		];
	});
	return `${header("fish")}\n${lines.join("\n")}\n`;
}
/** Where a command's own words are: after all of its name, and after nothing that makes it another command. */
function fishCondition(name, commands) {
	const { members = [] } = familiesOf(commands).find((family) => family.name === name) ?? {};
	return [...name.split(" ").map((word) => `__fish_seen_subcommand_from ${word}`), ...members.length === 0 ? [] : [`not __fish_seen_subcommand_from ${members.join(" ")}`]].join("; and ");
}
function fishValue(value) {
	if (value.kind === "none") return [];
	if (value.kind === "words") return ["-x", `-a '${value.words.join(" ")}'`];
	return [value.kind === "path" ? "-r -F" : "-x"];
}
function formatPowerShell(commands) {
	const list = (words) => `@(${words.map((word) => quotePowerShell(word)).join(", ")})`;
	const flags = commands.map(({ name, flags: own }) => `    ${quotePowerShell(name)} = ${list(own.map((flag) => flag.name))}`);
	const values = commands.flatMap(({ name, flags: own, argument }) => [...own.flatMap((flag) => flag.value.kind === "words" ? [`    ${quotePowerShell(`${name} ${flag.name}`)} = ${list(flag.value.words)}`] : []), ...argument.kind === "words" ? [`    ${quotePowerShell(name)} = ${list(argument.words)}`] : []]);
	return `${header("PowerShell")}
Register-ArgumentCompleter -Native -CommandName ${PROGRAM} -ScriptBlock {
  param($word, $tree, $position)
  $flags = @{
${flags.join("\n")}
  }
  $values = @{
${values.join("\n")}
  }
  $said = @($tree.CommandElements | ForEach-Object { $_.ToString() })
  if ($word -ne '') { $said = @($said | Select-Object -SkipLast 1) }
  $command = if ($said.Count -gt 1) { $said[1] } else { '' }
  if ($said.Count -gt 2 -and $flags.ContainsKey("$command $($said[2])")) { $command = "$command $($said[2])" }
  if ($command -eq '') { $candidates = @($flags.Keys -notlike '* *') + '--help' + '--version' }
  elseif ($values.ContainsKey("$command $($said[-1])")) { $candidates = $values["$command $($said[-1])"] }
  elseif ($word.StartsWith('-')) { $candidates = $flags[$command] }
  else { $candidates = $values[$command] }
  $candidates | Where-Object { $_ -like "$word*" } | Sort-Object | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
/** A word of a POSIX shell, whatever it holds. */
function quote(text) {
	return `'${text.replaceAll("'", "'\\''")}'`;
}
function quoteFish(text) {
	return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
function quotePowerShell(text) {
	return `'${text.replaceAll("'", "''")}'`;
}


var __webpack_exports__formatCompletion = __webpack_exports__.I;
export { __webpack_exports__formatCompletion as formatCompletion };
