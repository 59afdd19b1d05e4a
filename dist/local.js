import * as __WEBPACK_EXTERNAL_MODULE__runner_js_706725c2__ from "./runner.js";
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

;// CONCATENATED MODULE: external "./runner.js"
var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
const external_runner_js_namespaceObject = x({ ["o"]: () => (__WEBPACK_EXTERNAL_MODULE__runner_js_706725c2__.o), ["t"]: () => (__WEBPACK_EXTERNAL_MODULE__runner_js_706725c2__.t) });
;// CONCATENATED MODULE: external "./prove.js"
var external_prove_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var external_prove_js_y = (x) => (() => (x))
const external_prove_js_namespaceObject = external_prove_js_x({ ["g"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.g), ["p"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.p) });
;// CONCATENATED MODULE: ./.build/local.js


// src/action/local.ts
if ((0,external_runner_js_namespaceObject.o)("images") === "") (0,external_runner_js_namespaceObject.t)("verify", external_prove_js_namespaceObject.p);
else (0,external_runner_js_namespaceObject.t)("image", external_prove_js_namespaceObject.g);


