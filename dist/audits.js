import * as __WEBPACK_EXTERNAL_MODULE__rolldown_runtime_js_e145cd65__ from "./rolldown-runtime.js";
import * as __WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__ from "./common.js";
import * as __WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__ from "./prove.js";
import * as __WEBPACK_EXTERNAL_MODULE__xml_js_95d2d59f__ from "./xml.js";
import * as __WEBPACK_EXTERNAL_MODULE__runner_js_706725c2__ from "./runner.js";
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
  sb: () => (/* binding */ audit),
  h1: () => (/* binding */ merge),
  tF: () => (/* binding */ planShards),
  t: () => (/* binding */ command_exports)
});

;// CONCATENATED MODULE: external "./rolldown-runtime.js"
var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
const external_rolldown_runtime_js_namespaceObject = x({ ["a"]: () => (__WEBPACK_EXTERNAL_MODULE__rolldown_runtime_js_e145cd65__.a), ["r"]: () => (__WEBPACK_EXTERNAL_MODULE__rolldown_runtime_js_e145cd65__.r) });
;// CONCATENATED MODULE: external "./common.js"
var external_common_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var external_common_js_y = (x) => (() => (x))
const external_common_js_namespaceObject = external_common_js_x({ ["Bt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Bt), ["C"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.C), ["Dn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Dn), ["En"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.En), ["Et"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Et), ["Fr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Fr), ["Ft"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Ft), ["G"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.G), ["Ir"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Ir), ["K"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.K), ["Lr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Lr), ["Mr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Mr), ["Nr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Nr), ["On"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.On), ["Pt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Pt), ["Q"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Q), ["Qr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Qr), ["Rt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Rt), ["S"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.S), ["Tr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Tr), ["Ur"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Ur), ["X"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.X), ["Xn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Xn), ["Xr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Xr), ["Yn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Yn), ["Zn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Zn), ["Zr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Zr), ["_n"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__._n), ["ar"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.ar), ["bt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.bt), ["cr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.cr), ["dn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.dn), ["fr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.fr), ["gr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.gr), ["hn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.hn), ["in"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__["in"]), ["ir"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.ir), ["jr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.jr), ["kt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.kt), ["ln"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.ln), ["lt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.lt), ["mn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.mn), ["mr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.mr), ["nn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.nn), ["ot"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.ot), ["pn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.pn), ["q"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.q), ["rn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.rn), ["rr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.rr), ["st"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.st), ["tn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.tn), ["un"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.un), ["ur"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.ur), ["ut"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.ut), ["vn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.vn), ["wn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.wn), ["x"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.x), ["xn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.xn), ["xr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.xr), ["yt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.yt) });
;// CONCATENATED MODULE: external "./prove.js"
var external_prove_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var external_prove_js_y = (x) => (() => (x))
const external_prove_js_namespaceObject = external_prove_js_x({ ["$"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.$), ["$t"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.$t), ["A"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.A), ["B"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.B), ["Bt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Bt), ["C"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.C), ["E"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.E), ["F"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.F), ["Ft"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Ft), ["G"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.G), ["H"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.H), ["Ht"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Ht), ["I"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.I), ["It"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.It), ["J"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.J), ["Jt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Jt), ["Kt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Kt), ["L"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.L), ["Lt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Lt), ["M"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.M), ["N"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.N), ["P"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.P), ["Qt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Qt), ["R"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.R), ["U"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.U), ["Ut"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Ut), ["V"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.V), ["Vt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Vt), ["W"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.W), ["Wt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Wt), ["X"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.X), ["Xt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Xt), ["Yt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Yt), ["Z"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Z), ["Zt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Zt), ["dn"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.dn), ["et"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.et), ["in"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__["in"]), ["it"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.it), ["j"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.j), ["kt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.kt), ["mn"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.mn), ["nt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.nt), ["q"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.q), ["qt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.qt), ["rn"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.rn), ["rt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.rt), ["st"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.st), ["tt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.tt), ["x"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.x), ["z"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.z), ["zt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.zt) });
;// CONCATENATED MODULE: external "./xml.js"
var external_xml_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var external_xml_js_y = (x) => (() => (x))
const external_xml_js_namespaceObject = external_xml_js_x({ ["t"]: () => (__WEBPACK_EXTERNAL_MODULE__xml_js_95d2d59f__.t) });
;// CONCATENATED MODULE: external "./runner.js"
var external_runner_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var external_runner_js_y = (x) => (() => (x))
const external_runner_js_namespaceObject = external_runner_js_x({ ["t"]: () => (__WEBPACK_EXTERNAL_MODULE__runner_js_706725c2__.t) });
;// CONCATENATED MODULE: ./.build/audits.js





