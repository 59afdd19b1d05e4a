import * as __WEBPACK_EXTERNAL_MODULE__rolldown_runtime_js_e145cd65__ from "./rolldown-runtime.js";
import * as __WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__ from "./common.js";
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
  A: () => (/* binding */ envPaths)
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
const external_common_js_namespaceObject = external_common_js_x({ ["c"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.c), ["l"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.l), ["p"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.p) });
;// CONCATENATED MODULE: ./.build/env-paths.js


// node_modules/is-safe-filename/index.js
var import__builtin_node_path = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.p)(), 1);
var import__builtin_node_os = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.l)(), 1);
var import__builtin_node_process = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.c)(), 1);
Object.freeze([
	"",
	"   ",
	".",
	"..",
	" .",
	". ",
	" ..",
	".. ",
	"../",
	"../foo",
	"foo/../bar",
	"foo/bar",
	"foo\\bar",
	"foo\0bar"
]);
function isSafeFilename(filename) {
	if (typeof filename !== "string") return false;
	const trimmed = filename.trim();
	return trimmed !== "" && trimmed !== "." && trimmed !== ".." && !filename.includes("/") && !filename.includes("\\") && !filename.includes("\0");
}
function assertSafeFilename(filename) {
	if (typeof filename !== "string") throw new TypeError("Expected a string");
	if (!isSafeFilename(filename)) throw new Error(`Unsafe filename: ${JSON.stringify(filename)}`);
}
// node_modules/env-paths/index.js
const homedir = import__builtin_node_os.default.homedir();
const tmpdir = import__builtin_node_os.default.tmpdir();
const { env } = import__builtin_node_process.default;
const macos = (name) => {
	const library = import__builtin_node_path.default.join(homedir, "Library");
	return {
		data: import__builtin_node_path.default.join(library, "Application Support", name),
		config: import__builtin_node_path.default.join(library, "Preferences", name),
		cache: import__builtin_node_path.default.join(library, "Caches", name),
		log: import__builtin_node_path.default.join(library, "Logs", name),
		temp: import__builtin_node_path.default.join(tmpdir, name)
	};
};
const windows = (name) => {
	const appData = env.APPDATA || import__builtin_node_path.default.join(homedir, "AppData", "Roaming");
	const localAppData = env.LOCALAPPDATA || import__builtin_node_path.default.join(homedir, "AppData", "Local");
	return {
		data: import__builtin_node_path.default.join(localAppData, name, "Data"),
		config: import__builtin_node_path.default.join(appData, name, "Config"),
		cache: import__builtin_node_path.default.join(localAppData, name, "Cache"),
		log: import__builtin_node_path.default.join(localAppData, name, "Log"),
		temp: import__builtin_node_path.default.join(tmpdir, name)
	};
};
const linux = (name) => {
	const username = import__builtin_node_path.default.basename(homedir);
	return {
		data: import__builtin_node_path.default.join(env.XDG_DATA_HOME || import__builtin_node_path.default.join(homedir, ".local", "share"), name),
		config: import__builtin_node_path.default.join(env.XDG_CONFIG_HOME || import__builtin_node_path.default.join(homedir, ".config"), name),
		cache: import__builtin_node_path.default.join(env.XDG_CACHE_HOME || import__builtin_node_path.default.join(homedir, ".cache"), name),
		log: import__builtin_node_path.default.join(env.XDG_STATE_HOME || import__builtin_node_path.default.join(homedir, ".local", "state"), name),
		temp: import__builtin_node_path.default.join(tmpdir, username, name)
	};
};
function envPaths(name, { suffix = "nodejs" } = {}) {
	assertSafeFilename(name);
	if (suffix) name += `-${suffix}`;
	assertSafeFilename(name);
	if (import__builtin_node_process.default.platform === "darwin") return macos(name);
	if (import__builtin_node_process.default.platform === "win32") return windows(name);
	return linux(name);
}


var __webpack_exports__default = __webpack_exports__.A;
export { __webpack_exports__default as default };
