import * as __WEBPACK_EXTERNAL_MODULE__rolldown_runtime_js_e145cd65__ from "./rolldown-runtime.js";
import * as __WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__ from "./common.js";
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

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V: () => (/* binding */ createToolCacheInstaller)
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
const external_common_js_namespaceObject = external_common_js_x({ ["$r"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.$r), ["Cn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Cn), ["Er"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Er), ["Hr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Hr), ["Ir"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Ir), ["Qr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Qr), ["Xr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Xr), ["Zr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Zr), ["b"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.b), ["br"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.br), ["cr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.cr), ["h"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.h) });
;// CONCATENATED MODULE: external "./runner.js"
var external_runner_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var external_runner_js_y = (x) => (() => (x))
const external_runner_js_namespaceObject = external_runner_js_x({ ["i"]: () => (__WEBPACK_EXTERNAL_MODULE__runner_js_706725c2__.i) });
;// CONCATENATED MODULE: external "./prove.js"
var external_prove_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var external_prove_js_y = (x) => (() => (x))
const external_prove_js_namespaceObject = external_prove_js_x({ ["Dt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Dt), ["Et"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Et), ["Ot"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Ot), ["St"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.St), ["Tt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Tt), ["a"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.a), ["an"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.an), ["cn"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.cn), ["fn"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.fn), ["i"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.i), ["ln"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.ln), ["mn"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.mn), ["nn"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.nn), ["on"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.on), ["r"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.r), ["rn"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.rn), ["sn"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.sn), ["t"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.t), ["tn"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.tn), ["un"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.un), ["wt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.wt), ["xt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.xt) });
;// CONCATENATED MODULE: ./.build/tool-cache.js




