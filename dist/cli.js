#!/usr/bin/env node
var __webpack_exports__ = {};
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
// \0late:node:fs
var require__late_node_fs = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:fs")[key] }));
}));
// \0builtin:node:module
var require__builtin_node_module = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = process.getBuiltinModule("node:module");
}));
// \0late:node:path
var require__late_node_path = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:path")[key] }));
}));
// src/cli/compile-cache.ts
var compile_cache_exports = /* @__PURE__ */ __exportAll({ useCompileCache: () => useCompileCache });
/** Uses the compile cache of this user, where there can be one. */
function useCompileCache(environment) {
	try {
		const folder = findPrivateFolder(environment);
		if (folder !== void 0) (0, import__builtin_node_module.enableCompileCache)(folder);
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
	if (self === void 0 || environment["CI"] || environment["GITHUB_ACTIONS"] || !(0, import__late_node_path.isAbsolute)(home)) return void 0;
	const inHome = process.platform === "darwin" ? (0, import__late_node_path.join)(home, "Library", "Caches") : (0, import__late_node_path.join)(home, ".cache");
	const given = environment["XDG_CACHE_HOME"] ?? "";
	const caches = (0, import__late_node_path.isAbsolute)(given) ? given : inHome;
	const folder = (0, import__late_node_path.join)(caches, "verify-k8s-artifacts", "compiled");
	(0, import__late_node_fs.mkdirSync)(folder, {
		recursive: true,
		mode: 448
	});
	return [folder, ...ancestors(folder)].every((path) => {
		const stats = (0, import__late_node_fs.lstatSync)(path);
		const isItself = path === folder;
		if (stats.uid !== self && (stats.uid !== 0 || isItself)) return false;
		if (!stats.isDirectory()) return false;
		if (isItself) return (stats.mode & OTHERS_MAY) === 0;
		return (stats.mode & OTHERS_MAY_WRITE) === 0 || (stats.mode & STICKY) !== 0;
	}) ? folder : void 0;
}
function ancestors(path) {
	const parent = (0, import__late_node_path.join)(path, "..");
	return parent === path ? [] : [parent, ...ancestors(parent)];
}
var import__late_node_fs, import__builtin_node_module, import__late_node_path, OTHERS_MAY, OTHERS_MAY_WRITE, STICKY;
var init_compile_cache = __esmMin((() => {
	import__late_node_fs = require__late_node_fs();
	import__builtin_node_module = require__builtin_node_module();
	import__late_node_path = require__late_node_path();
	OTHERS_MAY = 63;
	OTHERS_MAY_WRITE = 18;
	STICKY = 512;
}));
// src/cli/start.ts
const [OLDEST_MAJOR, OLDEST_MINOR] = [24, 15];
/** Beside this file in dist/. A bundler leaves what is not written out where it is. */
const PROGRAM = [".", "cli-main.js"].join("/");
const BAD_REQUEST = 2;
const INTERNAL = 70;
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major > OLDEST_MAJOR || major === OLDEST_MAJOR && minor >= OLDEST_MINOR) load().catch((thrown) => {
	const message = thrown instanceof Error ? thrown.message : String(thrown);
	process.stderr.write(`verify-k8s-artifacts is not whole, install it again: ${message}\n`);
	process.exitCode = INTERNAL;
});
else {
	const oldest = `${OLDEST_MAJOR}.${OLDEST_MINOR}`;
	process.stderr.write(`verify-k8s-artifacts needs Node.js ${oldest} or newer, and this is ${process.versions.node}.\n`);
	process.exitCode = BAD_REQUEST;
}
async function load() {
	const { useCompileCache } = await Promise.resolve().then(() => (init_compile_cache(), compile_cache_exports));
	useCompileCache(process.env);
	await import(
		/* webpackIgnore: true */
		PROGRAM
);
}


export {}
