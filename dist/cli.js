#!/usr/bin/env node
/******/ var __webpack_modules__ = ({

/***/ 326:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
// \0rolldown/runtime.js
var __defProp = Object.defineProperty;
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
// \0builtin:fs
var require__builtin_fs = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:fs");
}));
// \0builtin:module
var require__builtin_module = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:module");
}));
// \0builtin:path
var require__builtin_path = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:path");
}));
// src/cli/compile-cache.ts
var compile_cache_exports = /* @__PURE__ */ __exportAll({ useCompileCache: () => useCompileCache });
/** Uses the compile cache of this user, where there can be one. */
function useCompileCache(environment) {
	try {
		const folder = findPrivateFolder(environment);
		if (folder !== void 0) (0, import__builtin_module.enableCompileCache)(folder);
	} catch {}
}
/**
* The cache's own folder, made where it is not: of this user and of mode 0700, below folders that only this user or
* root can change.
* @returns undefined where there is none that can be trusted: on Windows, whose files tell no owner, and on a runner
*/
function findPrivateFolder(environment) {
	const self = process.geteuid?.();
	const home = environment["HOME"] ?? "";
	if (self === void 0 || environment["CI"] || environment["GITHUB_ACTIONS"] || !(0, import__builtin_path.isAbsolute)(home)) return void 0;
	const inHome = process.platform === "darwin" ? (0, import__builtin_path.join)(home, "Library", "Caches") : (0, import__builtin_path.join)(home, ".cache");
	const given = environment["XDG_CACHE_HOME"] ?? "";
	const caches = (0, import__builtin_path.isAbsolute)(given) ? given : inHome;
	const folder = (0, import__builtin_path.join)(caches, "verify-k8s-artifacts", "compiled");
	(0, import__builtin_fs.mkdirSync)(folder, {
		recursive: true,
		mode: 448
	});
	return [folder, ...ancestors(folder)].every((path) => {
		const stats = (0, import__builtin_fs.lstatSync)(path);
		const isItself = path === folder;
		if (stats.uid !== self && (stats.uid !== 0 || isItself)) return false;
		if (!stats.isDirectory()) return false;
		if (isItself) return (stats.mode & OTHERS_MAY) === 0;
		return (stats.mode & OTHERS_MAY_WRITE) === 0 || (stats.mode & STICKY) !== 0;
	}) ? folder : void 0;
}
function ancestors(path) {
	const parent = (0, import__builtin_path.join)(path, "..");
	return parent === path ? [] : [parent, ...ancestors(parent)];
}
var import__builtin_fs, import__builtin_module, import__builtin_path, OTHERS_MAY, OTHERS_MAY_WRITE, STICKY;
var init_compile_cache = __esmMin((() => {
	import__builtin_fs = require__builtin_fs();
	import__builtin_module = require__builtin_module();
	import__builtin_path = require__builtin_path();
	OTHERS_MAY = 63;
	OTHERS_MAY_WRITE = 18;
	STICKY = 512;
}));
// src/cli/start.ts
const [OLDEST_MAJOR, OLDEST_MINOR] = [24, 15];
/** Beside this file in dist/. A bundler leaves what is not written out where it is. */
const PROGRAM = [".", "cli-main.js"].join("/");
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major > OLDEST_MAJOR || major === OLDEST_MAJOR && minor >= OLDEST_MINOR) {
	const { useCompileCache } = await Promise.resolve().then(() => (init_compile_cache(), compile_cache_exports));
	useCompileCache(process.env);
	await import(
		/* webpackIgnore: true */
		PROGRAM
);
} else {
	const oldest = `${OLDEST_MAJOR}.${OLDEST_MINOR}`;
	process.stderr.write(`verify-k8s-artifacts needs Node.js ${oldest} or newer, and this is ${process.versions.node}.\n`);
	process.exitCode = 2;
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
/******/ var __webpack_exports__ = __nccwpck_require__(326);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
export {}