// node_modules/@actions/tool-cache/lib/tool-cache.js
var import_promises$1 = (0,external_common_js_namespaceObject.br)();
(0,external_common_js_namespaceObject.Qr)();
var import__late_node_fs = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.Zr)(), 1);
var import__late_node_os = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.$r)(), 1);
var import__late_node_path = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.Xr)(), 1);
var import_semver = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.cr)(), 1);
(0,external_common_js_namespaceObject.h)();
(0,external_common_js_namespaceObject.b)();
var import__builtin_node_assert = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.Hr)(), 1);
process.platform;
process.platform;
/**
* Finds the path to a tool version in the local installed tool cache
*
* @param toolName      name of the tool
* @param versionSpec   version of the tool
* @param arch          optional arch.  defaults to arch of computer
*/
function find(toolName, versionSpec, arch) {
	if (!toolName) throw new Error("toolName parameter is required");
	if (!versionSpec) throw new Error("versionSpec parameter is required");
	arch = arch || import__late_node_os.arch();
	if (!isExplicitVersion(versionSpec)) versionSpec = evaluateVersions(findAllVersions(toolName, arch), versionSpec);
	let toolPath = "";
	if (versionSpec) {
		versionSpec = import_semver.clean(versionSpec) || "";
		const cachePath = import__late_node_path.join(_getCacheDirectory(), toolName, versionSpec, arch);
		(0,external_runner_js_namespaceObject.i)(`checking cache: ${cachePath}`);
		if (import__late_node_fs.existsSync(cachePath) && import__late_node_fs.existsSync(`${cachePath}.complete`)) {
			(0,external_runner_js_namespaceObject.i)(`Found tool in cache ${toolName} ${versionSpec} ${arch}`);
			toolPath = cachePath;
		} else (0,external_runner_js_namespaceObject.i)("not found");
	}
	return toolPath;
}
/**
* Finds the paths to all versions of a tool that are installed in the local tool cache
*
* @param toolName  name of the tool
* @param arch      optional arch.  defaults to arch of computer
*/
function findAllVersions(toolName, arch) {
	const versions = [];
	arch = arch || import__late_node_os.arch();
	const toolPath = import__late_node_path.join(_getCacheDirectory(), toolName);
	if (import__late_node_fs.existsSync(toolPath)) {
		const children = import__late_node_fs.readdirSync(toolPath);
		for (const child of children) if (isExplicitVersion(child)) {
			const fullPath = import__late_node_path.join(toolPath, child, arch || "");
			if (import__late_node_fs.existsSync(fullPath) && import__late_node_fs.existsSync(`${fullPath}.complete`)) versions.push(child);
		}
	}
	return versions;
}
/**
* Check if version string is explicit
*
* @param versionSpec      version string to check
*/
function isExplicitVersion(versionSpec) {
	const c = import_semver.clean(versionSpec) || "";
	(0,external_runner_js_namespaceObject.i)(`isExplicit: ${c}`);
	const valid = import_semver.valid(c) != null;
	(0,external_runner_js_namespaceObject.i)(`explicit? ${valid}`);
	return valid;
}
/**
* Get the highest satisfiying semantic version in `versions` which satisfies `versionSpec`
*
* @param versions        array of versions to evaluate
* @param versionSpec     semantic version spec to satisfy
*/
function evaluateVersions(versions, versionSpec) {
	let version = "";
	(0,external_runner_js_namespaceObject.i)(`evaluating ${versions.length} versions`);
	versions = versions.sort((a, b) => {
		if (import_semver.gt(a, b)) return 1;
		return -1;
	});
	for (let i = versions.length - 1; i >= 0; i--) {
		const potential = versions[i];
		if (import_semver.satisfies(potential, versionSpec)) {
			version = potential;
			break;
		}
	}
	if (version) (0,external_runner_js_namespaceObject.i)(`matched: ${version}`);
	else (0,external_runner_js_namespaceObject.i)("match not found");
	return version;
}
/**
* Gets RUNNER_TOOL_CACHE
*/
function _getCacheDirectory() {
	const cacheDirectory = process.env["RUNNER_TOOL_CACHE"] || "";
	(0, import__builtin_node_assert.ok)(cacheDirectory, "Expected RUNNER_TOOL_CACHE to be defined");
	return cacheDirectory;
}
// src/install/folder-placements.ts
var import_promises = (0,external_common_js_namespaceObject.Ir)();
const MAX_PLACING_TRIES = 12;
/** Of these, how many may only look again: a folder in which a file is missing is replaced then. */
const MAX_RELOOKS = 4;
/** Two seconds: another runner only has to rename, though the machine may be busy. */
const MAX_LOOKS = 80;
const LOOK_PAUSE_MS = 25;
const MARK_MODE = 420;
/** Whole folders that take their places in the tool cache, all or none. */
var FolderPlacements = class {
	#placements = [];
	/**
	* Moves a staged folder to its destination, and looks at every file in it once more there. Another runner may place
	* the same at the same time: whoever is later finds the place taken.
	* @throws InstallError INSTALL_DIGEST_CHANGED, or what the file system says
	*/
	async place({ artifact, folder, manifest }, destination) {
		const { name } = artifact.planned;
		await makeFolders((0, import__late_node_path.dirname)(destination));
		const placement = {
			destination,
			staged: folder,
			folder: manifest.get(""),
			formers: [],
			isChecked: false,
			isMarked: false
		};
		this.#placements.push(placement);
		for (let tries = 0; !await (0,external_prove_js_namespaceObject.cn)(folder, destination); tries++) {
			if (tries === MAX_PLACING_TRIES) throw new Error(`${destination} is taken again and again`);
			const fault = await (0,external_prove_js_namespaceObject.Et)(destination, manifest, {
				name,
				isSame: false
			});
			if (fault === void 0) return this.#leaveToOther(placement);
			if (fault.kind === "gone" && tries < MAX_RELOOKS) continue;
			const former = `${folder}.former-${tries}`;
			placement.formers.push(former);
			await (0,external_prove_js_namespaceObject.ln)(destination, former);
		}
		if (await checkSettled(destination, manifest, name) === "replaced") return this.#leaveToOther(placement);
		placement.isChecked = true;
		await mark(placement);
	}
	/** Another runner's stands there, which is as proven as ours would be: there is nothing to take back. */
	async #leaveToOther(placement) {
		this.#placements.splice(this.#placements.indexOf(placement), 1);
		await mark(placement);
	}
	/** What stood in the places is there again, and nothing of ours. Synchronous, for a run that is cancelled. */
	revert() {
		for (const placement of this.#placements.splice(0).reverse()) revertNow(placement);
	}
	/** All is well. */
	settle() {
		this.#placements.splice(0);
	}
};
/** Whatever the umask says: what is below is for every user of the runner. */
async function makeFolders(folder) {
	const first = await (0, import_promises.mkdir)(folder, { recursive: true });
	if (first === void 0) return;
	let path = (0, import__late_node_path.dirname)(toPlainPath(first));
	for (const segment of (0, import__late_node_path.relative)(path, folder).split(import__late_node_path.sep)) {
		path = (0, import__late_node_path.join)(path, segment);
		await (0,external_prove_js_namespaceObject.wt)(path, 493);
	}
}
/** On Windows mkdir answers in the form `\\?\C:\…`, which no other path is relative to. */
function toPlainPath(path) {
	return path.replace(/^\\\\\?\\UNC\\/, "\\\\").replace(/^\\\\\?\\/, "");
}
/** After the folder: without the mark nobody looks into it. By a rename, which no link at the name misleads. */
async function mark(placement) {
	const path = `${placement.destination}.complete`;
	if (await isPlainFile(path)) return;
	await (0,external_prove_js_namespaceObject.Tt)(`${placement.staged}.mark`, "");
	await (0,external_prove_js_namespaceObject.wt)(`${placement.staged}.mark`, MARK_MODE);
	placement.isMarked = !await (0,external_prove_js_namespaceObject.an)(path);
	await (0,external_prove_js_namespaceObject.sn)(`${placement.staged}.mark`, path);
}
async function isPlainFile(path) {
	return (0, import_promises.lstat)(path).then((stats) => stats.isFile(), () => false);
}
/**
* Checks what was placed. What is gone, another runner took away to place the same: in a moment that stands there.
* @throws InstallError INSTALL_DIGEST_CHANGED
*/
async function checkSettled(folder, manifest, name) {
	for (let looks = 1;; looks++) {
		const fault = await (0,external_prove_js_namespaceObject.Et)(folder, manifest, { name });
		if (fault?.kind !== "gone" || looks === MAX_LOOKS) return (0,external_prove_js_namespaceObject.Ot)(fault);
		await (0, import_promises$1.setTimeout)(LOOK_PAUSE_MS);
	}
}
/** By what is there: of a step that a signal fell into, nobody knows whether it was taken. */
function revertNow({ destination, staged, folder, formers, isChecked, isMarked }) {
	const isOurs = !isChecked || (0,external_prove_js_namespaceObject.Dt)(destination, folder);
	if (!(0,external_prove_js_namespaceObject.on)(staged) && isOurs) (0,external_prove_js_namespaceObject.un)(destination, `${staged}.reverted`);
	const former = formers.find(external_prove_js_namespaceObject.on);
	if (former !== void 0) (0,external_prove_js_namespaceObject.un)(former, destination);
	if (isMarked) (0,external_prove_js_namespaceObject.fn)(`${destination}.complete`);
}
// src/install/tool-cache.ts
const MAX_FINDING_TRIES = 20;
const FINDING_PAUSE_MS = 25;
/** @param root RUNNER_TOOL_CACHE */
function createToolCacheInstaller(root, { temporaryRoot, notice = () => void 0 }) {
	const places = new external_prove_js_namespaceObject.r(root, {
		temporaryRoot,
		notice
	});
	return {
		cache: (0,external_prove_js_namespaceObject.t)(places),
		install: (artifacts, papers, options) => (0,external_prove_js_namespaceObject.mn)("the tool cache", () => install(places, artifacts, {
			papers,
			...options
		}))
	};
}
async function install(places, artifacts, options) {
	const fresh = [.../* @__PURE__ */ new Set([...artifacts, ...options.papers])].filter((artifact) => !staysInPlace(artifact, options));
	const placements = new FolderPlacements();
	const areas = new StagingAreas(places, () => {
		placements.revert();
	});
	try {
		const staged = [];
		for (const [index, artifact] of fresh.entries()) staged.push(await areas.stage(artifact, `${index}.new`, options));
		const installed = artifacts.map((artifact) => toInstalled(artifact, staged));
		const files = await (0,external_prove_js_namespaceObject.rn)(await options.alongside?.(installed) ?? []);
		try {
			for (const each of staged) await placements.place(each, each.destination.folder);
			for (const { artifact, destination } of staged) if (destination.isInCache) await assertFound(artifact.planned, destination.folder);
			await files.commit();
		} catch (thrown) {
			files.revert();
			throw thrown;
		}
		await files.settle();
		placements.settle();
		return installed;
	} catch (thrown) {
		placements.revert();
		throw thrown;
	} finally {
		await areas.remove();
	}
}
/** Verified where it stands. A tarball is unpacked anew: what was unpacked from it earlier, nobody has verified. */
function staysInPlace({ isInPlace, planned }, { extract }) {
	return isInPlace && !(extract && planned.kind === "tarball");
}
/** A folder for staging in each file system that something is placed in, made when the first thing is. */
var StagingAreas = class {
	#places;
	#beforeRemoval;
	#inCache;
	#beside;
	constructor(places, beforeRemoval) {
		this.#places = places;
		this.#beforeRemoval = beforeRemoval;
	}
	async stage(artifact, name, options) {
		const reason = await this.#reasonAgainst(artifact.planned);
		const { root, temporaryRoot, notice } = this.#places;
		if (reason === void 0 && this.#inCache !== void 0) return {
			...await (0,external_prove_js_namespaceObject.St)(artifact, (0, import__late_node_path.join)(this.#inCache.path, name), options),
			destination: {
				folder: (0,external_prove_js_namespaceObject.a)(root, artifact.planned),
				isInCache: true
			}
		};
		notice(`${artifact.planned.name} is installed in RUNNER_TEMP, not in the tool cache: ${reason ?? ""}`);
		this.#beside ??= {
			staging: await (0,external_prove_js_namespaceObject.tn)(temporaryRoot, "staging", { beforeRemoval: this.#beforeRemoval }),
			tools: await (0,external_prove_js_namespaceObject.nn)(temporaryRoot, "tools")
		};
		const { staging, tools } = this.#beside;
		return {
			...await (0,external_prove_js_namespaceObject.St)(artifact, (0, import__late_node_path.join)(staging.path, name), options),
			destination: {
				folder: (0,external_prove_js_namespaceObject.a)(tools, artifact.planned),
				isInCache: false
			}
		};
	}
	async #reasonAgainst(planned) {
		const reason = await this.#places.reasonAgainst(planned);
		if (reason !== void 0 || this.#inCache !== void 0) return reason;
		try {
			this.#inCache = await (0,external_prove_js_namespaceObject.tn)(this.#places.root, "staging", {
				isHidden: true,
				beforeRemoval: this.#beforeRemoval
			});
			return;
		} catch (thrown) {
			return `${this.#places.root} cannot be written to (${thrown.code ?? ""})`;
		}
	}
	async remove() {
		await this.#inCache?.remove();
		await this.#beside?.staging.remove();
	}
};
function toInstalled(artifact, staged) {
	const { planned, file } = artifact;
	const own = staged.find((each) => each.artifact === artifact);
	const folder = own?.destination.folder ?? (0, import__late_node_path.dirname)(file.path);
	return {
		planned,
		path: (0, import__late_node_path.join)(folder, own?.main ?? planned.fileName),
		bundlePath: (0, import__late_node_path.join)(folder, (0,external_prove_js_namespaceObject.xt)(artifact))
	};
}
/** The library must find what we placed, or other actions will not. */
async function assertFound(planned, folder) {
	const { name } = planned;
	const search = () => find(name, (0,external_common_js_namespaceObject.Cn)(planned), (0,external_prove_js_namespaceObject.i)(planned));
	let found = search();
	for (let tries = 0; found !== folder && tries < MAX_FINDING_TRIES; tries++) {
		await (0, import_promises$1.setTimeout)(FINDING_PAUSE_MS);
		found = search();
	}
	if (found === folder) return;
	throw new external_common_js_namespaceObject.Er("INSTALL_WRITE_FAILED", `the tool cache does not find ${name} where it was installed`, {
		expected: folder,
		actual: found
	});
}


var __webpack_exports__createToolCacheInstaller = __webpack_exports__.V;
export { __webpack_exports__createToolCacheInstaller as createToolCacheInstaller };