// src/audit/finding-codes.ts
var import__late_node_crypto = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.Qr)(), 1);
var import__late_node_path = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.Xr)(), 1);
/** From the loudest to the softest. */
const SEVERITIES = [
	"alarm",
	"error",
	"warning",
	"note"
];
/** What only an audit finds; the codes of failed checks are findings, too. */
const AUDIT_FINDINGS = {
	LOG_INCONSISTENT: {
		severity: "alarm",
		meaning: "The transparency log has signed two states of itself that exclude each other.",
		remedy: "Trust nothing that rests on this log. Keep both checkpoints, and show them to the operators of the log and to others who watch it."
	},
	DIGEST_MOVED: {
		severity: "alarm",
		meaning: "The digest is another than in the baseline, while the version stood still.",
		remedy: "Do not use the artifact. Published releases do not change: find out who changed the site or the mirror, and report it to the Kubernetes release engineers."
	},
	ARTIFACT_ABSENT: {
		severity: "error",
		meaning: "An artifact that the release must have is not published.",
		remedy: "Wait if the release is new, or complete the mirror; if dl.k8s.io itself lacks it, report the release to the Kubernetes release engineers."
	},
	ARTIFACT_UNSIGNED: {
		severity: "error",
		meaning: "The artifact is published, but has neither signature nor certificate.",
		remedy: "Mirror the .sig and the .cert beside it; if dl.k8s.io itself lacks them, report the release to the Kubernetes release engineers."
	},
	SIDECAR_MISSING: {
		severity: "error",
		meaning: "One of the files beside the artifact is not published.",
		remedy: "Mirror the file that is named; if dl.k8s.io itself lacks it, report the release to the Kubernetes release engineers."
	},
	EVIDENCE_DISREGARDED: {
		severity: "warning",
		meaning: "The artifact is proven; beside its proof lies evidence that proves nothing.",
		remedy: "Nothing to do for who uses the artifact. Whoever publishes it can remove or mend what is named."
	},
	ARTIFACT_UNLISTED: {
		severity: "warning",
		meaning: "Some of the release's papers list the artifact, others do not.",
		remedy: "Nothing to do for who uses the artifact. Report the release to the Kubernetes release engineers."
	},
	ARTIFACT_UNEXPECTED: {
		severity: "note",
		meaning: "The release's papers list an artifact that the catalogue does not know.",
		remedy: "Nothing to do, if you know what it is. A newer version of this program may know it."
	},
	PAPER_MISSING: {
		severity: "error",
		meaning: "A paper of the release is not published, or cannot be read.",
		remedy: "Mirror the paper that is named; if dl.k8s.io itself lacks it, report the release to the Kubernetes release engineers."
	},
	SIGNED_AGAIN: {
		severity: "note",
		meaning: "The log has several valid entries of the expected signer for this digest.",
		remedy: "Nothing to do: it was signed more than once, by who may."
	},
	LOG_SEARCH_UNAVAILABLE: {
		severity: "warning",
		meaning: "The log could not be searched for further entries, so that those signed again were not looked for.",
		remedy: "Nothing to do for what is verified. Run again later, or set log-search to failures."
	},
	LOG_TIME_FAR: {
		severity: "warning",
		meaning: "The log took the entry at a time that is far from the date of the release.",
		remedy: "Look at what was signed so long after, or before, the release, and ask the Kubernetes release engineers why."
	},
	IMAGE_DIGEST_SHARED: {
		severity: "error",
		meaning: "The registry answers for several images with one and the same.",
		remedy: "Do not use the images: at most one of them is what it is called. Tell whoever runs the registry."
	},
	IMAGE_SINGLE_PLATFORM: {
		severity: "warning",
		meaning: "A tag under which Kubernetes has an index of all platforms stands for the image of one.",
		remedy: "Pull the image from registry.k8s.io itself, or copy it with all of its platforms."
	}
};
// src/audit/finding.ts
/** Every code that a finding may have. */
const FINDING_CODES = [.../* @__PURE__ */ new Set([...Object.keys(AUDIT_FINDINGS), ...Object.keys(external_common_js_namespaceObject.Nr)])];
/** Wrong evidence is an error; what could not be decided is a warning. */
function severityOf(code) {
	if (code in AUDIT_FINDINGS) return AUDIT_FINDINGS[code].severity;
	return external_common_js_namespaceObject.Nr[code].exit === 1 ? "error" : "warning";
}
/** What to do about what has the code. */
function remedyOf(code) {
	return code in AUDIT_FINDINGS ? AUDIT_FINDINGS[code].remedy : external_common_js_namespaceObject.Nr[code].remedy;
}
/** What the code says in general. */
function meaningOf(code) {
	return code in AUDIT_FINDINGS ? AUDIT_FINDINGS[code].meaning : external_common_js_namespaceObject.Nr[code].meaning;
}
// src/audit/audit-report.ts
/** What is written wherever `schemaVersion` stands at the top of an audit's report. */
const AUDIT_SCHEMA_VERSION = 1;
const MAX_TEXT_LENGTH$1 = 4096;
const MAX_RELEASES = 1e4;
const MAX_ARTIFACTS = 1e5;
const MAX_FINDINGS$1 = 1e3;
const MAX_CHECKPOINTS = 256;
/** Text that may come from outside, and has an end. */
const audits_text = (0,external_prove_js_namespaceObject.qt)((0,external_prove_js_namespaceObject.$t)(), (0,external_prove_js_namespaceObject.Vt)(MAX_TEXT_LENGTH$1));
const count$1 = (0,external_prove_js_namespaceObject.qt)((0,external_prove_js_namespaceObject.Wt)(), (0,external_prove_js_namespaceObject.Xt)(), (0,external_prove_js_namespaceObject.Ut)(0));
/** A time as ISO 8601 in UTC. */
const time = (0,external_prove_js_namespaceObject.qt)((0,external_prove_js_namespaceObject.$t)(), (0,external_prove_js_namespaceObject.Yt)(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/));
const digest = (0,external_prove_js_namespaceObject.qt)((0,external_prove_js_namespaceObject.$t)(), (0,external_prove_js_namespaceObject.Yt)(/^sha256:[0-9a-f]{64}$/));
/** A version of a release, with its `v`. */
const version = (0,external_prove_js_namespaceObject.qt)((0,external_prove_js_namespaceObject.$t)(), (0,external_prove_js_namespaceObject.Yt)(/^v(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})(?:-(?:alpha|beta|rc)\.(?:0|[1-9]\d{0,5}))?$/));
/** Below the release's folder, or `image:NAME`. */
const path = (0,external_prove_js_namespaceObject.qt)((0,external_prove_js_namespaceObject.$t)(), (0,external_prove_js_namespaceObject.Vt)(512), (0,external_prove_js_namespaceObject.Yt)(/^(?:image:)?[A-Za-z0-9][A-Za-z0-9._+-]*(?:\/[A-Za-z0-9][A-Za-z0-9._+-]*)*$/));
const outcome = (0,external_prove_js_namespaceObject.Kt)([
	"verified",
	"rejected",
	"unverifiable"
]);
const depth$1 = (0,external_prove_js_namespaceObject.Kt)(["digest", "full"]);
const audits_status = (0,external_prove_js_namespaceObject.Kt)([
	"passed",
	"failed",
	"not-run"
]);
const checkId = (0,external_prove_js_namespaceObject.Kt)([
	...external_common_js_namespaceObject.nn,
	...external_common_js_namespaceObject.rn,
	...external_common_js_namespaceObject["in"]
]);
const finding = (0,external_prove_js_namespaceObject.Qt)({
	code: (0,external_prove_js_namespaceObject.Kt)(FINDING_CODES),
	severity: (0,external_prove_js_namespaceObject.Kt)(SEVERITIES),
	message: audits_text,
	expected: (0,external_prove_js_namespaceObject.zt)(audits_text),
	actual: (0,external_prove_js_namespaceObject.zt)(audits_text),
	/** Set where there is a baseline to compare with. */
	since: (0,external_prove_js_namespaceObject.zt)((0,external_prove_js_namespaceObject.Kt)(["new", "standing"]))
});
/** One artifact or image of a release. What passed is said by its status alone; what did not, in full. */
const artifactSchema = (0,external_prove_js_namespaceObject.Qt)({
	path,
	name: audits_text,
	kind: (0,external_prove_js_namespaceObject.Kt)([
		"binary",
		"tarball",
		"sbom",
		"image"
	]),
	/** `linux/amd64`; absent where one file serves all. */
	platform: (0,external_prove_js_namespaceObject.zt)(audits_text),
	/** `full`: the bytes were hashed. `digest`: evidence was checked for the published digest; no bytes were seen. */
	depth: depth$1,
	outcome,
	digest: (0,external_prove_js_namespaceObject.zt)(digest),
	/** In bytes; only at depth `full`. */
	size: (0,external_prove_js_namespaceObject.zt)(count$1),
	/** Each check's status, in the order of the checks. */
	checks: (0,external_prove_js_namespaceObject.Jt)(checkId, audits_status),
	/** Each check that failed, or that was required and did not run. */
	problems: (0,external_prove_js_namespaceObject.zt)((0,external_prove_js_namespaceObject.Lt)((0,external_prove_js_namespaceObject.Qt)({
		id: checkId,
		status: audits_status,
		code: (0,external_prove_js_namespaceObject.zt)((0,external_prove_js_namespaceObject.Kt)(FINDING_CODES)),
		detail: audits_text,
		expected: (0,external_prove_js_namespaceObject.zt)(audits_text),
		actual: (0,external_prove_js_namespaceObject.zt)(audits_text)
	}))),
	findings: (0,external_prove_js_namespaceObject.zt)((0,external_prove_js_namespaceObject.qt)((0,external_prove_js_namespaceObject.Lt)(finding), (0,external_prove_js_namespaceObject.Vt)(MAX_FINDINGS$1))),
	/** Certificate identity and OIDC issuer, where the certificate is proven. */
	signer: (0,external_prove_js_namespaceObject.zt)((0,external_prove_js_namespaceObject.Qt)({
		certificateIdentity: audits_text,
		oidcIssuer: audits_text
	})),
	/** The transparency log entry, where it is proven. */
	logEntry: (0,external_prove_js_namespaceObject.zt)((0,external_prove_js_namespaceObject.Qt)({
		uuid: audits_text,
		logId: audits_text,
		logIndex: count$1,
		integratedTime: (0,external_prove_js_namespaceObject.zt)(time)
	}))
});
const release = (0,external_prove_js_namespaceObject.Qt)({
	version,
	/** `input`, or the URL of the release channel. */
	source: audits_text,
	notes: (0,external_prove_js_namespaceObject.Lt)(audits_text),
	/** When the release was made, by its signed SBOM. */
	releasedAt: (0,external_prove_js_namespaceObject.zt)(time),
	/** The worst of its artifacts'. */
	outcome,
	/** What concerns the release as a whole, such as a paper that is missing. */
	findings: (0,external_prove_js_namespaceObject.Lt)(finding),
	/** By path. */
	artifacts: (0,external_prove_js_namespaceObject.qt)((0,external_prove_js_namespaceObject.Lt)(artifactSchema), (0,external_prove_js_namespaceObject.Vt)(MAX_ARTIFACTS))
});
const counts = (0,external_prove_js_namespaceObject.Qt)({
	artifacts: count$1,
	verified: count$1,
	rejected: count$1,
	unverifiable: count$1,
	findings: (0,external_prove_js_namespaceObject.Qt)({
		alarm: count$1,
		error: count$1,
		warning: count$1,
		note: count$1
	})
});
const audits_location = {
	version,
	path: (0,external_prove_js_namespaceObject.zt)(path)
};
const comparison = (0,external_prove_js_namespaceObject.Qt)({
	/** When the baseline was made. */
	baselineStartedAt: time,
	new: count$1,
	standing: count$1,
	/** Findings of the baseline that are gone, though what they were about was looked at. */
	fixed: (0,external_prove_js_namespaceObject.Lt)((0,external_prove_js_namespaceObject.Qt)({
		...audits_location,
		code: (0,external_prove_js_namespaceObject.Kt)(FINDING_CODES),
		message: audits_text
	})),
	/** Digests that moved while the version stood still: the loudest. */
	moved: (0,external_prove_js_namespaceObject.Lt)((0,external_prove_js_namespaceObject.Qt)({
		...audits_location,
		from: digest,
		to: digest
	}))
});
const checkpoint = (0,external_prove_js_namespaceObject.Qt)({
	logId: (0,external_prove_js_namespaceObject.qt)((0,external_prove_js_namespaceObject.$t)(), (0,external_prove_js_namespaceObject.Yt)(/^[0-9a-f]{64}$/)),
	/** Empty of a log of Rekor v2. */
	treeId: (0,external_prove_js_namespaceObject.qt)((0,external_prove_js_namespaceObject.$t)(), (0,external_prove_js_namespaceObject.Yt)(/^(?:[0-9a-f]{16})?$/)),
	treeSize: count$1,
	/** The signed note. */
	checkpoint: audits_text
});
const signer = (0,external_prove_js_namespaceObject.Qt)({
	certificateIdentity: audits_text,
	oidcIssuer: audits_text
});
/** Who has to have signed releases and images. */
const signers = (0,external_prove_js_namespaceObject.Qt)({
	release: signer,
	image: signer
});
/** The form of report.json; scripts/audit-schema.mjs makes the published schema of it. @public */
const auditReportSchema = (0,external_prove_js_namespaceObject.Qt)({
	schemaVersion: (0,external_prove_js_namespaceObject.Bt)(AUDIT_SCHEMA_VERSION),
	kind: (0,external_prove_js_namespaceObject.Bt)("audit"),
	outcome,
	/** By `fail-on`; the outcome stays what it is. */
	exitCode: (0,external_prove_js_namespaceObject.Kt)([
		0,
		1,
		2,
		3,
		70
	]),
	depth: depth$1,
	/** How many artifacts of each release were taken in full, and the seed that draws the same again. */
	sample: (0,external_prove_js_namespaceObject.zt)((0,external_prove_js_namespaceObject.Qt)({
		perRelease: count$1,
		seed: audits_text
	})),
	/** Which part of a plan this is. */
	shard: (0,external_prove_js_namespaceObject.zt)((0,external_prove_js_namespaceObject.Qt)({
		number: count$1,
		of: count$1,
		plan: digest
	})),
	trustedRoot: (0,external_prove_js_namespaceObject.zt)(audits_text),
	/** Who has to have signed. */
	signers,
	/** The version of this program. */
	program: (0,external_prove_js_namespaceObject.zt)(audits_text),
	counts,
	comparison: (0,external_prove_js_namespaceObject.zt)(comparison),
	/** The last state of each tree of a log that everything before it leads to: the next audit goes on from there. */
	checkpoints: (0,external_prove_js_namespaceObject.zt)((0,external_prove_js_namespaceObject.qt)((0,external_prove_js_namespaceObject.Lt)(checkpoint), (0,external_prove_js_namespaceObject.Vt)(MAX_CHECKPOINTS))),
	releases: (0,external_prove_js_namespaceObject.qt)((0,external_prove_js_namespaceObject.Lt)(release), (0,external_prove_js_namespaceObject.Vt)(MAX_RELEASES)),
	/** Every host that answered, with its port. */
	hosts: (0,external_prove_js_namespaceObject.zt)((0,external_prove_js_namespaceObject.Lt)(audits_text)),
	warnings: (0,external_prove_js_namespaceObject.Lt)(audits_text),
	/** What stopped the audit as a whole. */
	error: (0,external_prove_js_namespaceObject.zt)((0,external_prove_js_namespaceObject.Qt)({
		code: (0,external_prove_js_namespaceObject.Kt)(FINDING_CODES),
		message: audits_text,
		hint: audits_text
	})),
	startedAt: time,
	durationMs: count$1
});
/**
* Reads a report.
* @param name of the file, for the error
* @throws InputError INPUT_INVALID, with the JSON path of the first fault
*/
function parseAuditReport(json, field, name) {
	const refuse = (what) => new external_common_js_namespaceObject.Tr([{
		code: "INPUT_INVALID",
		field,
		message: `"${name}" is not the report of an audit: ${what}`
	}]);
	return (0,external_prove_js_namespaceObject.Ft)(json, auditReportSchema, {
		refuse: ({ what }) => refuse(what),
		message: external_prove_js_namespaceObject.It
	});
}
/** The text of report.json. */
function formatAuditReport(report) {
	return [...toAuditReportPieces(report)].join("");
}
/** The same in pieces, for who writes what need not be in memory: an artifact a line, so that reports can be compared line by line. */
function* toAuditReportPieces({ releases, ...rest }) {
	yield `${withoutEnd(rest)},\n  "releases": [`;
	for (const [index, { artifacts, ...release }] of releases.entries()) {
		yield `${index === 0 ? "" : ","}\n${withoutEnd(release).replace(/^/gm, "    ")},\n      "artifacts": [`;
		for (const [at, artifact] of artifacts.entries()) yield `${at === 0 ? "" : ","}\n        ${(0,external_common_js_namespaceObject.Lr)(artifact)}`;
		yield `${artifacts.length === 0 ? "" : "\n      "}]\n    }`;
	}
	yield `${releases.length === 0 ? "" : "\n  "}]\n}\n`;
}
/** An object's JSON, open for one more field. */
function withoutEnd(object) {
	return (0,external_common_js_namespaceObject.Lr)(object, 2).replace(/\n\}$/, "");
}
// src/audit/audit-plan.ts
const MAX_ITEMS = 1e5;
const MAX_SHARDS = 256;
const depth = (0,external_prove_js_namespaceObject.Kt)(["digest", "full"]);
const count = (0,external_prove_js_namespaceObject.qt)((0,external_prove_js_namespaceObject.Wt)(), (0,external_prove_js_namespaceObject.Xt)(), (0,external_prove_js_namespaceObject.Ut)(0));
const planSchema = (0,external_prove_js_namespaceObject.Qt)({
	schemaVersion: (0,external_prove_js_namespaceObject.Bt)(1),
	kind: (0,external_prove_js_namespaceObject.Bt)("audit-plan"),
	depth,
	sample: (0,external_prove_js_namespaceObject.zt)((0,external_prove_js_namespaceObject.Qt)({
		perRelease: count,
		seed: audits_text
	})),
	/** A report that is older is of another audit. */
	createdAt: (0,external_prove_js_namespaceObject.zt)(time),
	/** The version of this program that planned, and has to audit. */
	program: (0,external_prove_js_namespaceObject.zt)(audits_text),
	/** Who has to have signed. */
	signers: (0,external_prove_js_namespaceObject.zt)(signers),
	/** Which trusted root was asked for: a choice, or `file PATH`. */
	trustedRoot: (0,external_prove_js_namespaceObject.zt)(audits_text),
	shards: (0,external_prove_js_namespaceObject.qt)((0,external_prove_js_namespaceObject.Lt)((0,external_prove_js_namespaceObject.Qt)({
		shard: count,
		artifacts: count,
		bytes: count
	})), (0,external_prove_js_namespaceObject.Ht)(1), (0,external_prove_js_namespaceObject.Vt)(MAX_SHARDS)),
	releases: (0,external_prove_js_namespaceObject.Lt)((0,external_prove_js_namespaceObject.Qt)({
		version,
		source: audits_text,
		items: (0,external_prove_js_namespaceObject.qt)((0,external_prove_js_namespaceObject.Lt)((0,external_prove_js_namespaceObject.Qt)({
			path,
			depth,
			shard: count
		})), (0,external_prove_js_namespaceObject.Vt)(MAX_ITEMS))
	}))
});
/** What an artifact costs beside its bytes, in bytes: the time of its requests on a fast line. */
const REQUESTS_IN_BYTES = 2e6;
/**
* Each item goes to the shard that has the least to do so far, the largest item first: no shard has more than
* the fair share and one item (R. L. Graham, Bounds on Multiprocessing Timing Anomalies, 1969).
*/
function assignShards(releases, { shards, depth, sample, createdAt, program, signers: expected, trustedRoot }) {
	const items = releases.flatMap((release) => release.items);
	const loads = Array.from({ length: Math.max(1, Math.min(shards, items.length)) }, (_, index) => ({
		shard: index + 1,
		artifacts: 0,
		bytes: 0,
		cost: 0
	}));
	const shardOf = /* @__PURE__ */ new Map();
	for (const item of [...items].sort((a, b) => b.bytes - a.bytes)) {
		const least = loads.reduce((best, load) => load.cost < best.cost ? load : best);
		least.artifacts++;
		least.bytes += item.bytes;
		least.cost += item.bytes + REQUESTS_IN_BYTES;
		shardOf.set(item, least.shard);
	}
	return {
		schemaVersion: 1,
		kind: "audit-plan",
		depth,
		...sample && { sample },
		...createdAt !== void 0 && { createdAt },
		...program !== void 0 && { program },
		...expected && { signers: expected },
		...trustedRoot !== void 0 && { trustedRoot },
		shards: loads.map(({ shard, artifacts, bytes }) => ({
			shard,
			artifacts,
			bytes
		})),
		releases: releases.map((release) => ({
			version: release.version,
			source: release.source,
			items: release.items.map((item) => ({
				path: item.path,
				depth: item.depth,
				shard: shardOf.get(item) ?? 1
			}))
		}))
	};
}
/** For `strategy.matrix` of a workflow's job. */
function toMatrix$1({ shards }) {
	return (0,external_common_js_namespaceObject.Lr)({ include: shards });
}
/** The text of a plan, as it is written. */
function formatAuditPlan(plan) {
	return `${(0,external_common_js_namespaceObject.Lr)(plan)}\n`;
}
/** Names the plan in the reports of its shards. */
function digestOfPlan(plan) {
	return (0,external_common_js_namespaceObject.ur)(Buffer.from(formatAuditPlan(plan)));
}
/** @throws InputError INPUT_INVALID, with the JSON path of the first fault */
function parseAuditPlan(json, name) {
	const refuse = (what) => new external_common_js_namespaceObject.Tr([{
		code: "INPUT_INVALID",
		field: "plan",
		message: `"${name}" is not a plan: ${what}`
	}]);
	const plan = (0,external_prove_js_namespaceObject.Ft)(json, planSchema, {
		refuse: ({ what }) => refuse(what),
		message: "is not what a plan has there"
	});
	for (const release of plan.releases) {
		const paths = release.items.map((item) => item.path);
		if (new Set(paths).size < paths.length) throw refuse(`${release.version} has a path twice`);
		if (release.items.some(({ shard }) => shard < 1 || shard > plan.shards.length)) throw refuse(`${release.version} has a shard that there is not`);
	}
	const versions = plan.releases.map((release) => release.version);
	if (new Set(versions).size < versions.length) throw refuse("it has a release twice");
	return plan;
}
// src/audit/audited.ts
/**
* The values that ten thousands of artifacts of one audit have in common: lists of statuses, signers, logs. Each is
* kept once; JSON writes them out.
*/
var SharedValues = class {
	#values = /* @__PURE__ */ new Map();
	/** @returns the first value of those that are the same in JSON */
	share(value) {
		const key = JSON.stringify(value);
		if (!this.#values.has(key)) this.#values.set(key, value);
		return this.#values.get(key);
	}
};
/** In the report's words no text is longer: a detail may repeat what somebody else wrote. */
const MAX_TEXT_LENGTH = 2e3;
/** The compact form of a result, as an audit's report keeps it. */
function toAudited(result, { path, name, kind, platform, size, findings, values }) {
	const { depth, outcome, digest, checks, signer, logEntry } = result;
	const problems = checks.filter(isProblem).map(toProblem);
	return {
		path: toOwnText(path),
		name,
		kind,
		...platform !== void 0 && { platform },
		depth,
		outcome,
		...digest && { digest: digest.toString() },
		...size !== void 0 && { size },
		checks: values.share(toStatuses(checks)),
		...problems.length > 0 && { problems },
		...findings.length > 0 && { findings: [...findings] },
		...signer && { signer: values.share(signer) },
		...logEntry && { logEntry: {
			...logEntry,
			logId: values.share(logEntry.logId)
		} }
	};
}
/** Cut out of a paper of its release, it would keep that paper in memory with it. */
function toOwnText(text) {
	return Buffer.from(text).toString();
}
/** A finding, with the severity of its code. */
function toFinding(code, message, { expected, actual } = {}) {
	return {
		code,
		severity: severityOf(code),
		message: cut(message),
		...expected !== void 0 && { expected: cut(expected) },
		...actual !== void 0 && { actual: cut(actual) }
	};
}
/** What the papers and the catalogue say of an artifact, where they differ. */
function listingFindings(title, { isInCatalogue, listedBy, missingFrom }) {
	const name = (papers) => papers.join(", ") || "no paper";
	return [...missingFrom.length > 0 ? [toFinding("ARTIFACT_UNLISTED", listedBy.length === 0 ? `${title}: no paper of the release lists it, though the catalogue expects it` : `${title}: listed by ${name(listedBy)}, and not by ${name(missingFrom)}`, {
		expected: "listed by every paper",
		actual: `listed by ${name(listedBy)}`
	})] : [], ...isInCatalogue ? [] : [toFinding("ARTIFACT_UNEXPECTED", `${title}: listed by ${name(listedBy)}, and unknown to the catalogue`)]];
}
/** Sorted, and with the outcome of the worst. */
function toAuditedRelease(release, artifacts) {
	const sorted = [...artifacts].sort((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
	const outcome = (0,external_common_js_namespaceObject.tn)(sorted.map((each) => each.outcome));
	const { version, source, notes, releasedAt, findings } = release;
	return {
		version,
		source,
		notes,
		...releasedAt !== void 0 && { releasedAt },
		outcome,
		findings,
		artifacts: sorted
	};
}
/** Every finding of a release, those of its artifacts included. */
function findingsOf$1({ findings, artifacts }) {
	return [...findings, ...artifacts.flatMap((artifact) => artifact.findings ?? [])];
}
/** Counts outcomes and findings over all releases. */
function countAll(releases) {
	const artifacts = releases.flatMap((release) => release.artifacts);
	const findings = releases.flatMap(findingsOf$1);
	const ofOutcome = (outcome) => artifacts.filter((each) => each.outcome === outcome).length;
	const bySeverity = SEVERITIES.map((severity) => [severity, findings.filter((each) => each.severity === severity).length]);
	return {
		artifacts: artifacts.length,
		verified: ofOutcome("verified"),
		rejected: ofOutcome("rejected"),
		unverifiable: ofOutcome("unverifiable"),
		findings: Object.fromEntries(bySeverity)
	};
}
/** A failed check, or one that keeps the outcome from being verified. */
function isProblem({ status, required }) {
	return status === "failed" || required && status === "not-run";
}
function toProblem({ id, status, code, detail, expected, actual }) {
	return {
		id,
		status,
		...code !== void 0 && { code },
		detail: cut(detail),
		...expected !== void 0 && { expected: cut(expected) },
		...actual !== void 0 && { actual: cut(actual) }
	};
}
function toStatuses(checks) {
	return Object.fromEntries(checks.map(({ id, status }) => [id, status]));
}
function cut(text) {
	return text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH)}…` : text;
}
// src/audit/shared-digests.ts
/**
* The artifacts, with a finding on each image whose digest another image of the release has as well. What part of a
* release, such as a shard, said of its own before is said anew of the whole.
*/
function withSharedDigests(version, artifacts) {
	const images = artifacts.filter(({ kind, digest }) => kind === "image" && digest !== void 0);
	const byDigest = Map.groupBy(images, ({ digest }) => digest);
	return artifacts.map((artifact) => {
		const { kind, name, digest } = artifact;
		const findings = (artifact.findings ?? []).filter(({ code }) => code !== "IMAGE_DIGEST_SHARED");
		const names = ((kind === "image" && digest !== void 0 ? byDigest.get(digest) : void 0) ?? []).filter((other) => other !== artifact).map((other) => other.name);
		if (names.length === 0) return artifact;
		const message = `${version} image ${name}: the registry answers for ${names.join(", ")} with the same image`;
		return {
			...artifact,
			findings: [...findings, toFinding("IMAGE_DIGEST_SHARED", message)]
		};
	});
}
// src/audit/recompute.ts
const COMPLETE = [
	external_common_js_namespaceObject.nn,
	[...external_common_js_namespaceObject.nn, ...external_common_js_namespaceObject.rn],
	[...external_common_js_namespaceObject.nn, ...external_common_js_namespaceObject["in"]]
];
/** What no policy of an audit does without. */
const ALWAYS = [
	"signature",
	"certificate-chain",
	"certificate-identity",
	"oidc-issuer",
	"log-entry-binding"
];
/** One of each list has to have passed. */
const EITHER = [["signed-entry-timestamp", "signed-timestamp"], ["checkpoint", "signed-entry-timestamp"]];
/** Whether what is said of an artifact is no better than its own checks, and no milder. */
function followsFromChecks(artifact) {
	const outcome = recomputeOutcome(artifact);
	if (artifact.outcome === "verified") return outcome === "verified";
	return outcome !== "rejected" || artifact.outcome === "rejected";
}
/** The outcome that an artifact's own checks come to. */
function recomputeOutcome({ checks, problems = [], kind }) {
	const statuses = checks;
	const isPassed = (id) => statuses[id] === "passed";
	if (Object.values(checks).includes("failed")) return "rejected";
	const ids = Object.keys(checks);
	const isComplete = COMPLETE.some((list) => list.length === ids.length && list.every((id) => ids.includes(id)));
	const isProven = ALWAYS.every(isPassed) && EITHER.every((list) => list.some(isPassed)) && (kind !== "image" || isPassed("image-payload"));
	return isComplete && isProven && problems.length === 0 ? "verified" : "unverifiable";
}
// src/audit/merge.ts
/** How many missing artifacts an error names. */
const MAX_NAMED = 5;
/** A report that is older says nothing of today. */
const MAX_AGE_MS = 6048e5;
/** Clocks of several machines differ. */
const CLOCK_SKEW_MS = 3e5;
/**
* @throws InputError INPUT_INVALID where there is no report
* @throws CodedError SHARD_MISMATCH when a report is not of this plan, not made like the others, or not what its own
*   checks come to, LOG_INCONSISTENT when two reports contradict each other about a log
*/
function mergeReports(plan, shards, context) {
	const digest = digestOfPlan(plan).toString();
	const [first] = shards;
	if (first === void 0) throw new external_common_js_namespaceObject.Tr([{
		code: "INPUT_INVALID",
		field: "reports",
		message: "holds no report"
	}]);
	for (const { name, report } of shards) {
		if (report.shard?.plan !== digest) throw refuse$1(`"${name}" is not of this plan`);
		const differing = [
			"signers",
			"trustedRoot",
			"depth",
			"sample",
			"program"
		].find((key) => JSON.stringify(report[key]) !== JSON.stringify(first.report[key]));
		if (differing !== void 0) throw refuse$1(`"${name}" and "${first.name}" differ in ${differing}`);
		assertOfPlan({
			name,
			report
		}, plan, context);
	}
	const missing = [];
	const releases = plan.releases.map((planned) => {
		const parts = shards.flatMap(({ name, report: { shard, releases: own } }) => own.filter(({ version }) => version === planned.version).map((release) => ({
			name,
			shard,
			release
		})));
		const found = /* @__PURE__ */ new Map();
		for (const { name, shard, release } of parts) for (const artifact of release.artifacts) {
			const item = planned.items.find(({ path }) => path === artifact.path);
			if (item?.shard !== shard?.number) throw refuse$1(`"${name}" has ${planned.version} ${artifact.path}, which is not of its shard`);
			if (found.has(artifact.path)) throw refuse$1(`${planned.version} ${artifact.path} is there twice`);
			assertHonest(artifact, item?.depth, `"${name}" has ${planned.version} ${artifact.path}`);
			found.set(artifact.path, artifact);
		}
		missing.push(...planned.items.filter(({ path }) => !found.has(path)).map(({ path }) => `${planned.version} ${path}`));
		const releasedAt = parts.map(({ release }) => release.releasedAt).find((time) => time !== void 0);
		return toAuditedRelease({
			version: planned.version,
			source: planned.source,
			notes: unique(parts.flatMap(({ release }) => release.notes)),
			...releasedAt !== void 0 && { releasedAt },
			findings: unique(parts.flatMap(({ release }) => release.findings))
		}, withSharedDigests(planned.version, [...found.values()]));
	});
	const { signers, depth, sample, trustedRoot, program, startedAt } = first.report;
	const checkpoints = joinCheckpoints(shards);
	const hosts = unique(shards.flatMap(({ report }) => report.hosts ?? [])).sort();
	const starts = shards.map(({ report }) => Date.parse(report.startedAt));
	const ends = shards.map(({ report }) => Date.parse(report.startedAt) + report.durationMs);
	return {
		error: missing.length === 0 ? shards.flatMap(({ report }) => report.error ?? []).map(({ code, message, hint }) => toError(code, message, hint))[0] : new external_common_js_namespaceObject.xr("AUDIT_INCOMPLETE", `the shards do not cover the plan: ${missing.length} of ${missing.length + countAll(releases).artifacts} artifacts are in none: ${missing.slice(0, MAX_NAMED).join(", ")}${missing.length > MAX_NAMED ? ", …" : ""}`),
		facts: {
			depth,
			...sample && { sample },
			...trustedRoot !== void 0 && { trustedRoot },
			signers,
			...program !== void 0 && { program },
			...checkpoints.length > 0 && { checkpoints },
			releases,
			...hosts.length > 0 && { hosts },
			warnings: unique(shards.flatMap(({ report }) => report.warnings)),
			startedAt: starts.length > 0 ? new Date(Math.min(...starts)).toISOString() : startedAt,
			durationMs: Math.max(...ends) - Math.min(...starts)
		}
	};
}
/**
* The largest of each tree. That two shards' are of one log is for the next audit to have proven: a merge asks nobody.
* @throws CodedError LOG_INCONSISTENT where two of one size differ
*/
function joinCheckpoints(shards) {
	const byTree = /* @__PURE__ */ new Map();
	for (const each of shards.flatMap(({ report }) => report.checkpoints ?? [])) {
		const key = `${each.logId} ${each.treeId}`;
		const known = byTree.get(key);
		if (known?.treeSize === each.treeSize && rootOf(known) !== rootOf(each)) {
			const notes = [known, each].map(({ checkpoint }) => JSON.stringify(checkpoint)).join(" and ");
			throw new external_common_js_namespaceObject.xr("LOG_INCONSISTENT", `two shards have seen states of a log that exclude each other: ${notes}`);
		}
		if (known === void 0 || known.treeSize < each.treeSize) byTree.set(key, each);
	}
	return [...byTree.values()];
}
/** The third line of a signed note. */
function rootOf({ checkpoint }) {
	return checkpoint.split("\n")[2];
}
function toError(code, message, hint) {
	return new external_common_js_namespaceObject.xr(code, message, { hint });
}
function unique(values) {
	return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
/** The policy of the plan, the program that planned and merges, and the time of this audit. */
function assertOfPlan({ name, report }, plan, { now, program }) {
	const startedAt = Date.parse(report.startedAt);
	const compare = (what, expected, actual) => {
		if (expected === void 0 || JSON.stringify(expected) === JSON.stringify(actual)) return;
		throw refuse$1(`"${name}" has another ${what} than the plan`, JSON.stringify(expected), JSON.stringify(actual));
	};
	compare("depth", plan.depth, report.depth);
	compare("sample", plan.sample, report.sample);
	compare("signer", plan.signers, report.signers);
	compare("version of this program", plan.program, report.program);
	if (!isRootOf(plan.trustedRoot, report.trustedRoot)) throw refuse$1(`"${name}" has another trusted root than the plan`, plan.trustedRoot, report.trustedRoot);
	if (plan.program !== void 0 && plan.program !== program) throw refuse$1(`the plan is of another version of this program than the merge`, program, plan.program);
	if (plan.createdAt !== void 0 && startedAt < Date.parse(plan.createdAt) - CLOCK_SKEW_MS) throw refuse$1(`"${name}" is older than the plan`, `after ${plan.createdAt}`, report.startedAt);
	if (now - startedAt > MAX_AGE_MS) throw refuse$1(`"${name}" is older than seven days`, void 0, report.startedAt);
	if (startedAt - now > CLOCK_SKEW_MS) throw refuse$1(`"${name}" is of the future`, void 0, report.startedAt);
}
/** Whether what a report says of its trusted root can have come of what the plan asked for. */
function isRootOf(asked, used) {
	if (asked === void 0 || used === void 0 || used === asked) return true;
	const isByTuf = used.startsWith("tuf (");
	const isEmbedded = used.startsWith("embedded (");
	switch (asked) {
		case "auto": return isByTuf || isEmbedded;
		case "staging": return isByTuf || used.startsWith("embedded, staging (");
		case "tuf": return isByTuf;
		case "embedded": return isEmbedded;
		default: return false;
	}
}
/** What a shard says of an artifact has to follow from its checks, and to be as deep as planned. */
function assertHonest(artifact, depth, what) {
	if (!followsFromChecks(artifact)) throw refuse$1(`${what} as ${artifact.outcome}, and its checks do not say so`, recomputeOutcome(artifact), artifact.outcome);
	if (artifact.outcome === "verified" && depth === "full" && artifact.depth !== "full") throw refuse$1(`${what} at another depth than planned`, depth, artifact.depth);
}
function refuse$1(message, expected, actual) {
	return new external_common_js_namespaceObject.xr("SHARD_MISMATCH", message, {
		expected,
		actual
	});
}
// src/audit/verdict.ts
/** What is found about a log is about everything that rests on it, as when a single artifact is proven. */
const OF_LOGS = {
	LOG_INCONSISTENT: "rejected",
	LOG_CONSISTENCY_UNPROVEN: "unverifiable"
};
const EXIT_CODES = {
	verified: 0,
	rejected: 1,
	unverifiable: 3
};
/** The report with its outcome, counts and exit code, which follow from the rest. */
function conclude(facts, failOn, error) {
	const { depth, sample, shard, trustedRoot, signers, program, comparison, checkpoints, releases, hosts, warnings, startedAt, durationMs } = facts;
	const counts = countAll(releases);
	const outcome = (0,external_common_js_namespaceObject.tn)([
		...releases.map((release) => release.outcome),
		...releases.flatMap(({ findings }) => findings.flatMap(({ code }) => OF_LOGS[code] ?? [])),
		...error === void 0 ? [] : [error.exitCode === 1 ? "rejected" : "unverifiable"]
	]);
	return {
		schemaVersion: 1,
		kind: "audit",
		outcome,
		exitCode: toExitCode({
			outcome,
			counts
		}, failOn, error),
		depth,
		...sample && { sample },
		...shard && { shard },
		...trustedRoot !== void 0 && { trustedRoot },
		signers,
		...program !== void 0 && { program },
		counts,
		...comparison && { comparison },
		...checkpoints && { checkpoints },
		releases,
		...hosts && { hosts },
		warnings,
		...error && { error: {
			code: error.code,
			message: error.message,
			hint: error.hint
		} },
		startedAt,
		durationMs
	};
}
/** A bad request and our own bug fail the step whatever it is to fail on; an alarm does unless it is `never`. */
function toExitCode({ outcome, counts: { findings } }, failOn, error) {
	if (error !== void 0 && (error.exitCode === 2 || error.exitCode === 70)) return error.exitCode;
	if (failOn === "never") return 0;
	if (outcome === "rejected" || findings.alarm > 0) return 1;
	if (outcome !== "verified" && failOn !== "rejected") return EXIT_CODES[outcome];
	const isClean = findings.error + findings.warning + findings.note === 0;
	return failOn === "finding" && !isClean ? 1 : 0;
}
// src/report/html.ts
/** Made by `html` alone. */
var Markup = class {
	text;
	constructor(text) {
		this.text = text;
	}
};
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
/** html`<p title="${text}">${text}</p>`; attributes have to be quoted. */
function html(parts, ...values) {
	return new Markup(parts.reduce((before, part, index) => before + toText(values[index - 1]) + part));
}
function toText(content) {
	if (content instanceof Markup) return content.text;
	if (typeof content === "object") return content.map(({ text }) => text).join("");
	return (0,external_common_js_namespaceObject.un)(String(content ?? "")).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
/** A value for a <script type="application/json">, which no text in it can end. */
function toJsonBlock(value) {
	return new Markup(JSON.stringify(value, (_key, each) => typeof each === "string" ? (0,external_common_js_namespaceObject.un)(each) : each).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`));
}
/** Our own style, script and attributes: never anything from outside. */
function raw(text) {
	return new Markup(text);
}
// src/report/audit/html-words.ts
/** Longer lists are cut, and say so: report.json and the cells have it all. */
const MAX_LISTED = 2e3;
/** A count and its noun. */
function plural(count, noun) {
	return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
/** As many as fit on the page, and how many are left out. */
function capped(all, format) {
	const rest = all.length - MAX_LISTED;
	const items = all.slice(0, MAX_LISTED).map(format);
	return rest > 0 ? [...items, html`<li class="rest">and ${rest} more, which report.json has</li>`] : items;
}
// src/report/audit/html-findings.ts
/** As many as fit above everything else. */
const MOVED_AT_FIRST = 8;
const REJECTED_AT_FIRST = 10;
/** Digests that moved while the version stood still are why anybody keeps a baseline: they come first. */
function formatComparison(comparison) {
	if (comparison === void 0) return void 0;
	const { baselineStartedAt, moved, fixed, standing } = comparison;
	return html`<section class="comparison" aria-labelledby="comparison-title">
    <h2 id="comparison-title">
      Since the baseline of <time datetime="${baselineStartedAt}">${baselineStartedAt}</time>
    </h2>
    ${moved.length === 0 ? html`<p class="calm">✓ No digest moved.</p>` : formatMoved(moved)}
    <p>
      ${plural(comparison.new, "new finding")}, ${standing.toLocaleString("en")} standing,
      ${fixed.length.toLocaleString("en")} fixed.
    </p>
    ${fixed.length === 0 ? void 0 : formatFixed(fixed)}
  </section>`;
}
function formatMoved(moved) {
	const rest = moved.slice(MOVED_AT_FIRST);
	return html`<div class="box alarm">
    <h3>! ${plural(moved.length, "digest")} moved while the version stood still</h3>
    <ul class="moved">
      ${moved.slice(0, MOVED_AT_FIRST).map(formatMove)}
    </ul>
    ${rest.length === 0 ? void 0 : html`<details>
            <summary>${rest.length} more</summary>
            <ul class="moved">
              ${capped(rest, formatMove)}
            </ul>
          </details>`}
  </div>`;
}
function formatMove({ version, path, from, to }) {
	return html`<li>
    <p><b>${version}</b> <code>${path ?? "the release"}</code></p>
    <p><span class="label">from</span> <code>${from}</code></p>
    <p><span class="label">to</span> <code>${to}</code></p>
  </li> `;
}
function formatFixed(fixed) {
	return html`<details>
    <summary>Fixed findings</summary>
    <ul class="fixed">
      ${capped(fixed, ({ version, path, code, message }) => html`<li>
        <b>${version}</b> <code>${path ?? "the release"}</code> <span class="code">${code}</span>
        <bdi>${message}</bdi>
      </li>`)}
    </ul>
  </details>`;
}
/**
* What contradicts, at the first look: the artifacts that are rejected, and where they are.
* @returns undefined where there is none
*/
function formatRejected({ releases }) {
	const rejected = releases.flatMap(({ version, artifacts }) => artifacts.filter(({ outcome }) => outcome === "rejected").map((artifact) => ({
		version,
		artifact
	})));
	if (rejected.length === 0) return void 0;
	const rest = rejected.length - REJECTED_AT_FIRST;
	return html`<section class="box bad" aria-labelledby="rejected-title">
    <h2 id="rejected-title">✗ ${plural(rejected.length, "artifact")} rejected</h2>
    <ul class="rejected">
      ${rejected.slice(0, REJECTED_AT_FIRST).map(({ version, artifact: { path, findings = [] } }) => html`<li>
              <b>${version}</b> <code>${path}</code> <span class="code">${findings[0]?.code}</span>
            </li>`)}
      ${rest > 0 ? html`<li>and ${rest} more below</li>` : void 0}
    </ul>
  </section>`;
}
/** The script finds a finding again by its three numbers. */
function formatFindings(data) {
	const all = data.releases.flatMap(({ findings, artifacts }, release) => [...findings.map((finding, index) => ({
		release,
		index,
		finding,
		contradicts: false
	})), ...artifacts.flatMap(({ outcome, findings: own = [] }, artifact) => own.map((finding, index) => {
		return {
			release,
			artifact,
			index,
			finding,
			contradicts: outcome === "rejected"
		};
	}))]);
	const groups = [...Map.groupBy(all.sort(comparePlaces), ({ finding }) => finding.code)];
	return html`<section aria-labelledby="findings-title">
    <h2 id="findings-title">Findings <span class="count">${all.length.toLocaleString("en")}</span></h2>
    ${all.length === 0 ? html`<p class="calm">✓ Nothing was found.</p>` : html`<ol id="findings" class="groups">
            ${formatGroups(data, groups)}
          </ol>`}
  </section>`;
}
/** One entry for each code, which opens; of all together no more are in the page than anybody reads. */
function formatGroups(data, groups) {
	let room = MAX_LISTED;
	return groups.map(([code, places]) => {
		const listed = places.slice(0, Math.max(room, 0));
		room -= listed.length;
		const [first] = places;
		const severity = first?.finding.severity ?? "note";
		return html`<li class="group">
      <details ${raw(places.some(({ contradicts }) => contradicts) || severity === "alarm" ? " open" : "")}>
        <summary>
          <span class="badge ${severity}">! ${severity}</span> <span class="code">${code}</span>
          <span class="count">${places.length.toLocaleString("en")}</span>
          <span class="meaning">${meaningOf(code)}</span>
        </summary>
        <ol class="findings">
          ${listed.map((place) => formatFinding$2(data, place))}
          ${listed.length < places.length ? html`<li class="rest">and ${places.length - listed.length} more, which report.json has</li>` : void 0}
        </ol>
      </details>
    </li>`;
	});
}
/** From the loudest to the softest; what contradicts before what is merely absent, and what is new before the rest. */
function comparePlaces(a, b) {
	return SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity) || Number(b.contradicts) - Number(a.contradicts) || Number(a.finding.since === "standing") - Number(b.finding.since === "standing");
}
function formatFinding$2({ releases }, { release, artifact, index, finding }) {
	const { severity, message, expected, actual, since } = finding;
	const { version = "", artifacts = [] } = releases[release] ?? {};
	return html`<li
    class="finding ${severity}"
    data-release="${release}"
    data-artifact="${artifact}"
    data-finding="${index}"
  >
    <p>
      <b>${version}</b>
      <code class="path">${artifact === void 0 ? "the release" : artifacts[artifact]?.path}</code
      >${since === void 0 ? void 0 : html` <span class="since">${since}</span>`}
    </p>
    <p class="message"><bdi>${message}</bdi></p>
    ${formatCompared("expected", expected)}${formatCompared("actual", actual)}
  </li> `;
}
function formatCompared(label, text) {
	return text === void 0 ? void 0 : html`<p class="compared"><span class="label">${label}</span> <code>${text}</code></p>`;
}
// src/report/audit/html-head.ts
/** With which means, from when on, for how long: what a reader has to know to believe the rest. */
function formatCircumstances(report) {
	const { depth, sample, shard, signers, trustedRoot, startedAt, durationMs, exitCode, releases } = report;
	const facts = [["Depth", depth === "full" ? html`<b>full</b>: the bytes were fetched and hashed` : html`<b>digest</b>: a signed digest is not verified bytes; nobody looked at the bytes`]];
	if (sample !== void 0) facts.push(["Sample", html`${sample.perRelease} artifacts of each release in full, seed <code>${sample.seed}</code>`]);
	if (shard !== void 0) facts.push(["Shard", html`${shard.number} of ${shard.of} of plan <code>${shard.plan}</code>`]);
	facts.push(["Started", html`<time datetime="${startedAt}">${startedAt}</time>, took ${formatDuration(durationMs)}`], ["Scope", html`${plural(releases.length, "release")}`], ["Exit code", html`${exitCode}`]);
	if (trustedRoot !== void 0) facts.push(["Trusted root", html`<bdi>${trustedRoot}</bdi>`]);
	const { release, image } = signers;
	facts.push(["Release signer", html`<code>${release.certificateIdentity}</code> by <code>${release.oidcIssuer}</code>`], ["Image signer", html`<code>${image.certificateIdentity}</code> by <code>${image.oidcIssuer}</code>`]);
	return html`<dl class="facts">
    ${facts.map(([term, value]) => html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`)}
  </dl>`;
}
function formatDuration(durationMs) {
	const seconds = Math.round(durationMs / 1e3);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** What stopped the audit, if anything did. */
function formatError({ error }) {
	return error && html`<section class="box bad" aria-label="What stopped the audit">
      <p><b class="code">${error.code}</b> <bdi>${error.message}</bdi></p>
      <p><bdi>${error.hint}</bdi></p>
    </section>`;
}
/** The audit's warnings, if there are any. */
function formatWarnings({ warnings }) {
	return warnings.length === 0 ? void 0 : html`<section class="box warning" aria-labelledby="warnings-title">
        <h2 id="warnings-title">Warnings</h2>
        <ul>
          ${capped(warnings, (warning) => html`<li><bdi>${warning}</bdi></li>`)}
        </ul>
      </section>`;
}
/** The tiles above the page, with the counts of all releases. */
function formatCounts(releases) {
	const sum = (count) => releases.reduce((total, each) => total + count(each), 0);
	return html`<section aria-label="Counts">
    <ul class="tiles">
      ${[
		[
			"artifacts",
			sum(({ artifacts }) => artifacts),
			"plain"
		],
		[
			"✓ signed digests",
			sum(({ digests }) => digests),
			"good"
		],
		[
			"✓ verified bytes",
			sum(({ bytes }) => bytes),
			"good"
		],
		[
			"✗ rejected",
			sum(({ rejected }) => rejected),
			"bad"
		],
		[
			"? unverifiable",
			sum(({ unverifiable }) => unverifiable),
			"open"
		],
		...SEVERITIES.map((severity) => {
			const count = sum(({ findings }) => findings[severity]);
			return [
				`! ${severity}${count === 1 ? "" : "s"}`,
				count,
				severity
			];
		})
	].map(([label, count, tone]) => html`<li class="${count === 0 ? "zero" : tone}">
            <b>${count.toLocaleString("en")}</b> <span>${label}</span>
          </li>`)}
    </ul>
  </section>`;
}
// src/report/audit/matrix.ts
var import_semver = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.cr)(), 1);
/** For what has no platform: one file that serves all, or an image that names them itself. */
const ANY_PLATFORM = "any";
/** A release has about a dozen platforms. More are a report that wants to be a nuisance: they share a column. */
const MAX_COLUMNS = 24;
const OTHER_PLATFORMS = "others";
const USUAL_ORDER = external_common_js_namespaceObject.ir.flatMap((os) => external_common_js_namespaceObject.rr.map((arch) => `${os}/${arch}`));
const KINDS = [
	"binary",
	"tarball",
	"sbom",
	"image"
];
/** Rows by kind and name; a cell that is taken already gets a further row of the same name. */
function toMatrix(artifacts) {
	const { columns, columnOf } = toColumns(artifacts);
	const rows = /* @__PURE__ */ new Map();
	const taken = /* @__PURE__ */ new Map();
	artifacts.forEach((artifact, index) => {
		const column = columnOf(artifact);
		const key = JSON.stringify([artifact.kind, artifact.name]);
		const nth = taken.get(`${column} ${key}`) ?? 0;
		taken.set(`${column} ${key}`, nth + 1);
		const row = rows.get(`${nth} ${key}`) ?? {
			name: artifact.name,
			kind: artifact.kind,
			cells: columns.map(() => null)
		};
		row.cells[column] = index;
		rows.set(`${nth} ${key}`, row);
	});
	const any = columns.indexOf(ANY_PLATFORM);
	return {
		columns,
		rows: KINDS.flatMap((kind) => [...rows.values()].filter((row) => row.kind === kind).sort(byName)).map((row) => ({
			...row,
			servesAll: row.cells.every((cell, column) => cell !== null === (column === any))
		}))
	};
}
/** First what serves all, then the platforms that most artifacts are built for. */
function toColumns(artifacts) {
	const sizes = /* @__PURE__ */ new Map();
	for (const { platform = ANY_PLATFORM } of artifacts) sizes.set(platform, (sizes.get(platform) ?? 0) + 1);
	const platforms = [...sizes].sort(([a, left], [b, right]) => Number(b === ANY_PLATFORM) - Number(a === ANY_PLATFORM) || right - left || rankOf$1(a) - rankOf$1(b)).map(([platform]) => platform);
	const columns = platforms.length > MAX_COLUMNS ? [...platforms.slice(0, 23), OTHER_PLATFORMS] : platforms;
	const places = new Map(columns.map((platform, index) => [platform, index]));
	return {
		columns,
		columnOf: ({ platform = ANY_PLATFORM }) => places.get(platform) ?? columns.length - 1
	};
}
function rankOf$1(platform) {
	const place = USUAL_ORDER.indexOf(platform);
	return place === -1 ? USUAL_ORDER.length : place;
}
/** Not as people of one language sort: the same everywhere. */
function byName(a, b) {
	return a.name < b.name ? -1 : Number(a.name > b.name);
}
// src/report/audit/page-data.ts
/** The report as the page's script reads it: tables instead of repetitions. */
function toPageData({ releases }) {
	const checkLists = new Table();
	const signers = new Table();
	const logs = new Table();
	const toArtifact = ({ checks, signer, logEntry, ...rest }) => {
		const findings = findingsOf(rest);
		return {
			...rest,
			...findings.length === 0 ? {} : { findings },
			checks: checkLists.indexOf(checks),
			...signer === void 0 ? {} : { signer: signers.indexOf(signer) },
			...logEntry === void 0 ? {} : { logEntry: toLogEntry(logEntry) }
		};
	};
	const toLogEntry = ({ logId, ...rest }) => ({
		...rest,
		log: logs.indexOf(logId === "c0d23d6ad406973f9559f3ba2d1ca01f84147d8ffc5b8445c224f98b9591801d" ? {
			logId,
			search: external_common_js_namespaceObject.Rt
		} : { logId })
	});
	const toRelease = ({ version, findings, artifacts }) => ({
		version,
		findings,
		artifacts: artifacts.map(toArtifact),
		...toMatrix(artifacts)
	});
	return {
		releases: releases.map(toRelease),
		checkLists: checkLists.values,
		signers: signers.values,
		logs: logs.values
	};
}
/** Each value once. */
var Table = class {
	values = [];
	#places = /* @__PURE__ */ new Map();
	indexOf(value) {
		const key = JSON.stringify(value);
		const place = this.#places.get(key) ?? this.values.push(value) - 1;
		this.#places.set(key, place);
		return place;
	}
};
/** What failed is a finding, too, where the report names none: it would be silent about a verdict. */
function findingsOf({ problems = [], findings = [] }) {
	if (findings.length > 0) return [...findings];
	return [...problems.flatMap(({ code, detail, expected, actual }) => code === void 0 ? [] : [{
		code,
		severity: severityOf(code),
		message: detail,
		...expected === void 0 ? {} : { expected },
		...actual === void 0 ? {} : { actual }
	}])];
}
/** What a release adds to the counts of the page. */
function countRelease({ artifacts, findings }) {
	const counts = {
		artifacts: artifacts.length,
		digests: 0,
		bytes: 0,
		rejected: 0,
		unverifiable: 0
	};
	const severities = {
		alarm: 0,
		error: 0,
		warning: 0,
		note: 0
	};
	for (const { severity } of findings) severities[severity]++;
	for (const artifact of artifacts) {
		const { outcome, depth } = artifact;
		counts[outcome !== "verified" ? outcome : depth === "full" ? "bytes" : "digests"]++;
		for (const { severity } of findingsOf(artifact)) severities[severity]++;
	}
	return {
		...counts,
		findings: severities
	};
}
/** Nothing to see to: all is verified, and there is nothing to say beside. */
function isQuiet({ rejected, unverifiable, findings }) {
	return rejected + unverifiable + SEVERITIES.reduce((sum, severity) => sum + findings[severity], 0) === 0;
}
/** The releases from the worst to the best; of equally bad ones the newest first. */
function sortReleases(releases) {
	const ranks = new Map(releases.map((release) => [release, rankOf(countRelease(release))]));
	return releases.toSorted((a, b) => {
		const [left = [], right = []] = [ranks.get(a), ranks.get(b)];
		const at = left.findIndex((count, index) => count !== right[index]);
		return at === -1 ? import_semver.default.rcompare(a.version, b.version) : (right[at] ?? 0) - (left[at] ?? 0);
	});
}
/** What weighs most first. */
function rankOf({ rejected, unverifiable, findings }) {
	return [
		findings.alarm,
		rejected,
		findings.error,
		unverifiable,
		findings.warning,
		findings.note
	];
}
// src/report/audit/page.json
var style = [
	"/* Calm, dense, legible. Colour only ever repeats what a symbol and a word say. */",
	":root {",
	"  color-scheme: light dark;",
	"  --back: light-dark(#f5f6f8, #0f1419);",
	"  --panel: light-dark(#ffffff, #171d24);",
	"  --text: light-dark(#1b232c, #dde4ec);",
	"  --muted: light-dark(#525d69, #9aa7b5);",
	"  --line: light-dark(#d8dde4, #2c3641);",
	"  --accent: light-dark(#1a56b0, #8fbdff);",
	"  --good: light-dark(#12633a, #86d9a6);",
	"  --good-back: light-dark(#e2f4e9, #12301f);",
	"  --bad: light-dark(#a01420, #ffa3a6);",
	"  --bad-back: light-dark(#fde4e5, #431619);",
	"  --open: light-dark(#664700, #f1cc74);",
	"  --open-back: light-dark(#fcefcb, #372b0b);",
	"  --error: light-dark(#8f2900, #ffb894);",
	"  --error-back: light-dark(#ffe8db, #3d1d0d);",
	"  --warning: light-dark(#574c00, #e4da7c);",
	"  --warning-back: light-dark(#f6f1bd, #2e2a0d);",
	"  --note: light-dark(#1c4b8a, #a3caff);",
	"  --note-back: light-dark(#e4eefb, #14273f);",
	"  --alarm: light-dark(#ffffff, #2b0006);",
	"  --alarm-back: light-dark(#a3001b, #ff8088);",
	"  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;",
	"}",
	"* {",
	"  box-sizing: border-box;",
	"}",
	"[hidden] {",
	"  display: none !important;",
	"}",
	"body {",
	"  margin: 0 auto;",
	"  padding: 0 1.5rem 3rem;",
	"  max-width: 110rem;",
	"  background: var(--back);",
	"  color: var(--text);",
	"  font:",
	"    0.875rem/1.5 system-ui,",
	"    sans-serif;",
	"}",
	"h1 {",
	"  display: flex;",
	"  flex-wrap: wrap;",
	"  align-items: center;",
	"  gap: 0.75rem;",
	"  margin: 0 0 0.75rem;",
	"  font-size: 1.5rem;",
	"  line-height: 1.25;",
	"}",
	"h1 .badge {",
	"  font-size: 1rem;",
	"}",
	"h2 {",
	"  margin: 1.75rem 0 0.5rem;",
	"  font-size: 1.125rem;",
	"}",
	"h3 {",
	"  margin: 0;",
	"  font-size: 1rem;",
	"}",
	"p,",
	"dl,",
	"dd,",
	"ul,",
	"ol {",
	"  margin: 0;",
	"  padding: 0;",
	"}",
	"li {",
	"  list-style: none;",
	"}",
	"a {",
	"  color: var(--accent);",
	"}",
	"/* Text from outside: as long as it likes, and on its own whatever it is written in. */",
	"bdi,",
	"code,",
	".message {",
	"  overflow-wrap: anywhere;",
	"  unicode-bidi: isolate;",
	"}",
	"code {",
	"  font-family: var(--mono);",
	"  font-size: 0.8125rem;",
	"}",
	".unseen {",
	"  position: absolute;",
	"  width: 1px;",
	"  height: 1px;",
	"  overflow: hidden;",
	"  clip-path: inset(50%);",
	"  white-space: nowrap;",
	"}",
	":focus-visible {",
	"  outline: 2px solid var(--accent);",
	"  outline-offset: 1px;",
	"}",
	".label,",
	".count,",
	".since,",
	".kind,",
	".status,",
	".platform {",
	"  color: var(--muted);",
	"  font-weight: normal;",
	"}",
	".top {",
	"  padding-top: 1.5rem;",
	"}",
	".facts {",
	"  display: grid;",
	"  grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr));",
	"  gap: 0.25rem 2rem;",
	"}",
	".facts div {",
	"  display: flex;",
	"  gap: 0.75rem;",
	"  min-width: 0;",
	"}",
	".facts dt {",
	"  flex: 0 0 7.5rem;",
	"  color: var(--muted);",
	"}",
	".facts dd {",
	"  min-width: 0;",
	"}",
	".badge {",
	"  display: inline-block;",
	"  padding: 0 0.5em;",
	"  border: 1px solid transparent;",
	"  border-radius: 0.3em;",
	"  font-weight: 600;",
	"  white-space: nowrap;",
	"}",
	".good,",
	".verified.badge {",
	"  color: var(--good);",
	"  background: var(--good-back);",
	"}",
	".bad,",
	".rejected.badge {",
	"  color: var(--bad);",
	"  background: var(--bad-back);",
	"}",
	".open,",
	".unverifiable.badge {",
	"  color: var(--open);",
	"  background: var(--open-back);",
	"}",
	".badge.error,",
	".cell.error,",
	".tiles .error {",
	"  color: var(--error);",
	"  background: var(--error-back);",
	"}",
	".badge.warning,",
	".cell.warning,",
	".tiles .warning,",
	".box.warning {",
	"  color: var(--warning);",
	"  background: var(--warning-back);",
	"}",
	".badge.note,",
	".cell.note,",
	".tiles .note {",
	"  color: var(--note);",
	"  background: var(--note-back);",
	"}",
	".badge.alarm,",
	".cell.alarm,",
	".tiles .alarm,",
	".box.alarm {",
	"  color: var(--alarm);",
	"  background: var(--alarm-back);",
	"}",
	".box {",
	"  margin: 1rem 0;",
	"  padding: 0.75rem 1rem;",
	"  border: 1px solid transparent;",
	"  border-radius: 0.5rem;",
	"}",
	".box h2 {",
	"  margin: 0 0 0.25rem;",
	"}",
	".box .label {",
	"  color: inherit;",
	"}",
	".moved li {",
	"  padding: 0.4rem 0;",
	"}",
	".moved .label {",
	"  display: inline-block;",
	"  min-width: 2.75rem;",
	"}",
	".fixed li {",
	"  padding: 0.15rem 0;",
	"}",
	".code {",
	"  font-family: var(--mono);",
	"  font-size: 0.8125rem;",
	"  font-weight: 600;",
	"}",
	".calm {",
	"  color: var(--muted);",
	"}",
	".rest,",
	".hint {",
	"  padding: 0.5rem 0;",
	"  color: var(--muted);",
	"}",
	".tiles {",
	"  display: flex;",
	"  flex-wrap: wrap;",
	"  gap: 0.5rem;",
	"  margin: 1.25rem 0 1rem;",
	"}",
	"/* Whatever their number, the last row is as full as the first. */",
	".tiles li {",
	"  flex: 1 1 7.25rem;",
	"  padding: 0.4rem 0.75rem;",
	"  border: 1px solid transparent;",
	"  border-radius: 0.5rem;",
	"}",
	".tiles b {",
	"  display: block;",
	"  font-size: 1.25rem;",
	"  line-height: 1.3;",
	"  font-variant-numeric: tabular-nums;",
	"}",
	".tiles .plain,",
	".tiles .zero {",
	"  border-color: var(--line);",
	"  background: var(--panel);",
	"}",
	".tiles .zero {",
	"  color: var(--muted);",
	"}",
	".filters {",
	"  position: sticky;",
	"  top: 0;",
	"  z-index: 3;",
	"  display: flex;",
	"  flex-wrap: wrap;",
	"  align-items: center;",
	"  gap: 0.5rem 1rem;",
	"  margin: 0 -1.5rem;",
	"  padding: 0.6rem 1.5rem;",
	"  border-block: 1px solid var(--line);",
	"  background: var(--back);",
	"}",
	".filters label {",
	"  display: flex;",
	"  align-items: center;",
	"  gap: 0.4rem;",
	"  color: var(--muted);",
	"}",
	".filters output {",
	"  margin-inline-start: auto;",
	"  font-variant-numeric: tabular-nums;",
	"}",
	"input,",
	"select,",
	"button {",
	"  font: inherit;",
	"}",
	"input[type='search'],",
	"select {",
	"  min-height: 1.9rem;",
	"  max-width: 11rem;",
	"  padding: 0 0.5rem;",
	"  border: 1px solid light-dark(#848e99, #66727f);",
	"  border-radius: 0.3rem;",
	"  background: var(--panel);",
	"  color: var(--text);",
	"}",
	"input[type='search'] {",
	"  width: 17rem;",
	"  max-width: 100%;",
	"}",
	"::placeholder {",
	"  color: var(--muted);",
	"  opacity: 1;",
	"}",
	"button {",
	"  min-height: 1.75rem;",
	"  padding: 0 0.7rem;",
	"  border: 1px solid light-dark(#848e99, #66727f);",
	"  border-radius: 0.3rem;",
	"  background: var(--panel);",
	"  color: var(--text);",
	"  cursor: pointer;",
	"}",
	"button.quiet {",
	"  min-height: 1.5rem;",
	"  padding: 0 0.45rem;",
	"  border-color: var(--line);",
	"  color: var(--accent);",
	"  font-size: 0.8125rem;",
	"}",
	"button:hover {",
	"  border-color: currentcolor;",
	"}",
	"button.more {",
	"  margin: 0.5rem 0;",
	"}",
	".rejected li {",
	"  padding: 0.15rem 0;",
	"}",
	"/* What the browser scrolls to stands below the bar, which may have two rows. */",
	"h2,",
	"summary,",
	".finding,",
	".cell {",
	"  scroll-margin-top: 7rem;",
	"}",
	".group {",
	"  margin-bottom: 0.5rem;",
	"}",
	".group summary {",
	"  padding: 0.4rem 0.75rem;",
	"  border: 1px solid var(--line);",
	"  border-radius: 0.5rem;",
	"  background: var(--panel);",
	"  cursor: pointer;",
	"}",
	".group .meaning {",
	"  color: var(--muted);",
	"}",
	".findings {",
	"  border-radius: 0.5rem;",
	"}",
	".finding {",
	"  padding: 0.45rem 0.75rem;",
	"  border: 1px solid var(--line);",
	"  border-bottom-width: 0;",
	"  background: var(--panel);",
	"}",
	".finding:last-child {",
	"  border-bottom-width: 1px;",
	"}",
	".finding > p:first-child {",
	"  display: flex;",
	"  flex-wrap: wrap;",
	"  align-items: baseline;",
	"  gap: 0.15rem 0.6rem;",
	"}",
	".finding .actions {",
	"  display: flex;",
	"  gap: 0.3rem;",
	"  margin-inline-start: auto;",
	"}",
	".finding .actions,",
	".finding > p:first-child > button {",
	"  margin-inline-start: auto;",
	"}",
	".compared .label {",
	"  display: inline-block;",
	"  min-width: 4.75rem;",
	"}",
	".legend {",
	"  display: flex;",
	"  flex-wrap: wrap;",
	"  gap: 0.1rem 1.25rem;",
	"  margin-bottom: 0.5rem;",
	"  color: var(--muted);",
	"}",
	".release {",
	"  margin-bottom: 0.5rem;",
	"  border: 1px solid var(--line);",
	"  border-radius: 0.5rem;",
	"  background: var(--panel);",
	"}",
	".release summary {",
	"  padding: 0.5rem 0.75rem;",
	"  border-radius: 0.5rem;",
	"  cursor: pointer;",
	"}",
	".release summary h3 {",
	"  display: inline-block;",
	"  min-width: 4.5rem;",
	"  margin-inline: 0.25rem 0.5rem;",
	"}",
	".tally {",
	"  margin-inline-start: 0.5rem;",
	"  color: var(--muted);",
	"}",
	".origin {",
	"  padding: 0 0.75rem 0.5rem;",
	"  color: var(--muted);",
	"}",
	".matrix {",
	"  padding: 0 0.75rem 0.75rem;",
	"}",
	".matrix .findings {",
	"  margin-bottom: 0.5rem;",
	"}",
	".scroller {",
	"  position: relative;",
	"  content-visibility: auto;",
	"  overflow-x: auto;",
	"  scroll-padding-inline-start: 13rem;",
	"}",
	"table {",
	"  border-collapse: separate;",
	"  border-spacing: 0;",
	"  font-size: 0.8125rem;",
	"}",
	"th {",
	"  padding: 0.1rem 0.6rem;",
	"  text-align: start;",
	"  font-weight: 600;",
	"  white-space: nowrap;",
	"}",
	"thead th {",
	"  color: var(--muted);",
	"}",
	"thead th,",
	"tbody tr:not(:last-child) > * {",
	"  border-bottom: 1px solid var(--line);",
	"}",
	"th:first-child {",
	"  position: sticky;",
	"  inset-inline-start: 0;",
	"  z-index: 1;",
	"  min-width: 11rem;",
	"  max-width: 24rem;",
	"  padding-inline-start: 0.25rem;",
	"  background: var(--panel);",
	"}",
	"th bdi {",
	"  display: inline-block;",
	"  max-width: 18rem;",
	"  overflow: hidden;",
	"  text-overflow: ellipsis;",
	"  vertical-align: bottom;",
	"}",
	"thead th {",
	"  max-width: 12rem;",
	"  overflow: hidden;",
	"  text-overflow: ellipsis;",
	"}",
	".kind {",
	"  margin-inline-start: 0.5rem;",
	"  font-size: 0.75rem;",
	"}",
	"td {",
	"  padding: 1px;",
	"}",
	"td.wide {",
	"  white-space: nowrap;",
	"}",
	"td.wide .cell {",
	"  width: auto;",
	"}",
	"td.blank {",
	"  padding-inline: 0.6rem;",
	"  color: var(--muted);",
	"}",
	".cell {",
	"  width: 100%;",
	"  min-width: 7.5rem;",
	"  min-height: 1.6rem;",
	"  border-color: transparent;",
	"  text-align: start;",
	"  white-space: nowrap;",
	"  font-weight: 600;",
	"}",
	".cell.good {",
	"  background: transparent;",
	"  font-weight: normal;",
	"}",
	".cell.good:hover {",
	"  background: var(--good-back);",
	"}",
	".details {",
	"  width: min(44rem, 100vw);",
	"  max-width: none;",
	"  height: 100dvh;",
	"  max-height: none;",
	"  margin: 0 0 0 auto;",
	"  padding: 0 1.5rem 2rem;",
	"  border: 0;",
	"  border-inline-start: 1px solid var(--line);",
	"  background: var(--panel);",
	"  color: var(--text);",
	"}",
	".details[open] {",
	"  animation: slide-in 120ms ease-out;",
	"}",
	"@keyframes slide-in {",
	"  from {",
	"    transform: translateX(2rem);",
	"    opacity: 0;",
	"  }",
	"}",
	".details::backdrop {",
	"  background: rgb(0 0 0 / 45%);",
	"}",
	".details header {",
	"  position: sticky;",
	"  top: 0;",
	"  display: flex;",
	"  justify-content: space-between;",
	"  align-items: start;",
	"  gap: 1rem;",
	"  padding: 1.25rem 0 0.75rem;",
	"  background: var(--panel);",
	"}",
	".details h2 {",
	"  min-width: 0;",
	"  margin: 0;",
	"}",
	".details h2 .platform {",
	"  display: block;",
	"  font-size: 0.875rem;",
	"  overflow-wrap: anywhere;",
	"}",
	".details h3 {",
	"  margin: 1.25rem 0 0.4rem;",
	"}",
	".details .facts {",
	"  grid-template-columns: 1fr;",
	"  margin-top: 0.75rem;",
	"}",
	".details .facts dt {",
	"  flex-basis: 9.5rem;",
	"}",
	".check {",
	"  display: flex;",
	"  gap: 0.6rem;",
	"  padding: 0.1rem 0;",
	"}",
	".check .mark {",
	"  width: 1rem;",
	"  font-weight: 600;",
	"  text-align: center;",
	"}",
	".check .status {",
	"  margin-inline-start: auto;",
	"}",
	".check.passed .mark {",
	"  color: var(--good);",
	"}",
	".check.failed,",
	".check.failed .status {",
	"  color: var(--bad);",
	"  font-weight: 600;",
	"}",
	"@media (max-width: 48rem) {",
	"  body {",
	"    padding-inline: 0.75rem;",
	"  }",
	"  .filters {",
	"    position: static;",
	"    margin-inline: -0.75rem;",
	"    padding-inline: 0.75rem;",
	"  }",
	"  .filters label,",
	"  .filters output {",
	"    margin: 0;",
	"  }",
	"  .facts {",
	"    grid-template-columns: 1fr;",
	"  }",
	"  .facts div {",
	"    flex-wrap: wrap;",
	"    gap: 0 0.75rem;",
	"  }",
	"  th:first-child {",
	"    min-width: 0;",
	"    max-width: 9.5rem;",
	"  }",
	"  th bdi {",
	"    max-width: 8.5rem;",
	"  }",
	"  .kind {",
	"    display: block;",
	"    margin: 0;",
	"  }",
	"  .scroller {",
	"    scroll-padding-inline-start: 9.5rem;",
	"  }",
	"  .details {",
	"    padding-inline: 0.75rem;",
	"  }",
	"}",
	"@media (prefers-reduced-motion: reduce) {",
	"  .details[open] {",
	"    animation: none;",
	"  }",
	"}",
	"@media (forced-colors: active) {",
	"  .cell.bad,",
	"  .cell.alarm,",
	"  .cell.open,",
	"  .cell.error {",
	"    border-width: 2px;",
	"  }",
	"}",
	"@media print {",
	"  :root {",
	"    color-scheme: light;",
	"  }",
	"  body {",
	"    max-width: none;",
	"    padding: 0;",
	"    font-size: 0.7rem;",
	"  }",
	"  .filters,",
	"  .details,",
	"  .actions,",
	"  button.more,",
	"  button.quiet {",
	"    display: none;",
	"  }",
	"  .scroller {",
	"    overflow: visible;",
	"    content-visibility: visible;",
	"  }",
	"  .finding,",
	"  tr {",
	"    break-inside: avoid;",
	"  }",
	"  .badge,",
	"  .cell,",
	"  .box,",
	"  .tiles li {",
	"    border-color: var(--line);",
	"  }",
	"}"
];
var script = [
	"/** From the loudest to the softest. */",
	"const LOUDNESS = ['alarm', 'error', 'warning', 'note'];",
	"function loudestOf(findings = []) {",
	"    return LOUDNESS.find((severity) => findings.some((finding) => finding.severity === severity));",
	"}",
	"/** What `verified` means at this depth. */",
	"const PROVEN = {",
	"    digest: 'signed digest',",
	"    full: 'verified bytes',",
	"};",
	"const PROVEN_IN_FULL = {",
	"    digest: 'digest: evidence was checked for the published digest; no bytes were seen',",
	"    full: 'full: the bytes were fetched, and have the digest that was signed',",
	"};",
	"/** A verdict is never hidden behind a finding; what was verified gives way to one. */",
	"function toCellState({ outcome, depth, findings }) {",
	"    const loudest = loudestOf(findings);",
	"    if (outcome === 'rejected') {",
	"        return { symbol: '✗', text: loudest === 'alarm' ? 'rejected, alarm' : 'rejected', tone: 'bad' };",
	"    }",
	"    if (loudest === 'alarm') {",
	"        return { symbol: '!', text: outcome === 'verified' ? 'alarm' : 'alarm, unverifiable', tone: 'alarm' };",
	"    }",
	"    if (outcome === 'unverifiable')",
	"        return { symbol: '?', text: 'unverifiable', tone: 'open' };",
	"    if (loudest !== undefined)",
	"        return { symbol: '!', text: loudest, tone: loudest };",
	"    return { symbol: '✓', text: PROVEN[depth], tone: 'good' };",
	"}",
	"// Elements from values. Text goes in as text; nothing here reads markup.",
	"function dom_element(tag, { class: className, text, attributes = {} } = {}, children = []) {",
	"    const made = document.createElement(tag);",
	"    if (className !== undefined)",
	"        made.className = className;",
	"    if (text !== undefined)",
	"        made.textContent = text;",
	"    for (const [name, value] of Object.entries(attributes))",
	"        made.setAttribute(name, value);",
	"    made.append(...children.filter((child) => child !== undefined));",
	"    return made;",
	"}",
	"/** What the page was made with; its absence is our own bug. */",
	"function partOf(root, selector, type) {",
	"    const found = root.querySelector(selector);",
	"    if (!(found instanceof type))",
	"        throw new Error(`the page has no ${selector}`);",
	"    return found;",
	"}",
	"function buttonWith(text, className, onClick) {",
	"    const button = dom_element('button', { class: className, text, attributes: { type: 'button' } });",
	"    button.addEventListener('click', onClick);",
	"    return button;",
	"}",
	"// Everything about one artifact, in a dialog. The browser keeps the keyboard",
	"// inside it, closes it on Escape, and gives the focus back.",
	"const MARKS = { passed: '✓', failed: '✗', 'not-run': '–' };",
	"const WORDS = { passed: 'passed', failed: 'failed', 'not-run': 'not run' };",
	"/** Opens the dialog with everything about one artifact. */",
	"function showDetails(dialog, { data, release, artifact }) {",
	"    const { path, name, platform, findings = [], problems = [], checks } = artifact;",
	"    const { symbol, text, tone } = toCellState(artifact);",
	"    const close = buttonWith('Close', 'close', () => {",
	"        dialog.close();",
	"    });",
	"    dialog.replaceChildren(dom_element('header', {}, [",
	"        dom_element('h2', { attributes: { id: 'details-title' } }, [",
	"            dom_element('bdi', { text: name }),",
	"            dom_element('span', { class: 'platform', text: `${platform ?? 'any platform'} · ${release.version}` }),",
	"        ]),",
	"        close,",
	"    ]), dom_element('p', {}, [dom_element('span', { class: `badge ${tone}`, text: `${symbol} ${text}` })]), toFacts(data, artifact), ...toSection('Findings', findings, (finding) => toFinding(release.version, path, finding)), ...toSection('Checks that did not pass', problems, toProblem), ...toSection('All checks', Object.entries(data.checkLists[checks] ?? {}), toCheck));",
	"    dialog.showModal();",
	"}",
	"function toSection(title, all, format) {",
	"    if (all.length === 0)",
	"        return [];",
	"    const list = dom_element('ul', { class: 'plain' }, all.map(format));",
	"    return [dom_element('h3', { text: `${title} (${all.length})` }), list];",
	"}",
	"function toFacts(data, { path, kind, outcome, digest, depth, size, signer, logEntry }) {",
	"    const by = signer === undefined ? undefined : data.signers[signer];",
	"    const facts = [",
	"        ['Path', path],",
	"        ['Kind', toProse(kind)],",
	"        ['Outcome', toProse(outcome === 'verified' ? `verified: ${PROVEN[depth]}` : outcome)],",
	"        ['Digest', digest ?? toProse('none is known')],",
	"        ['Size', size === undefined ? undefined : toProse(`${size.toLocaleString('en')} bytes`)],",
	"        ['Depth', toProse(PROVEN_IN_FULL[depth])],",
	"        ['Certificate identity', by?.certificateIdentity ?? toProse('not proven')],",
	"        ['OIDC issuer', by?.oidcIssuer],",
	"    ];",
	"    if (logEntry === undefined) {",
	"        facts.push(['Log entry', toProse('not proven')]);",
	"    }",
	"    else {",
	"        const { log, logIndex, integratedTime, uuid } = logEntry;",
	"        const { logId, search } = data.logs[log] ?? {};",
	"        facts.push([",
	"            'Log index',",
	"            search === undefined ? String(logIndex) : linkTo(`${search}${logIndex}`, String(logIndex)),",
	"        ], ['Integrated time', integratedTime ?? toProse('not proven')], ['Log entry', uuid], ['Log ID', logId]);",
	"    }",
	"    return dom_element('dl', { class: 'facts' }, facts.flatMap(([term, value]) => value === undefined",
	"        ? []",
	"        : [",
	"            dom_element('div', {}, [",
	"                dom_element('dt', { text: term }),",
	"                dom_element('dd', {}, [typeof value === 'string' ? dom_element('code', { text: value }) : value]),",
	"            ]),",
	"        ]));",
	"}",
	"function toProse(text) {",
	"    return dom_element('span', { text });",
	"}",
	"function linkTo(href, text) {",
	"    const attributes = { href, target: '_blank', rel: 'noopener noreferrer' };",
	"    return dom_element('a', { text: `${text} (public log)`, attributes });",
	"}",
	"function toCheck([id, status]) {",
	"    return dom_element('li', { class: `check ${status}` }, [",
	"        dom_element('span', { class: 'mark', text: MARKS[status], attributes: { 'aria-hidden': 'true' } }),",
	"        dom_element('span', { text: id }),",
	"        dom_element('span', { class: 'status', text: WORDS[status] }),",
	"    ]);",
	"}",
	"function toProblem({ id, status, code, detail, ...compared }) {",
	"    return dom_element('li', { class: 'finding' }, [",
	"        dom_element('p', {}, [",
	"            dom_element('span', { text: `${MARKS[status]} ${id}: ${WORDS[status]} ` }),",
	"            code === undefined ? undefined : dom_element('span', { class: 'code', text: code }),",
	"        ]),",
	"        ...toTexts(detail, compared),",
	"    ]);",
	"}",
	"/** @param path absent where it concerns the release as a whole */",
	"function toFinding(version, path, finding) {",
	"    const { code, severity, message, since } = finding;",
	"    return dom_element('li', { class: `finding ${severity}` }, [",
	"        dom_element('p', {}, [",
	"            dom_element('span', { class: `badge ${severity}`, text: `! ${severity}` }),",
	"            dom_element('span', { class: 'code', text: code }),",
	"            since === undefined ? undefined : dom_element('span', { class: 'since', text: since }),",
	"            toCopyButton(sentenceOf(version, path, finding)),",
	"        ]),",
	"        ...toTexts(message, finding),",
	"    ]);",
	"}",
	"function toTexts(message, compared) {",
	"    const lines = ['expected', 'actual'].flatMap((label) => {",
	"        const text = compared[label];",
	"        return text === undefined",
	"            ? []",
	"            : [",
	"                dom_element('p', { class: 'compared' }, [",
	"                    dom_element('span', { class: 'label', text: label }),",
	"                    dom_element('code', { text }),",
	"                ]),",
	"            ];",
	"    });",
	"    return [dom_element('p', { class: 'message' }, [dom_element('bdi', { text: message })]), ...lines];",
	"}",
	"/** To paste into an issue. */",
	"function sentenceOf(version, path, finding) {",
	"    const { code, message, expected, actual } = finding;",
	"    const compared = Object.entries({ expected, actual })",
	"        .filter(([, text]) => text !== undefined)",
	"        .map(([label, text]) => `${label} ${text ?? ''}`);",
	"    const where = path === undefined ? version : `${version} ${path}`;",
	"    return `${where}: ${code}: ${message}${compared.length === 0 ? '' : ` (${compared.join(', ')})`}`;",
	"}",
	"/** No button where the browser gives no clipboard. */",
	"function toCopyButton(sentence) {",
	"    if (!('clipboard' in navigator))",
	"        return undefined;",
	"    const button = buttonWith('Copy', 'quiet', () => {",
	"        navigator.clipboard.writeText(sentence).then(() => {",
	"            button.textContent = 'Copied';",
	"        }, () => {",
	"            button.textContent = 'Copying is not allowed';",
	"        });",
	"    });",
	"    button.setAttribute('aria-live', 'polite');",
	"    return button;",
	"}",
	"const NO_FILTER = { query: '', outcome: '', severity: '', release: '', findingsOnly: false };",
	"/** The address is anybody's to write: what it holds is only ever compared. */",
	"function parseHash(hash) {",
	"    const fields = new URLSearchParams(hash.replace(/^#/, ''));",
	"    const field = (name) => fields.get(name) ?? '';",
	"    return {",
	"        query: field('q'),",
	"        outcome: field('outcome'),",
	"        severity: field('severity'),",
	"        release: field('release'),",
	"        findingsOnly: field('findings') === 'only',",
	"    };",
	"}",
	"function formatHash({ query, outcome, severity, release, findingsOnly }) {",
	"    const fields = { q: query, outcome, severity, release, findings: findingsOnly ? 'only' : '' };",
	"    return new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== '')).toString();",
	"}",
	"function isEmpty(filter) {",
	"    return formatHash(filter) === '';",
	"}",
	"function toSubjects({ releases }) {",
	"    return releases.map(({ version, artifacts, findings }) => ({",
	"        artifacts: artifacts.map(({ path, name, platform = 'any', digest = '', outcome, findings: found = [] }) => ({",
	"            text: [version, path, name, platform, digest, ...found.map(toText)].join('\\n').toLowerCase(),",
	"            version,",
	"            outcome,",
	"            severities: found.map(({ severity }) => severity),",
	"        })),",
	"        findings: findings.map((finding) => ({",
	"            text: `${version}\\n${toText(finding)}`.toLowerCase(),",
	"            version,",
	"            severities: [finding.severity],",
	"        })),",
	"    }));",
	"}",
	"function toText({ code, message }) {",
	"    return `${code}\\n${message}`;",
	"}",
	"function toMatcher(filter) {",
	"    const { outcome, severity, release, findingsOnly } = filter;",
	"    const words = filter.query.toLowerCase().split(/\\s+/).filter(Boolean);",
	"    return (subject) => (release === '' || subject.version === release) &&",
	"        (outcome === '' || subject.outcome === outcome) &&",
	"        (!findingsOnly || subject.severities.length > 0) &&",
	"        (severity === '' || subject.severities.some((each) => each === severity)) &&",
	"        words.every((word) => subject.text.includes(word));",
	"}",
	"// The findings are in the page already, one entry for each code; this shows",
	"// those that match, the worst few of each entry first, and leads to their cells.",
	"/** Nobody reads hundreds. */",
	"const SHOWN_AT_FIRST = 20;",
	"class FindingList {",
	"    #groups;",
	"    #count;",
	"    constructor(list, data, onOpen) {",
	"        this.#groups = [...list.querySelectorAll('li.group')].map((group) => new Group(group, data, onOpen));",
	"        this.#count = partOf(document, '#findings-title .count', HTMLElement);",
	"    }",
	"    filter(matches) {",
	"        const shown = this.#groups.reduce((sum, group) => sum + group.filter(matches), 0);",
	"        this.#count.textContent = shown.toLocaleString('en');",
	"    }",
	"}",
	"/** The findings of one code. */",
	"class Group {",
	"    #element;",
	"    #items;",
	"    #count;",
	"    #more = buttonWith('', 'more', () => {",
	"        this.#all = true;",
	"        this.#refresh();",
	"    });",
	"    /** Those that have got their buttons. */",
	"    #ready = new Set();",
	"    #matching = [];",
	"    #all = false;",
	"    constructor(group, data, onOpen) {",
	"        this.#element = group;",
	"        this.#count = partOf(group, 'summary .count', HTMLElement);",
	"        this.#items = [...group.querySelectorAll('li.finding')].flatMap((item) => toItem(item, data, onOpen) ?? []);",
	"        partOf(group, 'ol', HTMLElement).after(this.#more);",
	"    }",
	"    /** @returns how many match */",
	"    filter(matches) {",
	"        this.#matching = this.#items.filter(({ subject }) => matches(subject));",
	"        this.#refresh();",
	"        return this.#matching.length;",
	"    }",
	"    #refresh() {",
	"        const shown = new Set(this.#all ? this.#matching : this.#matching.slice(0, SHOWN_AT_FIRST));",
	"        for (const item of this.#items) {",
	"            item.element.hidden = !shown.has(item);",
	"            if (shown.has(item) && !this.#ready.has(item)) {",
	"                item.addActions();",
	"                this.#ready.add(item);",
	"            }",
	"        }",
	"        this.#element.hidden = this.#matching.length === 0;",
	"        this.#count.textContent = this.#matching.length.toLocaleString('en');",
	"        this.#more.hidden = shown.size === this.#matching.length;",
	"        this.#more.textContent = `Show all ${this.#matching.length}`;",
	"    }",
	"}",
	"function toItem(item, data, onOpen) {",
	"    const { release: at, artifact: place, finding: nth } = item.dataset;",
	"    const release = data.releases[Number(at)];",
	"    const artifact = release?.artifacts[Number(place || NaN)];",
	"    const finding = (artifact ?? release)?.findings?.[Number(nth)];",
	"    if (release === undefined || finding === undefined)",
	"        return undefined;",
	"    const addActions = () => {",
	"        const open = buttonWith('Details', 'quiet', () => {",
	"            if (artifact !== undefined)",
	"                onOpen(release, artifact);",
	"        });",
	"        const copy = toCopyButton(sentenceOf(release.version, artifact?.path, finding));",
	"        const buttons = [artifact === undefined ? undefined : open, copy].filter((each) => each !== undefined);",
	"        item.querySelector('p')?.append(dom_element('span', { class: 'actions' }, buttons));",
	"    };",
	"    const subject = {",
	"        text: `${item.textContent}\\n${finding.code}\\n${artifact?.digest ?? ''}`.toLowerCase(),",
	"        version: release.version,",
	"        outcome: artifact?.outcome,",
	"        severities: [finding.severity],",
	"    };",
	"    return { element: item, subject, addActions };",
	"}",
	"// The matrix of one release: a grid in which the arrow keys move and one cell",
	"// at a time takes part in the order of the Tab key.",
	"/** Rows that are made at once; a release of this project has fewer. */",
	"const ROWS_AT_ONCE = 200;",
	"/** About; in page.css nothing says so. */",
	"const ROW_HEIGHT_REM = 1.75;",
	"function toMatrixElement({ release, isShown, onOpen }) {",
	"    const { version, artifacts } = release;",
	"    const shows = (cell) => typeof cell === 'number' && isShown(cell);",
	"    const rows = release.rows.filter(({ cells }) => cells.some(shows));",
	"    const columns = release.columns",
	"        .map((title, column) => ({ title, column }))",
	"        .filter(({ column }) => rows.some((row) => !row.servesAll && shows(row.cells[column])));",
	"    const body = dom_element('tbody');",
	"    const toRow = ({ name, kind, cells, servesAll }) => dom_element('tr', {}, [",
	"        dom_element('th', { attributes: { scope: 'row' } }, [",
	"            dom_element('bdi', { text: name }),",
	"            dom_element('span', { class: 'kind', text: kind }),",
	"        ]),",
	"        ...(servesAll",
	"            ? cells.filter(shows).map((cell) => widen(toCell(cell)))",
	"            : columns.map(({ column }) => toCell(cells[column] ?? null))),",
	"    ]);",
	"    const toCell = (cell) => {",
	"        const artifact = cell === null ? undefined : artifacts[cell];",
	"        if (cell === null || artifact === undefined)",
	"            return blank('–', 'not built');",
	"        if (!isShown(cell))",
	"            return blank('·', 'filtered out');",
	"        return dom_element('td', {}, [toButton(artifact, cell)]);",
	"    };",
	"    const widen = (cell) => {",
	"        cell.colSpan = Math.max(columns.length, 1);",
	"        cell.className = 'wide';",
	"        cell.append(dom_element('span', { class: 'kind', text: 'any platform' }));",
	"        return cell;",
	"    };",
	"    let made = 0;",
	"    const more = buttonWith('', 'more', () => {",
	"        addRows();",
	"    });",
	"    const addRows = () => {",
	"        body.append(...rows.slice(made, made + ROWS_AT_ONCE).map(toRow));",
	"        made = Math.min(made + ROWS_AT_ONCE, rows.length);",
	"        more.hidden = made === rows.length;",
	"        more.textContent = `Show more of the ${rows.length - made} rows that are left`;",
	"    };",
	"    addRows();",
	"    body.querySelector('button')?.setAttribute('tabindex', '0');",
	"    const head = dom_element('tr', {}, [",
	"        dom_element('th', { text: 'Artifact', attributes: { scope: 'col' } }),",
	"        ...columns.map(({ title }) => dom_element('th', { text: title, attributes: { scope: 'col' } })),",
	"        // Where nothing has a platform.",
	"        columns.length === 0 ? dom_element('th', { text: 'any', attributes: { scope: 'col' } }) : undefined,",
	"    ]);",
	"    const grid = dom_element('table', { attributes: { role: 'grid', 'aria-label': `Artifacts of ${version}` } }, [",
	"        dom_element('thead', {}, [head]),",
	"        body,",
	"    ]);",
	"    grid.addEventListener('keydown', moveByKey);",
	"    grid.addEventListener('focusin', ({ target }) => {",
	"        for (const each of grid.querySelectorAll('button[tabindex=\"0\"]'))",
	"            each.setAttribute('tabindex', '-1');",
	"        if (target instanceof HTMLButtonElement)",
	"            target.setAttribute('tabindex', '0');",
	"    });",
	"    grid.addEventListener('click', ({ target }) => {",
	"        const button = target instanceof Element ? target.closest('button') : null;",
	"        const artifact = artifacts[Number(button?.dataset['artifact'])];",
	"        if (artifact !== undefined)",
	"            onOpen(artifact);",
	"    });",
	"    const scroller = dom_element('div', { class: 'scroller' }, [grid, more]);",
	"    // Its height until it is laid out, which is when it is seen.",
	"    scroller.style.containIntrinsicHeight = `auto ${(made + 1) * ROW_HEIGHT_REM}rem`;",
	"    return scroller;",
	"}",
	"function blank(symbol, text) {",
	"    return dom_element('td', { class: 'blank' }, [",
	"        dom_element('span', { text: symbol, attributes: { 'aria-hidden': 'true' } }),",
	"        dom_element('span', { class: 'unseen', text }),",
	"    ]);",
	"}",
	"function toButton(artifact, index) {",
	"    const { name, platform = 'any', findings = [] } = artifact;",
	"    const { symbol, text, tone } = toCellState(artifact);",
	"    const found = findings.length === 0 ? '' : `, ${findings.length} finding${findings.length === 1 ? '' : 's'}`;",
	"    return dom_element('button', {",
	"        class: `cell ${tone}`,",
	"        text: `${symbol} ${text}`,",
	"        attributes: {",
	"            type: 'button',",
	"            tabindex: '-1',",
	"            'data-artifact': String(index),",
	"            'aria-label': `${name}, ${platform}: ${text}${found}`,",
	"        },",
	"    });",
	"}",
	"/** Blank cells are stepped over: there is nothing to open. */",
	"function moveByKey(event) {",
	"    const cell = event.target instanceof Element ? event.target.closest('td') : null;",
	"    const row = cell?.closest('tr');",
	"    const body = row?.closest('tbody');",
	"    if (!cell || !row || !body || event.altKey || event.metaKey)",
	"        return;",
	"    const [at, along] = [row.sectionRowIndex, cell.cellIndex];",
	"    const target = {",
	"        ArrowRight: () => nextIn([...row.cells].slice(along + 1)),",
	"        ArrowLeft: () => nextIn([...row.cells].slice(0, along).reverse()),",
	"        ArrowDown: () => nextIn(columnOf(body, along).slice(at + 1)),",
	"        ArrowUp: () => nextIn(columnOf(body, along).slice(0, at).reverse()),",
	"        Home: () => nextIn(event.ctrlKey ? [...body.querySelectorAll('td')] : [...row.cells]),",
	"        End: () => nextIn((event.ctrlKey ? [...body.querySelectorAll('td')] : [...row.cells]).reverse()),",
	"    }[event.key];",
	"    if (target === undefined)",
	"        return;",
	"    event.preventDefault();",
	"    target()?.focus();",
	"}",
	"/** A cell that serves all platforms is in each column. */",
	"function columnOf(body, column) {",
	"    return [...body.rows].flatMap(({ cells }) => cells[Math.min(column, cells.length - 1)] ?? []);",
	"}",
	"function nextIn(cells) {",
	"    return cells.map((cell) => cell.querySelector('button')).find((button) => button !== null);",
	"}",
	"// The program of the page: puts the parts together and follows the filter.",
	"// The data block is of our own making and escaped; the address is not, and is",
	"// only compared with.",
	"/** A matrix is made when it comes this close to what is seen. */",
	"const MARGIN = '400px';",
	"/** As many cells are made at once wherever they are, so that what a search finds is simply there. */",
	"const EAGER_CELLS = 1000;",
	"const data = JSON.parse(partOf(document, '#data', HTMLScriptElement).text);",
	"const main_form = partOf(document, '#filters', HTMLFormElement);",
	"const query = partOf(main_form, '[name=query]', HTMLInputElement);",
	"const outcome = partOf(main_form, '[name=outcome]', HTMLSelectElement);",
	"const severity = partOf(main_form, '[name=severity]', HTMLSelectElement);",
	"const release = partOf(main_form, '[name=release]', HTMLSelectElement);",
	"const findingsOnly = partOf(main_form, '[name=findingsOnly]', HTMLInputElement);",
	"const shown = partOf(main_form, '#shown', HTMLOutputElement);",
	"const dialog = partOf(document, '#details', HTMLDialogElement);",
	"const subjects = toSubjects(data);",
	"const total = subjects.reduce((sum, { artifacts }) => sum + artifacts.length, 0);",
	"const main_open = (of, artifact) => {",
	"    showDetails(dialog, { data, release: of, artifact });",
	"};",
	"/** A release on the page. Its matrix is made when it is seen, and again when the filter has changed since. */",
	"class Section {",
	"    details;",
	"    place;",
	"    #release;",
	"    #artifacts;",
	"    #findings;",
	"    #matches = () => true;",
	"    #isNear = false;",
	"    #isStale = true;",
	"    /** Whether it is unfolded while no filter is set. */",
	"    #restsOpen;",
	"    constructor(details, index) {",
	"        this.details = details;",
	"        const of = data.releases[index];",
	"        if (of === undefined)",
	"            throw new Error(`the page has no data for release ${index}`);",
	"        this.#release = of;",
	"        this.#artifacts = subjects[index]?.artifacts ?? [];",
	"        this.#findings = subjects[index]?.findings ?? [];",
	"        this.place = partOf(details, '.matrix', HTMLElement);",
	"        this.#restsOpen = details.open;",
	"        // About as high as it is going to be, so that scrolling does not make them all at once.",
	"        this.place.style.minHeight = `${Math.min(of.rows.length, ROWS_AT_ONCE) * ROW_HEIGHT_REM}rem`;",
	"        details.addEventListener('toggle', () => {",
	"            if (isEmpty(filter))",
	"                this.#restsOpen = details.open;",
	"        });",
	"    }",
	"    /** @returns how many artifacts are shown, and whether the release is */",
	"    filter(matches) {",
	"        const artifacts = this.#artifacts.filter(matches).length;",
	"        const isShown = artifacts > 0 || this.#findings.some(matches) || isEmpty(filter);",
	"        this.details.hidden = !isShown;",
	"        this.details.open = isEmpty(filter) ? this.#restsOpen : isShown;",
	"        this.#matches = matches;",
	"        this.#isStale = true;",
	"        this.refresh();",
	"        return { artifacts, isShown };",
	"    }",
	"    approach(isNear) {",
	"        this.#isNear = isNear;",
	"        this.refresh();",
	"    }",
	"    /**",
	"     * @param isUrgent also where nobody looks yet",
	"     * @returns whether the matrix had to be made",
	"     */",
	"    refresh(isUrgent = false) {",
	"        if (!(this.#isNear || isUrgent) || !this.#isStale || !this.details.open || this.details.hidden)",
	"            return false;",
	"        this.#isStale = false;",
	"        const [of, matches, artifacts] = [this.#release, this.#matches, this.#artifacts];",
	"        const isShown = (artifact) => {",
	"            const subject = artifacts[artifact];",
	"            return subject !== undefined && matches(subject);",
	"        };",
	"        const findings = of.findings.filter((_, at) => this.#findings.slice(at, at + 1).some(matches));",
	"        this.place.replaceChildren(...(findings.length === 0",
	"            ? []",
	"            : [",
	"                dom_element('ul', { class: 'findings' }, findings.map((finding) => toFinding(of.version, undefined, finding))),",
	"            ]), artifacts.some(matches)",
	"            ? toMatrixElement({",
	"                release: of,",
	"                isShown,",
	"                onOpen: (artifact) => {",
	"                    main_open(of, artifact);",
	"                },",
	"            })",
	"            : dom_element('p', { class: 'calm', text: 'No artifact of this release is shown.' }));",
	"        this.place.style.minHeight = '';",
	"        return true;",
	"    }",
	"}",
	"let filter = parseHash(location.hash);",
	"const list = document.querySelector('#findings');",
	"const findingList = list === null ? undefined : new FindingList(list, data, main_open);",
	"const sections = [...document.querySelectorAll('details.release')].map((details, index) => new Section(details, index));",
	"const sectionOf = new Map(sections.map((section) => [section.place, section]));",
	"function apply(next) {",
	"    filter = next;",
	"    const matches = toMatcher(filter);",
	"    findingList?.filter(matches);",
	"    const results = sections.map((section) => section.filter(matches));",
	"    let made = 0;",
	"    sections.forEach((section, index) => {",
	"        if (made > EAGER_CELLS)",
	"            return;",
	"        if (section.refresh(true))",
	"            made += results[index]?.artifacts ?? 0;",
	"    });",
	"    const artifacts = results.reduce((sum, each) => sum + each.artifacts, 0);",
	"    const releases = results.filter(({ isShown }) => isShown).length;",
	"    shown.textContent =",
	"        `${artifacts.toLocaleString('en')} of ${total.toLocaleString('en')} artifacts, ` +",
	"            `${releases.toLocaleString('en')} of ${sections.length.toLocaleString('en')} releases`;",
	"}",
	"function readForm() {",
	"    return {",
	"        query: query.value,",
	"        outcome: outcome.value,",
	"        severity: severity.value,",
	"        release: release.value,",
	"        findingsOnly: findingsOnly.checked,",
	"    };",
	"}",
	"/** What the address asks for and the form cannot say is dropped. */",
	"function fillForm(from) {",
	"    query.value = from.query;",
	"    outcome.value = from.outcome;",
	"    severity.value = from.severity;",
	"    release.value = from.release;",
	"    for (const select of [outcome, severity, release])",
	"        if (select.selectedIndex === -1)",
	"            select.selectedIndex = 0;",
	"    findingsOnly.checked = from.findingsOnly;",
	"}",
	"/** So that the address can be shared. Some browsers forbid it to a file. */",
	"function keepInAddress() {",
	"    try {",
	"        history.replaceState(null, '', `#${formatHash(filter)}`);",
	"    }",
	"    catch {",
	"        // The page works without.",
	"    }",
	"}",
	"main_form.addEventListener('input', () => {",
	"    apply(readForm());",
	"});",
	"// At the end of typing: browsers refuse an address that changes with every key.",
	"main_form.addEventListener('change', keepInAddress);",
	"main_form.addEventListener('reset', (event) => {",
	"    event.preventDefault();",
	"    fillForm(NO_FILTER);",
	"    apply(NO_FILTER);",
	"    keepInAddress();",
	"});",
	"main_form.addEventListener('submit', (event) => {",
	"    event.preventDefault();",
	"});",
	"addEventListener('hashchange', () => {",
	"    fillForm(parseHash(location.hash));",
	"    apply(readForm());",
	"});",
	"dialog.addEventListener('click', (event) => {",
	"    // The dialog itself is hit only beside what is in it.",
	"    if (event.target === dialog)",
	"        dialog.close();",
	"});",
	"// Paper shows what nobody has scrolled to.",
	"addEventListener('beforeprint', () => {",
	"    for (const section of sections)",
	"        section.refresh(true);",
	"});",
	"const observer = new IntersectionObserver((entries) => {",
	"    for (const { target, isIntersecting } of entries)",
	"        sectionOf.get(target)?.approach(isIntersecting);",
	"}, { rootMargin: MARGIN });",
	"for (const { place } of sections)",
	"    observer.observe(place);",
	"fillForm(filter);",
	"apply(readForm());",
	"main_form.hidden = false;",
	"partOf(document, '#hint', HTMLElement).hidden = true;",
	"partOf(document, '#legend', HTMLElement).hidden = false;"
];
// src/report/audit/html.ts
var _templateObject;
const STYLE = style.join("\n");
const SCRIPT = script.join("\n");
const POLICY = [
	"default-src 'none'",
	`script-src '${hashOf(SCRIPT)}'`,
	`style-src '${hashOf(STYLE)}'`,
	"base-uri 'none'",
	"form-action 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types 'none'"
].join("; ");
const MARKS$1 = {
	verified: "✓",
	rejected: "✗",
	unverifiable: "?"
};
const LEGEND = [
	["✓", "signed digest: evidence checked, bytes not seen"],
	["✓", "verified bytes: fetched and hashed"],
	["✗", "rejected"],
	["?", "unverifiable"],
	["!", "finding"],
	["–", "not built"],
	["·", "filtered out"]
];
function hashOf(text) {
	return `sha256-${(0, import__late_node_crypto.createHash)("sha256").update(text).digest("base64")}`;
}
/** Where the data go. Text from outside is escaped, and cannot be this. */
const DATA = "<data></data>";
/** The same in pieces, for who writes what need not be in memory: the data of many thousand artifacts are most of it. */
function* toAuditHtmlPieces(report) {
	const releases = sortReleases(report.releases);
	const counted = releases.map((release) => ({
		release,
		counts: countRelease(release)
	}));
	const data = toPageData({
		...report,
		releases
	});
	const document = html(_templateObject || (_templateObject = (0,external_common_js_namespaceObject.S)([
		"<!doctype html>\n    <html lang=\"en\">\n      <head>\n        <meta charset=\"utf-8\" />\n        <meta http-equiv=\"Content-Security-Policy\" content=\"",
		"\" />\n        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n        <meta name=\"referrer\" content=\"no-referrer\" />\n        <meta name=\"color-scheme\" content=\"light dark\" />\n        <title>Release audit: ",
		"</title>\n        ",
		"\n      </head>\n      <body>\n        <header class=\"top\">\n          <h1>\n            Kubernetes release audit\n            <span class=\"badge ",
		"\">",
		" ",
		"</span>\n          </h1>\n          ",
		"\n        </header>\n        <main>\n          ",
		" ",
		"\n          ",
		" ",
		"\n          ",
		" ",
		"\n          <p id=\"hint\" class=\"hint\">\n            The matrix of artifacts and platforms, the filters and the details of each artifact need\n            JavaScript. What was found is below all the same.\n          </p>\n          <section aria-labelledby=\"releases-title\">\n            <h2 id=\"releases-title\">Releases</h2>\n            <p id=\"legend\" class=\"legend\" hidden>\n              ",
		"\n            </p>\n            ",
		"\n          </section>\n          ",
		"\n        </main>\n        <dialog id=\"details\" class=\"details\" aria-labelledby=\"details-title\"></dialog>\n        <script type=\"application/json\" id=\"data\">\n          ",
		"\n        <\/script>\n        ",
		"\n      </body>\n    </html> "
	])), POLICY, report.outcome, raw(`<style>${STYLE}</style>`), report.outcome, MARKS$1[report.outcome], report.outcome, formatCircumstances(report), formatError(report), formatComparison(report.comparison), formatCounts(counted.map(({ counts }) => counts)), formatRejected(data), formatWarnings(report), formatFilters(releases), LEGEND.map(([symbol, text]) => html`<span><b>${symbol}</b> ${text}</span> `), counted.map(formatRelease$1), formatFindings(data), raw(DATA), raw(`<script type="module">${SCRIPT}<\/script>`));
	const at = document.text.indexOf(DATA);
	yield document.text.slice(0, at);
	const { releases: ofPage, ...tables } = data;
	yield "{\"releases\":[";
	for (const [index, release] of ofPage.entries()) yield `${index === 0 ? "" : ","}${toJsonBlock(release).text}`;
	yield `],${toJsonBlock(tables).text.slice(1)}`;
	yield document.text.slice(at + 13);
}
function formatFilters(releases) {
	const options = (values) => values.map((value) => html`<option>${value}</option>`);
	return html`<form id="filters" class="filters" role="search" aria-label="Filter artifacts" hidden>
    <label
      >Search
      <input
        type="search"
        name="query"
        placeholder="path, digest or code"
        autocomplete="off"
        spellcheck="false"
    /></label>
    <label
      >Outcome
      <select name="outcome">
        <option value="">any</option>
        ${options(Object.keys(MARKS$1))}
      </select></label
    >
    <label
      >Severity
      <select name="severity">
        <option value="">any</option>
        ${options(SEVERITIES)}
      </select></label
    >
    <label
      >Release
      <select name="release">
        <option value="">all</option>
        ${options(releases.map(({ version }) => version))}
      </select></label
    >
    <label class="check"><input type="checkbox" name="findingsOnly" /> only findings</label>
    <button type="reset">Reset</button>
    <output id="shown" aria-live="polite"></output>
  </form>`;
}
function formatRelease$1({ release, counts }, index) {
	const { version, source, notes, releasedAt, outcome } = release;
	return html`<details class="release ${outcome}" data-release="${index}" ${raw(isQuiet(counts) ? "" : " open")}>
    <summary>
      <h3>${version}</h3>
      <span class="badge ${outcome}">${MARKS$1[outcome]} ${outcome}</span>
      <span class="tally">${tallyOf(counts)}</span>
    </summary>
    <p class="origin">
      From
      <bdi>${source}</bdi
      >${releasedAt === void 0 ? void 0 : html`, released <time datetime="${releasedAt}">${releasedAt}</time>`}.${notes.map((note) => html` <bdi>${note}</bdi>`)}
    </p>
    <div class="matrix"></div>
  </details> `;
}
/** `✗ 1 rejected · ✓ 39 signed digests · ! 1 error` */
function tallyOf({ digests, bytes, rejected, unverifiable, findings }) {
	return [
		rejected > 0 && `✗ ${rejected} rejected`,
		unverifiable > 0 && `? ${unverifiable} unverifiable`,
		digests > 0 && `✓ ${plural(digests, "signed digest")}`,
		bytes > 0 && `✓ ${bytes} verified bytes`,
		...SEVERITIES.map((severity) => findings[severity] > 0 && `! ${plural(findings[severity], severity)}`)
	].filter(Boolean).join(" · ");
}
// node_modules/markdown-table/index.js
/**
* @typedef {Options} MarkdownTableOptions
*   Configuration.
*/
/**
* @typedef Options
*   Configuration.
* @property {boolean | null | undefined} [alignDelimiters=true]
*   Whether to align the delimiters (default: `true`);
*   they are aligned by default:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   Pass `false` to make them staggered:
*
*   ```markdown
*   | Alpha | B |
*   | - | - |
*   | C | Delta |
*   ```
* @property {ReadonlyArray<string | null | undefined> | string | null | undefined} [align]
*   How to align columns (default: `''`);
*   one style for all columns or styles for their respective columns;
*   each style is either `'l'` (left), `'r'` (right), or `'c'` (center);
*   other values are treated as `''`, which doesn’t place the colon in the
*   alignment row but does align left;
*   *only the lowercased first character is used, so `Right` is fine.*
* @property {boolean | null | undefined} [delimiterEnd=true]
*   Whether to end each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are ending delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no ending delimiters:
*
*   ```markdown
*   | Alpha | B
*   | ----- | -----
*   | C     | Delta
*   ```
* @property {boolean | null | undefined} [delimiterStart=true]
*   Whether to begin each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are starting delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no starting delimiters:
*
*   ```markdown
*   Alpha | B     |
*   ----- | ----- |
*   C     | Delta |
*   ```
* @property {boolean | null | undefined} [padding=true]
*   Whether to add a space of padding between delimiters and cells
*   (default: `true`).
*
*   When `true`, there is padding:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there is no padding:
*
*   ```markdown
*   |Alpha|B    |
*   |-----|-----|
*   |C    |Delta|
*   ```
* @property {((value: string) => number) | null | undefined} [stringLength]
*   Function to detect the length of table cell content (optional);
*   this is used when aligning the delimiters (`|`) between table cells;
*   full-width characters and emoji mess up delimiter alignment when viewing
*   the markdown source;
*   to fix this, you can pass this function,
*   which receives the cell content and returns its “visible” size;
*   note that what is and isn’t visible depends on where the text is displayed.
*
*   Without such a function, the following:
*
*   ```js
*   markdownTable([
*     ['Alpha', 'Bravo'],
*     ['中文', 'Charlie'],
*     ['👩‍❤️‍👩', 'Delta']
*   ])
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo |
*   | - | - |
*   | 中文 | Charlie |
*   | 👩‍❤️‍👩 | Delta |
*   ```
*
*   With [`string-width`](https://github.com/sindresorhus/string-width):
*
*   ```js
*   import stringWidth from 'string-width'
*
*   markdownTable(
*     [
*       ['Alpha', 'Bravo'],
*       ['中文', 'Charlie'],
*       ['👩‍❤️‍👩', 'Delta']
*     ],
*     {stringLength: stringWidth}
*   )
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo   |
*   | ----- | ------- |
*   | 中文  | Charlie |
*   | 👩‍❤️‍👩    | Delta   |
*   ```
*/
/**
* @param {string} value
*   Cell value.
* @returns {number}
*   Cell size.
*/
function defaultStringLength(value) {
	return value.length;
}
/**
* Generate a markdown
* ([GFM](https://docs.github.com/en/github/writing-on-github/working-with-advanced-formatting/organizing-information-with-tables))
* table.
*
* @param {ReadonlyArray<ReadonlyArray<string | null | undefined>>} table
*   Table data (matrix of strings).
* @param {Readonly<Options> | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Result.
*/
function markdownTable(table, options) {
	const settings = options || {};
	const align = (settings.align || []).concat();
	const stringLength = settings.stringLength || defaultStringLength;
	/** @type {Array<number>} Character codes as symbols for alignment per column. */
	const alignments = [];
	/** @type {Array<Array<string>>} Cells per row. */
	const cellMatrix = [];
	/** @type {Array<Array<number>>} Sizes of each cell per row. */
	const sizeMatrix = [];
	/** @type {Array<number>} */
	const longestCellByColumn = [];
	let mostCellsPerRow = 0;
	let rowIndex = -1;
	while (++rowIndex < table.length) {
		/** @type {Array<string>} */
		const row = [];
		/** @type {Array<number>} */
		const sizes = [];
		let columnIndex = -1;
		if (table[rowIndex].length > mostCellsPerRow) mostCellsPerRow = table[rowIndex].length;
		while (++columnIndex < table[rowIndex].length) {
			const cell = serialize(table[rowIndex][columnIndex]);
			if (settings.alignDelimiters !== false) {
				const size = stringLength(cell);
				sizes[columnIndex] = size;
				if (longestCellByColumn[columnIndex] === void 0 || size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			}
			row.push(cell);
		}
		cellMatrix[rowIndex] = row;
		sizeMatrix[rowIndex] = sizes;
	}
	let columnIndex = -1;
	if (typeof align === "object" && "length" in align) while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = toAlignment(align[columnIndex]);
	else {
		const code = toAlignment(align);
		while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = code;
	}
	columnIndex = -1;
	/** @type {Array<string>} */
	const row = [];
	/** @type {Array<number>} */
	const sizes = [];
	while (++columnIndex < mostCellsPerRow) {
		const code = alignments[columnIndex];
		let before = "";
		let after = "";
		if (code === 99) {
			before = ":";
			after = ":";
		} else if (code === 108) before = ":";
		else if (code === 114) after = ":";
		let size = settings.alignDelimiters === false ? 1 : Math.max(1, longestCellByColumn[columnIndex] - before.length - after.length);
		const cell = before + "-".repeat(size) + after;
		if (settings.alignDelimiters !== false) {
			size = before.length + size + after.length;
			if (size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			sizes[columnIndex] = size;
		}
		row[columnIndex] = cell;
	}
	cellMatrix.splice(1, 0, row);
	sizeMatrix.splice(1, 0, sizes);
	rowIndex = -1;
	/** @type {Array<string>} */
	const lines = [];
	while (++rowIndex < cellMatrix.length) {
		const row = cellMatrix[rowIndex];
		const sizes = sizeMatrix[rowIndex];
		columnIndex = -1;
		/** @type {Array<string>} */
		const line = [];
		while (++columnIndex < mostCellsPerRow) {
			const cell = row[columnIndex] || "";
			let before = "";
			let after = "";
			if (settings.alignDelimiters !== false) {
				const size = longestCellByColumn[columnIndex] - (sizes[columnIndex] || 0);
				const code = alignments[columnIndex];
				if (code === 114) before = " ".repeat(size);
				else if (code === 99) {
					if (size % 2) {
						before = " ".repeat(size / 2 + .5);
						after = " ".repeat(size / 2 - .5);
					} else {
						before = " ".repeat(size / 2);
						after = before;
					}
				} else after = " ".repeat(size);
			}
			if (settings.delimiterStart !== false && !columnIndex) line.push("|");
			if (settings.padding !== false && !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) line.push(" ");
			if (settings.alignDelimiters !== false) line.push(before);
			line.push(cell);
			if (settings.alignDelimiters !== false) line.push(after);
			if (settings.padding !== false) line.push(" ");
			if (settings.delimiterEnd !== false || columnIndex !== mostCellsPerRow - 1) line.push("|");
		}
		lines.push(settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join(""));
	}
	return lines.join("\n");
}
/**
* @param {string | null | undefined} [value]
*   Value to serialize.
* @returns {string}
*   Result.
*/
function serialize(value) {
	return value === null || value === void 0 ? "" : String(value);
}
/**
* @param {string | null | undefined} value
*   Value.
* @returns {number}
*   Alignment.
*/
function toAlignment(value) {
	const code = typeof value === "string" ? value.codePointAt(0) : 0;
	return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}
// src/report/audit/words.ts
const VERIFIED = {
	digest: "signed digest",
	full: "verified bytes"
};
const ABSENT = [
	"ARTIFACT_ABSENT",
	"RELEASE_ARTIFACT_NOT_PUBLISHED",
	"IMAGE_NOT_FOUND"
];
const OUTCOME_ORDER = [
	"rejected",
	"unverifiable",
	"verified"
];
/** What was proven of an artifact, or that it was not. */
function wordOf({ outcome, depth, kind }) {
	if (outcome !== "verified") return outcome;
	return kind === "image" ? "signed image" : VERIFIED[depth];
}
/** What was done about an artifact, and what it came to, in one sentence about this one alone. */
function toSentence(artifact) {
	const { outcome, depth, kind, digest, size, findings = [] } = artifact;
	if (kind === "image") return outcome === "verified" ? "a signature of its manifest's digest is verified; its layers were not downloaded" : `no signature of its manifest is verified: ${outcome}`;
	if (outcome === "verified") return depth === "full" ? "downloaded, hashed and verified" : "its published digest is validly signed and logged; it was not downloaded";
	if (findings.some(({ code }) => ABSENT.includes(code))) return `not published: ${outcome}`;
	if (depth === "full") return size === void 0 ? `could not be downloaded: ${outcome}` : `downloaded and hashed: ${outcome}`;
	return digest === void 0 ? `no digest of it could be had: ${outcome}` : `the signature of its published digest is not verified: ${outcome}`;
}
/** Everything found in a release, worst first; of equal ones in the report's order. */
function locateFindings({ version, findings, artifacts }) {
	return [...findings.map((finding) => ({
		...finding,
		version,
		artifact: void 0
	})), ...artifacts.flatMap((artifact) => (artifact.findings ?? []).map((finding) => ({
		...finding,
		version,
		artifact
	})))].sort(byWeight);
}
/** Everything found in an audit by its code: the worst first, and what contradicts before what is merely absent. */
function groupFindings(report) {
	return groupByCode(worstFirst(report).flatMap(locateFindings).sort(byWeight));
}
/** Findings by their code, in the order in which the codes come. */
function groupByCode(findings) {
	return [...Map.groupBy(findings, ({ code }) => code)].flatMap(([code, alike]) => {
		const [first] = alike;
		return first === void 0 ? [] : [{
			code,
			severity: first.severity,
			findings: alike
		}];
	});
}
/** From the loudest to the softest; of equally loud ones what contradicts first. */
function byWeight(a, b) {
	return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || Number(contradicts(b)) - Number(contradicts(a));
}
/** Whether it is about an artifact that something contradicts, and not about what is merely absent. */
function contradicts({ artifact }) {
	return artifact?.outcome === "rejected";
}
/** The releases, worst first. */
function worstFirst({ releases }) {
	const loudest = (release) => {
		const [first] = locateFindings(release);
		return first === void 0 ? SEVERITIES.length : SEVERITIES.indexOf(first.severity);
	};
	return [...releases].sort((a, b) => OUTCOME_ORDER.indexOf(a.outcome) - OUTCOME_ORDER.indexOf(b.outcome) || loudest(a) - loudest(b));
}
/** `101 artifacts, of which 6 are rejected and 6 unverifiable; 18 findings` */
function outcomesInWords(release) {
	const { artifacts } = release;
	const count = (outcome) => artifacts.filter((artifact) => artifact.outcome === outcome).length;
	const parts = OUTCOME_ORDER.filter((outcome) => outcome !== "verified" && count(outcome) > 0).map((outcome) => `${count(outcome)} ${outcome}`);
	const found = locateFindings(release).length;
	const all = parts.length === 0 ? "" : `, of which ${parts.join(" and ")}`;
	const findings = found === 0 ? "no findings" : `${found} finding${found === 1 ? "" : "s"}`;
	return `${artifacts.length} artifact${artifacts.length === 1 ? "" : "s"}${all}; ${findings}`;
}
/** `398 verified, 1 rejected, 1 unverifiable; 3 findings` */
function countInWords({ counts: { artifacts, verified, rejected, unverifiable, findings } }) {
	const { alarm, error, warning, note } = findings;
	const total = alarm + error + warning + note;
	const bySeverity = SEVERITIES.filter((severity) => findings[severity] > 0).map((severity) => `${findings[severity]} ${severity}${findings[severity] === 1 ? "" : "s"}`);
	return `${artifacts} looked at: ${verified} verified, ${rejected} rejected, ${unverifiable} unverifiable; ${total === 0 ? "no findings" : bySeverity.join(", ")}`;
}
/** What the depth proved, in one sentence that is true of this very report. */
function depthInWords({ depth, sample, releases }) {
	const files = releases.flatMap(({ artifacts }) => artifacts).filter(({ kind }) => kind !== "image");
	const verified = files.filter(({ outcome }) => outcome === "verified").length;
	const others = files.length - verified;
	if (depth === "full") return `Depth full: ${`${countOf$1(verified)} downloaded, hashed and verified`}${others === 0 ? "" : `; ${others} ${others === 1 ? "is" : "are"} not verified`}.`;
	return `Depth digest: the published digests are validly signed and logged where it says so; the artifacts themselves were not downloaded.${sample === void 0 ? "" : ` Of each release ${sample.perRelease} artifacts were taken in full, drawn by the seed ${sample.seed}.`}`;
}
function countOf$1(artifacts) {
	return artifacts === 0 ? "no artifact was" : artifacts === 1 ? "1 artifact was" : `${artifacts} artifacts were`;
}
// src/report/audit/vsa.ts
const VERIFIER = "https://github.com/org/verify-k8s-artifacts";
const PREDICATE_TYPE = "https://slsa.dev/verification_summary/v1";
/** `actions/attest` takes no more; what is more is in the statement's other parts. */
const MAX_SUBJECTS = 1024;
/** One for each release, but for those of which there is nothing to say. */
function toVerificationSummaries(report) {
	return report.releases.flatMap((release) => {
		const { subjects, isPassed, whyNone } = summarize(report, release);
		if (whyNone !== void 0) return [];
		const predicate = toPredicate(report, release, isPassed);
		const statement = {
			_type: "https://in-toto.io/Statement/v1",
			subject: subjects.map(({ name, hex }) => ({
				name,
				digest: { sha256: hex }
			})),
			predicateType: PREDICATE_TYPE,
			predicate
		};
		return {
			version: release.version,
			statement: `${(0,external_common_js_namespaceObject.Lr)(statement, 2)}\n`,
			predicate: `${(0,external_common_js_namespaceObject.Lr)(predicate, 2)}\n`,
			checksums: subjects.map(({ name, hex }) => `${hex}  ${name}\n`).join("")
		};
	});
}
/** For which releases a verification summary is written, with which result, and for which none and why; a line each. */
function describeVerificationSummaries(report) {
	const all = report.releases.map(({ version, ...release }) => {
		const { subjects, isPassed, whyNone } = summarize(report, {
			version,
			...release
		});
		const result = isPassed ? "PASSED" : "FAILED";
		return {
			about: whyNone === void 0 ? `${version} (${subjects.length} subject${subjects.length === 1 ? "" : "s"})` : version,
			says: whyNone === void 0 ? `Verification summary ${result}: ` : "No verification summary: ",
			why: whyNone === void 0 ? "" : `: ${whyNone}`
		};
	});
	return [...Map.groupBy(all, ({ says, why }) => says + why).values()].map((group) => {
		const [{ says, why } = {
			says: "",
			why: ""
		}] = group;
		return `${says}${group.map(({ about }) => about).join(", ")}${why}`;
	});
}
/** What may be said of a release as a whole. */
function summarize(report, release) {
	const whyNotPassed = findFlaw(report, release);
	const isPassed = whyNotPassed === void 0;
	const subjects = isPassed ? verifiedOf(release) : rejectedOf(release);
	return {
		isPassed,
		subjects,
		whyNone: findObstacle(subjects, whyNotPassed)
	};
}
/** Why a release does not pass. */
function findFlaw({ shard, error }, release) {
	const { outcome, artifacts } = release;
	if (error !== void 0) return `the audit was stopped by ${error.code}`;
	if (shard !== void 0) return "this is a part of an audit, and the merge says it of the whole";
	const open = artifacts.filter((artifact) => artifact.outcome !== "verified").length;
	if (outcome !== "verified") return `${countOf(open, "artifact")} not verified`;
	const loud = findingsOf$1(release).filter(({ severity }) => severity === "alarm" || severity === "error");
	return loud.length === 0 ? void 0 : `${countOf(loud.length, "finding")} an error or an alarm`;
}
/** Why nothing is said: a statement of a part would pass for one of the whole. */
function findObstacle(subjects, whyNotPassed) {
	if (subjects.length > MAX_SUBJECTS) return `${subjects.length} artifacts are more than the ${MAX_SUBJECTS} that one may name`;
	if (subjects.length > 0) return void 0;
	return whyNotPassed === void 0 ? "the release's SBOM binds none of the artifacts" : `${whyNotPassed}, and none with a digest of its own is rejected`;
}
function countOf(count, noun) {
	return count === 1 ? `1 ${noun} is` : `${count} ${noun}s are`;
}
function verifiedOf({ artifacts }) {
	return artifacts.filter(({ outcome, checks }) => outcome === "verified" && checks["release-binding"] === "passed").flatMap(toSubject);
}
/** Not what is right at another path: a statement goes by the digest. */
function rejectedOf({ artifacts }) {
	const right = new Set(artifacts.filter(({ outcome }) => outcome === "verified").flatMap(({ digest }) => digest ?? []));
	return artifacts.filter(({ outcome, digest }) => outcome === "rejected" && digest !== void 0 && !right.has(digest)).flatMap(toSubject);
}
function toSubject({ path, digest }) {
	return digest === void 0 ? [] : [{
		name: path,
		hex: digest.replace("sha256:", "")
	}];
}
function toPredicate({ depth, signers, startedAt, durationMs }, { version }, isPassed) {
	const policy = JSON.stringify({
		depth,
		signers
	});
	return {
		verifier: {
			id: VERIFIER,
			version: { "verify-k8s-artifacts": external_common_js_namespaceObject.C }
		},
		timeVerified: new Date(Date.parse(startedAt) + durationMs).toISOString(),
		resourceUri: `https://dl.k8s.io/release/${version}`,
		policy: {
			uri: `${VERIFIER}#audit-depth-${depth}`,
			digest: { sha256: (0,external_common_js_namespaceObject.ur)(Buffer.from(policy)).hex }
		},
		verificationResult: isPassed ? "PASSED" : "FAILED",
		verifiedLevels: [isPassed ? "SLSA_BUILD_LEVEL_UNEVALUATED" : "FAILED"],
		slsaVersion: "1.1"
	};
}
// src/report/audit/summary.ts
const MARKS = {
	verified: "✅",
	rejected: "❌",
	unverifiable: "⚠️"
};
const SIGNS = {
	alarm: "🚨",
	error: "❌",
	warning: "⚠️",
	note: "ℹ️"
};
/** @param formats in which the reports are written: which verification summaries there are is said if they are */
function formatAuditSummary(report, formats = []) {
	const { outcome, comparison, trustedRoot, hosts = [], warnings, error } = report;
	const summaries = formats.includes("vsa") ? describeVerificationSummaries(report) : [];
	const head = [
		`## Audit of Kubernetes releases: ${MARKS[outcome]} ${outcome}`,
		`${countInWords(report)}.`,
		(0,external_common_js_namespaceObject.dn)(depthInWords(report)).slice(1, -1),
		...(comparison?.moved ?? []).map(({ version, path, from, to }) => `> 🚨 **DIGEST_MOVED**: ${(0,external_common_js_namespaceObject.dn)(`${version} ${path ?? ""}`)} moved from ${(0,external_common_js_namespaceObject.dn)(from)} to ${(0,external_common_js_namespaceObject.dn)(to)} while the version stood still.`),
		...comparison ? [`Since ${comparison.baselineStartedAt}: **${comparison.new}** new, ${comparison.standing} standing, ${comparison.fixed.length} fixed findings.`] : [],
		...error ? [`- **${error.code}**: ${(0,external_common_js_namespaceObject.dn)(error.message)}\n  ${(0,external_common_js_namespaceObject.dn)(error.hint)}`] : [],
		...warnings.map((warning) => `- **Warning**: ${(0,external_common_js_namespaceObject.dn)(warning)}`),
		...summaries.length === 0 ? [] : [summaries.map((line) => `- ${line}.`).join("\n")],
		...trustedRoot === void 0 ? [] : [`Trusted root: ${(0,external_common_js_namespaceObject.dn)(trustedRoot)}.`],
		...hosts.length === 0 ? [] : [`Hosts reached: ${hosts.map(external_common_js_namespaceObject.dn).join(", ")}.`]
	];
	return (0,external_common_js_namespaceObject.Bt)(head.join("\n\n"), worstFirst(report).map(formatRelease), { toRemark: (left) => `**${left} findings are left out here for want of space**; the reports have them all.` });
}
function formatRelease(release) {
	const { version, outcome, artifacts } = release;
	const groups = groupByCode(locateFindings(release));
	const isQuiet = outcome === "verified" && groups.length === 0;
	const table = markdownTable([["What was proven", "Artifacts"], ...[...Map.groupBy(artifacts, wordOf)].map(([word, list]) => [word, String(list.length)])], { alignDelimiters: false });
	return {
		open: `<details${isQuiet ? "" : " open"}><summary>${MARKS[outcome]} ${version}: ${outcome}, ${outcomesInWords(release)}</summary>\n\n${table}\n`,
		items: groups.flatMap(formatGroup),
		close: "\n</details>"
	};
}
/** The code, what it means and what to do about it once, and then each finding; the first item holds the former. */
function formatGroup({ code, severity, findings }) {
	const head = [`**${SIGNS[severity]} ${code}** (${findings.length}): ${meaningOf(code)}`, `*What to do:* ${remedyOf(code)}`].join(" ");
	return findings.map((finding, index) => (index === 0 ? `\n${head}\n\n` : "") + formatFinding$1(finding));
}
function formatFinding$1({ message, expected, actual, since }) {
	return [
		`- ${since === "new" ? "**new** " : ""}${(0,external_common_js_namespaceObject.dn)(message)}`,
		...expected === void 0 ? [] : [`  - expected ${(0,external_common_js_namespaceObject.dn)(expected)}`],
		...actual === void 0 ? [] : [`  - actual ${(0,external_common_js_namespaceObject.dn)(actual)}`]
	].join("\n");
}
// src/report/audit/junit.ts
/** An element's attributes have this before their names. */
const AT = "@";
const SECOND_MS = 1e3;
/** Stands where the suites go; it is no text of theirs. */
const SUITES = "<testsuite></testsuite>";
/** The same in pieces, a suite each, for who writes what need not be in memory. */
function* toJUnitPieces(report) {
	const failing = failingOf(report);
	const suites = function* () {
		yield* toErrorSuite(report);
		for (const release of report.releases) yield toSuite(release, failing);
	};
	const sums = {
		"@tests": 0,
		"@failures": 0,
		"@errors": 0
	};
	for (const suite of suites()) for (const key of [
		"@tests",
		"@failures",
		"@errors"
	]) sums[key] += suite[key];
	const [start, end] = aroundSuites(build({
		"?xml": {
			"@version": "1.0",
			"@encoding": "UTF-8"
		},
		testsuites: {
			"@name": "Kubernetes release audit",
			...sums,
			"@time": (report.durationMs / SECOND_MS).toFixed(3),
			testsuite: ""
		}
	}));
	yield start;
	for (const testsuite of suites()) {
		const one = build({ testsuites: { testsuite } });
		yield one.slice(one.indexOf("\n") + 1, one.lastIndexOf("</testsuites>"));
	}
	yield end;
}
/** What comes before the one suite, which is empty, and what comes after its line. */
function aroundSuites(whole) {
	const at = whole.indexOf(SUITES);
	if (at < 0) throw new RangeError("the builder writes an empty suite in another way");
	return [whole.slice(0, whole.lastIndexOf("\n", at) + 1), whole.slice(whole.indexOf("\n", at) + 1)];
}
function build(document) {
	return new external_xml_js_namespaceObject.t({
		attributeNamePrefix: AT,
		ignoreAttributes: false,
		format: true,
		suppressBooleanAttributes: false
	}).build(document);
}
/** Which findings are failures: alarms; and all of them where nothing else makes the exit code what it is. */
function failingOf({ exitCode, counts: { rejected, findings } }) {
	return exitCode === 1 && rejected === 0 && findings.alarm === 0 ? SEVERITIES : ["alarm"];
}
/** What stopped the audit as a whole. */
function toErrorSuite({ error }) {
	if (error === void 0) return [];
	const problem = {
		"@message": (0,external_common_js_namespaceObject.ln)(error.message),
		"@type": error.code
	};
	return [{
		"@name": "audit",
		"@tests": 1,
		"@failures": 0,
		"@errors": 1,
		testcase: [{
			"@classname": "audit",
			"@name": error.code,
			error: problem
		}]
	}];
}
function toSuite({ version, findings, artifacts }, failing) {
	const cases = [...findings.map((finding, index) => toReleaseCase(`${version}.release`, finding, {
		index,
		failing
	})), ...artifacts.map((artifact) => toCase(version, artifact, failing))];
	return {
		"@name": version,
		"@tests": cases.length,
		"@failures": cases.filter((each) => "failure" in each).length,
		"@errors": cases.filter((each) => "error" in each).length,
		testcase: cases
	};
}
/** What concerns the release as a whole, such as a paper that is missing, is a case of its own. */
function toReleaseCase(classname, finding, { index, failing }) {
	const name = `${finding.code} ${index + 1}`;
	const problem = {
		"@message": (0,external_common_js_namespaceObject.ln)(finding.message),
		"@type": finding.code
	};
	return {
		"@classname": classname,
		"@name": name,
		...failing.includes(finding.severity) ? { failure: problem } : { "system-out": (0,external_common_js_namespaceObject.ln)(finding.message) }
	};
}
function toCase(version, artifact, failing) {
	const { path, outcome, findings = [] } = artifact;
	const [first] = findings;
	const failure = findings.find(({ severity }) => failing.includes(severity));
	const decisive = failure ?? first;
	const problem = {
		"@message": (0,external_common_js_namespaceObject.ln)(decisive?.message ?? outcome),
		"@type": decisive?.code ?? outcome,
		"#text": findings.map(formatFinding).join("\n")
	};
	return {
		"@classname": `${version}.${artifact.kind}`,
		"@name": (0,external_common_js_namespaceObject.ln)(path),
		...outcome === "rejected" || failure !== void 0 ? { failure: problem } : outcome === "unverifiable" ? { error: problem } : {},
		"system-out": [toSentence(artifact), ...findings.map(formatFinding)].join("\n")
	};
}
function formatFinding({ code, severity, message, expected, actual }) {
	return [
		`${severity}: ${code}: ${(0,external_common_js_namespaceObject.ln)(message)}`,
		...expected === void 0 ? [] : [`  expected: ${(0,external_common_js_namespaceObject.ln)(expected)}`],
		...actual === void 0 ? [] : [`  actual: ${(0,external_common_js_namespaceObject.ln)(actual)}`]
	].join("\n");
}
// src/report/audit/sarif.ts
/** Code scanning shows no more of one run, and refuses far more. */
const MAX_RESULTS = 5e3;
const LEVELS = {
	alarm: "error",
	error: "error",
	warning: "warning",
	note: "note"
};
/** Of ten, as code scanning sorts: critical, high, medium, low. */
const SECURITY_SEVERITIES = {
	alarm: "9.5",
	error: "8.0",
	warning: "5.0",
	note: "2.0"
};
/** The findings as SARIF 2.1.0 has them, the worst first. */
function formatSarif(report) {
	const findings = worstFirst(report).flatMap(locateFindings);
	const shown = findings.slice(0, MAX_RESULTS);
	const left = findings.length - shown.length;
	const codes = [...new Set(shown.map(({ code }) => code))];
	const sarif = {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "verify-k8s-artifacts",
				version: external_common_js_namespaceObject.C,
				rules: codes.map(toRule)
			} },
			invocations: [{
				executionSuccessful: report.error === void 0,
				startTimeUtc: report.startedAt,
				...left > 0 && { toolExecutionNotifications: [{
					level: "warning",
					message: { text: `${left} further findings are in the other reports` }
				}] }
			}],
			results: shown.map((finding) => toResult(finding, codes))
		}]
	};
	return `${(0,external_common_js_namespaceObject.Lr)(sarif, 2)}\n`;
}
function toRule(code) {
	const severity = severityOf(code);
	return {
		id: code,
		shortDescription: { text: meaningOf(code) },
		help: { text: remedyOf(code) },
		defaultConfiguration: { level: LEVELS[severity] },
		properties: {
			tags: ["security", "supply-chain"],
			"security-severity": SECURITY_SEVERITIES[severity]
		}
	};
}
function toResult(finding, codes) {
	const { version, artifact, code, severity, message, expected, actual, since } = finding;
	const uri = `${version}/${(artifact?.path ?? "release").replace(":", "/")}`;
	const comparison = [expected && `expected ${expected}`, actual && `actual ${actual}`].filter(Boolean).join(", ");
	const identity = artifact === void 0 ? [
		version,
		code,
		message
	] : [
		version,
		artifact.path,
		code
	];
	return {
		ruleId: code,
		ruleIndex: codes.indexOf(code),
		level: LEVELS[severity],
		message: { text: (0,external_common_js_namespaceObject.ln)(comparison === "" ? message : `${message} (${comparison})`) },
		locations: [{ physicalLocation: {
			artifactLocation: { uri },
			region: { startLine: 1 }
		} }],
		partialFingerprints: { primaryLocationLineHash: (0,external_common_js_namespaceObject.ur)(Buffer.from(JSON.stringify(identity))).hex },
		...since && { baselineState: since === "new" ? "new" : "unchanged" }
	};
}
// src/report/audit/files.ts
const FILES = {
	json: (report) => [{
		name: "report.json",
		text: toAuditReportPieces(report)
	}],
	html: (report) => [{
		name: "report.html",
		text: toAuditHtmlPieces(report)
	}],
	junit: (report) => [{
		name: "junit.xml",
		text: toJUnitPieces(report)
	}],
	vsa: (report) => toVerificationSummaries(report).flatMap(({ version, statement, predicate, checksums }) => [
		{
			name: `vsa/${version}.intoto.json`,
			text: statement
		},
		{
			name: `vsa/${version}.predicate.json`,
			text: predicate
		},
		{
			name: `vsa/${version}.checksums.txt`,
			text: checksums
		}
	]),
	markdown: (report, formats) => [{
		name: "summary.md",
		text: formatAuditSummary(report, formats)
	}],
	sarif: (report) => [{
		name: "report.sarif",
		text: formatSarif(report)
	}]
};
/** One after the other, so that one text at a time is in memory. */
function* toAuditFiles(report, formats) {
	for (const format of formats) yield* FILES[format](report, formats);
}
// src/report/audit/outputs.ts
/** The outputs of an audit or a merge. */
function toAuditOutputs(report, files) {
	const { alarm, error, warning, note } = report.counts.findings;
	const json = files.find((file) => file.endsWith("report.json"));
	return {
		outcome: report.outcome,
		...toCause(report),
		version: report.releases.map(({ version }) => version).join(","),
		findings: String(alarm + error + warning + note),
		...report.sample && { seed: report.sample.seed },
		...json !== void 0 && { report: json }
	};
}
/** The first thing that kept the audit from being verified, and of what kind that is; empty where nothing did. */
function toCause(report) {
	const { outcome, error, exitCode, releases } = report;
	if (error !== void 0) return toCodeAndReason(error.code, false);
	const first = releases.flatMap(({ artifacts }) => artifacts).find((each) => each.outcome === outcome);
	const problems = outcome === "verified" ? [] : first?.problems ?? [];
	const { code, status } = problems.find((each) => each.status === "failed") ?? problems[0] ?? {};
	if (code !== void 0) return toCodeAndReason(code, status !== "failed");
	const finding = exitCode === 0 ? void 0 : findLoudest(report);
	return finding === void 0 ? {
		code: "",
		reason: ""
	} : toCodeAndReason(finding.code, false);
}
/** What an audit failed by, though it verified everything. */
function findLoudest({ releases }) {
	const findings = releases.flatMap(({ findings: ofRelease, artifacts }) => [...ofRelease, ...artifacts.flatMap((artifact) => artifact.findings ?? [])]);
	return SEVERITIES.map((loudest) => findings.find(({ severity }) => severity === loudest)).find(Boolean);
}
/** What only an audit finds contradicts what a release has to be. */
function toCodeAndReason(code, isUnjudged) {
	if (!(code in external_common_js_namespaceObject.Nr)) return {
		code,
		reason: "contradiction"
	};
	const known = code;
	return {
		code,
		reason: isUnjudged ? (0,external_common_js_namespaceObject.Fr)(known) : external_common_js_namespaceObject.Nr[known].reason
	};
}
/** The outputs of an audit's planner. */
function toPlanOutputs(plan, path) {
	return {
		code: "",
		reason: "",
		version: plan.releases.map(({ version }) => version).join(","),
		matrix: toMatrix$1(plan),
		plan: path,
		...plan.sample && { seed: plan.sample.seed }
	};
}
// src/report/audit/text.ts
/** A log is for reading; the reports have them all. */
const MAX_FINDINGS = 100;
/** A line for each release, then one for each code with what was found under it. */
function toAuditBlocks(report) {
	return [...worstFirst(report).map(toReleaseBlock), ...toFindingBlocks(report)];
}
/** What it all came to, and what it rests on, a sentence a line. */
function toAuditProse(report, formats) {
	const { trustedRoot, hosts = [], comparison } = report;
	return [
		...trustedRoot === void 0 ? [] : [`Trusted root: ${(0,external_common_js_namespaceObject.ln)(trustedRoot)}`],
		...hosts.length === 0 ? [] : [`Hosts reached: ${hosts.map(external_common_js_namespaceObject.ln).join(", ")}`],
		depthInWords(report),
		...comparison ? [`Since ${comparison.baselineStartedAt}: ${comparison.new} new, ${comparison.standing} standing, ${comparison.fixed.length} fixed findings, ${comparison.moved.length} digests moved`] : [],
		...formats.includes("vsa") ? describeVerificationSummaries(report) : [],
		countInWords(report)
	];
}
/** What stopped the audit, and what was found that fails it: of each code the first, and how many more there are. */
function toAuditProblems(report) {
	const { error, exitCode } = report;
	const failing = exitCode === 0 ? [] : groupFindings(report).filter(isFailing);
	return [...error === void 0 ? [] : [{
		code: error.code,
		message: (0,external_common_js_namespaceObject.ln)(error.message),
		remedy: (0,external_common_js_namespaceObject.ln)(error.hint)
	}], ...failing.map(({ code, findings: [first, ...others] }) => ({
		code,
		message: `${(0,external_common_js_namespaceObject.ln)(first?.message ?? "")}${others.length === 0 ? "" : `; and ${others.length} more like it`}`,
		remedy: remedyOf(code),
		isInBlock: true
	}))];
}
/** Whether it is loud, or about something that is not verified. */
function isFailing({ severity, findings }) {
	return severity === "alarm" || severity === "error" || findings.some(({ artifact }) => artifact !== void 0 && artifact.outcome !== "verified");
}
function toReleaseBlock(release) {
	const { version, source, outcome, notes } = release;
	return {
		title: `about ${version}`,
		facts: [
			version,
			`${outcome}:`,
			outcomesInWords(release)
		],
		tone: outcome,
		lines: [`from ${source}`, ...notes].map(external_common_js_namespaceObject.ln)
	};
}
function toFindingBlocks(report) {
	let room = MAX_FINDINGS;
	return groupFindings(report).flatMap(({ code, severity, findings }) => {
		const shown = findings.slice(0, room);
		const left = findings.length - shown.length;
		room -= shown.length;
		return [{
			title: `${code} (${findings.length})`,
			facts: [
				`${severity}:`,
				`${code} (${findings.length}):`,
				...meaningOf(code).split(" ")
			],
			tone: severity,
			lines: [
				...shown.flatMap(toLines),
				...left > 0 ? [`and ${left} more, which the reports have`] : [],
				`What to do: ${remedyOf(code)}`
			],
			isOpen: true
		}];
	});
}
function toLines({ message, expected, actual, since }) {
	return [
		`${since === "new" ? "new: " : ""}${(0,external_common_js_namespaceObject.ln)(message)}`,
		...expected === void 0 ? [] : [`  expected: ${(0,external_common_js_namespaceObject.ln)(expected)}`],
		...actual === void 0 ? [] : [`  actual:   ${(0,external_common_js_namespaceObject.ln)(actual)}`]
	];
}
// src/request/audit-request.ts
/**
* Reads the request of `audit`.
* @throws InputError with every fault
*/
function parseAuditRequest(words, surroundings) {
	const values = (0,external_common_js_namespaceObject.Et)(external_common_js_namespaceObject.G, words, (0,external_common_js_namespaceObject.lt)(surroundings));
	return {
		...toScope(values, surroundings),
		...toVerdict(values),
		searchesAll: values["log-search"] === "all",
		resumes: values.resume,
		plan: values.plan,
		shard: values.shard
	};
}
/**
* Reads the request of `plan-shards`.
* @throws InputError with every fault
*/
function parsePlanShardsRequest(words, surroundings) {
	const values = (0,external_common_js_namespaceObject.Et)(external_common_js_namespaceObject.q, words, (0,external_common_js_namespaceObject.lt)(surroundings));
	return {
		...toScope(values, surroundings),
		shards: values.shards
	};
}
/**
* Reads the request of `merge`.
* @throws InputError with every fault
*/
function parseMergeRequest(words) {
	const { plan = "", reports, ...values } = (0,external_common_js_namespaceObject.Et)(external_common_js_namespaceObject.K, words);
	return {
		...toVerdict(values),
		plan,
		reports
	};
}
function toVerdict(values) {
	return {
		baseline: values.baseline,
		failOn: values["fail-on"],
		formats: values["report-formats"],
		folder: values.report ?? ""
	};
}
function toScope(values, surroundings) {
	const { artifacts, images, areAll } = values.artifacts;
	const { platforms, areNamed } = (0,external_common_js_namespaceObject.yt)(values.os, values.arch);
	return {
		scope: {
			...external_common_js_namespaceObject.bt,
			versions: (0,external_common_js_namespaceObject.ut)(values, surroundings),
			artifacts,
			areAllArtifacts: areAll,
			platforms,
			arePlatformsNamed: areNamed,
			urls: [],
			images,
			imageRegistry: values["image-registry"],
			imageSigner: (0,external_common_js_namespaceObject.Pt)(values["certificate-identity"], values["certificate-oidc-issuer"]),
			expectedSha256: void 0,
			signer: (0,external_common_js_namespaceObject.st)(values),
			trustedRoot: values["trusted-root"],
			lockFile: void 0,
			isFrozen: false,
			isOffline: false,
			minimumAge: void 0,
			logCheckpoint: void 0,
			releaseBinding: values["release-binding"],
			signatureSource: "artifact",
			crossCheck: true,
			failFast: false,
			...(0,external_common_js_namespaceObject.ot)(values),
			bundlesFolder: void 0,
			reportFolder: void 0
		},
		depth: values.depth,
		sample: {
			perRelease: values.sample,
			seed: values.seed
		},
		logRequestsPerSecond: values["log-requests-per-second"],
		folder: values.report ?? ""
	};
}
// src/audit/compare.ts
/** The report with every finding marked, moved digests found, and the comparison told. */
function compareWith(baseline, report) {
	const former = new Set(locateAll(baseline).map(keyOf$1));
	const digests = digestsOf(baseline);
	const moved = [];
	const mark = (version, path) => (finding) => ({
		...finding,
		since: former.has(keyOf$1({
			version,
			...path !== void 0 && { path },
			finding
		})) ? "standing" : "new"
	});
	const releases = report.releases.map((release) => {
		const { version } = release;
		return {
			...release,
			findings: release.findings.map(mark(version, void 0)),
			artifacts: release.artifacts.map((artifact) => {
				const from = digests.get(`${version} ${artifact.path}`);
				const to = artifact.digest;
				const move = from !== void 0 && to !== void 0 && from !== to ? {
					version,
					path: artifact.path,
					from,
					to
				} : void 0;
				if (move) moved.push(move);
				const findings = [...move ? [movedFinding(move)] : [], ...artifact.findings ?? []];
				return findings.length === 0 ? artifact : {
					...artifact,
					findings: findings.map(mark(version, artifact.path))
				};
			})
		};
	});
	const now = releases.flatMap(locate);
	const standing = new Set(now.map(keyOf$1));
	const seen = new Set(releases.flatMap(({ version, artifacts }) => [version, ...artifacts.map(({ path }) => `${version} ${path}`)]));
	const fixed = locateAll(baseline).filter((located) => located.finding.code !== "DIGEST_MOVED" && !standing.has(keyOf$1(located)) && seen.has(placeOf(located))).map(({ finding: { code, message }, ...place }) => ({
		...place,
		code,
		message
	}));
	const isNew = now.filter(({ finding }) => finding.since === "new").length;
	return {
		...report,
		comparison: {
			baselineStartedAt: baseline.startedAt,
			new: isNew,
			standing: now.length - isNew,
			fixed,
			moved
		},
		releases
	};
}
function movedFinding({ version, path, from, to }) {
	return toFinding("DIGEST_MOVED", `${version} ${path}: the digest moved from ${from} to ${to} while the version stood still: what is published now is not what was published before`, {
		expected: from,
		actual: to
	});
}
function locateAll({ releases }) {
	return releases.flatMap(locate);
}
function locate({ version, findings, artifacts }) {
	return [...findings.map((finding) => ({
		version,
		finding
	})), ...artifacts.flatMap(({ path, findings: own = [] }) => own.map((finding) => ({
		version,
		path,
		finding
	})))];
}
function placeOf({ version, path }) {
	return path === void 0 ? version : `${version} ${path}`;
}
/** The code says what is wrong; its words may change with times and indexes. Papers have no path, so theirs do count. */
function keyOf$1(located) {
	const { code, message } = located.finding;
	return `${placeOf(located)} ${code}${located.path === void 0 ? ` ${message}` : ""}`;
}
function digestsOf({ releases }) {
	return new Map(releases.flatMap(({ version, artifacts }) => artifacts.flatMap(({ path, digest }) => digest === void 0 ? [] : [[`${version} ${path}`, digest]])));
}
// src/prove/bounded-search.ts
/** So many failures in a row are no accident. */
const MOST_FAILURES = 3;
/** Keeps count of how a log's search fails. */
function boundSearch(log) {
	let failure;
	let failures = 0;
	return {
		failure: () => failure,
		log: {
			...log,
			search: async (digest, options) => {
				if (failure !== void 0 && failures >= MOST_FAILURES) throw failure;
				try {
					const found = await log.search(digest, options);
					failures = 0;
					return found;
				} catch (thrown) {
					failures++;
					failure = (0,external_common_js_namespaceObject.Mr)(thrown);
					throw failure;
				}
			}
		}
	};
}
// src/commands/audit/logs.ts
/** Each head once, however many entries came with it. */
var SeenLogs = class {
	#sightings = /* @__PURE__ */ new Map();
	/** Takes note of the heads in a proof of an artifact of a release. */
	add(version, proof) {
		for (const tree of (0,external_prove_js_namespaceObject.Z)(proof)) {
			const key = `${tree.logId} ${tree.treeId} ${tree.treeSize} ${tree.rootHash.toString("hex")}`;
			const sighting = this.#sightings.get(key) ?? {
				tree,
				versions: /* @__PURE__ */ new Set()
			};
			sighting.versions.add(version);
			this.#sightings.set(key, sighting);
		}
	}
	/** All heads. */
	get trees() {
		return [...this.#sightings.values()].map(({ tree }) => tree);
	}
	/** The releases that a state of a tree is about: those whose entries came with the heads that contradict, else one. */
	versionsOf({ logId, treeId, checkpoints }) {
		const ofTree = [...this.#sightings.values()].filter(({ tree }) => tree.logId === logId && tree.treeId === treeId);
		const ofHeads = ofTree.filter(({ tree }) => checkpoints.includes(tree.checkpoint));
		const versions = [...new Set(ofHeads.flatMap((each) => [...each.versions]))];
		return versions.length > 0 ? versions : ofTree.flatMap((each) => [...each.versions]).slice(0, 1);
	}
};
/** The releases with what was found about the logs that they rest on, and the heads to keep. */
async function concludeLogs(releases, seen, { baseline, trustedRoot, log, warn }) {
	const kept = baseline?.checkpoints ?? [];
	const former = (0,external_prove_js_namespaceObject.X)(kept, trustedRoot);
	for (const warning of former.warnings) warn(warning);
	const states = await (0,external_prove_js_namespaceObject.J)({
		seen: seen.trees,
		former: former.trees,
		log
	});
	const found = states.flatMap((state) => {
		const { error } = state;
		if (error === void 0) return [];
		const finding = toFinding(error.code, error.message, error);
		return seen.versionsOf(state).map((version) => [version, finding]);
	});
	const findingsOf = (version) => found.flatMap(([each, finding]) => each === version ? [finding] : []);
	const checkpoints = toKept(kept, states);
	return {
		releases: releases.map((release) => ({
			...release,
			findings: [...release.findings, ...findingsOf(release.version)]
		})),
		...checkpoints.length > 0 && { checkpoints }
	};
}
/** The largest head of each tree to which everything leads; of an inconsistent tree, what was kept before. */
function toKept(kept, states) {
	const byTree = new Map(kept.map((each) => [`${each.logId} ${each.treeId}`, each]));
	for (const { logId, treeId, treeSize, state, checkpoints } of states) {
		const [checkpoint] = checkpoints;
		if (state === "inconsistent" || checkpoint === void 0) continue;
		byTree.set(`${logId} ${treeId}`, {
			logId,
			treeId,
			treeSize,
			checkpoint
		});
	}
	return [...byTree.values()].sort((a, b) => a.logId + a.treeId < b.logId + b.treeId ? -1 : 1);
}
// src/audit/sample.ts
/** The `size` paths whose hash with the seed comes first. */
function drawSample(paths, { version, seed, size }) {
	const drawn = paths.map((path) => ({
		path,
		lot: (0, import__late_node_crypto.createHash)("sha256").update(JSON.stringify([
			seed,
			version,
			path
		])).digest("hex")
	})).sort((a, b) => a.lot < b.lot ? -1 : 1).slice(0, size);
	return new Set(drawn.map(({ path }) => path));
}
// src/audit/scope.ts
/** The papers that list every binary and tarball of a release. The SBOM alone is signed. */
const PAPERS = [
	"SBOM",
	"SHA256SUMS",
	"SHA512SUMS",
	"provenance.json"
];
/** Everything that the catalogue or any paper says there is in a release, by path. */
function joinLists(version, lists) {
	const catalogued = new Map((0,external_common_js_namespaceObject.Zn)(version).filter(({ entry }) => entry.isSigned).map((place) => [(0,external_common_js_namespaceObject.Yn)(place.entry, place.platform), place]));
	const papers = PAPERS.flatMap((paper) => {
		const list = lists[paper];
		return list === void 0 ? [] : [{
			paper,
			paths: new Set(list)
		}];
	});
	const listed = new Set(papers.flatMap(({ paths }) => [...paths]));
	const paths = [.../* @__PURE__ */ new Set([...catalogued.keys(), ...listed])].sort(compareText);
	return new Map(paths.flatMap((path) => {
		const known = catalogued.get(path);
		const place = known ?? (0,external_common_js_namespaceObject.Xn)(path);
		if (place === void 0) return [];
		const isIn = place.entry.kind === "binary" || place.entry.kind === "tarball" ? papers : [];
		return [[path, {
			path,
			place,
			isInCatalogue: known !== void 0,
			listedBy: isIn.filter((each) => each.paths.has(path)).map(({ paper }) => paper),
			missingFrom: isIn.filter((each) => !each.paths.has(path)).map(({ paper }) => paper)
		}]];
	}));
}
/** By code unit: the same order on every machine. */
function compareText(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
/** Whether the request's names and platforms mean it; what the catalogue does not know is meant by `all` alone. */
function isAskedFor({ place: { entry, platform }, isInCatalogue }, request) {
	const isNamed = isInCatalogue ? request.artifacts.some((artifact) => artifact.entry.name === entry.name) : request.areAllArtifacts;
	const isOnPlatform = platform === void 0 || request.platforms.some(({ os, arch }) => os === platform.os && arch === platform.arch);
	return isNamed && isOnPlatform;
}
// src/prove/audit-findings.ts
/** A release is staged, signed and published within a day or two. */
const MAX_DAYS_APART = 7;
const DAY_MS = 864e5;
/** Endings of the files that are not published; where there is a bundle, nobody needs the pair. */
function listMissing(candidates, checksum) {
	const pair = candidates.find(({ source }) => source === "pair")?.evidence;
	const missing = [
		...pair?.signature.error?.code === "EVIDENCE_SIGNATURE_MISSING" ? [".sig"] : [],
		...pair?.certificate.error?.code === "EVIDENCE_CERTIFICATE_MISSING" ? [".cert"] : [],
		...checksum?.error?.code === "EVIDENCE_CHECKSUM_MISSING" ? [".sha256"] : []
	];
	return candidates.some(({ source, evidence }) => source === "bundle" && evidence.bundle !== void 0) && isUnsigned(missing) ? missing.filter((ending) => ending === ".sha256") : missing;
}
/** One finding for what decided, and for each other check that failed, unless the first is the cause of them all. */
function toFailures(title, proof, facts) {
	const main = (0,external_prove_js_namespaceObject.U)(proof, facts);
	if (main === void 0) return [];
	const failed = proof.result.checks.filter(({ status }) => status === "failed");
	const all = main.explainsAll || failed.length === 0 ? [] : failed.map((check) => (0,external_prove_js_namespaceObject.W)(check, proof, facts));
	const distinct = /* @__PURE__ */ new Map();
	for (const each of [main, ...all]) {
		const key = `${each.code} ${each.message.replace(`${each.check}: `, "")}`;
		if (!distinct.has(key)) distinct.set(key, each);
	}
	return [...distinct.values()].map((each) => toFinding(each.code, `${title}: ${each.message}`, each));
}
/** Absent, unsigned, or one of its files missing. */
async function missingFindings({ title, planned: { path, urls }, missing }, releaseSite) {
	if (missing.length === 0) return [];
	if ((isUnsigned(missing) ? await (0,external_common_js_namespaceObject._n)(releaseSite.fetchSize(urls)) : void 0)?.error?.code === "RELEASE_ARTIFACT_NOT_PUBLISHED") return [toFinding("ARTIFACT_ABSENT", `${title}: it is not published`, {
		expected: "published",
		actual: "not found"
	})];
	const unsigned = toFinding("ARTIFACT_UNSIGNED", `${title}: it is published without signature and certificate`, {
		expected: "a .sig and a .cert",
		actual: "neither"
	});
	const single = missing.filter((ending) => ending === ".sha256" || !isUnsigned(missing));
	return [...isUnsigned(missing) ? [unsigned] : [], ...single.map((ending) => toFinding("SIDECAR_MISSING", `${title}: its ${ending} is not published`, {
		expected: `${path}${ending}`,
		actual: "not found"
	}))];
}
/** An entry of another time than the release's may be of another build. */
function timeFindings(title, { logEntry }, releasedAt) {
	if (logEntry?.integratedTime === void 0 || releasedAt === void 0) return [];
	const days = Math.abs(Date.parse(logEntry.integratedTime) - releasedAt.getTime()) / DAY_MS;
	if (days <= MAX_DAYS_APART) return [];
	return [toFinding("LOG_TIME_FAR", `${title}: the log took its entry ${Math.round(days)} days from the date of the release`, {
		expected: `within ${MAX_DAYS_APART} days of ${releasedAt.toISOString()}`,
		actual: logEntry.integratedTime
	})];
}
function isUnsigned(missing) {
	return missing.includes(".sig") && missing.includes(".cert");
}
// src/prove/audited-papers.ts
/** What each paper lists; a paper that cannot be read lists nothing. */
function listPaths({ sbom, sha256Sums, sha512Sums, provenance }, version) {
	const lists = [
		["SBOM", sbom.value?.paths],
		["SHA256SUMS", sha256Sums.value?.pathsOf(version)],
		["SHA512SUMS", sha512Sums.value?.pathsOf(version)],
		["provenance.json", provenance.value?.pathsOf(version)]
	];
	return Object.fromEntries(lists.filter(([, paths]) => paths !== void 0));
}
/** One for each paper that is missing or cannot be read. */
function findingsOfPapers({ sbom, sha256Sums, sha512Sums, provenance }, version) {
	return Object.entries({
		"kubernetes-release.spdx": sbom,
		SHA256SUMS: sha256Sums,
		SHA512SUMS: sha512Sums,
		"provenance.json": provenance
	}).flatMap(([name, { error }]) => error === void 0 ? [] : [toFinding("PAPER_MISSING", `${version} ${name}: ${error.code}: ${error.message}`)]);
}
/** Papers that give the artifact this digest and no other. */
function agreeingPapers({ sbom, sha256Sums, provenance }, digest, { version, path }) {
	if (version === void 0) return [];
	return [
		["the SBOM", sbom.value?.digestsOf(path).map(({ hex }) => hex)],
		["SHA256SUMS", sha256Sums.value?.digestsOf(version, path)],
		["provenance.json", provenance.value?.subjectsOf(version, path).map(({ sha256 }) => sha256)]
	].filter(([, hexes = []]) => hexes.length > 0 && hexes.every((hex) => hex === digest.hex)).map(([name]) => name);
}
/** A paper that does not list the artifact, or cannot be read, says nothing of its digest; that is a finding of its own. */
function onlyListing({ sbom, sha256Sums, sha512Sums, provenance }, missingFrom) {
	const only = (paper, claimed) => {
		if (claimed.error === void 0 && !missingFrom.includes(paper)) return claimed;
		const why = claimed.error === void 0 ? "does not list it" : "cannot be read";
		return { error: new external_common_js_namespaceObject.xr("RELEASE_PAPER_MISSING", `${paper} ${why}`) };
	};
	return {
		sbom: only("SBOM", sbom),
		sha256Sums: only("SHA256SUMS", sha256Sums),
		sha512Sums: only("SHA512SUMS", sha512Sums),
		provenance: only("provenance.json", provenance)
	};
}
// src/prove/audit-prover.ts
/** Proves the artifacts of one release for an audit. */
var AuditProver = class {
	#release;
	#context;
	#prover;
	#loading;
	constructor(release, context) {
		this.#release = release;
		this.#context = {
			...context,
			asksForAll: true
		};
		this.#prover = new external_prove_js_namespaceObject.A(release, this.#context);
	}
	/** What each paper lists; a paper that cannot be read lists nothing. */
	async lists() {
		return listPaths(await this.#papers(), this.#release.version);
	}
	/** One for each paper that is missing or cannot be read. */
	async paperFindings() {
		return findingsOfPapers(await this.#papers(), this.#release.version);
	}
	/** When the release was made: by its verified SBOM, else by the log's time for the SBOM. */
	async releasedAt() {
		const { sbom, proof } = await this.#papers();
		const { integratedTime } = proof?.result.logEntry ?? {};
		return sbom.value?.created ?? (integratedTime === void 0 ? void 0 : new Date(integratedTime));
	}
	/** Never rejects, but when the self-test fails. */
	async audit(scoped, depth) {
		await (0,external_prove_js_namespaceObject.tt)();
		const planned = (0,external_common_js_namespaceObject.Dn)(this.#context.request, this.#release.version, scoped.place);
		const item = {
			scoped,
			planned,
			depth
		};
		if (planned.path === this.#release.sbom?.path) return this.#auditSbom(item);
		const papers = await this.#papers();
		const file = depth === "full" ? await this.#fetch(planned) : void 0;
		try {
			return await this.#auditPlanned(item, papers, file);
		} finally {
			if (file?.value !== void 0) await this.#context.ports.releaseSite.discard(file.value);
		}
	}
	/** It is read in full in any case: its list is what binds the others. */
	async #auditSbom(item) {
		const { proof } = await this.#papers();
		if (proof === void 0) throw new RangeError("the SBOM is planned, and was not proven");
		return this.#conclude(item, proof, {
			size: proof.measured?.size,
			measured: proof.measured?.sha256,
			checksum: proof.checksum?.value,
			agreeing: [],
			missing: listMissing(proof.judged.map(({ candidate }) => candidate), proof.checksum)
		});
	}
	async #auditPlanned(item, papers, file) {
		const { planned } = item;
		const { path } = planned;
		const { ports, request } = this.#context;
		const [listed] = papers.sbom.value?.digestsOf(path) ?? [];
		const gathered = await (0,external_prove_js_namespaceObject.B)((0,external_prove_js_namespaceObject.z)(planned.urls, ports.releaseSite), {
			digest: () => Promise.resolve(listed),
			log: ports.transparencyLog,
			isLogLast: false
		});
		const missing = listMissing(gathered.candidates, gathered.checksum);
		const subject = {
			artifact: (0,external_prove_js_namespaceObject.F)(planned),
			measured: file && (0,external_common_js_namespaceObject.hn)(file, ({ sha256 }) => sha256),
			claims: toClaims(gathered.checksum, listed),
			releaseBinding: await this.#bind(item, papers, file),
			crossCheck: await this.#crossCheck(item, papers, sha512Of(file, papers, path)),
			signer: request.signer
		};
		const proof = await (0,external_prove_js_namespaceObject.et)(subject, gathered, await (0,external_prove_js_namespaceObject.q)(this.#context));
		const { digest } = proof.result;
		const agreeing = digest === void 0 ? [] : agreeingPapers(papers, digest, planned);
		return this.#conclude(item, proof, {
			size: file?.value?.size,
			measured: file?.value?.sha256,
			checksum: gathered.checksum?.value,
			agreeing,
			missing
		});
	}
	async #bind({ planned, depth }, { proof }, file) {
		if (proof === void 0 || planned.kind !== "sbom") return (0,external_prove_js_namespaceObject.j)(planned, proof, file?.value?.sha512);
		if (depth === "full" && file !== void 0) return (0,external_prove_js_namespaceObject.M)(planned, await (0,external_prove_js_namespaceObject.P)(file, this.#context), this.#context);
		return {
			kind: "not-applicable",
			reason: "an SBOM is bound by its namespace, which its bytes would show"
		};
	}
	async #crossCheck({ scoped, planned, depth }, papers, sha512) {
		if (planned.kind === "sbom") return void 0;
		const { releaseSite } = this.#context.ports;
		return {
			papers: onlyListing(papers, scoped.missingFrom),
			checksumSha512: depth === "full" ? await (0,external_prove_js_namespaceObject.N)(planned.urls, releaseSite) : NOT_ASKED_FOR,
			sha512,
			version: this.#release.version,
			path: planned.path
		};
	}
	async #conclude({ scoped, planned }, proof, { size, missing, ...known }) {
		this.#context.onProof(proof);
		const { result } = proof;
		const { path, platform, kind, name } = planned;
		const title = `${this.#release.version} ${path}`;
		const { releaseSite } = this.#context.ports;
		const absent = await missingFindings({
			title,
			planned,
			missing
		}, releaseSite);
		const { sbom } = await this.#papers();
		const context = await (0,external_prove_js_namespaceObject.V)(this.#context);
		const facts = await (0,external_prove_js_namespaceObject.I)({
			proof,
			...(0,external_prove_js_namespaceObject.L)(planned, sbom.value),
			...known
		}, context);
		const related = this.#context.searchesAll && facts.related === void 0 && result.digest !== void 0 ? await (0,external_prove_js_namespaceObject.G)(proof, result.digest, context) : facts.related;
		const findings = [
			...absent,
			...toFailures(title, proof, facts).filter(({ code }) => absent.length === 0 || !EXPLAINED_BY_ABSENCE.includes(code)),
			...(0,external_prove_js_namespaceObject.x)(proof).map((each) => toFinding("EVIDENCE_DISREGARDED", `${title} is proven; ${each}`)),
			...listingFindings(title, scoped),
			...related !== void 0 && related.length > 1 ? [toFinding("SIGNED_AGAIN", `${title}: the log has ${related.length} valid entries of the expected signer for this digest: ${related.map(formatRelated).join(", ")}`)] : [],
			...timeFindings(title, result, await this.releasedAt())
		];
		const platformText = platform && (0,external_common_js_namespaceObject.ar)(platform);
		return toAudited(result, {
			path,
			name,
			kind: kind === "provenance" ? "sbom" : kind,
			platform: platformText,
			size,
			findings,
			values: this.#context.values
		});
	}
	#fetch(planned) {
		return (0,external_common_js_namespaceObject._n)(this.#context.ports.releaseSite.fetchArtifact(planned, { withSha512: true }));
	}
	#papers() {
		return this.#loading ??= this.#load();
	}
	async #load() {
		const { papers } = this.#prover;
		const [unsigned, proof, sbom] = await Promise.all([
			papers.unsigned(),
			papers.sbom(),
			papers.document()
		]);
		if (unsigned === void 0) throw new RangeError("an audit is planned with the papers of its releases");
		if (proof !== void 0) this.#context.onProof(proof);
		return {
			...unsigned,
			sbom,
			proof
		};
	}
};
/** By the `.sha256` file; where there is none, the SBOM says what the evidence has to be of. */
function toClaims(checksum, listed) {
	if (checksum !== void 0 && checksum.error?.code !== "EVIDENCE_CHECKSUM_MISSING") return [{
		source: "the .sha256 file",
		digest: checksum
	}];
	return listed === void 0 ? [] : [{
		source: "the SBOM",
		digest: { value: listed }
	}];
}
/** Hex, of the bytes; at digest depth, as the SBOM has it. */
function sha512Of(file, { sbom }, path) {
	return file === void 0 ? onlyOne(sbom.value?.sha512Of(path)) : file.value?.sha512;
}
const NOT_ASKED_FOR = { error: new external_common_js_namespaceObject.xr("RELEASE_PAPER_MISSING", "the .sha512 file is not asked for at digest depth") };
const EXPLAINED_BY_ABSENCE = [
	"EVIDENCE_SIGNATURE_MISSING",
	"EVIDENCE_CERTIFICATE_MISSING",
	"EVIDENCE_LOG_ENTRY_MISSING",
	"RELEASE_ARTIFACT_NOT_PUBLISHED"
];
function onlyOne(values) {
	return values?.length === 1 ? values[0] : void 0;
}
function formatRelated({ logIndex, integratedTime }) {
	return integratedTime === void 0 ? String(logIndex) : `${logIndex} of ${integratedTime}`;
}
// src/commands/audit/release.ts
const IMAGE_PREFIX = "image:";
/** Audits one release; what a service left open is looked at once more. */
async function auditRelease(resolved, context) {
	const first = await scopeRelease(resolved, context);
	context.progress.known += first.items.length + first.images.length;
	const audited = await auditItems(first, context);
	if (!audited.some(isUnanswered)) return concludeRelease(first, audited);
	const decided = new Map(audited.filter((artifact) => !isOpen(artifact)).map((artifact) => [artifact.path, artifact]));
	const second = await scopeRelease(resolved, context);
	return concludeRelease(second, await auditItems(second, context, decided));
}
/** @param decided what needs no look, by path; default: what a former run kept */
async function auditItems({ release: { version }, prover, items, images }, context, decided) {
	const { options, limit, limitFiles, progress } = context;
	const audit = (path, run) => limit(async () => {
		const known = decided?.get(path) ?? options.done?.get(`${version} ${path}`);
		const artifact = known ?? await run().catch(context.fail);
		if (artifact !== void 0 && known === void 0 && !isOpen(artifact)) options.onAudited?.(version, artifact);
		if (decided === void 0) progress.audited++;
		(0,external_prove_js_namespaceObject.kt)();
		options.onProgress?.(progress);
		return artifact;
	});
	return (await Promise.all([...items.map(({ scoped, depth }) => {
		const look = () => audit(scoped.path, () => prover.audit(scoped, depth));
		return depth === "full" ? limitFiles(look) : look();
	}), ...images.map(({ path, image }) => audit(path, () => auditImage({
		path,
		image,
		version
	}, context)))])).filter((artifact) => artifact !== void 0);
}
/** Whether a service that did not answer might have proven it. */
function isUnanswered({ outcome, problems = [] }) {
	if (outcome !== "unverifiable") return false;
	return problems.some(({ code }) => isErrorCode(code) && external_common_js_namespaceObject.Nr[code].reason === "network");
}
/** Whether a service left it open: by itself, or since the release's SBOM is unproven. */
function isOpen(artifact) {
	const { outcome, problems = [] } = artifact;
	const isUnbound = problems.some(({ code }) => code === "RELEASE_BINDING_UNAVAILABLE");
	return outcome === "unverifiable" && (isUnbound || isUnanswered(artifact));
}
function isErrorCode(code) {
	return code !== void 0 && Object.hasOwn(external_common_js_namespaceObject.Nr, code);
}
async function concludeRelease({ release, prover, items }, artifacts) {
	const { version, source, notes } = release;
	const releasedAt = items.length === 0 ? void 0 : await prover.releasedAt();
	return toAuditedRelease({
		version,
		source,
		notes: [...notes],
		...releasedAt && { releasedAt: releasedAt.toISOString() },
		findings: items.length === 0 ? [] : await prover.paperFindings()
	}, withSharedDigests(version, artifacts));
}
/** What is looked at in a release: by the plan, or by the request and the release's papers. */
async function scopeRelease(resolved, context) {
	const { request, ports, loadingRoot, warnings, options } = context;
	const { scope, searchesAll, sample } = request;
	const today = (0,external_common_js_namespaceObject.wn)(ports.now());
	const [planned] = (0,external_common_js_namespaceObject.On)(scope, [resolved], today).releases;
	if (planned === void 0) throw new RangeError("a version was planned, and is no release");
	const release = {
		...planned,
		papers: (0,external_common_js_namespaceObject.En)(scope, resolved.version)
	};
	const warn = (message) => void warnings.push(message);
	const prover = new AuditProver(release, {
		request: scope,
		ports,
		loadingRoot,
		lock: void 0,
		warn,
		searchesAll,
		values: context.values,
		sbomsAtHand: context.sbomsAtHand,
		onProof: (proof) => {
			context.logs.add(resolved.version, proof);
		}
	});
	const images = release.images.map((image) => ({
		path: `${IMAGE_PREFIX}${image.repository.split("/").at(-1) ?? ""}`,
		image
	}));
	const ofPlan = options.plan?.releases.find(({ version }) => version === release.version);
	const isShared = (shard) => request.shard === void 0 || request.shard === shard;
	const chosen = ofPlan?.items.filter(({ shard }) => isShared(shard));
	const joined = chosen?.some(({ path }) => !path.startsWith(IMAGE_PREFIX)) ?? release.artifacts.length > 0 ? joinLists(release.version, await prover.lists()) : /* @__PURE__ */ new Map();
	if (chosen !== void 0) return {
		release,
		prover,
		items: chosen.filter(({ path }) => !path.startsWith(IMAGE_PREFIX)).map(({ path, depth }) => {
			const scoped = joined.get(path);
			if (scoped !== void 0) return {
				scoped,
				depth
			};
			const message = `${release.version} ${path} is in the plan, but neither the catalogue nor any paper has it now`;
			throw new external_common_js_namespaceObject.Tr([{
				code: "INPUT_INVALID",
				field: "plan",
				message
			}]);
		}),
		images: images.filter(({ path }) => chosen.some((item) => item.path === path))
	};
	const scoped = [...joined.values()].filter((each) => isAskedFor(each, scope));
	const { seed = "", perRelease: size } = sample;
	const drawn = drawSample(scoped.map(({ path }) => path), {
		version: release.version,
		seed,
		size
	});
	return {
		release,
		prover,
		items: scoped.map((each) => ({
			scoped: each,
			depth: drawn.has(each.path) ? "full" : request.depth
		})),
		images
	};
}
async function auditImage({ path, image, version }, { request, ports, loadingRoot, values, logs }) {
	const signer = request.scope.imageSigner;
	const proof = await (0,external_prove_js_namespaceObject.$)(image, {
		ports,
		trustedRoot: (0,external_common_js_namespaceObject.vn)(await loadingRoot),
		signer
	});
	logs.add(version, proof);
	const { result } = proof;
	const title = `${version} ${path.replace(":", " ")}`;
	const notices = (0,external_prove_js_namespaceObject.nt)(proof, title).map(({ code, message }) => toFinding(code, message));
	const findings = toFailures(title, proof, external_prove_js_namespaceObject.H).map((finding) => finding.code === "IMAGE_NOT_FOUND" ? toFinding("ARTIFACT_ABSENT", `${title}: the registry has no such image`, finding) : finding);
	return toAudited(result, {
		path,
		name: path.slice(6),
		kind: "image",
		platform: void 0,
		findings: [...findings, ...notices],
		values
	});
}
// src/commands/audit/audit.ts
/** Artifacts in flight at once; each has four small requests, and a connection pool per host bounds those. */
const CONCURRENT_ARTIFACTS = 32;
/** Those of them whose bytes lie on the disk meanwhile: tarballs of a release have some hundred megabytes. */
const CONCURRENT_FILES = 6;
/** The papers of the next release come while the artifacts of this one do. */
const CONCURRENT_RELEASES = 2;
/** Never rejects: what went wrong is in the report. */
async function runAudit(request, ports, options = {}) {
	const startedAt = ports.now();
	const warnings = (0,external_common_js_namespaceObject.Q)(request.scope);
	let error;
	const fail = (thrown) => {
		error ??= (0,external_common_js_namespaceObject.Mr)(thrown);
	};
	const loadingRoot = (0,external_common_js_namespaceObject._n)(ports.loadTrustedRoot((message) => void warnings.push(message)));
	const search = boundSearch(ports.transparencyLog);
	const context = createContext(request, {
		...ports,
		transparencyLog: search.log
	}, {
		options,
		loadingRoot,
		warnings,
		fail
	});
	const releases = await auditReleases(context).catch(fail);
	const root = await loadingRoot;
	if (root.error !== void 0) fail(root.error);
	const concluded = root.value === void 0 ? void 0 : await concludeLogs(releases ?? [], context.logs, {
		baseline: options.baseline,
		trustedRoot: root.value,
		log: ports.transparencyLog,
		warn: (message) => void warnings.push(message)
	}).catch(fail);
	const { plan } = options;
	const sample = plan === void 0 ? toSample(request) : plan.sample;
	return conclude(withBaseline({
		depth: plan?.depth ?? request.depth,
		...sample && { sample },
		...plan && request.shard !== void 0 && { shard: {
			number: request.shard,
			of: plan.shards.length,
			plan: digestOfPlan(plan).toString()
		} },
		...root.value && { trustedRoot: root.value.source },
		signers: toSigners(request),
		program: external_common_js_namespaceObject.C,
		...concluded,
		releases: withSearchFinding(concluded?.releases ?? releases ?? [], search.failure()),
		...(0,external_prove_js_namespaceObject.E)(ports),
		warnings: [...new Set(warnings)],
		startedAt: new Date(startedAt).toISOString(),
		durationMs: ports.now() - startedAt
	}, options.baseline), request.failOn, error);
}
function toSigners({ scope: { signer, imageSigner } }) {
	return {
		release: { ...signer },
		image: { ...imageSigner ?? external_common_js_namespaceObject.kt }
	};
}
/** One finding for the whole, however many digests were to be searched for; it stands with the first release. */
function withSearchFinding([first, ...others], failure) {
	if (first === void 0) return [];
	if (failure === void 0) return [first, ...others];
	const finding = toFinding("LOG_SEARCH_UNAVAILABLE", `${first.version}: the log could not be searched: ${failure.message}`);
	return [{
		...first,
		findings: [...first.findings, finding]
	}, ...others];
}
/** The facts beside those of a former audit. */
function withBaseline(facts, baseline) {
	return baseline === void 0 ? facts : compareWith(baseline, facts);
}
/** What an audit would look at, and which job would take which; sizes come from the release site, and only for what is taken in full. */
async function planAudit(given, ports) {
	const request = {
		...given,
		...NOTHING_AUDITED
	};
	const warnings = [];
	const loadingRoot = (0,external_common_js_namespaceObject._n)(ports.loadTrustedRoot((message) => void warnings.push(message)));
	const fail = (thrown) => {
		throw (0,external_common_js_namespaceObject.Mr)(thrown);
	};
	const context = createContext(request, ports, {
		options: {},
		loadingRoot,
		warnings,
		fail
	});
	const releases = await inTurn(await resolveAll(context), async (resolved) => {
		const { release, items, images } = await scopeRelease(resolved, context);
		const measured = await Promise.all(items.map(({ scoped, depth }) => context.limit(async () => {
			const planned = (0,external_common_js_namespaceObject.Dn)(request.scope, release.version, scoped.place);
			const size = depth === "full" ? await (0,external_common_js_namespaceObject._n)(ports.releaseSite.fetchSize(planned.urls)) : void 0;
			return {
				path: scoped.path,
				depth,
				bytes: size?.value ?? 0
			};
		})));
		const ofImages = images.map(({ path }) => ({
			path,
			depth: "digest",
			bytes: 0
		}));
		return {
			version: resolved.version,
			source: resolved.source,
			items: [...measured, ...ofImages]
		};
	});
	const sample = toSample(request);
	return assignShards(releases, {
		shards: given.shards,
		depth: request.depth,
		...sample && { sample },
		createdAt: new Date(ports.now()).toISOString(),
		program: external_common_js_namespaceObject.C,
		signers: toSigners(request),
		trustedRoot: toChoice(request)
	});
}
function toChoice({ scope: { trustedRoot } }) {
	return trustedRoot.kind === "file" ? `file ${trustedRoot.path}` : trustedRoot.kind;
}
/** What a planner has no use for. */
const NOTHING_AUDITED = {
	baseline: void 0,
	failOn: "never",
	formats: [],
	searchesAll: false,
	resumes: false,
	plan: void 0,
	shard: void 0
};
function createContext(request, ports, further) {
	return {
		request,
		ports,
		...further,
		limit: (0,external_prove_js_namespaceObject.rt)(CONCURRENT_ARTIFACTS),
		limitFiles: (0,external_prove_js_namespaceObject.rt)(CONCURRENT_FILES),
		progress: {
			audited: 0,
			known: 0
		},
		values: new SharedValues(),
		sbomsAtHand: new external_prove_js_namespaceObject.R(),
		logs: new SeenLogs()
	};
}
async function resolveAll({ request, ports, options: { plan } }) {
	if (plan === void 0) return (await (0,external_prove_js_namespaceObject.C)(request.scope, ports)).versions;
	const { shard } = request;
	return plan.releases.filter(({ items }) => shard === void 0 || items.some((item) => item.shard === shard)).map(({ version, source }) => ({
		version,
		source
	}));
}
async function auditReleases(context) {
	const { plan } = context.options;
	const { shard } = context.request;
	if (plan && shard !== void 0 && shard > plan.shards.length) {
		const message = `"${shard}" is not allowed; allowed: 1 to ${plan.shards.length}, the shards of the plan`;
		throw new external_common_js_namespaceObject.Tr([{
			code: "INPUT_INVALID",
			field: "shard",
			message
		}]);
	}
	return (await inTurn(await resolveAll(context), (resolved) => auditRelease(resolved, context).catch(context.fail))).filter((release) => release !== void 0);
}
/** Two releases at a time, in the order given. */
function inTurn(values, step) {
	const limit = (0,external_prove_js_namespaceObject.rt)(CONCURRENT_RELEASES);
	return Promise.all(values.map((value) => limit(() => step(value))));
}
function toSample({ sample: { perRelease, seed = "" } }) {
	return perRelease === 0 ? void 0 : {
		perRelease,
		seed
	};
}
// src/audit/partial.ts
var import_promises = (0,external_common_js_namespaceObject.Ir)();
const headerSchema = (0,external_prove_js_namespaceObject.Qt)({
	schemaVersion: (0,external_prove_js_namespaceObject.Bt)(1),
	kind: (0,external_prove_js_namespaceObject.Bt)("audit-partial"),
	/** Names the inputs of the audit. */
	key: audits_text,
	/** Of the draw. */
	seed: audits_text
});
const lineSchema = (0,external_prove_js_namespaceObject.Qt)({
	version,
	artifact: artifactSchema
});
/** The first line of a partial report, with the key of the audit that wrote it. */
function formatPartialHeader({ key, seed }) {
	return `${JSON.stringify({
		schemaVersion: 1,
		kind: "audit-partial",
		key,
		seed
	})}\n`;
}
/** The line of a partial report for one artifact that was decided. */
function formatPartialLine(release, artifact) {
	return `${(0,external_common_js_namespaceObject.Lr)({
		version: release,
		artifact
	})}\n`;
}
/** @returns undefined when the line is anything else */
function parsePartialHeader(line) {
	return parse(headerSchema, line);
}
/** @returns undefined when the line is anything else */
function parsePartialLine(line) {
	return parse(lineSchema, line);
}
function parse(schema, line) {
	try {
		const parsed = (0,external_prove_js_namespaceObject.Zt)(schema, (0,external_common_js_namespaceObject.xn)(line));
		return parsed.success ? parsed.output : void 0;
	} catch {
		return;
	}
}
// src/files/lines.ts
var import__builtin_node_events = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.Ur)(), 1);
var import__late_node_fs = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.Zr)(), 1);
var import__late_node_readline = (0,external_common_js_namespaceObject.x)();
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = import__late_node_fs.constants;
const APPEND = import__late_node_fs.constants.O_WRONLY | import__late_node_fs.constants.O_APPEND | O_NOFOLLOW | O_NONBLOCK;
/** The lines of a file that the user named. Rejects as `readSmallFile` does. */
async function* readLines(path, maxBytes) {
	const { handle, stats } = await (0,external_common_js_namespaceObject.mr)(path, (0,external_common_js_namespaceObject.gr)(path));
	try {
		if (stats.size > BigInt(maxBytes)) throw new external_common_js_namespaceObject.pn(`it has more than ${maxBytes} bytes`);
		const input = handle.createReadStream({
			end: maxBytes,
			autoClose: false
		});
		yield* (0, import__late_node_readline.createInterface)({
			input,
			crlfDelay: 1e400
		});
	} finally {
		await handle.close();
	}
}
/** Adds to a file that is there. Whatever fails later, fails in silence. */
async function appendTo(path) {
	const handle = await (0, import_promises.open)(path, APPEND);
	if (!(await handle.stat()).isFile()) {
		await handle.close();
		throw new external_common_js_namespaceObject.fr("it is no regular file");
	}
	const stream = handle.createWriteStream();
	stream.on("error", () => void 0);
	return {
		write: (line) => {
			stream.write(line);
		},
		close: async () => {
			stream.end();
			if (!stream.closed) await (0, import__builtin_node_events.once)(stream, "close");
		}
	};
}
// src/commands/audit/folder.ts
/** A hundred releases take some forty million. */
const MAX_FILE_BYTES = 134217728;
const MAX_REPORTS = 256;
const PARTIAL = "audit.partial.jsonl";
const PLAN = "audit-plan.json";
/**
* Reads a plan of shards.
* @throws InputError when it cannot be read or is none
*/
async function readPlan(path) {
	return parseAuditPlan(await readText("plan", path), path);
}
/**
* Reads a former report to compare with.
* @throws InputError when it cannot be read or is none
*/
async function readBaseline(path) {
	return parseAuditReport(await readText("baseline", path), "baseline", path);
}
/** Reports by their paths; of a folder, every report.json in it and one level below, where a download puts each shard's. */
async function readReports(paths) {
	const files = (await Promise.all(paths.map(findReports))).flat().sort();
	if (files.length > MAX_REPORTS) throw refuse("reports", `there are ${files.length}; allowed: ${MAX_REPORTS}`);
	return Promise.all(files.map(async (name) => ({
		name,
		report: parseAuditReport(await readText("reports", name), "reports", name)
	})));
}
async function findReports(path) {
	try {
		if (!(await (0, import_promises.stat)(path)).isDirectory()) return [path];
		const entries = await (0, import_promises.readdir)(path, { withFileTypes: true });
		const own = entries.filter((entry) => entry.isFile() && entry.name === "report.json").map(({ name }) => (0, import__late_node_path.join)(path, name));
		const below = entries.filter((entry) => entry.isDirectory()).map(({ name }) => (0, import__late_node_path.join)(path, name, "report.json"));
		const isThere = await Promise.all(below.map((file) => (0, import_promises.stat)(file).then(() => true, () => false)));
		return [...own, ...below.filter((_, index) => isThere[index])];
	} catch (cause) {
		throw refuse("reports", `"${path}" cannot be read: ${(0,external_common_js_namespaceObject.jr)(cause)}`);
	}
}
async function readText(field, path) {
	try {
		return (await (0,external_common_js_namespaceObject.mn)(path, MAX_FILE_BYTES)).toString();
	} catch (cause) {
		throw refuse(field, `"${path}" cannot be read: ${(0,external_common_js_namespaceObject.jr)(cause)}`);
	}
}
/**
* Whole, and all of them or none: a former report may be somebody's baseline.
* @returns the paths written
*/
async function writeFiles(folder, files) {
	const paths = [];
	function* inFolder() {
		for (const { name, text } of files) {
			const path = (0, import__late_node_path.join)(folder, name);
			paths.push(path);
			yield {
				path,
				text,
				root: folder
			};
		}
	}
	const pending = await (0,external_prove_js_namespaceObject.rn)(inFolder());
	await pending.commit();
	await pending.settle();
	return paths;
}
/**
* Writes a plan of shards into a folder.
* @returns its path
*/
async function writePlan(folder, text) {
	const [path = ""] = await writeFiles(folder, [{
		name: PLAN,
		text
	}]);
	return path;
}
/**
* Begins a partial report, or goes on from the one in the folder.
* @param seed for the draw, unless the one that is gone on from has its own
* @throws InputError when there is one of another audit, or one that cannot be read
*/
async function openPartial(request, { plan, seed }) {
	const path = (0, import__late_node_path.join)(request.folder, PARTIAL);
	const key = keyOf(request, plan);
	const former = request.resumes ? await readPartial(path) : void 0;
	if (former !== void 0 && (former.header.key !== key || (request.sample.seed ?? former.header.seed) !== former.header.seed)) throw refuse("resume", `"${path}" is of an audit with other inputs; allowed with resume: the same inputs`);
	const header = former?.header ?? {
		key,
		seed
	};
	const done = former?.done ?? /* @__PURE__ */ new Map();
	const writer = await begin(path, header, done);
	return {
		seed: header.seed,
		done,
		add: (version, artifact) => {
			writer.write(formatPartialLine(version, artifact));
		},
		close: () => writer.close(),
		remove: async () => {
			await writer.close();
			await (0,external_prove_js_namespaceObject.dn)(path);
		}
	};
}
/** Written anew: the line that a killed run ended in is cut off. */
async function begin(path, header, done) {
	const lines = [...done].map(([key, artifact]) => formatPartialLine(key.split(" ")[0] ?? "", artifact));
	await (0,external_prove_js_namespaceObject["in"])({
		path,
		text: [formatPartialHeader(header), ...lines]
	});
	return (0,external_prove_js_namespaceObject.mn)(path, () => appendTo(path));
}
async function readPartial(path) {
	let header;
	const done = /* @__PURE__ */ new Map();
	try {
		for await (const line of readLines(path, MAX_FILE_BYTES)) {
			if (header === void 0) {
				header = parsePartialHeader(line);
				if (header === void 0) throw refuse("resume", `"${path}" is not a partial report`);
				continue;
			}
			const parsed = parsePartialLine(line);
			if (parsed === void 0) break;
			if (parsed.artifact.outcome !== "unverifiable" && followsFromChecks(parsed.artifact)) done.set(`${parsed.version} ${parsed.artifact.path}`, parsed.artifact);
		}
	} catch (thrown) {
		if (thrown.code === "ENOENT") return void 0;
		if (thrown instanceof external_common_js_namespaceObject.Tr) throw thrown;
		throw refuse("resume", `"${path}" cannot be read: ${(0,external_common_js_namespaceObject.jr)(thrown)}`);
	}
	return header && {
		header,
		done
	};
}
/** Everything that a result depends on. */
function keyOf({ scope, depth, sample, searchesAll, shard }, plan) {
	const { signer, imageSigner, releaseUrl, rekorUrl, imageRegistry, releaseBinding, trustedRoot } = scope;
	const parts = [
		signer,
		imageSigner,
		releaseUrl.href,
		rekorUrl.href,
		imageRegistry,
		releaseBinding,
		trustedRoot,
		depth,
		sample.perRelease,
		searchesAll,
		shard ?? 0,
		plan === void 0 ? "" : digestOfPlan(plan).toString()
	];
	return (0,external_common_js_namespaceObject.ur)(Buffer.from(JSON.stringify(parts))).toString();
}
function refuse(field, message) {
	return new external_common_js_namespaceObject.Tr([{
		code: "INPUT_INVALID",
		field,
		message
	}]);
}
// src/commands/audit/command.ts
var command_exports = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.r)({
	audit: () => audit$1,
	runAuditCommand: () => runAuditCommand,
	runMerge: () => runMerge,
	runPlanShards: () => runPlanShards
});
/** Audits whole releases, or a shard of a plan. */
const runAuditCommand = async (words, surroundings) => {
	const request = parseAuditRequest(words, await (0,external_common_js_namespaceObject.X)(words, surroundings));
	return toAuditEnding(await audit$1(request, surroundings), request.formats);
};
/** Divides an audit among several jobs. */
const runPlanShards = async (words, surroundings) => {
	const request = parsePlanShardsRequest(words, await (0,external_common_js_namespaceObject.X)(words, surroundings));
	const { plan, path } = await planShards$1(request, surroundings);
	return {
		...external_common_js_namespaceObject.Ft,
		warnings: (0,external_common_js_namespaceObject.Q)(request.scope),
		closing: [toMatrix$1(plan)],
		written: [(0,external_common_js_namespaceObject.ln)(path)],
		json: () => `${toMatrix$1(plan)}\n`,
		outputs: () => toPlanOutputs(plan, path)
	};
};
/** Joins the reports of all shards of a plan. */
const runMerge = async (words) => {
	const request = parseMergeRequest(words);
	return toAuditEnding(await merge$1(request), request.formats);
};
function toAuditEnding({ report, files }, formats) {
	return {
		...external_common_js_namespaceObject.Ft,
		exitCode: report.exitCode,
		warnings: report.warnings.map(external_common_js_namespaceObject.ln),
		blocks: toAuditBlocks(report),
		prose: toAuditProse(report, formats),
		closing: [report.outcome],
		problems: toAuditProblems(report),
		written: files.map(external_common_js_namespaceObject.ln),
		json: () => formatAuditReport(report),
		outputs: () => toAuditOutputs(report, files),
		summary: () => formatAuditSummary(report, formats)
	};
}
const SEED_BYTES = 8;
/** Looks at everything that is asked for, or at a shard of it. */
async function audit$1(given, surroundings) {
	const plan = given.plan === void 0 ? void 0 : await readPlan(given.plan);
	const baseline = given.baseline === void 0 ? void 0 : await readBaseline(given.baseline);
	const partial = await openPartial(given, {
		plan,
		seed: given.sample.seed ?? (0, import__late_node_crypto.randomBytes)(SEED_BYTES).toString("hex")
	});
	const request = {
		...given,
		sample: {
			...given.sample,
			seed: partial.seed
		}
	};
	const progress = await surroundings.startProgress();
	const report = await (0,external_prove_js_namespaceObject.it)(request.scope, toWorld(request, surroundings), (ports) => runAudit(request, ports, {
		plan,
		baseline,
		done: partial.done,
		onAudited: (version, artifact) => {
			partial.add(version, artifact);
		},
		onProgress: progress.onCount
	})).finally(progress.stop);
	const files = await writeFiles(request.folder, toAuditFiles(report, request.formats));
	await (report.releases.every(({ artifacts }) => !artifacts.some(isOpen)) ? partial.remove() : partial.close());
	return {
		report,
		files
	};
}
/** Joins the reports of all shards of a plan. */
async function merge$1(request) {
	const plan = await readPlan(request.plan);
	const baseline = request.baseline === void 0 ? void 0 : await readBaseline(request.baseline);
	const { facts, error } = mergeReports(plan, await readReports(request.reports), {
		now: Date.now(),
		program: external_common_js_namespaceObject.C
	});
	const report = conclude(withBaseline(facts, baseline), request.failOn, error);
	return {
		report,
		files: await writeFiles(request.folder, toAuditFiles(report, request.formats))
	};
}
/** Says what would be looked at, and which job would take which. */
async function planShards$1(given, surroundings) {
	const seed = given.sample.seed ?? (0, import__late_node_crypto.randomBytes)(SEED_BYTES).toString("hex");
	const request = {
		...given,
		sample: {
			...given.sample,
			seed
		}
	};
	const plan = await (0,external_prove_js_namespaceObject.it)(request.scope, toWorld(request, surroundings), (ports) => planAudit(request, ports));
	return {
		plan,
		path: await writePlan(request.folder, formatAuditPlan(plan))
	};
}
function toWorld({ logRequestsPerSecond }, { temporaryRoot, cacheFolder, onWaiting, onSecret }) {
	return {
		installer: external_prove_js_namespaceObject.st,
		temporaryRoot,
		tufCacheFolder: (0, import__late_node_path.join)(cacheFolder, "tuf"),
		papersFolder: (0, import__late_node_path.join)(cacheFolder, "papers"),
		onWaiting,
		logRequestsPerSecond,
		onSecret,
		onProgress: () => void 0
	};
}
// src/action/audits.ts
/** Runs …/audit. */
const audit = () => (0,external_runner_js_namespaceObject.t)("audit", runAuditCommand);
/** Runs …/audit/plan. */
const planShards = () => (0,external_runner_js_namespaceObject.t)("plan-shards", runPlanShards);
/** Runs …/audit/merge. */
const merge = () => (0,external_runner_js_namespaceObject.t)("merge", runMerge);


var __webpack_exports__audit = __webpack_exports__.sb;
var __webpack_exports__merge = __webpack_exports__.h1;
var __webpack_exports__planShards = __webpack_exports__.tF;
var __webpack_exports__t = __webpack_exports__.t;
export { __webpack_exports__audit as audit, __webpack_exports__merge as merge, __webpack_exports__planShards as planShards, __webpack_exports__t as t };
