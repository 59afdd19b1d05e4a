import * as __WEBPACK_EXTERNAL_MODULE__runner_js_706725c2__ from "./runner.js";
import * as __WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__ from "./prove.js";
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

;// CONCATENATED MODULE: external "./runner.js"
var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
const external_runner_js_namespaceObject = x({ ["d"]: () => (__WEBPACK_EXTERNAL_MODULE__runner_js_706725c2__.d), ["l"]: () => (__WEBPACK_EXTERNAL_MODULE__runner_js_706725c2__.l), ["o"]: () => (__WEBPACK_EXTERNAL_MODULE__runner_js_706725c2__.o), ["t"]: () => (__WEBPACK_EXTERNAL_MODULE__runner_js_706725c2__.t) });
;// CONCATENATED MODULE: external "./prove.js"
var external_prove_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var external_prove_js_y = (x) => (() => (x))
const external_prove_js_namespaceObject = external_prove_js_x({ ["v"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.v) });
;// CONCATENATED MODULE: external "./common.js"
var external_common_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var external_common_js_y = (x) => (() => (x))
const external_common_js_namespaceObject = external_common_js_x({ ["L"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.L), ["N"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.N), ["Nn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Nn), ["P"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.P) });
;// CONCATENATED MODULE: ./.build/get.js



// src/action/get.ts
/** Beside this program in dist/, not inside it. */
const OTHERS = {
	verify: "./verify.js",
	image: "./verify.js",
	audit: "./audit.js",
	"plan-shards": "./plan-shards.js",
	merge: "./merge.js"
};
const given = (0,external_runner_js_namespaceObject.o)("command");
if (given === "plan") (0,external_runner_js_namespaceObject.d)(external_common_js_namespaceObject.N);
const command = (0,external_common_js_namespaceObject.Nn)((0,external_common_js_namespaceObject.P)("action"))(given === "plan" ? "plan-shards" : given || "get", "command");
const program = OTHERS[command.value ?? ""];
if (command.value === void 0 || program === void 0) (0,external_runner_js_namespaceObject.t)("get", async (words, surroundings) => (0,external_prove_js_namespaceObject.v)({
	...words,
	faults: [...words.faults, ...command.faults ?? []]
}, surroundings));
else {
	(0,external_runner_js_namespaceObject.l)(`"command: ${command.value}" is a former way to say ${(0,external_common_js_namespaceObject.L)(command.value)}`);
	import(
		/* webpackIgnore: true */
		program
);
}


