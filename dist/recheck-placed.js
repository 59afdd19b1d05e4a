import * as __WEBPACK_EXTERNAL_MODULE__runner_js_706725c2__ from "./runner.js";
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
  P: () => (/* binding */ recheckPlaced)
});

;// CONCATENATED MODULE: external "./runner.js"
var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
const external_runner_js_namespaceObject = x({ ["a"]: () => (__WEBPACK_EXTERNAL_MODULE__runner_js_706725c2__.a), ["n"]: () => (__WEBPACK_EXTERNAL_MODULE__runner_js_706725c2__.n), ["r"]: () => (__WEBPACK_EXTERNAL_MODULE__runner_js_706725c2__.r), ["s"]: () => (__WEBPACK_EXTERNAL_MODULE__runner_js_706725c2__.s) });
;// CONCATENATED MODULE: external "./common.js"
var external_common_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var external_common_js_y = (x) => (() => (x))
const external_common_js_namespaceObject = external_common_js_x({ ["Mr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Mr), ["ln"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.ln) });
;// CONCATENATED MODULE: ./.build/recheck-placed.js


// src/action/recheck-placed.ts
/** @param state what the action saved; the runner has kept it since */
async function recheckPlaced(state) {
	try {
		const files = (0,external_runner_js_namespaceObject.n)(state);
		const errors = await (0,external_runner_js_namespaceObject.r)(files);
		for (const { code, message, expected = "", actual = "", hint, exitCode } of errors) {
			const what = `${message}; expected ${expected}, actual ${actual}`;
			(0,external_runner_js_namespaceObject.a)(`${(0,external_common_js_namespaceObject.ln)(what)}\n${(0,external_common_js_namespaceObject.ln)(hint)}`, { title: code });
			process.exitCode = exitCode;
		}
		if (errors.length === 0) (0,external_runner_js_namespaceObject.s)(`Unchanged since they were verified: ${files.length}`);
	} catch (thrown) {
		const { code, message, hint, exitCode } = (0,external_common_js_namespaceObject.Mr)(thrown);
		(0,external_runner_js_namespaceObject.a)(`${(0,external_common_js_namespaceObject.ln)(message)}\n${(0,external_common_js_namespaceObject.ln)(hint)}`, { title: code });
		process.exitCode = exitCode;
	}
}


var __webpack_exports__recheckPlaced = __webpack_exports__.P;
export { __webpack_exports__recheckPlaced as recheckPlaced };
