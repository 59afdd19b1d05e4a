import * as __WEBPACK_EXTERNAL_MODULE__rolldown_runtime_js_e145cd65__ from "./rolldown-runtime.js";
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
  $: () => (/* binding */ require__late_node_url),
  $n: () => (/* binding */ endOfLife),
  $r: () => (/* binding */ require__late_node_os),
  $t: () => (/* binding */ didPass),
  A: () => (/* binding */ COMMANDS),
  An: () => (/* binding */ formatImageReference),
  Ar: () => (/* binding */ TrustError),
  At: () => (/* binding */ RELEASE_SIGNER),
  B: () => (/* binding */ parseLockDiffRequest),
  Bn: () => (/* binding */ isImageName),
  Br: () => (/* binding */ require__late_node_string_decoder),
  Bt: () => (/* binding */ fitSummary),
  C: () => (/* binding */ version),
  Cn: () => (/* binding */ cacheVersion),
  Cr: () => (/* binding */ FetchError),
  Ct: () => (/* binding */ namesOf),
  D: () => (/* binding */ formatWaiting),
  Dn: () => (/* binding */ planPlaced),
  Dr: () => (/* binding */ InternalError),
  Dt: () => (/* binding */ required),
  E: () => (/* binding */ formatBytes),
  En: () => (/* binding */ planPapers),
  Er: () => (/* binding */ InstallError),
  Et: () => (/* binding */ readInputs),
  F: () => (/* binding */ inputsOf),
  Fn: () => (/* binding */ refuse),
  Fr: () => (/* binding */ unjudgedReason),
  Ft: () => (/* binding */ EMPTY_ENDING),
  G: () => (/* binding */ AUDIT),
  Gn: () => (/* binding */ findArtifact),
  Gr: () => (/* binding */ require__builtin_node_http),
  Gt: () => (/* binding */ toLogReport),
  H: () => (/* binding */ parseImageRequest),
  Hn: () => (/* binding */ ARTIFACT_NAMES),
  Hr: () => (/* binding */ require__builtin_node_assert),
  Ht: () => (/* binding */ formatReport),
  I: () => (/* binding */ refuseForeign),
  In: () => (/* binding */ suggest),
  Ir: () => (/* binding */ require_promises$3),
  It: () => (/* binding */ toReportEnding),
  J: () => (/* binding */ runPlan),
  Jn: () => (/* binding */ membersOf),
  Jr: () => (/* binding */ require__late_node_https),
  Jt: () => (/* binding */ formatCheck),
  K: () => (/* binding */ MERGE),
  Kn: () => (/* binding */ findArtifactOfFile),
  Kr: () => (/* binding */ require__builtin_node_tls),
  Kt: () => (/* binding */ toReport),
  L: () => (/* binding */ titleOf),
  Ln: () => (/* binding */ CANONICAL_REGISTRY),
  Lr: () => (/* binding */ formatJson),
  Lt: () => (/* binding */ PUBLIC_LOG_ID),
  M: () => (/* binding */ INPUT_NAMES),
  Mn: () => (/* binding */ mapRead),
  Mr: () => (/* binding */ toCodedError),
  Mt: () => (/* binding */ isReleaseSigner),
  N: () => (/* binding */ PLANNER_WARNING),
  Nn: () => (/* binding */ oneOf),
  Nr: () => (/* binding */ ERRORS),
  Nt: () => (/* binding */ signerAt),
  O: () => (/* binding */ runToEnding),
  On: () => (/* binding */ planRequest),
  Or: () => (/* binding */ LockError),
  Ot: () => (/* binding */ wordOf),
  P: () => (/* binding */ commandsOf),
  Pn: () => (/* binding */ readEach),
  Pr: () => (/* binding */ remedyOf),
  Pt: () => (/* binding */ toImageSigner),
  Q: () => (/* binding */ listAdvice),
  Qn: () => (/* binding */ OLDEST_SIGNED_MINOR),
  Qr: () => (/* binding */ require__late_node_crypto),
  Qt: () => (/* binding */ decisiveCheck),
  R: () => (/* binding */ ELSEWHERE),
  Rn: () => (/* binding */ IMAGE_GROUPS),
  Rr: () => (/* binding */ require__late_node_timers),
  Rt: () => (/* binding */ PUBLIC_LOG_SEARCH),
  S: () => (/* binding */ _taggedTemplateLiteral),
  Sn: () => (/* binding */ artifactUrls),
  Sr: () => (/* binding */ EvidenceError),
  St: () => (/* binding */ isAnsweredByCache),
  T: () => (/* binding */ createPacedProgress),
  Tn: () => (/* binding */ formatPlace$1),
  Tr: () => (/* binding */ InputError),
  Tt: () => (/* binding */ conflict),
  U: () => (/* binding */ parseChecksumsRequest),
  Un: () => (/* binding */ GROUPS$1),
  Ur: () => (/* binding */ require__builtin_node_events),
  Ut: () => (/* binding */ toArtifactReport),
  V: () => (/* binding */ parseLockUpdateRequest),
  Vn: () => (/* binding */ isNamedByArchitecture),
  Vr: () => (/* binding */ require__builtin_node_util),
  Vt: () => (/* binding */ EXIT_CODES),
  W: () => (/* binding */ parseEntryRequest),
  Wn: () => (/* binding */ PLATFORMS),
  Wr: () => (/* binding */ require__builtin_node_https),
  Wt: () => (/* binding */ toImageReport),
  X: () => (/* binding */ toSurroundings),
  Xn: () => (/* binding */ placeOf),
  Xr: () => (/* binding */ require__late_node_path),
  Xt: () => (/* binding */ toResults),
  Y: () => (/* binding */ tellPlan),
  Yn: () => (/* binding */ pathOf),
  Yr: () => (/* binding */ require__late_node_http),
  Yt: () => (/* binding */ toNotes),
  Z: () => (/* binding */ exactVersion),
  Zn: () => (/* binding */ placesIn),
  Zr: () => (/* binding */ require__late_node_fs),
  Zt: () => (/* binding */ computeOutcome),
  _: () => (/* binding */ require__late_node_zlib),
  _n: () => (/* binding */ toResultAsync),
  _r: () => (/* binding */ HELD),
  _t: () => (/* binding */ fittingMinors),
  a: () => (/* binding */ require__builtin_node_url),
  an: () => (/* binding */ failed),
  ar: () => (/* binding */ formatPlatform),
  at: () => (/* binding */ atHandRoot),
  b: () => (/* binding */ require__late_node_util),
  bn: () => (/* binding */ findJsonExcess),
  br: () => (/* binding */ require_promises$2),
  bt: () => (/* binding */ NOT_INSTALLED),
  c: () => (/* binding */ require__builtin_node_process),
  cn: () => (/* binding */ passed),
  cr: () => (/* binding */ require_semver),
  ct: () => (/* binding */ toTrustedRoot),
  d: () => (/* binding */ require__builtin_node_zlib),
  dn: () => (/* binding */ toCode),
  dr: () => (/* binding */ parseDigest),
  dt: () => (/* binding */ readVersions),
  en: () => (/* binding */ isCutOff),
  er: () => (/* binding */ isPrerelease),
  et: () => (/* binding */ require__late_node_net),
  f: () => (/* binding */ require__builtin_node_buffer),
  fn: () => (/* binding */ require__late_node_v8),
  fr: () => (/* binding */ UnfitFileError),
  ft: () => (/* binding */ showVersions),
  g: () => (/* binding */ require__builtin_node_fs),
  gn: () => (/* binding */ toResult),
  gr: () => (/* binding */ toNamed),
  gt: () => (/* binding */ fitsServers),
  h: () => (/* binding */ require__builtin_node_stream),
  hn: () => (/* binding */ mapResult),
  hr: () => (/* binding */ openFileNow),
  ht: () => (/* binding */ compareMinors),
  i: () => (/* binding */ require__late_node_buffer),
  "in": () => (/* binding */ IMAGE_CHECK_IDS),
  ir: () => (/* binding */ OPERATING_SYSTEMS),
  it: () => (/* binding */ REGISTRY_INPUTS),
  j: () => (/* binding */ FORMER_PLANNER),
  jn: () => (/* binding */ readArtifactUrls),
  jr: () => (/* binding */ messageOf),
  jt: () => (/* binding */ findSigner),
  k: () => (/* binding */ endOnUncaught),
  kn: () => (/* binding */ sbomNamespace),
  kr: () => (/* binding */ ReleaseError),
  kt: () => (/* binding */ IMAGE_SIGNER),
  l: () => (/* binding */ require__builtin_node_os),
  ln: () => (/* binding */ escapeText),
  lr: () => (/* binding */ Digest),
  lt: () => (/* binding */ toReadOptions),
  m: () => (/* binding */ require__builtin_node_string_decoder),
  mn: () => (/* binding */ readSmallFile),
  mr: () => (/* binding */ openFile),
  mt: () => (/* binding */ SKEWED),
  n: () => (/* binding */ require_web),
  nn: () => (/* binding */ CHECK_IDS),
  nr: () => (/* binding */ parseReleaseVersion),
  nt: () => (/* binding */ parseExportRequest),
  o: () => (/* binding */ require__builtin_node_tty),
  on: () => (/* binding */ fromError),
  or: () => (/* binding */ parseOwnPlatform),
  ot: () => (/* binding */ toServices),
  p: () => (/* binding */ require__builtin_node_path),
  pn: () => (/* binding */ TooLargeError),
  pr: () => (/* binding */ isBelow),
  pt: () => (/* binding */ settleSkew),
  q: () => (/* binding */ PLAN_SHARDS),
  qn: () => (/* binding */ isBuiltFor),
  qr: () => (/* binding */ require__builtin_node_net),
  qt: () => (/* binding */ SIGNS),
  r: () => (/* binding */ require__builtin_node_readline),
  rn: () => (/* binding */ CROSS_CHECK_IDS),
  rr: () => (/* binding */ ARCHITECTURES$1),
  rt: () => (/* binding */ parseGetRequest),
  s: () => (/* binding */ require_web$1),
  sn: () => (/* binding */ notRun),
  sr: () => (/* binding */ parsePlatform),
  st: () => (/* binding */ toSigner),
  t: () => (/* binding */ require_promises),
  tn: () => (/* binding */ worstOutcome),
  tr: () => (/* binding */ minorOf),
  tt: () => (/* binding */ require__late_node_dns),
  u: () => (/* binding */ require_promises$1),
  un: () => (/* binding */ showUnprintable),
  ur: () => (/* binding */ digestOf),
  ut: () => (/* binding */ toVersions),
  v: () => (/* binding */ require__late_node_sea),
  vn: () => (/* binding */ unwrap),
  vr: () => (/* binding */ codeOf),
  vt: () => (/* binding */ oldestFitting),
  w: () => (/* binding */ createPacedCount),
  wn: () => (/* binding */ dayOf),
  wr: () => (/* binding */ ImageError),
  wt: () => (/* binding */ GROUPS),
  x: () => (/* binding */ require__late_node_readline),
  xn: () => (/* binding */ parseJson),
  xr: () => (/* binding */ CodedError),
  xt: () => (/* binding */ formatVersionSpec),
  y: () => (/* binding */ require__late_node_process),
  yn: () => (/* binding */ require__builtin_node_crypto),
  yr: () => (/* binding */ whenFree),
  yt: () => (/* binding */ toPlatforms),
  z: () => (/* binding */ VERIFY),
  zn: () => (/* binding */ OFFICIAL_REGISTRY),
  zr: () => (/* binding */ require__late_node_child_process),
  zt: () => (/* binding */ linkToEntry)
});

;// CONCATENATED MODULE: external "./rolldown-runtime.js"
var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
const external_rolldown_runtime_js_namespaceObject = x({ ["a"]: () => (__WEBPACK_EXTERNAL_MODULE__rolldown_runtime_js_e145cd65__.a), ["t"]: () => (__WEBPACK_EXTERNAL_MODULE__rolldown_runtime_js_e145cd65__.t) });
;// CONCATENATED MODULE: ./.build/common.js

// \0late:node:os
var require__late_node_os = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:os")[key] }));
}));
// \0late:node:crypto
var require__late_node_crypto = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:crypto")[key] }));
}));
// \0late:node:fs
var require__late_node_fs = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:fs")[key] }));
}));
// \0late:node:path
var require__late_node_path = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:path")[key] }));
}));
// \0late:node:http
var require__late_node_http = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:http")[key] }));
}));
// \0late:node:https
var require__late_node_https = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:https")[key] }));
}));
// \0builtin:node:net
var require__builtin_node_net = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = process.getBuiltinModule("node:net");
}));
// \0builtin:node:tls
var require__builtin_node_tls = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = process.getBuiltinModule("node:tls");
}));
// \0builtin:node:http
var require__builtin_node_http = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = process.getBuiltinModule("node:http");
}));
// \0builtin:node:https
var require__builtin_node_https = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = process.getBuiltinModule("node:https");
}));
// \0builtin:node:events
var require__builtin_node_events = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = process.getBuiltinModule("node:events");
}));
// \0builtin:node:assert
var require__builtin_node_assert = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = process.getBuiltinModule("node:assert");
}));
// \0builtin:node:util
var require__builtin_node_util = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = process.getBuiltinModule("node:util");
}));
// \0late:node:string_decoder
var require__late_node_string_decoder = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:string_decoder")[key] }));
}));
// \0late:node:child_process
var require__late_node_child_process = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:child_process")[key] }));
}));
// \0late:node:timers
var require__late_node_timers = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:timers")[key] }));
}));
// src/json/format-json.ts
var import__late_node_crypto = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)(require__late_node_crypto(), 1);
/** What JSON.stringify leaves as it is: C1 controls, DEL, format characters, separators. A terminal obeys some. */
const HIDDEN = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/gu;
/**
* The JSON of a value, in which every control and format character is written as `\uXXXX`: it means the same to every
* reader of JSON, and nothing to a terminal.
* @param indent in spaces
*/
function formatJson(value, indent = 0) {
	return JSON.stringify(value, null, indent).replace(HIDDEN, (character) => Array.from({ length: character.length }, (_, at) => escapeUnit(character.charCodeAt(at))).join(""));
}
function escapeUnit(unit) {
	return `\\u${unit.toString(16).padStart(4, "0")}`;
}
// \0late:node:fs/promises
var require_promises$3 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:fs/promises")[key] }));
}));
// src/error-codes.ts
/**
* What kind of thing went wrong, each with its exit code. Only what was read
* and contradicts is a contradiction, and only a contradiction rejects.
*/
const REASONS = {
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
const NEWER = "Update this program, which does not know this form, or have it made in a form that it knows.";
const STALE = "Reach the TUF repository, or update this program: its trusted root is old and does not know who made this.";
/** Every error code, with its reason and exit code, what it says, and what to do about it. */
const ERRORS = {
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
	FILE_UNKNOWN: entry("contradiction", "A file is called like a Kubernetes artifact, and no release that was asked for has its bytes.", "Do not run it before you know where it is from, and fetch the artifact anew with get. If it is of an older release, name that release; what somebody else built from the sources, such as a distribution, is unknown as well."),
	FILE_OF_OTHER_RELEASE: entry("contradiction", "A file is an artifact of another release than was asked for.", "Replace it, or name its release as well, if it is meant to be there."),
	FILE_MISNAMED: entry("contradiction", "A file is called like one artifact of the release, and has the bytes of another.", "Do not run it, and find out who put it there."),
	FILE_UNREADABLE: entry("unreadable", "A file, folder or archive could not be looked at, so nothing is said of what is in it.", "Make it readable, or name what it leads to or holds by itself."),
	FILE_NONE_FOUND: entry("incomplete", "Nothing that was looked at is a Kubernetes artifact, neither by its digest nor by its name.", "Name the folders or archives that the artifacts are in."),
	INSTALL_DIGEST_CHANGED: entry("contradiction", "The file changed between being verified and being installed.", "Find out who writes to the runner’s folders."),
	INSTALL_PATH_UNSAFE: entry("local", "The file would be installed outside its folder, or through a link.", "Check the tool cache or output folder."),
	INSTALL_ARCHIVE_REFUSED: either({
		reason: "unreadable",
		remedy: NEWER
	}, "The archive holds an entry that may not be unpacked.", "Do not unpack the archive; report the release to the Kubernetes release engineers."),
	INSTALL_WRITE_FAILED: entry("local", "A file or folder on this machine could not be read or written as it has to be.", "Check space and permissions of the place that is named, and that it is a file or folder as it should be."),
	INTERNAL: entry("internal", "Our own bug; nothing was decided.", "Please report it with the log of the run.")
};
/** Whether a code says that something was read and contradicts. */
function isContradiction(code) {
	return ERRORS[code].reason === "contradiction";
}
/** What an error of this code comes from where nothing was contradicted. */
function unjudgedReason(code) {
	const { reason, unjudged } = ERRORS[code];
	return unjudged?.reason ?? (reason === "contradiction" ? "unreadable" : reason);
}
/** What to do about an error of this code for this reason. */
function remedyOf(code, reason = ERRORS[code].reason) {
	const { remedy, unjudged } = ERRORS[code];
	return reason === "contradiction" ? remedy : unjudged?.remedy ?? remedy;
}
// src/errors.ts
/** In characters. A library may repeat in its message what it could not read, however long that is. */
const MAX_MESSAGE_LENGTH = 4096;
function cut$1(text) {
	return text.length > MAX_MESSAGE_LENGTH ? `${text.slice(0, MAX_MESSAGE_LENGTH)}…` : text;
}
/** The one base of all errors that leave this program on purpose. */
var CodedError = class extends Error {
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
		super(cut$1(message), context.cause === void 0 ? void 0 : { cause: context.cause });
		this.code = code;
		this.reason = context.reason ?? ERRORS[code].reason;
		this.hint = context.hint ?? remedyOf(code, this.reason);
		this.artifact = context.artifact;
		this.expected = context.expected && cut$1(context.expected);
		this.actual = context.actual && cut$1(context.actual);
		this.url = context.url;
		this.retryable = context.retryable ?? false;
	}
	/** The process exit code this error alone leads to. */
	get exitCode() {
		return REASONS[this.reason];
	}
};
/** A bad request: carries every faulty field at once. Nothing was fetched. */
var InputError = class extends CodedError {
	name = "InputError";
	fields;
	constructor(fields) {
		super(fields[0].code, fields.map((field) => `${field.field}: ${field.message}`).join("; "), { hint: fields.length === 1 ? void 0 : "Correct the inputs that are named; nothing was fetched." });
		this.fields = fields;
	}
};
/** What is wrong with a version, or with what a release publishes. */
var ReleaseError = class extends CodedError {
	name = "ReleaseError";
	constructor(code, message, context) {
		super(code, message, context);
	}
};
/** What a server did instead of answering. */
var FetchError = class extends CodedError {
	name = "FetchError";
	/** The HTTP status of the answer, where there was one. */
	status;
	/** The WWW-Authenticate header beside a status 401. */
	challenge;
	constructor(code, message, context = {}) {
		super(code, message, {
			...context,
			hint: context.hint ?? remedyOfStatus(context.status)
		});
		this.status = context.status;
		this.challenge = context.challenge;
	}
};
const REFUSED = "The server lets nobody in without a login: for a private release-url give mirror-authorization; any other server, or the proxy before it, has to let this machine in.";
const OVERLOADED = "The server is asked too much at once: run again later, or wait longer for it (patience), or use a mirror.";
const FAULTY = "The server, or a proxy before it, has a fault of its own: run again later, or wait longer for it (patience), or use a mirror.";
/** What to do about an answer, where its HTTP status says more than its code; undefined where it does not. */
function remedyOfStatus(status) {
	if (status === void 0) return void 0;
	if (status === 401 || status === 403) return REFUSED;
	if (status === 429) return OVERLOADED;
	return status >= 500 ? FAULTY : void 0;
}
/** A trusted root that cannot be had or read. */
var TrustError = class extends CodedError {
	name = "TrustError";
	constructor(code, message, context) {
		super(code, message, context);
	}
};
/** Evidence that is missing or cannot be read. */
var EvidenceError = class extends CodedError {
	name = "EvidenceError";
	constructor(code, message, context) {
		super(code, message, context);
	}
};
/** What a registry serves in the place of an image or its signature. */
var ImageError = class extends CodedError {
	name = "ImageError";
	constructor(code, message, context) {
		super(code, message, context);
	}
};
/** A lock file, or a log checkpoint kept like one, that is missing, unreadable or contradicted. */
var LockError = class extends CodedError {
	name = "LockError";
	constructor(code, message, context) {
		super(code, message, context);
	}
};
/** What to do about what a full, closed or exhausted machine says, by the system's name for it. */
const DISK_REMEDIES = /* @__PURE__ */ new Map([
	["ENOSPC", "The disk is full: free space on it, or choose a folder on another disk."],
	["EDQUOT", "The quota on that disk is used up: free space there, or choose a folder on another disk."],
	["EROFS", "The disk is mounted read-only: mount it writable, or choose a folder on another disk."],
	["EMFILE", "The limit of open files is reached: raise it (ulimit -n), or ask for fewer artifacts at once."],
	["EBUSY", "Something else holds that file: end the program that uses it, or choose another folder."],
	["ENFILE", "The machine has no more open files to give: end what holds them, or raise its limit."]
]);
/** What this machine refuses, or what is not safe to place. */
var InstallError = class extends CodedError {
	name = "InstallError";
	constructor(code, message, context = {}) {
		const { code: systemCode } = context.cause ?? {};
		super(code, message, {
			...context,
			hint: context.hint ?? DISK_REMEDIES.get(systemCode)
		});
	}
};
/** A bug of our own: nothing that was said counts. */
var InternalError = class extends CodedError {
	name = "InternalError";
	constructor(message, context) {
		super("INTERNAL", message, context);
	}
};
/** Any thrown value as a coded error; what was not coded is our own bug, but for what the file system refuses. */
function toCodedError(thrown) {
	if (thrown instanceof CodedError) return thrown;
	if (isRefusedByFileSystem(thrown)) return new InstallError("INSTALL_WRITE_FAILED", `this machine refuses it: ${thrown.message}`, { cause: thrown });
	return new InternalError(`unexpected ${thrown instanceof Error ? thrown.name : typeof thrown}: ${messageOf(thrown)}`, { cause: thrown });
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
// \0late:node:timers/promises
var require_promises$2 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:timers/promises")[key] }));
}));
// src/files/held.ts
var import__late_node_fs = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)(require__late_node_fs(), 1);
var import__late_node_path = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)(require__late_node_path(), 1);
var import_promises = require_promises$3();
var import_promises$1 = require_promises$2();
/** What a held file says to whoever renames it; Windows says EACCES of a folder with such a file, too. */
const HELD = [
	"EPERM",
	"EBUSY",
	...process.platform === "win32" ? ["EACCES"] : []
];
const PATIENCE_MS = 5e3;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 500;
/** How long a run waits in all for programs that do not let go. */
var Patience = class {
	#pause;
	#leftMs = PATIENCE_MS;
	constructor(pause = import_promises$1.setTimeout) {
		this.#pause = pause;
	}
	/**
	* Takes a step again until nobody holds the file, or the run's patience is at its end.
	* @param codes of the file system, by which it says so
	* @throws what the file system said last, which says how long was waited if that was the reason
	*/
	async whenFree(step, codes = HELD) {
		let waitedMs = 0;
		for (let pauseMs = FIRST_PAUSE_MS;; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
			try {
				const value = await step();
				this.#leftMs += waitedMs;
				return value;
			} catch (thrown) {
				if (!codes.includes(codeOf(thrown))) throw thrown;
				if (this.#leftMs <= 0) throw toOutOfPatience(thrown);
			}
			const thisMs = Math.min(pauseMs, this.#leftMs);
			this.#leftMs -= thisMs;
			waitedMs += thisMs;
			await this.#pause(thisMs);
		}
	}
};
const ofThisRun = new Patience();
/** Takes a step again until nobody holds the file, within the patience of this run; as `Patience.whenFree`. */
async function whenFree(step, codes) {
	return ofThisRun.whenFree(step, codes);
}
/** What the file system calls what it threw; empty for anything else. */
function codeOf(thrown) {
	return thrown.code ?? "";
}
/** With code, call and path of what the file system said. */
function toOutOfPatience(thrown) {
	const why = `a run waits ${PATIENCE_MS / 1e3} s in all for programs that hold files`;
	return Object.assign(new Error(`${messageOf(thrown)} (${why})`, { cause: thrown }), thrown);
}
// src/files/open-file.ts
/** Links are not followed, and a pipe does not hold the run up; Windows has no such flags. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = import__late_node_fs.constants;
const READ = import__late_node_fs.constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK;
const LINK = "it is a link";
/** A program that shares the file with nobody; any other code says that it may not be read. */
const HELD_ALONE = ["EBUSY"];
/** What stands at a path is not what may be read there. Its message goes on after the path. */
var UnfitFileError = class extends Error {
	name = "UnfitFileError";
};
/**
* Opens a regular file for reading; the caller closes it.
* @throws UnfitFileError when it is something else, or lies elsewhere; else what the file system says
*/
async function openFile(path, { followLink = false, root } = {}) {
	const real = root !== void 0 || followLink ? await (0, import_promises.realpath)(path) : path;
	if (root !== void 0 && !isBelow(real, await (0, import_promises.realpath)(root))) throw new UnfitFileError(`it is a link that leads out of ${(0, import__late_node_path.resolve)(root)}`);
	const identity = await identityOfUnfollowed(real);
	const handle = await openUnfollowed(real);
	try {
		const stats = await handle.stat({ bigint: true });
		if (identity !== void 0 && identity !== stats.ino) throw new UnfitFileError("it was another file a moment ago");
		assertRegular(stats);
		return {
			handle,
			stats
		};
	} catch (thrown) {
		await handle.close();
		throw thrown;
	}
}
/**
* Opens a regular file for reading, on this thread; links are not followed. The caller closes it.
* @returns undefined on Windows, where a link cannot be refused while a file is opened, and a file may be held
* @throws UnfitFileError when it is something else; else what the file system says
*/
function openFileNow(path) {
	if (O_NOFOLLOW === 0) return void 0;
	let file;
	try {
		file = (0, import__late_node_fs.openSync)(path, READ);
	} catch (thrown) {
		throw toOpenError(thrown);
	}
	try {
		const stats = (0, import__late_node_fs.fstatSync)(file, { bigint: true });
		assertRegular(stats);
		return {
			file,
			stats
		};
	} catch (thrown) {
		(0, import__late_node_fs.closeSync)(file);
		throw thrown;
	}
}
/** Where a link cannot be refused while it is opened, it is looked at before. */
async function identityOfUnfollowed(path) {
	if (O_NOFOLLOW !== 0) return void 0;
	const stats = await (0, import_promises.lstat)(path, { bigint: true });
	if (stats.isSymbolicLink()) throw new UnfitFileError(LINK);
	return stats.ino;
}
async function openUnfollowed(path) {
	try {
		return await whenFree(() => (0, import_promises.open)(path, READ), HELD_ALONE);
	} catch (thrown) {
		throw toOpenError(thrown);
	}
}
function toOpenError(thrown) {
	if (thrown.code !== "ELOOP") return thrown;
	return new UnfitFileError(LINK, { cause: thrown });
}
function assertRegular(stats) {
	if (!stats.isFile()) throw new UnfitFileError(`it is ${kindOf(stats)}, and no regular file`);
}
function kindOf(stats) {
	if (stats.isDirectory()) return "a folder";
	if (stats.isFIFO()) return "a pipe";
	if (stats.isSocket()) return "a socket";
	return "a device";
}
/**
* How far links may lead from a path that the user named. Below the working folder, where a checkout lies that
* anybody may have made: not out of it. Elsewhere nobody but the user and this machine decided what lies there.
*/
function toNamed(path) {
	return isBelow((0, import__late_node_path.resolve)(path), process.cwd()) ? { root: process.cwd() } : { followLink: true };
}
/** Whether a path is a folder, or lies in it; both absolute. */
function isBelow(path, folder) {
	return path === folder || path.startsWith(folder.endsWith(import__late_node_path.sep) ? folder : `${folder}${import__late_node_path.sep}`);
}
// src/digest.ts
/** Length of a SHA-256 digest in bytes. */
const SHA256_BYTES = 32;
const SHA256_HEX = /^[0-9a-f]{64}$/;
/** A SHA-256 digest. Kubernetes signs SHA-256 and nothing else. */
var Digest = class {
	algorithm = "sha256";
	/** A character a byte: there may be hundreds of thousands, and a Buffer takes three times as much. */
	text;
	constructor(bytes) {
		if (bytes.length !== SHA256_BYTES) throw new RangeError(`a sha256 digest has ${SHA256_BYTES} bytes, not ${bytes.length}`);
		this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
	}
	/** A copy, which is the caller's. */
	get bytes() {
		return Buffer.from(this.text, "latin1");
	}
	/** 64 lower-case hex characters. */
	get hex() {
		return this.bytes.toString("hex");
	}
	equals(other) {
		return this.text === other.text;
	}
	/** `sha256:<hex>`, the form of reports, locks and image references. */
	toString() {
		return `${this.algorithm}:${this.hex}`;
	}
	toJSON() {
		return this.toString();
	}
};
/**
* Reads `<64 hex>` or `sha256:<64 hex>`, in either case, without surrounding space.
* @returns the digest, or undefined when the text is anything else
*/
function parseDigest(text) {
	const hex = text.toLowerCase().replace(/^sha256:/, "");
	return SHA256_HEX.test(hex) ? new Digest(Buffer.from(hex, "hex")) : void 0;
}
/** The SHA-256 digest of bytes in memory. */
function digestOf(bytes) {
	return new Digest((0, import__late_node_crypto.createHash)("sha256").update(bytes).digest());
}
// node_modules/semver/internal/constants.js
var require_constants = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = {
		MAX_LENGTH: 256,
		MAX_SAFE_COMPONENT_LENGTH: 16,
		MAX_SAFE_BUILD_LENGTH: 250,
		MAX_SAFE_INTEGER: Number.MAX_SAFE_INTEGER || 
		/* istanbul ignore next */ 9007199254740991,
		WHITESPACE_CHARACTERS: [
			"	",
			"\n",
			"\v",
			"\f",
			"\r",
			" ",
			"\xA0",
			" ",
			" ",
			" ",
			" ",
			" ",
			" ",
			" ",
			" ",
			" ",
			" ",
			" ",
			" ",
			"\u2028",
			"\u2029",
			" ",
			" ",
			"　",
			"﻿"
		],
		RELEASE_TYPES: [
			"major",
			"premajor",
			"minor",
			"preminor",
			"patch",
			"prepatch",
			"prerelease"
		],
		SEMVER_SPEC_VERSION: "2.0.0",
		FLAG_INCLUDE_PRERELEASE: 1,
		FLAG_LOOSE: 2
	};
}));
// node_modules/semver/internal/debug.js
var require_debug = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = typeof process === "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...args) => console.error("SEMVER", ...args) : () => {};
}));
// node_modules/semver/internal/re.js
var require_re = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const { MAX_SAFE_COMPONENT_LENGTH, MAX_SAFE_BUILD_LENGTH, MAX_LENGTH } = require_constants();
	const debug = require_debug();
	exports = module.exports = {};
	const re = exports.re = [];
	const safeRe = exports.safeRe = [];
	const src = exports.src = [];
	const safeSrc = exports.safeSrc = [];
	const t = exports.t = {};
	let R = 0;
	const LETTERDASHNUMBER = "[a-zA-Z0-9-]";
	const safeRegexReplacements = [
		["\\s", 1],
		["\\d", MAX_LENGTH],
		[LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH]
	];
	const makeSafeRegex = (value) => {
		for (const [token, max] of safeRegexReplacements) value = value.split(`${token}*`).join(`${token}{0,${max}}`).split(`${token}+`).join(`${token}{1,${max}}`);
		return value;
	};
	const createToken = (name, value, isGlobal) => {
		const safe = makeSafeRegex(value);
		const index = R++;
		debug(name, index, value);
		t[name] = index;
		src[index] = value;
		safeSrc[index] = safe;
		re[index] = new RegExp(value, isGlobal ? "g" : void 0);
		safeRe[index] = new RegExp(safe, isGlobal ? "g" : void 0);
	};
	createToken("NUMERICIDENTIFIER", "0|[1-9]\\d*");
	createToken("NUMERICIDENTIFIERLOOSE", "\\d+");
	createToken("NONNUMERICIDENTIFIER", `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`);
	createToken("MAINVERSION", `(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})`);
	createToken("MAINVERSIONLOOSE", `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})`);
	createToken("PRERELEASEIDENTIFIER", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIER]})`);
	createToken("PRERELEASEIDENTIFIERLOOSE", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIERLOOSE]})`);
	createToken("PRERELEASE", `(?:-(${src[t.PRERELEASEIDENTIFIER]}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`);
	createToken("PRERELEASELOOSE", `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`);
	createToken("BUILDIDENTIFIER", `${LETTERDASHNUMBER}+`);
	createToken("BUILD", `(?:\\+(${src[t.BUILDIDENTIFIER]}(?:\\.${src[t.BUILDIDENTIFIER]})*))`);
	createToken("FULLPLAIN", `v?${src[t.MAINVERSION]}${src[t.PRERELEASE]}?${src[t.BUILD]}?`);
	createToken("FULL", `^${src[t.FULLPLAIN]}$`);
	createToken("LOOSEPLAIN", `[v=\\s]*${src[t.MAINVERSIONLOOSE]}${src[t.PRERELEASELOOSE]}?${src[t.BUILD]}?`);
	createToken("LOOSE", `^${src[t.LOOSEPLAIN]}$`);
	createToken("GTLT", "((?:<|>)?=?)");
	createToken("XRANGEIDENTIFIERLOOSE", `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`);
	createToken("XRANGEIDENTIFIER", `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`);
	createToken("XRANGEPLAIN", `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:${src[t.PRERELEASE]})?${src[t.BUILD]}?)?)?`);
	createToken("XRANGEPLAINLOOSE", `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:${src[t.PRERELEASELOOSE]})?${src[t.BUILD]}?)?)?`);
	createToken("XRANGE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`);
	createToken("XRANGELOOSE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`);
	createToken("COERCEPLAIN", `(^|[^\\d])(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}})(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`);
	createToken("COERCE", `${src[t.COERCEPLAIN]}(?:$|[^\\d])`);
	createToken("COERCEFULL", src[t.COERCEPLAIN] + `(?:${src[t.PRERELEASE]})?(?:${src[t.BUILD]})?(?:$|[^\\d])`);
	createToken("COERCERTL", src[t.COERCE], true);
	createToken("COERCERTLFULL", src[t.COERCEFULL], true);
	createToken("LONETILDE", "(?:~>?)");
	createToken("TILDETRIM", `(\\s*)${src[t.LONETILDE]}\\s+`, true);
	exports.tildeTrimReplace = "$1~";
	createToken("TILDE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`);
	createToken("TILDELOOSE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`);
	createToken("LONECARET", "(?:\\^)");
	createToken("CARETTRIM", `(\\s*)${src[t.LONECARET]}\\s+`, true);
	exports.caretTrimReplace = "$1^";
	createToken("CARET", `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`);
	createToken("CARETLOOSE", `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`);
	createToken("COMPARATORLOOSE", `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`);
	createToken("COMPARATOR", `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`);
	createToken("COMPARATORTRIM", `(\\s*)${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true);
	exports.comparatorTrimReplace = "$1$2$3";
	createToken("HYPHENRANGE", `^\\s*(${src[t.XRANGEPLAIN]})\\s+-\\s+(${src[t.XRANGEPLAIN]})\\s*$`);
	createToken("HYPHENRANGELOOSE", `^\\s*(${src[t.XRANGEPLAINLOOSE]})\\s+-\\s+(${src[t.XRANGEPLAINLOOSE]})\\s*$`);
	createToken("STAR", "(<|>)?=?\\s*\\*");
	createToken("GTE0", "^\\s*>=\\s*0\\.0\\.0\\s*$");
	createToken("GTE0PRE", "^\\s*>=\\s*0\\.0\\.0-0\\s*$");
}));
// node_modules/semver/internal/parse-options.js
var require_parse_options = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const looseOption = Object.freeze({ loose: true });
	const emptyOpts = Object.freeze({});
	const parseOptions = (options) => {
		if (!options) return emptyOpts;
		if (typeof options !== "object") return looseOption;
		return options;
	};
	module.exports = parseOptions;
}));
// node_modules/semver/internal/identifiers.js
var require_identifiers = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const numeric = /^[0-9]+$/;
	const compareIdentifiers = (a, b) => {
		if (typeof a === "number" && typeof b === "number") return a === b ? 0 : a < b ? -1 : 1;
		const anum = numeric.test(a);
		const bnum = numeric.test(b);
		if (anum && bnum) {
			a = +a;
			b = +b;
		}
		return a === b ? 0 : anum && !bnum ? -1 : bnum && !anum ? 1 : a < b ? -1 : 1;
	};
	const rcompareIdentifiers = (a, b) => compareIdentifiers(b, a);
	module.exports = {
		compareIdentifiers,
		rcompareIdentifiers
	};
}));
// node_modules/semver/classes/semver.js
var require_semver$1 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const debug = require_debug();
	const { MAX_LENGTH, MAX_SAFE_INTEGER } = require_constants();
	const { safeRe: re, t } = require_re();
	const parseOptions = require_parse_options();
	const { compareIdentifiers } = require_identifiers();
	const isPrereleaseIdentifier = (prerelease, identifier) => {
		const identifiers = identifier.split(".");
		if (identifiers.length > prerelease.length) return false;
		for (let i = 0; i < identifiers.length; i++) if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) return false;
		return true;
	};
	module.exports = class SemVer {
		constructor(version, options) {
			options = parseOptions(options);
			if (version instanceof SemVer) {
				if (version.loose === !!options.loose && version.includePrerelease === !!options.includePrerelease) return version;
				else version = version.version;
			} else if (typeof version !== "string") throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`);
			if (version.length > MAX_LENGTH) throw new TypeError(`version is longer than ${MAX_LENGTH} characters`);
			debug("SemVer", version, options);
			this.options = options;
			this.loose = !!options.loose;
			this.includePrerelease = !!options.includePrerelease;
			const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL]);
			if (!m) throw new TypeError(`Invalid Version: ${version}`);
			this.raw = version;
			this.major = +m[1];
			this.minor = +m[2];
			this.patch = +m[3];
			if (this.major > MAX_SAFE_INTEGER || this.major < 0) throw new TypeError("Invalid major version");
			if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) throw new TypeError("Invalid minor version");
			if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) throw new TypeError("Invalid patch version");
			if (!m[4]) this.prerelease = [];
			else this.prerelease = m[4].split(".").map((id) => {
				if (/^[0-9]+$/.test(id)) {
					const num = +id;
					if (num >= 0 && num < MAX_SAFE_INTEGER) return num;
				}
				return id;
			});
			this.build = m[5] ? m[5].split(".") : [];
			this.format();
		}
		format() {
			this.version = `${this.major}.${this.minor}.${this.patch}`;
			if (this.prerelease.length) this.version += `-${this.prerelease.join(".")}`;
			return this.version;
		}
		toString() {
			return this.version;
		}
		compare(other) {
			debug("SemVer.compare", this.version, this.options, other);
			if (!(other instanceof SemVer)) {
				if (typeof other === "string" && other === this.version) return 0;
				other = new SemVer(other, this.options);
			}
			if (other.version === this.version) return 0;
			return this.compareMain(other) || this.comparePre(other);
		}
		compareMain(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			if (this.major < other.major) return -1;
			if (this.major > other.major) return 1;
			if (this.minor < other.minor) return -1;
			if (this.minor > other.minor) return 1;
			if (this.patch < other.patch) return -1;
			if (this.patch > other.patch) return 1;
			return 0;
		}
		comparePre(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			if (this.prerelease.length && !other.prerelease.length) return -1;
			else if (!this.prerelease.length && other.prerelease.length) return 1;
			else if (!this.prerelease.length && !other.prerelease.length) return 0;
			let i = 0;
			do {
				const a = this.prerelease[i];
				const b = other.prerelease[i];
				debug("prerelease compare", i, a, b);
				if (a === void 0 && b === void 0) return 0;
				else if (b === void 0) return 1;
				else if (a === void 0) return -1;
				else if (a === b) continue;
				else return compareIdentifiers(a, b);
			} while (++i);
		}
		compareBuild(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			let i = 0;
			do {
				const a = this.build[i];
				const b = other.build[i];
				debug("build compare", i, a, b);
				if (a === void 0 && b === void 0) return 0;
				else if (b === void 0) return 1;
				else if (a === void 0) return -1;
				else if (a === b) continue;
				else return compareIdentifiers(a, b);
			} while (++i);
		}
		inc(release, identifier, identifierBase) {
			if (release.startsWith("pre")) {
				if (!identifier && identifierBase === false) throw new Error("invalid increment argument: identifier is empty");
				if (identifier) {
					const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE]);
					if (!match || match[1] !== identifier) throw new Error(`invalid identifier: ${identifier}`);
				}
			}
			switch (release) {
				case "premajor":
					this.prerelease.length = 0;
					this.patch = 0;
					this.minor = 0;
					this.major++;
					this.inc("pre", identifier, identifierBase);
					break;
				case "preminor":
					this.prerelease.length = 0;
					this.patch = 0;
					this.minor++;
					this.inc("pre", identifier, identifierBase);
					break;
				case "prepatch":
					this.prerelease.length = 0;
					this.inc("patch", identifier, identifierBase);
					this.inc("pre", identifier, identifierBase);
					break;
				case "prerelease":
					if (this.prerelease.length === 0) this.inc("patch", identifier, identifierBase);
					this.inc("pre", identifier, identifierBase);
					break;
				case "release":
					if (this.prerelease.length === 0) throw new Error(`version ${this.raw} is not a prerelease`);
					this.prerelease.length = 0;
					break;
				case "major":
					if (this.minor !== 0 || this.patch !== 0 || this.prerelease.length === 0) this.major++;
					this.minor = 0;
					this.patch = 0;
					this.prerelease = [];
					break;
				case "minor":
					if (this.patch !== 0 || this.prerelease.length === 0) this.minor++;
					this.patch = 0;
					this.prerelease = [];
					break;
				case "patch":
					if (this.prerelease.length === 0) this.patch++;
					this.prerelease = [];
					break;
				case "pre": {
					const base = Number(identifierBase) ? 1 : 0;
					if (this.prerelease.length === 0) this.prerelease = [base];
					else {
						let i = this.prerelease.length;
						while (--i >= 0) if (typeof this.prerelease[i] === "number") {
							this.prerelease[i]++;
							i = -2;
						}
						if (i === -1) {
							if (identifier === this.prerelease.join(".") && identifierBase === false) throw new Error("invalid increment argument: identifier already exists");
							this.prerelease.push(base);
						}
					}
					if (identifier) {
						let prerelease = [identifier, base];
						if (identifierBase === false) prerelease = [identifier];
						if (isPrereleaseIdentifier(this.prerelease, identifier)) {
							const prereleaseBase = this.prerelease[identifier.split(".").length];
							if (isNaN(prereleaseBase)) this.prerelease = prerelease;
						} else this.prerelease = prerelease;
					}
					break;
				}
				default: throw new Error(`invalid increment argument: ${release}`);
			}
			this.raw = this.format();
			if (this.build.length) this.raw += `+${this.build.join(".")}`;
			return this;
		}
	};
}));
// node_modules/semver/functions/parse.js
var require_parse = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const SemVer = require_semver$1();
	const parse = (version, options, throwErrors = false) => {
		if (version instanceof SemVer) return version;
		try {
			return new SemVer(version, options);
		} catch (er) {
			if (!throwErrors) return null;
			throw er;
		}
	};
	module.exports = parse;
}));
// node_modules/semver/functions/valid.js
var require_valid$1 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const parse = require_parse();
	const valid = (version, options) => {
		const v = parse(version, options);
		return v ? v.version : null;
	};
	module.exports = valid;
}));
// node_modules/semver/functions/clean.js
var require_clean = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const parse = require_parse();
	const clean = (version, options) => {
		const s = parse(version.trim().replace(/^[=v]+/, ""), options);
		return s ? s.version : null;
	};
	module.exports = clean;
}));
// node_modules/semver/functions/inc.js
var require_inc = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const SemVer = require_semver$1();
	const inc = (version, release, options, identifier, identifierBase) => {
		if (typeof options === "string") {
			identifierBase = identifier;
			identifier = options;
			options = void 0;
		}
		try {
			return new SemVer(version instanceof SemVer ? version.version : version, options).inc(release, identifier, identifierBase).version;
		} catch (er) {
			return null;
		}
	};
	module.exports = inc;
}));
// node_modules/semver/functions/diff.js
var require_diff = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const parse = require_parse();
	const diff = (version1, version2) => {
		const v1 = parse(version1, null, true);
		const v2 = parse(version2, null, true);
		const comparison = v1.compare(v2);
		if (comparison === 0) return null;
		const v1Higher = comparison > 0;
		const highVersion = v1Higher ? v1 : v2;
		const lowVersion = v1Higher ? v2 : v1;
		const highHasPre = !!highVersion.prerelease.length;
		if (!!lowVersion.prerelease.length && !highHasPre) {
			if (!lowVersion.patch && !lowVersion.minor) return "major";
			if (lowVersion.compareMain(highVersion) === 0) {
				if (lowVersion.minor && !lowVersion.patch) return "minor";
				return "patch";
			}
		}
		const prefix = highHasPre ? "pre" : "";
		if (v1.major !== v2.major) return prefix + "major";
		if (v1.minor !== v2.minor) return prefix + "minor";
		if (v1.patch !== v2.patch) return prefix + "patch";
		return "prerelease";
	};
	module.exports = diff;
}));
// node_modules/semver/functions/major.js
var require_major = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const SemVer = require_semver$1();
	const major = (a, loose) => new SemVer(a, loose).major;
	module.exports = major;
}));
// node_modules/semver/functions/minor.js
var require_minor = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const SemVer = require_semver$1();
	const minor = (a, loose) => new SemVer(a, loose).minor;
	module.exports = minor;
}));
// node_modules/semver/functions/patch.js
var require_patch = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const SemVer = require_semver$1();
	const patch = (a, loose) => new SemVer(a, loose).patch;
	module.exports = patch;
}));
// node_modules/semver/functions/prerelease.js
var require_prerelease = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const parse = require_parse();
	const prerelease = (version, options) => {
		const parsed = parse(version, options);
		return parsed && parsed.prerelease.length ? parsed.prerelease : null;
	};
	module.exports = prerelease;
}));
// node_modules/semver/functions/compare.js
var require_compare = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const SemVer = require_semver$1();
	const compare = (a, b, loose) => new SemVer(a, loose).compare(new SemVer(b, loose));
	module.exports = compare;
}));
// node_modules/semver/functions/rcompare.js
var require_rcompare = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const compare = require_compare();
	const rcompare = (a, b, loose) => compare(b, a, loose);
	module.exports = rcompare;
}));
// node_modules/semver/functions/compare-loose.js
var require_compare_loose = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const compare = require_compare();
	const compareLoose = (a, b) => compare(a, b, true);
	module.exports = compareLoose;
}));
// node_modules/semver/functions/compare-build.js
var require_compare_build = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const SemVer = require_semver$1();
	const compareBuild = (a, b, loose) => {
		const versionA = new SemVer(a, loose);
		const versionB = new SemVer(b, loose);
		return versionA.compare(versionB) || versionA.compareBuild(versionB);
	};
	module.exports = compareBuild;
}));
// node_modules/semver/functions/sort.js
var require_sort = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const compareBuild = require_compare_build();
	const sort = (list, loose) => list.sort((a, b) => compareBuild(a, b, loose));
	module.exports = sort;
}));
// node_modules/semver/functions/rsort.js
var require_rsort = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const compareBuild = require_compare_build();
	const rsort = (list, loose) => list.sort((a, b) => compareBuild(b, a, loose));
	module.exports = rsort;
}));
// node_modules/semver/functions/gt.js
var require_gt = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const compare = require_compare();
	const gt = (a, b, loose) => compare(a, b, loose) > 0;
	module.exports = gt;
}));
// node_modules/semver/functions/lt.js
var require_lt = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const compare = require_compare();
	const lt = (a, b, loose) => compare(a, b, loose) < 0;
	module.exports = lt;
}));
// node_modules/semver/functions/eq.js
var require_eq = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const compare = require_compare();
	const eq = (a, b, loose) => compare(a, b, loose) === 0;
	module.exports = eq;
}));
// node_modules/semver/functions/neq.js
var require_neq = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const compare = require_compare();
	const neq = (a, b, loose) => compare(a, b, loose) !== 0;
	module.exports = neq;
}));
// node_modules/semver/functions/gte.js
var require_gte = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const compare = require_compare();
	const gte = (a, b, loose) => compare(a, b, loose) >= 0;
	module.exports = gte;
}));
// node_modules/semver/functions/lte.js
var require_lte = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const compare = require_compare();
	const lte = (a, b, loose) => compare(a, b, loose) <= 0;
	module.exports = lte;
}));
// node_modules/semver/functions/cmp.js
var require_cmp = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const eq = require_eq();
	const neq = require_neq();
	const gt = require_gt();
	const gte = require_gte();
	const lt = require_lt();
	const lte = require_lte();
	const cmp = (a, op, b, loose) => {
		switch (op) {
			case "===":
				if (typeof a === "object") a = a.version;
				if (typeof b === "object") b = b.version;
				return a === b;
			case "!==":
				if (typeof a === "object") a = a.version;
				if (typeof b === "object") b = b.version;
				return a !== b;
			case "":
			case "=":
			case "==": return eq(a, b, loose);
			case "!=": return neq(a, b, loose);
			case ">": return gt(a, b, loose);
			case ">=": return gte(a, b, loose);
			case "<": return lt(a, b, loose);
			case "<=": return lte(a, b, loose);
			default: throw new TypeError(`Invalid operator: ${op}`);
		}
	};
	module.exports = cmp;
}));
// node_modules/semver/functions/coerce.js
var require_coerce = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const SemVer = require_semver$1();
	const parse = require_parse();
	const { safeRe: re, t } = require_re();
	const coerce = (version, options) => {
		if (version instanceof SemVer) return version;
		if (typeof version === "number") version = String(version);
		if (typeof version !== "string") return null;
		options = options || {};
		let match = null;
		if (!options.rtl) match = version.match(options.includePrerelease ? re[t.COERCEFULL] : re[t.COERCE]);
		else {
			const coerceRtlRegex = options.includePrerelease ? re[t.COERCERTLFULL] : re[t.COERCERTL];
			let next;
			while ((next = coerceRtlRegex.exec(version)) && (!match || match.index + match[0].length !== version.length)) {
				if (!match || next.index + next[0].length !== match.index + match[0].length) match = next;
				coerceRtlRegex.lastIndex = next.index + next[1].length + next[2].length;
			}
			coerceRtlRegex.lastIndex = -1;
		}
		if (match === null) return null;
		const major = match[2];
		const minor = match[3] || "0";
		const patch = match[4] || "0";
		const prerelease = options.includePrerelease && match[5] ? `-${match[5]}` : "";
		const build = options.includePrerelease && match[6] ? `+${match[6]}` : "";
		return parse(`${major}.${minor}.${patch}${prerelease}${build}`, options);
	};
	module.exports = coerce;
}));
// node_modules/semver/functions/truncate.js
var require_truncate = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const parse = require_parse();
	const constants = require_constants();
	const SemVer = require_semver$1();
	const truncate = (version, truncation, options) => {
		if (!constants.RELEASE_TYPES.includes(truncation)) return null;
		const clonedVersion = cloneInputVersion(version, options);
		return clonedVersion && doTruncation(clonedVersion, truncation);
	};
	const cloneInputVersion = (version, options) => {
		const versionStringToParse = version instanceof SemVer ? version.version : version;
		return parse(versionStringToParse, options);
	};
	const doTruncation = (version, truncation) => {
		if (isPrerelease(truncation)) return version.version;
		version.prerelease = [];
		switch (truncation) {
			case "major":
				version.minor = 0;
				version.patch = 0;
				break;
			case "minor": version.patch = 0;
		}
		return version.format();
	};
	const isPrerelease = (type) => {
		return type.startsWith("pre");
	};
	module.exports = truncate;
}));
// node_modules/semver/internal/lrucache.js
var require_lrucache = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	var LRUCache = class {
		constructor() {
			this.max = 1e3;
			this.map = /* @__PURE__ */ new Map();
		}
		get(key) {
			const value = this.map.get(key);
			if (value === void 0) return;
			else {
				this.map.delete(key);
				this.map.set(key, value);
				return value;
			}
		}
		delete(key) {
			return this.map.delete(key);
		}
		set(key, value) {
			if (!this.delete(key) && value !== void 0) {
				if (this.map.size >= this.max) {
					const firstKey = this.map.keys().next().value;
					this.delete(firstKey);
				}
				this.map.set(key, value);
			}
			return this;
		}
	};
	module.exports = LRUCache;
}));
// node_modules/semver/internal/trim-comparator-whitespace.js
var require_trim_comparator_whitespace = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const { MAX_LENGTH, MAX_SAFE_BUILD_LENGTH, WHITESPACE_CHARACTERS } = require_constants();
	/**
	* Remembers the last two rows of digits so their characters need not be reread.
	* Positions start at -1 until a row has been found.
	*
	* @typedef {object} DigitRunCache
	* @property {number} start The first character of the most recently found row.
	* @property {number} end The position after that row's last character.
	* @property {number} previousStart The first character of the previous row.
	* @property {number} previousEnd The position after the previous row.
	*/
	const whitespace = /* @__PURE__ */ new Uint8Array(65536);
	for (const char of WHITESPACE_CHARACTERS) whitespace[char.charCodeAt(0)] = 1;
	/**
	* Checks whether a character is whitespace, like a space, tab, or newline.
	* Looking past the end of the string returns false.
	*
	* @param {string|undefined} char One character, or undefined past the string's end.
	* @returns {boolean} Whether the character is whitespace.
	* @example isWhitespace(' ') // true
	* @example isWhitespace('1') // false
	*/
	const isWhitespace = (char) => char !== void 0 && whitespace[char.charCodeAt(0)] === 1;
	/**
	* Checks for v, =, or whitespace before the version number.
	* These are historical version prefixes, not range operators:
	* < and > are handled separately, as are tilde and caret ranges.
	*
	* @param {string|undefined} char One character to check.
	* @returns {boolean} Whether the character can belong to a version prefix.
	* @example isVersionPrefix('=') // true
	* @example isVersionPrefix('>') // false
	*/
	const isVersionPrefix = (char) => char === "v" || char === "=" || isWhitespace(char);
	/**
	* Checks whether a character is one of the digits 0 through 9.
	*
	* @param {string|undefined} char One character to check.
	* @returns {boolean} Whether the character is an ASCII digit.
	* @example isDigit('7') // true
	* @example isDigit('.') // false
	*/
	const isDigit = (char) => char !== void 0 && char >= "0" && char <= "9";
	/**
	* Checks whether a character is an English letter, uppercase or lowercase.
	*
	* @param {string|undefined} char One character to check.
	* @returns {boolean} Whether the character is an ASCII letter.
	* @example isLetter('b') // true
	* @example isLetter('7') // false
	*/
	const isLetter = (char) => char !== void 0 && (char >= "a" && char <= "z" || char >= "A" && char <= "Z");
	/**
	* Checks for a letter, digit, or hyphen: the characters allowed inside
	* prerelease and build names such as beta-1.
	*
	* @param {string|undefined} char One character to check.
	* @returns {boolean} Whether the character can be part of an identifier.
	* @example isIdentifierCharacter('-') // true
	* @example isIdentifierCharacter('.') // false; dots separate identifiers
	*/
	const isIdentifierCharacter = (char) => isDigit(char) || isLetter(char) || char === "-";
	/**
	* Checks whether a version component can begin here: with a digit or
	* a wildcard such as x, X, or *.
	*
	* @param {string|undefined} char One character to check.
	* @returns {boolean} Whether a number or wildcard can start with this character.
	* @example isVersionStart('x') // true
	* @example isVersionStart('v') // false; v belongs to the prefix
	*/
	const isVersionStart = (char) => isDigit(char) || char === "x" || char === "X" || char === "*";
	/**
	* Finds the end of a row of digits, but returns no more than limit digits.
	* Remembers the last two rows so looking at them again does not reread them.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position of the first character to check.
	* @param {number} limit The most digit characters the returned match can include.
	* @param {DigitRunCache} digitRuns Shared cache of digit-run positions, updated in place.
	* @returns {number} The position after the matched digits, or start if none match.
	* @example findDigitsEndIndex('123abc', 0, 10, digitRuns) // 3, pointing at a
	* @example findDigitsEndIndex('123abc', 0, 2, digitRuns) // 2, pointing at the unread 3
	*/
	const findDigitsEndIndex = (range, start, limit, digitRuns) => {
		if (!isDigit(range[start])) return start;
		if (start >= digitRuns.start && start < digitRuns.end) return Math.min(start + limit, digitRuns.end);
		if (start >= digitRuns.previousStart && start < digitRuns.previousEnd) return Math.min(start + limit, digitRuns.previousEnd);
		let end = start + 1;
		while (isDigit(range[end])) end++;
		digitRuns.previousStart = digitRuns.start;
		digitRuns.previousEnd = digitRuns.end;
		digitRuns.start = start;
		digitRuns.end = end;
		return Math.min(start + limit, end);
	};
	/**
	* Reads a number using the old regex's length and leading-zero rules.
	* Strict mode reads just the first zero in 012; loose mode can read all three.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the number should begin.
	* @param {boolean} loose Whether to allow leading zeros.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the matched digits, not their numeric value.
	* @example findVersionNumberEndIndex('012', 0, false, digitRuns) // 1
	* @example findVersionNumberEndIndex('012', 0, true, digitRuns) // 3
	*/
	const findVersionNumberEndIndex = (range, start, loose, digitRuns) => {
		if (!loose && range[start] === "0") return start + 1;
		return findDigitsEndIndex(range, start, loose ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns);
	};
	/**
	* Reads one piece of a prerelease name, such as beta or 1 in beta.1.
	* Tries the letter-or-hyphen form first, then the number-only form.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the identifier should begin.
	* @param {boolean} loose Whether numeric identifiers may have leading zeros.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the identifier, or start if none matches.
	* @example findPrereleaseIdentifierEndIndex('beta.1', 0, false, digitRuns) // 4, at the dot
	* @example findPrereleaseIdentifierEndIndex('001beta', 0, false, digitRuns) // 7
	*/
	const findPrereleaseIdentifierEndIndex = (range, start, loose, digitRuns) => {
		const digitsEnd = findDigitsEndIndex(range, start, MAX_LENGTH, digitRuns);
		if (isLetter(range[digitsEnd]) || range[digitsEnd] === "-") {
			let end = digitsEnd + 1;
			const limit = end + MAX_SAFE_BUILD_LENGTH;
			while (end < limit && isIdentifierCharacter(range[end])) end++;
			return end;
		}
		return findVersionNumberEndIndex(range, start, loose, digitRuns);
	};
	/**
	* Reads a prerelease suffix such as -beta.1, one dot-separated piece at a time.
	* Loose mode also allows the name without its opening hyphen.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the suffix should begin, including -.
	* @param {boolean} loose Whether the opening hyphen is optional and zeros allowed.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the matched suffix, or start if absent.
	* @example findPrereleaseEndIndex('-beta.1+sha', 0, false, digitRuns) // 7, at the plus
	* @example findPrereleaseEndIndex('beta', 0, false, digitRuns) // 0; no opening hyphen
	*/
	const findPrereleaseEndIndex = (range, start, loose, digitRuns) => {
		const hyphen = range[start] === "-";
		if (!loose && !hyphen) return start;
		const identifierStart = start + (hyphen ? 1 : 0);
		let end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns);
		if (end === identifierStart) {
			if (!loose || !hyphen) return start;
			end = findPrereleaseIdentifierEndIndex(range, start, loose, digitRuns);
		}
		while (range[end] === ".") {
			const next = findPrereleaseIdentifierEndIndex(range, end + 1, loose, digitRuns);
			if (next === end + 1) break;
			end = next;
		}
		return end;
	};
	/**
	* Reads one build-name piece, such as sha or 123 in +sha.123.
	* Stops at a disallowed character or the old regex's length limit.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the identifier should begin.
	* @returns {number} The position after the identifier, or start if none matches.
	* @example findBuildIdentifierEndIndex('sha.123', 0) // 3, at the dot
	* @example findBuildIdentifierEndIndex('001', 0) // 3; leading zeros are allowed
	*/
	const findBuildIdentifierEndIndex = (range, start) => {
		let end = start;
		while (end - start < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end])) end++;
		return end;
	};
	/**
	* Reads optional build metadata such as +sha.123.
	* Leaves the position unchanged if there is no plus sign followed by a name.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the opening + should be.
	* @returns {number} The position after the matched metadata, or start if absent.
	* @example findBuildEndIndex('+sha.123 <2', 0) // 8, at the space
	* @example findBuildEndIndex('+', 0) // 0; a plus sign alone is not a match
	*/
	const findBuildEndIndex = (range, start) => {
		if (range[start] !== "+") return start;
		let end = findBuildIdentifierEndIndex(range, start + 1);
		if (end === start + 1) return start;
		while (range[end] === ".") {
			const next = findBuildIdentifierEndIndex(range, end + 1);
			if (next === end + 1) break;
			end = next;
		}
		return end;
	};
	/**
	* Reads three numbers separated by dots, then any prerelease and build suffixes.
	* Uses loose rules, so forms such as 01.02.03beta can match here.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position of the first number, after any prefix.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the version match, or start if none matches.
	* @example findLooseFullVersionEndIndex('1.2.3-beta+sha <2', 0, digitRuns) // 14
	* @example findLooseFullVersionEndIndex('1.2', 0, digitRuns) // 0; needs three numbers
	*/
	const findLooseFullVersionEndIndex = (range, start, digitRuns) => {
		let end = start;
		for (let component = 0; component < 3; component++) {
			const next = findVersionNumberEndIndex(range, end, true, digitRuns);
			if (next === end) return start;
			end = next;
			if (component < 2) {
				if (range[end] !== ".") return start;
				end++;
			}
		}
		const prereleaseEnd = findPrereleaseEndIndex(range, end, true, digitRuns);
		return findBuildEndIndex(range, prereleaseEnd);
	};
	/**
	* Reads one component of a partial or wildcard version, such as 2 or x in 2.x.
	* Numbers use strict leading-zero rules; wildcards take up one character.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position where the component should begin.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the component, or start if none matches.
	* @example findPartialVersionComponentEndIndex('2.x', 0, digitRuns) // 1, at the dot
	* @example findPartialVersionComponentEndIndex('2.x', 2, digitRuns) // 3, after x
	*/
	const findPartialVersionComponentEndIndex = (range, start, digitRuns) => {
		if (isDigit(range[start])) return findVersionNumberEndIndex(range, start, false, digitRuns);
		return isVersionStart(range[start]) ? start + 1 : start;
	};
	/**
	* Reads up to three components, allowing forms such as 1, 1.2, or 1.x.
	* After the third component, also reads any strict prerelease and build suffixes.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position of a number or wildcard, after any prefix.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position after the matched version text.
	* @example findPartialVersionEndIndex('1.x <2', 0, digitRuns) // 3, at the space
	* @example findPartialVersionEndIndex('1.', 0, digitRuns) // 1; the trailing dot is unread
	*/
	const findPartialVersionEndIndex = (range, start, digitRuns) => {
		let end = findPartialVersionComponentEndIndex(range, start, digitRuns);
		for (let component = 0; component < 2; component++) {
			if (range[end] !== ".") return end;
			const next = findPartialVersionComponentEndIndex(range, end + 1, digitRuns);
			if (next === end + 1) return end;
			end = next;
		}
		const prereleaseEnd = findPrereleaseEndIndex(range, end, false, digitRuns);
		return findBuildEndIndex(range, prereleaseEnd);
	};
	/**
	* Finds where a version match ends, without deciding whether the range is valid.
	* Tries a loose full version first, then a partial or wildcard version, just
	* like the old regex's LOOSEPLAIN and XRANGEPLAIN alternatives.
	*
	* @param {string} range The text to read; it is not changed.
	* @param {number} start The position of a number or wildcard, after any prefix.
	* @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
	* @returns {number} The position where scanning the next candidate can resume.
	* @example findVersionEndIndex('1.2.3 <2', 0, digitRuns) // 5, at the space
	* @example findVersionEndIndex('1.x <2', 0, digitRuns) // 3, at the space
	*/
	const findVersionEndIndex = (range, start, digitRuns) => {
		const fullVersionEnd = findLooseFullVersionEndIndex(range, start, digitRuns);
		return fullVersionEnd !== start ? fullVersionEnd : findPartialVersionEndIndex(range, start, digitRuns);
	};
	/**
	* Finds the one whitespace character the old replacement would remove.
	* Keeps leading whitespace, skips an optional operator, and checks immediately
	* after it. Returns -1 if there is nothing to remove.
	*
	* @param {string} range The text containing a candidate already found by the caller.
	* @param {number} matchStart The candidate's position, including leading whitespace.
	* @returns {number} The position of the removable whitespace, or -1 if absent.
	* @example findRemovableWhitespaceIndex(' > 1', 0) // 2; keep the space at position 0
	* @example findRemovableWhitespaceIndex('>1', 0) // -1
	*/
	const findRemovableWhitespaceIndex = (range, matchStart) => {
		let position = matchStart;
		if (isWhitespace(range[position])) position++;
		if (range[position] === "<" || range[position] === ">") position++;
		if (range[position] === "=") position++;
		return isWhitespace(range[position]) ? position : -1;
	};
	/**
	* Joins an operator to its version, turning > 1.2.3 into >1.2.3.
	* Copies everything else according to the old regex's matching rules.
	* Moves forward through prefixes and whole versions to avoid repeatedly
	* searching the same characters on long inputs.
	*
	* @param {string} range The range text to process; the original string is unchanged.
	* @returns {string} The range with matched operator whitespace removed.
	* @example trimComparatorWhitespace('> 1.2.3 < 2') // '>1.2.3 <2'
	* @example trimComparatorWhitespace('> invalid') // '> invalid'
	*/
	const trimComparatorWhitespace = (range) => {
		let result = "";
		let copyFrom = 0;
		let cursor = 0;
		const digitRuns = {
			start: -1,
			end: -1,
			previousStart: -1,
			previousEnd: -1
		};
		while (cursor < range.length) {
			const matchStart = cursor;
			if (range[cursor] === "<" || range[cursor] === ">") cursor++;
			else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
				cursor++;
				continue;
			}
			while (cursor < range.length && isVersionPrefix(range[cursor])) cursor++;
			if (!isVersionStart(range[cursor])) continue;
			const whitespacePosition = findRemovableWhitespaceIndex(range, matchStart);
			if (whitespacePosition !== -1) {
				result += range.slice(copyFrom, whitespacePosition);
				copyFrom = whitespacePosition + 1;
			}
			cursor = findVersionEndIndex(range, cursor, digitRuns);
		}
		return result + range.slice(copyFrom);
	};
	module.exports = trimComparatorWhitespace;
}));
// node_modules/semver/classes/range.js
var require_range = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const SPACE_CHARACTERS = /\s+/g;
	module.exports = class Range {
		constructor(range, options) {
			options = parseOptions(options);
			if (range instanceof Range) {
				if (range.loose === !!options.loose && range.includePrerelease === !!options.includePrerelease) return range;
				else return new Range(range.raw, options);
			}
			if (range instanceof Comparator) {
				this.raw = range.value;
				this.set = [[range]];
				this.formatted = void 0;
				return this;
			}
			this.options = options;
			this.loose = !!options.loose;
			this.includePrerelease = !!options.includePrerelease;
			this.raw = range.trim().replace(SPACE_CHARACTERS, " ");
			this.set = this.raw.split("||").map((r) => this.parseRange(r.trim())).filter((c) => c.length);
			if (!this.set.length) throw new TypeError(`Invalid SemVer Range: ${this.raw}`);
			if (this.set.length > 1) {
				const first = this.set[0];
				this.set = this.set.filter((c) => !isNullSet(c[0]));
				if (this.set.length === 0) this.set = [first];
				else if (this.set.length > 1) {
					for (const c of this.set) if (c.length === 1 && isAny(c[0])) {
						this.set = [c];
						break;
					}
				}
			}
			this.formatted = void 0;
		}
		get range() {
			if (this.formatted === void 0) {
				this.formatted = "";
				for (let i = 0; i < this.set.length; i++) {
					if (i > 0) this.formatted += "||";
					const comps = this.set[i];
					for (let k = 0; k < comps.length; k++) {
						if (k > 0) this.formatted += " ";
						this.formatted += comps[k].toString().trim();
					}
				}
			}
			return this.formatted;
		}
		format() {
			return this.range;
		}
		toString() {
			return this.range;
		}
		parseRange(range) {
			range = range.replace(BUILDSTRIPRE, "");
			const memoKey = ((this.options.includePrerelease && FLAG_INCLUDE_PRERELEASE) | (this.options.loose && FLAG_LOOSE)) + ":" + range;
			const cached = cache.get(memoKey);
			if (cached) return cached;
			const loose = this.options.loose;
			const hr = loose ? re[t.HYPHENRANGELOOSE] : re[t.HYPHENRANGE];
			range = range.replace(hr, hyphenReplace(this.options.includePrerelease));
			debug("hyphen replace", range);
			range = trimComparatorWhitespace(range);
			debug("comparator trim", range);
			range = range.replace(re[t.TILDETRIM], tildeTrimReplace);
			debug("tilde trim", range);
			range = range.replace(re[t.CARETTRIM], caretTrimReplace);
			debug("caret trim", range);
			let rangeList = range.split(" ").map((comp) => parseComparator(comp, this.options)).join(" ").split(/\s+/).map((comp) => replaceGTE0(comp, this.options));
			if (loose) rangeList = rangeList.filter((comp) => {
				debug("loose invalid filter", comp, this.options);
				return !!comp.match(re[t.COMPARATORLOOSE]);
			});
			debug("range list", rangeList);
			const rangeMap = /* @__PURE__ */ new Map();
			const comparators = rangeList.map((comp) => new Comparator(comp, this.options));
			for (const comp of comparators) {
				if (isNullSet(comp)) return [comp];
				rangeMap.set(comp.value, comp);
			}
			if (rangeMap.size > 1 && rangeMap.has("")) rangeMap.delete("");
			const result = [...rangeMap.values()];
			cache.set(memoKey, result);
			return result;
		}
		intersects(range, options) {
			if (!(range instanceof Range)) throw new TypeError("a Range is required");
			return this.set.some((thisComparators) => {
				return isSatisfiable(thisComparators, options) && range.set.some((rangeComparators) => {
					return isSatisfiable(rangeComparators, options) && thisComparators.every((thisComparator) => {
						return rangeComparators.every((rangeComparator) => {
							return thisComparator.intersects(rangeComparator, options);
						});
					});
				});
			});
		}
		test(version) {
			if (!version) return false;
			if (typeof version === "string") try {
				version = new SemVer(version, this.options);
			} catch (er) {
				return false;
			}
			for (let i = 0; i < this.set.length; i++) if (testSet(this.set[i], version, this.options)) return true;
			return false;
		}
	};
	const cache = new (require_lrucache())();
	const parseOptions = require_parse_options();
	const Comparator = require_comparator();
	const debug = require_debug();
	const SemVer = require_semver$1();
	const trimComparatorWhitespace = require_trim_comparator_whitespace();
	const { safeRe: re, src, t, tildeTrimReplace, caretTrimReplace } = require_re();
	const { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = require_constants();
	const BUILDSTRIPRE = new RegExp(src[t.BUILD], "g");
	const isNullSet = (c) => c.value === "<0.0.0-0";
	const isAny = (c) => c.value === "";
	const isSatisfiable = (comparators, options) => {
		let result = true;
		const remainingComparators = comparators.slice();
		let testComparator = remainingComparators.pop();
		while (result && remainingComparators.length) {
			result = remainingComparators.every((otherComparator) => {
				return testComparator.intersects(otherComparator, options);
			});
			testComparator = remainingComparators.pop();
		}
		return result;
	};
	const parseComparator = (comp, options) => {
		comp = comp.replace(re[t.BUILD], "");
		debug("comp", comp, options);
		comp = replaceCarets(comp, options);
		debug("caret", comp);
		comp = replaceTildes(comp, options);
		debug("tildes", comp);
		comp = replaceXRanges(comp, options);
		debug("xrange", comp);
		comp = replaceStars(comp, options);
		debug("stars", comp);
		return comp;
	};
	const isX = (id) => !id || id.toLowerCase() === "x" || id === "*";
	const invalidXRangeOrder = (M, m, p) => isX(M) && !isX(m) || isX(m) && p && !isX(p);
	const replaceTildes = (comp, options) => {
		return comp.trim().split(/\s+/).map((c) => replaceTilde(c, options)).join(" ");
	};
	const replaceTilde = (comp, options) => {
		const r = options.loose ? re[t.TILDELOOSE] : re[t.TILDE];
		const z = options.includePrerelease ? "-0" : "";
		return comp.replace(r, (_, M, m, p, pr) => {
			debug("tilde", comp, _, M, m, p, pr);
			let ret;
			if (isX(M)) ret = "";
			else if (isX(m)) ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
			else if (isX(p)) ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
			else if (pr) {
				debug("replaceTilde pr", pr);
				ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
			} else ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
			debug("tilde return", ret);
			return ret;
		});
	};
	const replaceCarets = (comp, options) => {
		return comp.trim().split(/\s+/).map((c) => replaceCaret(c, options)).join(" ");
	};
	const replaceCaret = (comp, options) => {
		debug("caret", comp, options);
		const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET];
		const z = options.includePrerelease ? "-0" : "";
		return comp.replace(r, (_, M, m, p, pr) => {
			debug("caret", comp, _, M, m, p, pr);
			let ret;
			if (isX(M)) ret = "";
			else if (isX(m)) ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
			else if (isX(p)) {
				if (M === "0") ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
				else ret = `>=${M}.${m}.0${z} <${+M + 1}.0.0-0`;
			} else if (pr) {
				debug("replaceCaret pr", pr);
				if (M === "0") {
					if (m === "0") ret = `>=${M}.${m}.${p}-${pr} <${M}.${m}.${+p + 1}-0`;
					else ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
				} else ret = `>=${M}.${m}.${p}-${pr} <${+M + 1}.0.0-0`;
			} else {
				debug("no pr");
				if (M === "0") {
					if (m === "0") ret = `>=${M}.${m}.${p} <${M}.${m}.${+p + 1}-0`;
					else ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
				} else ret = `>=${M}.${m}.${p} <${+M + 1}.0.0-0`;
			}
			debug("caret return", ret);
			return ret;
		});
	};
	const replaceXRanges = (comp, options) => {
		debug("replaceXRanges", comp, options);
		return comp.split(/\s+/).map((c) => replaceXRange(c, options)).join(" ");
	};
	const replaceXRange = (comp, options) => {
		comp = comp.trim();
		const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE];
		return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
			debug("xRange", comp, ret, gtlt, M, m, p, pr);
			if (invalidXRangeOrder(M, m, p)) return comp;
			const xM = isX(M);
			const xm = xM || isX(m);
			const xp = xm || isX(p);
			const anyX = xp;
			if (gtlt === "=" && anyX) gtlt = "";
			pr = options.includePrerelease ? "-0" : "";
			if (xM) {
				if (gtlt === ">" || gtlt === "<") ret = "<0.0.0-0";
				else ret = "*";
			} else if (gtlt && anyX) {
				if (xm) m = 0;
				p = 0;
				if (gtlt === ">") {
					gtlt = ">=";
					if (xm) {
						M = +M + 1;
						m = 0;
						p = 0;
					} else {
						m = +m + 1;
						p = 0;
					}
				} else if (gtlt === "<=") {
					gtlt = "<";
					if (xm) M = +M + 1;
					else m = +m + 1;
				}
				if (gtlt === "<") pr = "-0";
				ret = `${gtlt + M}.${m}.${p}${pr}`;
			} else if (xm) ret = `>=${M}.0.0${pr} <${+M + 1}.0.0-0`;
			else if (xp) ret = `>=${M}.${m}.0${pr} <${M}.${+m + 1}.0-0`;
			debug("xRange return", ret);
			return ret;
		});
	};
	const replaceStars = (comp, options) => {
		debug("replaceStars", comp, options);
		return comp.trim().replace(re[t.STAR], "");
	};
	const replaceGTE0 = (comp, options) => {
		debug("replaceGTE0", comp, options);
		return comp.trim().replace(re[options.includePrerelease ? t.GTE0PRE : t.GTE0], "");
	};
	const hyphenReplace = (incPr) => ($0, from, fM, fm, fp, fpr, fb, to, tM, tm, tp, tpr) => {
		if (isX(fM)) from = "";
		else if (isX(fm)) from = `>=${fM}.0.0${incPr ? "-0" : ""}`;
		else if (isX(fp)) from = `>=${fM}.${fm}.0${incPr ? "-0" : ""}`;
		else if (fpr) from = `>=${from}`;
		else from = `>=${from}${incPr ? "-0" : ""}`;
		if (isX(tM)) to = "";
		else if (isX(tm)) to = `<${+tM + 1}.0.0-0`;
		else if (isX(tp)) to = `<${tM}.${+tm + 1}.0-0`;
		else if (tpr) to = `<=${tM}.${tm}.${tp}-${tpr}`;
		else if (incPr) to = `<${tM}.${tm}.${+tp + 1}-0`;
		else to = `<=${to}`;
		return `${from} ${to}`.trim();
	};
	const testSet = (set, version, options) => {
		for (let i = 0; i < set.length; i++) if (!set[i].test(version)) return false;
		if (version.prerelease.length && !options.includePrerelease) {
			for (let i = 0; i < set.length; i++) {
				debug(set[i].semver);
				if (set[i].semver === Comparator.ANY) continue;
				if (set[i].semver.prerelease.length > 0) {
					const allowed = set[i].semver;
					if (allowed.major === version.major && allowed.minor === version.minor && allowed.patch === version.patch) return true;
				}
			}
			return false;
		}
		return true;
	};
}));
// node_modules/semver/classes/comparator.js
var require_comparator = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const ANY = Symbol("SemVer ANY");
	module.exports = class Comparator {
		static get ANY() {
			return ANY;
		}
		constructor(comp, options) {
			options = parseOptions(options);
			if (comp instanceof Comparator) {
				if (comp.loose === !!options.loose) return comp;
				else comp = comp.value;
			}
			comp = comp.trim().split(/\s+/).join(" ");
			debug("comparator", comp, options);
			this.options = options;
			this.loose = !!options.loose;
			this.parse(comp);
			if (this.semver === ANY) this.value = "";
			else this.value = this.operator + this.semver.version;
			debug("comp", this);
		}
		parse(comp) {
			const r = this.options.loose ? re[t.COMPARATORLOOSE] : re[t.COMPARATOR];
			const m = comp.match(r);
			if (!m) throw new TypeError(`Invalid comparator: ${comp}`);
			this.operator = m[1] !== void 0 ? m[1] : "";
			if (this.operator === "=") this.operator = "";
			if (!m[2]) this.semver = ANY;
			else this.semver = new SemVer(m[2], this.options.loose);
		}
		toString() {
			return this.value;
		}
		test(version) {
			debug("Comparator.test", version, this.options.loose);
			if (this.semver === ANY || version === ANY) return true;
			if (typeof version === "string") try {
				version = new SemVer(version, this.options);
			} catch (er) {
				return false;
			}
			return cmp(version, this.operator, this.semver, this.options);
		}
		intersects(comp, options) {
			if (!(comp instanceof Comparator)) throw new TypeError("a Comparator is required");
			if (this.operator === "") {
				if (this.value === "") return true;
				return new Range(comp.value, options).test(this.value);
			} else if (comp.operator === "") {
				if (comp.value === "") return true;
				return new Range(this.value, options).test(comp.semver);
			}
			options = parseOptions(options);
			if (options.includePrerelease && (this.value === "<0.0.0-0" || comp.value === "<0.0.0-0")) return false;
			if (!options.includePrerelease && (this.value.startsWith("<0.0.0") || comp.value.startsWith("<0.0.0"))) return false;
			if (this.operator.startsWith(">") && comp.operator.startsWith(">")) return true;
			if (this.operator.startsWith("<") && comp.operator.startsWith("<")) return true;
			if (this.semver.version === comp.semver.version && this.operator.includes("=") && comp.operator.includes("=")) return true;
			if (cmp(this.semver, "<", comp.semver, options) && this.operator.startsWith(">") && comp.operator.startsWith("<")) return true;
			if (cmp(this.semver, ">", comp.semver, options) && this.operator.startsWith("<") && comp.operator.startsWith(">")) return true;
			return false;
		}
	};
	const parseOptions = require_parse_options();
	const { safeRe: re, t } = require_re();
	const cmp = require_cmp();
	const debug = require_debug();
	const SemVer = require_semver$1();
	const Range = require_range();
}));
// node_modules/semver/functions/satisfies.js
var require_satisfies = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const Range = require_range();
	const satisfies = (version, range, options) => {
		try {
			range = new Range(range, options);
		} catch (er) {
			return false;
		}
		return range.test(version);
	};
	module.exports = satisfies;
}));
// node_modules/semver/ranges/to-comparators.js
var require_to_comparators = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const Range = require_range();
	const toComparators = (range, options) => new Range(range, options).set.map((comp) => comp.map((c) => c.value).join(" ").trim().split(" "));
	module.exports = toComparators;
}));
// node_modules/semver/ranges/max-satisfying.js
var require_max_satisfying = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const SemVer = require_semver$1();
	const Range = require_range();
	const maxSatisfying = (versions, range, options) => {
		let max = null;
		let maxSV = null;
		let rangeObj = null;
		try {
			rangeObj = new Range(range, options);
		} catch (er) {
			return null;
		}
		versions.forEach((v) => {
			if (rangeObj.test(v)) {
				if (!max || maxSV.compare(v) === -1) {
					max = v;
					maxSV = new SemVer(max, options);
				}
			}
		});
		return max;
	};
	module.exports = maxSatisfying;
}));
// node_modules/semver/ranges/min-satisfying.js
var require_min_satisfying = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const SemVer = require_semver$1();
	const Range = require_range();
	const minSatisfying = (versions, range, options) => {
		let min = null;
		let minSV = null;
		let rangeObj = null;
		try {
			rangeObj = new Range(range, options);
		} catch (er) {
			return null;
		}
		versions.forEach((v) => {
			if (rangeObj.test(v)) {
				if (!min || minSV.compare(v) === 1) {
					min = v;
					minSV = new SemVer(min, options);
				}
			}
		});
		return min;
	};
	module.exports = minSatisfying;
}));
// node_modules/semver/ranges/min-version.js
var require_min_version = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const SemVer = require_semver$1();
	const Range = require_range();
	const gt = require_gt();
	const minVersion = (range, loose) => {
		range = new Range(range, loose);
		let minver = new SemVer("0.0.0");
		if (range.test(minver)) return minver;
		minver = new SemVer("0.0.0-0");
		if (range.test(minver)) return minver;
		minver = null;
		for (let i = 0; i < range.set.length; ++i) {
			const comparators = range.set[i];
			let setMin = null;
			comparators.forEach((comparator) => {
				const compver = new SemVer(comparator.semver.version);
				switch (comparator.operator) {
					case ">":
						if (compver.prerelease.length === 0) compver.patch++;
						else compver.prerelease.push(0);
						compver.raw = compver.format();
					case "":
					case ">=":
						if (!setMin || gt(compver, setMin)) setMin = compver;
						break;
					case "<":
					case "<=": break;
					/* istanbul ignore next */
					default: throw new Error(`Unexpected operation: ${comparator.operator}`);
				}
			});
			if (setMin && (!minver || gt(minver, setMin))) minver = setMin;
		}
		if (minver && range.test(minver)) return minver;
		return null;
	};
	module.exports = minVersion;
}));
// node_modules/semver/ranges/valid.js
var require_valid = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const Range = require_range();
	const validRange = (range, options) => {
		try {
			return new Range(range, options).range || "*";
		} catch (er) {
			return null;
		}
	};
	module.exports = validRange;
}));
// node_modules/semver/ranges/outside.js
var require_outside = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const SemVer = require_semver$1();
	const Comparator = require_comparator();
	const { ANY } = Comparator;
	const Range = require_range();
	const satisfies = require_satisfies();
	const gt = require_gt();
	const lt = require_lt();
	const lte = require_lte();
	const gte = require_gte();
	const outside = (version, range, hilo, options) => {
		version = new SemVer(version, options);
		range = new Range(range, options);
		let gtfn, ltefn, ltfn, comp, ecomp;
		switch (hilo) {
			case ">":
				gtfn = gt;
				ltefn = lte;
				ltfn = lt;
				comp = ">";
				ecomp = ">=";
				break;
			case "<":
				gtfn = lt;
				ltefn = gte;
				ltfn = gt;
				comp = "<";
				ecomp = "<=";
				break;
			default: throw new TypeError("Must provide a hilo val of \"<\" or \">\"");
		}
		if (satisfies(version, range, options)) return false;
		for (let i = 0; i < range.set.length; ++i) {
			const comparators = range.set[i];
			let high = null;
			let low = null;
			comparators.forEach((comparator) => {
				if (comparator.semver === ANY) comparator = new Comparator(">=0.0.0");
				high = high || comparator;
				low = low || comparator;
				if (gtfn(comparator.semver, high.semver, options)) high = comparator;
				else if (ltfn(comparator.semver, low.semver, options)) low = comparator;
			});
			if (high.operator === comp || high.operator === ecomp) return false;
			if ((!low.operator || low.operator === comp) && ltefn(version, low.semver)) return false;
			else if (low.operator === ecomp && ltfn(version, low.semver)) return false;
		}
		return true;
	};
	module.exports = outside;
}));
// node_modules/semver/ranges/gtr.js
var require_gtr = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const outside = require_outside();
	const gtr = (version, range, options) => outside(version, range, ">", options);
	module.exports = gtr;
}));
// node_modules/semver/ranges/ltr.js
var require_ltr = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const outside = require_outside();
	const ltr = (version, range, options) => outside(version, range, "<", options);
	module.exports = ltr;
}));
// node_modules/semver/ranges/intersects.js
var require_intersects = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const Range = require_range();
	const intersects = (r1, r2, options) => {
		r1 = new Range(r1, options);
		r2 = new Range(r2, options);
		return r1.intersects(r2, options);
	};
	module.exports = intersects;
}));
// node_modules/semver/ranges/simplify.js
var require_simplify = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const satisfies = require_satisfies();
	const compare = require_compare();
	module.exports = (versions, range, options) => {
		const set = [];
		let first = null;
		let prev = null;
		const v = versions.sort((a, b) => compare(a, b, options));
		for (const version of v) if (satisfies(version, range, options)) {
			prev = version;
			if (!first) first = version;
		} else {
			if (prev) set.push([first, prev]);
			prev = null;
			first = null;
		}
		if (first) set.push([first, null]);
		const ranges = [];
		for (const [min, max] of set) if (min === max) ranges.push(min);
		else if (!max && min === v[0]) ranges.push("*");
		else if (!max) ranges.push(`>=${min}`);
		else if (min === v[0]) ranges.push(`<=${max}`);
		else ranges.push(`${min} - ${max}`);
		const simplified = ranges.join(" || ");
		const original = typeof range.raw === "string" ? range.raw : String(range);
		return simplified.length < original.length ? simplified : range;
	};
}));
// node_modules/semver/ranges/subset.js
var require_subset = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const Range = require_range();
	const Comparator = require_comparator();
	const { ANY } = Comparator;
	const satisfies = require_satisfies();
	const compare = require_compare();
	const subset = (sub, dom, options = {}) => {
		if (sub === dom) return true;
		sub = new Range(sub, options);
		dom = new Range(dom, options);
		let sawNonNull = false;
		OUTER: for (const simpleSub of sub.set) {
			for (const simpleDom of dom.set) {
				const isSub = simpleSubset(simpleSub, simpleDom, options);
				sawNonNull = sawNonNull || isSub !== null;
				if (isSub) continue OUTER;
			}
			if (sawNonNull) return false;
		}
		return true;
	};
	const minimumVersionWithPreRelease = [new Comparator(">=0.0.0-0")];
	const minimumVersion = [new Comparator(">=0.0.0")];
	const simpleSubset = (sub, dom, options) => {
		if (sub === dom) return true;
		if (sub.length === 1 && sub[0].semver === ANY) {
			if (dom.length === 1 && dom[0].semver === ANY) return true;
			else if (options.includePrerelease) sub = minimumVersionWithPreRelease;
			else sub = minimumVersion;
		}
		if (dom.length === 1 && dom[0].semver === ANY) {
			if (options.includePrerelease) return true;
			else dom = minimumVersion;
		}
		const eqSet = /* @__PURE__ */ new Set();
		let gt, lt;
		for (const c of sub) if (c.operator === ">" || c.operator === ">=") gt = higherGT(gt, c, options);
		else if (c.operator === "<" || c.operator === "<=") lt = lowerLT(lt, c, options);
		else eqSet.add(c.semver);
		if (eqSet.size > 1) return null;
		let gtltComp;
		if (gt && lt) {
			gtltComp = compare(gt.semver, lt.semver, options);
			if (gtltComp > 0) return null;
			else if (gtltComp === 0 && (gt.operator !== ">=" || lt.operator !== "<=")) return null;
		}
		for (const eq of eqSet) {
			if (gt && !satisfies(eq, String(gt), options)) return null;
			if (lt && !satisfies(eq, String(lt), options)) return null;
			for (const c of dom) if (!satisfies(eq, String(c), options)) return false;
			return true;
		}
		let higher, lower;
		let hasDomLT, hasDomGT;
		let needDomLTPre = lt && !options.includePrerelease && lt.semver.prerelease.length ? lt.semver : false;
		let needDomGTPre = gt && !options.includePrerelease && gt.semver.prerelease.length ? gt.semver : false;
		if (needDomLTPre && needDomLTPre.prerelease.length === 1 && lt.operator === "<" && needDomLTPre.prerelease[0] === 0) needDomLTPre = false;
		for (const c of dom) {
			hasDomGT = hasDomGT || c.operator === ">" || c.operator === ">=";
			hasDomLT = hasDomLT || c.operator === "<" || c.operator === "<=";
			if (gt) {
				if (needDomGTPre) {
					if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomGTPre.major && c.semver.minor === needDomGTPre.minor && c.semver.patch === needDomGTPre.patch) needDomGTPre = false;
				}
				if (c.operator === ">" || c.operator === ">=") {
					higher = higherGT(gt, c, options);
					if (higher === c && higher !== gt) return false;
				} else if (gt.operator === ">=" && !c.test(gt.semver)) return false;
			}
			if (lt) {
				if (needDomLTPre) {
					if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomLTPre.major && c.semver.minor === needDomLTPre.minor && c.semver.patch === needDomLTPre.patch) needDomLTPre = false;
				}
				if (c.operator === "<" || c.operator === "<=") {
					lower = lowerLT(lt, c, options);
					if (lower === c && lower !== lt) return false;
				} else if (lt.operator === "<=" && !c.test(lt.semver)) return false;
			}
			if (!c.operator && (lt || gt) && gtltComp !== 0) return false;
		}
		if (gt && hasDomLT && !lt && gtltComp !== 0) return false;
		if (lt && hasDomGT && !gt && gtltComp !== 0) return false;
		if (needDomGTPre || needDomLTPre) return false;
		return true;
	};
	const higherGT = (a, b, options) => {
		if (!a) return b;
		const comp = compare(a.semver, b.semver, options);
		return comp > 0 ? a : comp < 0 ? b : b.operator === ">" && a.operator === ">=" ? b : a;
	};
	const lowerLT = (a, b, options) => {
		if (!a) return b;
		const comp = compare(a.semver, b.semver, options);
		return comp < 0 ? a : comp > 0 ? b : b.operator === "<" && a.operator === "<=" ? b : a;
	};
	module.exports = subset;
}));
// node_modules/semver/index.js
var require_semver = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	const internalRe = require_re();
	const constants = require_constants();
	const SemVer = require_semver$1();
	const identifiers = require_identifiers();
	module.exports = {
		parse: require_parse(),
		valid: require_valid$1(),
		clean: require_clean(),
		inc: require_inc(),
		diff: require_diff(),
		major: require_major(),
		minor: require_minor(),
		patch: require_patch(),
		prerelease: require_prerelease(),
		compare: require_compare(),
		rcompare: require_rcompare(),
		compareLoose: require_compare_loose(),
		compareBuild: require_compare_build(),
		sort: require_sort(),
		rsort: require_rsort(),
		gt: require_gt(),
		lt: require_lt(),
		eq: require_eq(),
		neq: require_neq(),
		gte: require_gte(),
		lte: require_lte(),
		cmp: require_cmp(),
		coerce: require_coerce(),
		truncate: require_truncate(),
		Comparator: require_comparator(),
		Range: require_range(),
		satisfies: require_satisfies(),
		toComparators: require_to_comparators(),
		maxSatisfying: require_max_satisfying(),
		minSatisfying: require_min_satisfying(),
		minVersion: require_min_version(),
		validRange: require_valid(),
		outside: require_outside(),
		gtr: require_gtr(),
		ltr: require_ltr(),
		intersects: require_intersects(),
		simplifyRange: require_simplify(),
		subset: require_subset(),
		SemVer,
		re: internalRe.re,
		src: internalRe.src,
		tokens: internalRe.t,
		SEMVER_SPEC_VERSION: constants.SEMVER_SPEC_VERSION,
		RELEASE_TYPES: constants.RELEASE_TYPES,
		compareIdentifiers: identifiers.compareIdentifiers,
		rcompareIdentifiers: identifiers.rcompareIdentifiers
	};
}));
// src/kubernetes/catalogue.json
var firstSigned = [
	"1.22.17",
	"1.23.15",
	"1.24.9",
	"1.25.5",
	"1.26.0-rc.1"
];
var platforms = {
	"client": {
		"linux/amd64": "*",
		"linux/arm64": "*",
		"linux/arm": "*",
		"linux/386": "*",
		"linux/ppc64le": "*",
		"linux/s390x": "*",
		"darwin/amd64": "*",
		"darwin/arm64": ">=1.21",
		"windows/amd64": "*",
		"windows/arm64": ">=1.23",
		"windows/386": "*"
	},
	"node": {
		"linux/amd64": "*",
		"linux/arm64": "*",
		"linux/arm": "<1.27",
		"linux/ppc64le": "*",
		"linux/s390x": "*",
		"windows/amd64": "*"
	},
	"server": {
		"linux/amd64": "*",
		"linux/arm64": "*",
		"linux/arm": "<1.27",
		"linux/ppc64le": "*",
		"linux/s390x": "*"
	},
	"test": {
		"linux/amd64": "*",
		"linux/arm64": "*",
		"linux/arm": "<1.27",
		"linux/ppc64le": "*",
		"linux/s390x": "*",
		"darwin/amd64": "*",
		"darwin/arm64": ">=1.21",
		"windows/amd64": "*",
		"windows/arm64": ">=1.23"
	}
};
var files = {
	"binary": "bin/{os}/{arch}/{name}{exe}",
	"tarball": "{name}-{os}-{arch}.tar.gz"
};
var artifacts = [
	{
		"name": "kubectl",
		"kind": "binary",
		"groups": ["client"],
		"platforms": "client"
	},
	{
		"name": "kubectl-convert",
		"kind": "binary",
		"groups": ["client"],
		"platforms": "client"
	},
	{
		"name": "kubeadm",
		"kind": "binary",
		"groups": ["node"],
		"platforms": "node"
	},
	{
		"name": "kubelet",
		"kind": "binary",
		"groups": ["node"],
		"platforms": "node"
	},
	{
		"name": "kube-proxy",
		"kind": "binary",
		"groups": ["node"],
		"platforms": "node"
	},
	{
		"name": "kube-log-runner",
		"kind": "binary",
		"groups": ["node"],
		"platforms": "node"
	},
	{
		"name": "kube-apiserver",
		"kind": "binary",
		"groups": ["server"],
		"platforms": "server"
	},
	{
		"name": "kube-controller-manager",
		"kind": "binary",
		"groups": ["server"],
		"platforms": "server"
	},
	{
		"name": "kube-scheduler",
		"kind": "binary",
		"groups": ["server"],
		"platforms": "server"
	},
	{
		"name": "kube-aggregator",
		"kind": "binary",
		"groups": ["server"],
		"platforms": "server"
	},
	{
		"name": "apiextensions-apiserver",
		"kind": "binary",
		"groups": ["server"],
		"platforms": "server"
	},
	{
		"name": "mounter",
		"kind": "binary",
		"groups": ["server"],
		"platforms": "server"
	},
	{
		"name": "kubernetes-client",
		"kind": "tarball",
		"groups": ["tarballs"],
		"platforms": "client"
	},
	{
		"name": "kubernetes-node",
		"kind": "tarball",
		"groups": ["tarballs"],
		"platforms": "node"
	},
	{
		"name": "kubernetes-server",
		"kind": "tarball",
		"groups": ["tarballs"],
		"platforms": "server"
	},
	{
		"name": "kubernetes-test",
		"kind": "tarball",
		"groups": ["tarballs"],
		"platforms": "test"
	},
	{
		"name": "kubernetes-test-portable",
		"kind": "tarball",
		"groups": ["tarballs"],
		"file": "kubernetes-test-portable.tar.gz"
	},
	{
		"name": "kubernetes",
		"kind": "tarball",
		"groups": ["tarballs"],
		"file": "kubernetes.tar.gz"
	},
	{
		"name": "kubernetes-manifests",
		"kind": "tarball",
		"groups": ["tarballs"],
		"file": "kubernetes-manifests.tar.gz"
	},
	{
		"name": "kubernetes-src",
		"kind": "tarball",
		"groups": ["source"],
		"file": "kubernetes-src.tar.gz"
	},
	{
		"name": "release-sbom",
		"kind": "sbom",
		"groups": ["sbom"],
		"file": "kubernetes-release.spdx"
	},
	{
		"name": "source-sbom",
		"kind": "sbom",
		"groups": ["sbom"],
		"file": "kubernetes-source.spdx"
	},
	{
		"name": "provenance",
		"kind": "provenance",
		"groups": ["provenance"],
		"file": "provenance.json",
		"unsigned": true
	}
];
// src/kubernetes/platform.ts
var import_semver = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)(require_semver(), 1);
/** What Kubernetes releases are built for, client or server. */
const OPERATING_SYSTEMS = [
	"linux",
	"darwin",
	"windows"
];
/** Architectures as Go and Kubernetes' paths name them. */
const ARCHITECTURES$1 = [
	"amd64",
	"arm64",
	"arm",
	"386",
	"ppc64le",
	"s390x"
];
/** What `uname -s`, Windows and GitHub's `runner.os` call them. */
const OS_SPELLINGS = {
	macos: "darwin",
	osx: "darwin",
	win32: "windows",
	windows_nt: "windows"
};
/**
* By meaning, never by likeness: what `uname -m`, Debian, RPM, Docker, Windows, GitHub's `runner.arch` and
* Node call the architectures that Kubernetes builds for. All of ARM's with 32 bits are one there.
*/
const ARCH_SPELLINGS = {
	x64: "amd64",
	x86_64: "amd64",
	"x86-64": "amd64",
	aarch64: "arm64",
	"arm64/v8": "arm64",
	armv6l: "arm",
	armv7l: "arm",
	armv7hl: "arm",
	armv8l: "arm",
	armhf: "arm",
	armv6: "arm",
	armv7: "arm",
	"arm/v6": "arm",
	"arm/v7": "arm",
	x86: "386",
	ia32: "386",
	i386: "386",
	i486: "386",
	i586: "386",
	i686: "386",
	ppc64: "ppc64le",
	ppc64el: "ppc64le"
};
/** Names of others, so that their owners hear that there is none, and not that the word is unknown. */
const NOT_BUILT_FOR = /^(?:riscv(?:32|64)?|loong(?:32|64|arch64|arch)|mips\w*|ppc|ppcspe|powerpc\w*|s390|sparc\w*|alpha\w*|armv[45]\w*|armel|arm\/v5|armbe|aarch64_be|arm64be|arm64ilp32|arm64_32|ia64|m68k|sh4|hppa\d*|parisc\d*|wasm\d*|x32|or1k|arc|xtensa|freebsd|openbsd|netbsd|dragonfly|solaris|sunos|illumos|aix|android|ios|plan9|haiku|js|wasip1)$/;
/** @returns undefined when the text is no operating system that Kubernetes builds for */
function parseOperatingSystem(text) {
	return spelled(text, OPERATING_SYSTEMS, OS_SPELLINGS);
}
/** @returns undefined when the text is no architecture that Kubernetes builds for */
function parseArchitecture(text) {
	return spelled(text, ARCHITECTURES$1, ARCH_SPELLINGS);
}
/** Whether the text is the name of an operating system or architecture that Kubernetes is not built for. */
function isKnownElsewhere(text) {
	return NOT_BUILT_FOR.test(text.toLowerCase());
}
function spelled(text, names, spellings) {
	const name = text.toLowerCase();
	return names.find((each) => each === name) ?? (Object.hasOwn(spellings, name) ? spellings[name] : void 0);
}
/** `linux/amd64` */
function formatPlatform({ os, arch }) {
	return `${os}/${arch}`;
}
/** As Kubernetes itself spells it, in paths and file names; no other spelling is taken. */
function parseOwnPlatform(text) {
	const platform = parsePlatform(text);
	return platform !== void 0 && formatPlatform(platform) === text ? platform : void 0;
}
/** @param text `linux/amd64` */
function parsePlatform(text) {
	const [osText = "", archText = "", ...rest] = text.split("/");
	const os = parseOperatingSystem(osText);
	const arch = parseArchitecture(archText);
	return os === void 0 || arch === void 0 || rest.length > 0 ? void 0 : {
		os,
		arch
	};
}
// src/kubernetes/releases.json
var endOfLife$1 = {
	"1.22": "2022-12-08",
	"1.23": "2023-02-28",
	"1.24": "2023-07-28",
	"1.25": "2023-10-28",
	"1.26": "2024-02-28",
	"1.27": "2024-07-16",
	"1.28": "2024-10-22",
	"1.29": "2025-02-28",
	"1.30": "2025-07-15",
	"1.31": "2025-11-11",
	"1.32": "2026-02-28",
	"1.33": "2026-06-28",
	"1.34": "2026-10-27",
	"1.35": "2027-02-28"
};
// src/kubernetes/version.ts
const VERSION = /^v?(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:alpha|beta|rc)\.(?:0|[1-9]\d*))?$/;
const MINOR = /^v?((?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5}))(?:\.[xX*])?$/;
/** Longer than any version; keeps hostile text away from the parsers. */
const MAX_VERSION_LENGTH = 40;
/** The oldest minor of which any release is signed. */
const OLDEST_SIGNED_MINOR = "1.22";
/**
* Reads an exact version, with or without the v.
* @returns the version with its v, or undefined when the text is anything else
*/
function parseReleaseVersion(text) {
	if (text.length > MAX_VERSION_LENGTH || !VERSION.test(text)) return void 0;
	const parsed = import_semver.default.parse(text);
	return parsed === null ? void 0 : `v${parsed.version}`;
}
/** Reads `1.35`, `v1.35`, `1.35.x`. */
function parseMinor(text) {
	return MINOR.exec(text)?.[1];
}
/** The minor release that a version belongs to, as `1.35`. */
function minorOf(version) {
	return `${import_semver.default.major(version)}.${import_semver.default.minor(version)}`;
}
/** Whether a version is an alpha, a beta or a release candidate. */
function isPrerelease(version) {
	return import_semver.default.prerelease(version) !== null;
}
/**
* Whether the release is known to be older than signing. The four patches of
* 2022-12-08 were made with the same tools as v1.26.0-rc.1; between those and
* v1.26 nothing is promised, so we look and say what is there.
*/
function predatesSigning(version) {
	const [oldest = "", ...others] = firstSigned;
	const first = [oldest, ...others].find((candidate) => minorOf(`v${candidate}`) === minorOf(version));
	return import_semver.default.lt(version, first ?? oldest);
}
/**
* The day a minor's patches end, as YYYY-MM-DD
* (kubernetes/website data/releases/eol.yaml, and schedule.yaml for those that are still patched).
* @returns undefined when the minor is newer than our data
*/
function endOfLife(minor) {
	return endOfLife$1[minor];
}
// src/kubernetes/catalogue.ts
const entries = new Map(artifacts.map((raw) => [raw.name, toEntry(raw)]));
/** Every artifact's name, in the catalogue's order. */
const ARTIFACT_NAMES = [...entries.keys()];
/** Of a platform in the catalogue: in every minor. */
const ANY = "*";
/** `client`, `node`, … and `all`. */
const GROUPS$1 = [...new Set([...entries.values()].flatMap(({ groups }) => groups)), "all"];
/** Every platform that anything was ever built for. */
const PLATFORMS = [...new Set([...entries.values()].flatMap(({ platforms }) => Object.keys(platforms ?? {})))].flatMap((text) => parseOwnPlatform(text) ?? []);
/**
* @param name an artifact's, or that of a file that serves all platforms: `kubernetes-release.spdx`
* @returns undefined when the catalogue has no such artifact
*/
function findArtifact(name) {
	return entries.get(name) ?? [...entries.values()].find(({ file }) => file === name);
}
/**
* @param fileName as a download is called: `kubectl.exe`, `kubernetes-client-linux-amd64.tar.gz`
* @returns undefined when no artifact's file is called so on any platform
*/
function findArtifactOfFile(fileName) {
	const names = (entry) => [void 0, ...PLATFORMS].map((platform) => pathOf(entry, platform).replace(/^.*\//, ""));
	return [...entries.values()].find((entry) => names(entry).includes(fileName));
}
/**
* The members of a group, in the catalogue's order. `all` has no artifacts that are published unsigned:
* nothing can prove them, and whoever wants to see that names them.
*/
function membersOf(group) {
	return [...entries.values()].filter((entry) => group === "all" ? entry.isSigned : entry.groups.includes(group));
}
/** @param version undefined asks for any release */
function isBuiltFor(entry, platform, version) {
	const minors = entry.platforms?.[formatPlatform(platform)];
	if (minors === void 0) return entry.platforms === void 0;
	return version === void 0 || minors === ANY || import_semver.default.satisfies(`${minorOf(version)}.0`, minors);
}
/** Where the artifact stands in a release: `bin/linux/amd64/kubectl`. */
function pathOf({ name, file }, platform) {
	const values = {
		name,
		os: platform?.os ?? "",
		arch: platform?.arch ?? "",
		exe: platform?.os === "windows" ? ".exe" : ""
	};
	return file.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
}
/** Everything that the catalogue has for a release. */
function placesIn(version) {
	return [...entries.values()].flatMap((entry) => {
		if (entry.platforms === void 0) return [{
			entry,
			platform: void 0
		}];
		return PLATFORMS.filter((platform) => isBuiltFor(entry, platform, version)).map((platform) => ({
			entry,
			platform
		}));
	});
}
/** As it stands in a release: `bin/linux/amd64/kubectl`, `kubernetes-client-linux-amd64.tar.gz`. */
const BINARY = /^bin\/([a-z0-9]+)\/([a-z0-9]+)\/([A-Za-z0-9][A-Za-z0-9._-]*?)(?:\.exe)?$/;
const TARBALL = /^([A-Za-z0-9][A-Za-z0-9._-]*?)(?:-([a-z0-9]+)-([a-z0-9]+))?\.tar\.gz$/;
/**
* An artifact that the catalogue lacks, from its path alone.
* @returns undefined when the path is not of a form that releases have: such a file is nobody's artifact
*/
function placeOf(path) {
	const binary = BINARY.exec(path);
	if (binary) {
		const [, os = "", arch = "", name = ""] = binary;
		const platform = parseOwnPlatform(`${os}/${arch}`);
		return platform && !NO_BINARIES.test(path) ? {
			entry: unknownEntry(name, "binary", path),
			platform
		} : void 0;
	}
	const [, name, os, arch] = TARBALL.exec(path) ?? [];
	if (name === void 0) return void 0;
	const platform = os && arch ? parseOwnPlatform(`${os}/${arch}`) : void 0;
	return {
		entry: unknownEntry(platform === void 0 ? path.replace(/\.tar\.gz$/, "") : name, "tarball", path),
		platform
	};
}
/** Beside binaries: images as tarballs, which the SBOM lists as packages, and the names of their tags, which nobody signs. */
const NO_BINARIES = /\.(?:tar|docker_tag)$/;
function unknownEntry(name, kind, file) {
	return {
		name,
		kind,
		groups: [],
		file,
		platforms: void 0,
		isSigned: true
	};
}
function toEntry({ name, kind, groups, platforms: platforms$1, file, unsigned }) {
	const template = file ?? files[kind];
	if (template === void 0) throw new RangeError(`the catalogue has no file for ${name}`);
	return {
		name,
		kind,
		groups,
		file: template,
		platforms: platforms$1 === void 0 ? void 0 : platforms[platforms$1],
		isSigned: unsigned !== true
	};
}
// src/kubernetes/kubeadm-images.json
var releases = {
	"1.26": [
		{
			"from": 0,
			"to": 9,
			"pause": "3.9",
			"etcd": "3.5.6-0",
			"coredns": "v1.9.3"
		},
		{
			"from": 10,
			"to": 12,
			"pause": "3.9",
			"etcd": "3.5.9-0",
			"coredns": "v1.9.3"
		},
		{
			"from": 13,
			"to": 15,
			"pause": "3.9",
			"etcd": "3.5.10-0",
			"coredns": "v1.9.3"
		}
	],
	"1.27": [
		{
			"from": 0,
			"to": 6,
			"pause": "3.9",
			"etcd": "3.5.7-0",
			"coredns": "v1.10.1"
		},
		{
			"from": 7,
			"to": 9,
			"pause": "3.9",
			"etcd": "3.5.9-0",
			"coredns": "v1.10.1"
		},
		{
			"from": 10,
			"to": 11,
			"pause": "3.9",
			"etcd": "3.5.10-0",
			"coredns": "v1.10.1"
		},
		{
			"from": 13,
			"to": 16,
			"pause": "3.9",
			"etcd": "3.5.12-0",
			"coredns": "v1.10.1"
		}
	],
	"1.28": [
		{
			"from": 0,
			"to": 5,
			"pause": "3.9",
			"etcd": "3.5.9-0",
			"coredns": "v1.10.1"
		},
		{
			"from": 6,
			"to": 7,
			"pause": "3.9",
			"etcd": "3.5.10-0",
			"coredns": "v1.10.1"
		},
		{
			"from": 8,
			"to": 13,
			"pause": "3.9",
			"etcd": "3.5.12-0",
			"coredns": "v1.10.1"
		},
		{
			"from": 14,
			"to": 15,
			"pause": "3.9",
			"etcd": "3.5.15-0",
			"coredns": "v1.10.1"
		}
	],
	"1.29": [
		{
			"from": 0,
			"to": 2,
			"pause": "3.9",
			"etcd": "3.5.10-0",
			"coredns": "v1.11.1"
		},
		{
			"from": 3,
			"to": 8,
			"pause": "3.9",
			"etcd": "3.5.12-0",
			"coredns": "v1.11.1"
		},
		{
			"from": 9,
			"to": 10,
			"pause": "3.9",
			"etcd": "3.5.15-0",
			"coredns": "v1.11.1"
		},
		{
			"from": 14,
			"to": 15,
			"pause": "3.9",
			"etcd": "3.5.16-0",
			"coredns": "v1.11.1"
		}
	],
	"1.30": [{
		"from": 0,
		"to": 4,
		"pause": "3.9",
		"etcd": "3.5.12-0",
		"coredns": "v1.11.1"
	}, {
		"from": 5,
		"to": 14,
		"pause": "3.9",
		"etcd": "3.5.15-0",
		"coredns": "v1.11.3"
	}],
	"1.31": [
		{
			"from": 0,
			"to": 0,
			"pause": "3.10",
			"etcd": "3.5.15-0",
			"coredns": "v1.11.1"
		},
		{
			"from": 1,
			"to": 13,
			"pause": "3.10",
			"etcd": "3.5.15-0",
			"coredns": "v1.11.3"
		},
		{
			"from": 14,
			"to": 14,
			"pause": "3.10",
			"etcd": "3.5.24-0",
			"coredns": "v1.11.3"
		}
	],
	"1.32": [{
		"from": 0,
		"to": 9,
		"pause": "3.10",
		"etcd": "3.5.16-0",
		"coredns": "v1.11.3"
	}, {
		"from": 10,
		"to": 13,
		"pause": "3.10",
		"etcd": "3.5.24-0",
		"coredns": "v1.11.3"
	}],
	"1.33": [{
		"from": 0,
		"to": 5,
		"pause": "3.10",
		"etcd": "3.5.21-0",
		"coredns": "v1.12.0"
	}, {
		"from": 6,
		"to": 13,
		"pause": "3.10",
		"etcd": "3.5.24-0",
		"coredns": "v1.12.0"
	}],
	"1.34": [{
		"from": 0,
		"to": 1,
		"pause": "3.10.1",
		"etcd": "3.6.4-0",
		"coredns": "v1.12.1"
	}, {
		"from": 2,
		"to": 12,
		"pause": "3.10.1",
		"etcd": "3.6.5-0",
		"coredns": "v1.12.1"
	}],
	"1.35": [{
		"from": 0,
		"to": 8,
		"pause": "3.10.1",
		"etcd": "3.6.6-0",
		"coredns": "v1.13.1"
	}],
	"1.36": [{
		"from": 0,
		"to": 5,
		"pause": "3.10.2",
		"etcd": "3.6.8-0",
		"coredns": "v1.14.2"
	}],
	"1.37": [{
		"from": 0,
		"to": 2,
		"pause": "3.10.2",
		"etcd": "3.7.0-0",
		"coredns": "v1.14.6"
	}]
};
// src/kubernetes/images.ts
/** Where the images of Kubernetes are pulled from; kubeadm takes CoreDNS from another path there than elsewhere. */
const OFFICIAL_REGISTRY = "registry.k8s.io";
/** Where their signatures are kept, which regional copies have lacked (kubernetes/registry.k8s.io#321). */
const CANONICAL_REGISTRY = {
	host: "us-central1-docker.pkg.dev",
	prefix: "k8s-artifacts-prod/images/"
};
/** What runs a control plane and its nodes, under the release's own version. */
const CONTROL_PLANE_IMAGES = [
	"kube-apiserver",
	"kube-controller-manager",
	"kube-scheduler",
	"kube-proxy"
];
/** All that a release brings. */
const RELEASE_IMAGES = [
	...CONTROL_PLANE_IMAGES,
	"kubectl",
	"conformance"
];
/** What kubeadm pulls beside them, as `kubeadm config images list` has it. */
const KUBEADM_IMAGES = [
	"coredns",
	"pause",
	"etcd"
];
/** Each release image is there once more by architecture, under names that the official documentation uses. */
const ARCHITECTURES = [
	"amd64",
	"arm64",
	"ppc64le",
	"s390x"
];
/** `images`, and what kubeadm needs in all: the control plane's and its own. */
const IMAGE_GROUPS = {
	images: CONTROL_PLANE_IMAGES,
	"kubeadm-images": [...CONTROL_PLANE_IMAGES, ...KUBEADM_IMAGES]
};
/** Names that errors list; `isImageName` knows those by architecture, too. */
const IMAGE_NAMES = [...RELEASE_IMAGES, ...KUBEADM_IMAGES];
/** @param name `kube-apiserver`, `kube-apiserver-amd64`, `etcd` */
function isImageName(name) {
	return IMAGE_NAMES.includes(name) || isNamedByArchitecture(name);
}
/**
* Name and tag of a release's image in a registry: `kube-apiserver:v1.35.2`, `coredns/coredns:v1.13.1`.
* @param registry a host, and a path below it
* @returns undefined when it is kubeadm's, and our data has not got the release
*/
function imageOf(name, version, registry) {
	if (!isKubeadmImage(name)) return `${name}:${version}`;
	const tag = spanOf(version)?.[name];
	return tag && `${name === "coredns" && registry === "registry.k8s.io" ? "coredns/coredns" : name}:${tag}`;
}
/** The newest release of the minor whose kubeadm images we know; undefined when there is none. */
function newestKnownToKubeadm(version) {
	const last = spansOf(version).at(-1);
	return last && `v${minorOf(version)}.${last.to}`;
}
function spanOf(version) {
	const patch = import_semver.default.patch(version);
	return isPrerelease(version) ? void 0 : spansOf(version).find(({ from, to }) => from <= patch && patch <= to);
}
function spansOf(version) {
	return releases[minorOf(version)] ?? [];
}
function isKubeadmImage(name) {
	return KUBEADM_IMAGES.includes(name);
}
/** `kube-apiserver-amd64` */
function isNamedByArchitecture(name) {
	return ARCHITECTURES.some((arch) => name.endsWith(`-${arch}`) && RELEASE_IMAGES.includes(name.slice(0, -arch.length - 1)));
}
// src/request/fields.ts
var import_fastest_levenshtein = (/* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	exports.__esModule = true;
	exports.distance = exports.closest = void 0;
	var peq = /* @__PURE__ */ new Uint32Array(65536);
	var myers_32 = function(a, b) {
		var n = a.length;
		var m = b.length;
		var lst = 1 << n - 1;
		var pv = -1;
		var mv = 0;
		var sc = n;
		var i = n;
		while (i--) peq[a.charCodeAt(i)] |= 1 << i;
		for (i = 0; i < m; i++) {
			var eq = peq[b.charCodeAt(i)];
			var xv = eq | mv;
			eq |= (eq & pv) + pv ^ pv;
			mv |= ~(eq | pv);
			pv &= eq;
			if (mv & lst) sc++;
			if (pv & lst) sc--;
			mv = mv << 1 | 1;
			pv = pv << 1 | ~(xv | mv);
			mv &= xv;
		}
		i = n;
		while (i--) peq[a.charCodeAt(i)] = 0;
		return sc;
	};
	var myers_x = function(b, a) {
		var n = a.length;
		var m = b.length;
		var mhc = [];
		var phc = [];
		var hsize = Math.ceil(n / 32);
		var vsize = Math.ceil(m / 32);
		for (var i = 0; i < hsize; i++) {
			phc[i] = -1;
			mhc[i] = 0;
		}
		var j = 0;
		for (; j < vsize - 1; j++) {
			var mv_1 = 0;
			var pv_1 = -1;
			var start_1 = j * 32;
			var vlen_1 = Math.min(32, m) + start_1;
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] |= 1 << k;
			for (var i = 0; i < n; i++) {
				var eq = peq[a.charCodeAt(i)];
				var pb = phc[i / 32 | 0] >>> i & 1;
				var mb = mhc[i / 32 | 0] >>> i & 1;
				var xv = eq | mv_1;
				var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
				var ph = mv_1 | ~(xh | pv_1);
				var mh = pv_1 & xh;
				if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
				if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
				ph = ph << 1 | pb;
				mh = mh << 1 | mb;
				pv_1 = mh | ~(xv | ph);
				mv_1 = ph & xv;
			}
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] = 0;
		}
		var mv = 0;
		var pv = -1;
		var start = j * 32;
		var vlen = Math.min(32, m - start) + start;
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
		var score = m;
		for (var i = 0; i < n; i++) {
			var eq = peq[a.charCodeAt(i)];
			var pb = phc[i / 32 | 0] >>> i & 1;
			var mb = mhc[i / 32 | 0] >>> i & 1;
			var xv = eq | mv;
			var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
			var ph = mv | ~(xh | pv);
			var mh = pv & xh;
			score += ph >>> m - 1 & 1;
			score -= mh >>> m - 1 & 1;
			if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
			if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
			ph = ph << 1 | pb;
			mh = mh << 1 | mb;
			pv = mh | ~(xv | ph);
			mv = ph & xv;
		}
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
		return score;
	};
	var distance = function(a, b) {
		if (a.length < b.length) {
			var tmp = b;
			b = a;
			a = tmp;
		}
		if (b.length === 0) return a.length;
		if (a.length <= 32) return myers_32(a, b);
		return myers_x(a, b);
	};
	exports.distance = distance;
	var closest = function(str, arr) {
		var min_distance = 1e400;
		var min_index = 0;
		for (var i = 0; i < arr.length; i++) {
			var dist = distance(str, arr[i]);
			if (dist < min_distance) {
				min_distance = dist;
				min_index = i;
			}
		}
		return arr[min_index];
	};
	exports.closest = closest;
})))();
/** The answer of a reader that found one fault. */
function refuse(field, message, code = "INPUT_INVALID") {
	return { faults: [{
		code,
		field,
		message
	}] };
}
/** The answer of a reader to a text that is none of the names that are allowed; it suggests the nearest. */
function refuseName(text, { field, names, code }) {
	return refuse(field, `"${text}" is not allowed; allowed: ${names.join(", ")}${suggest(text, names)}`, code);
}
/** Reads every item of a list; with any fault, the faults of all. */
function readEach(items, read) {
	const reads = items.map(read);
	const faults = reads.flatMap((each) => each.faults ?? []);
	if (faults.length > 0) return { faults };
	return { value: reads.flatMap((each) => each.faults === void 0 ? [each.value] : []) };
}
/** What follows from a value that was read; faults stay as they are. */
function mapRead(read, toOther) {
	return read.faults === void 0 ? { value: toOther(read.value) } : read;
}
/** The items of a list: commas or newlines separate them, blanks and repetitions are dropped. */
function splitList(text) {
	const items = text.split(/[,\n]/).map((item) => item.trim());
	return [...new Set(items.filter((item) => item !== ""))];
}
/** Any text; the empty one stands for nothing given. */
const readText = (text) => ({ value: text || void 0 });
/** true, True, TRUE, false, False, FALSE: the booleans of YAML 1.2's core schema. */
const readBoolean = (text, field) => {
	if (/^(?:true|True|TRUE)$/.test(text)) return { value: true };
	if (/^(?:false|False|FALSE)$/.test(text)) return { value: false };
	return refuse(field, `"${text}" is not a boolean; allowed: true, false`);
};
/** Makes a reader of one of a few words. */
function oneOf(choices) {
	const read = (text, field) => {
		const choice = choices.find((each) => each === text);
		return choice === void 0 ? refuseName(text, {
			field,
			names: choices
		}) : { value: choice };
	};
	return Object.assign(read, { choices });
}
/** Makes a reader of a list of a few words. */
function someOf(choices) {
	const readOne = oneOf(choices);
	const read = (text, field) => readEach(splitList(text), (word) => readOne(word, field));
	return Object.assign(read, { choices });
}
/** Makes a reader of a whole number within bounds, both included. */
function wholeNumber(min, max) {
	return (text, field) => {
		const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
		if (number >= min && number <= max) return { value: number };
		return refuse(field, `"${text}" is not allowed; allowed: a whole number from ${min} to ${max}`);
	};
}
/** Makes a reader of decimal minutes within bounds, both included; the value is in milliseconds. */
function minutes(min, max) {
	return (text, field) => {
		const number = /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : NaN;
		if (number >= min && number <= max) return { value: Math.round(number * 6e4) };
		return refuse(field, `"${text}" is not allowed; allowed: minutes from ${min} to ${max}, like 2.5`);
	};
}
/** Makes a reader that gives undefined for the empty text. */
function optional(read) {
	return (text, field) => text === "" ? { value: void 0 } : read(text, field);
}
/** A SHA-256 digest: 64 hex characters. */
const readSha256 = (text, field) => {
	const digest = parseDigest(text);
	if (digest !== void 0) return { value: digest };
	return refuse(field, `"${text}" is not a SHA-256 digest; allowed: 64 hex characters`);
};
/** An https URL, or http to a loopback address, without credentials, query or fragment. */
const readUrl = (text, field) => readUrlOr(text, field, "");
/** As readUrl, for a log: the part before `/api/v1/`, which follows by itself. */
const readLogUrl = (text, field) => refuseTail(readUrl(text, field), field, LOG_TAIL);
/** What is copied too much of a log's or a release site's URL: what this program adds by itself. */
const LOG_TAIL = /\/api(?:\/v\d+(?:\/.*)?)?$/;
const SITE_TAIL = /\/release(?:\/(?:v\d|stable|latest).*)?$/;
function refuseTail(read, field, tail) {
	const [ending] = tail.exec(read.value?.pathname ?? "") ?? [];
	if (read.value === void 0 || ending === void 0) return read;
	const { origin, pathname } = read.value;
	const before = origin + pathname.slice(0, -ending.length);
	return refuse(field, `${`"${origin}${pathname}" ends in ${ending}, which this program adds by itself`}; allowed: the part before it, ${before}`);
}
/** As readUrl, or a folder as `file:///…`; the part before `/release/`, which follows by itself. */
const readSiteUrl = (text, field) => {
	const url = URL.canParse(text) ? new URL(text) : void 0;
	if (url?.protocol !== "file:") return refuseTail(readUrlOr(text, field, ", or a folder as file:///…"), field, SITE_TAIL);
	if (!(url.host + url.search + url.hash === "" && !/%2f|%5c|%00/i.test(url.pathname))) return refuse(field, `"${text}" is not a folder; allowed: file:///…`);
	url.pathname = url.pathname.replace(/\/+$/, "");
	return { value: url };
};
function readUrlOr(text, field, further) {
	const allowed = `allowed: an https URL without credentials, query or fragment (http for loopback only)${further}`;
	const url = URL.canParse(text) ? new URL(text) : void 0;
	if (url === void 0) return refuse(field, `"${text}" is not a URL; ${allowed}`);
	const isLoopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
	if (!(url.username + url.password + url.search + url.hash === "") || !(url.protocol === "https:" || url.protocol === "http:" && isLoopback)) return refuse(field, `the URL for host "${url.host}" is not allowed; ${allowed}`);
	url.pathname = url.pathname.replace(/\/+$/, "");
	return { value: url };
}
/** Of the letters of a name, at most one in so many may be another: else it is another word. */
const LETTERS_PER_SLIP = 3;
/** `; did you mean "kubectl"?`, where one name alone is near enough to be meant. */
function suggest(text, names) {
	const given = text.toLowerCase();
	const near = names.map((name) => ({
		name,
		slips: (0, import_fastest_levenshtein.distance)(given, name)
	})).filter(({ name, slips }) => slips * LETTERS_PER_SLIP <= Math.max(given.length, name.length));
	const fewest = Math.min(...near.map(({ slips }) => slips));
	const [nearest, other] = near.filter(({ slips }) => slips === fewest);
	return nearest === void 0 || other !== void 0 ? "" : `; did you mean "${nearest.name}"?`;
}
// src/request/artifact-url.ts
/** The last part of a URL names the file: no dot first, no blank, nothing that a file system takes amiss. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,199}$/;
const EVIDENCE = /\.(?:sig|cert|pem|sha256|sha512|sigstore\.json)$/;
/** One or more https URLs, each of a file; none where nothing is given. */
const readArtifactUrls = (text, field) => {
	const words = splitList(text);
	if (text !== "" && words.length === 0) return refuse(field, "names no URL", "INPUT_REQUIRED");
	return readEach(words, (word) => readArtifactUrl(word, field));
};
function readArtifactUrl(text, field) {
	const url = readUrl(text, field);
	if (url.faults !== void 0) return url;
	const name = fileNameOf(url.value);
	if (FILE_NAME.test(name) && !EVIDENCE.test(name)) return url;
	return refuse(field, `"${text}" does not end in the name of an artifact's file`);
}
/** The last part of a URL, which names its file. */
function fileNameOf({ pathname }) {
	return pathname.slice(pathname.lastIndexOf("/") + 1);
}
/** As the name says: what is unpacked, or what is run. */
function kindOfUrl(url) {
	return fileNameOf(url).endsWith(".tar.gz") ? "tarball" : "binary";
}
// src/request/image-reference.ts
const MAX_LENGTH$1 = 512;
const MAX_PORT = 65535;
const HOST = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/;
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
/** As skopeo writes it. */
const LAYOUT = /^(oci(?:-archive)?:)([^@]+?)(?::(\w[\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/;
const TAG = /^\w[\w.-]{0,127}$/;
/** @returns undefined when the text is no reference with a registry, and a tag or a SHA-256 digest */
function parseImageReference(text) {
	if (text.length > MAX_LENGTH$1) return void 0;
	const layout = parseLayout(text);
	if (layout !== void 0) return layout;
	const [name = "", digestText, ...more] = text.split("@");
	const slash = name.indexOf("/");
	const colon = name.indexOf(":", Math.max(slash, 0));
	const registry = name.slice(0, Math.max(slash, 0));
	const repository = name.slice(slash + 1, colon < 0 ? void 0 : colon);
	const tag = colon < 0 ? void 0 : name.slice(colon + 1);
	const digest = digestText?.startsWith("sha256:") === true ? parseDigest(digestText) : void 0;
	if (!(isRegistry(registry) && REPOSITORY.test(repository)) || !(digestText === void 0 ? tag !== void 0 : digest !== void 0) || more.length > 0 || tag !== void 0 && !TAG.test(tag)) return void 0;
	return {
		registry,
		repository,
		tag,
		digest
	};
}
/** A host that is told from the first part of a name by a dot, a port, or by being this machine. */
function isRegistry(text) {
	const port = Number(/:(\d+)$/.exec(text)?.[1] ?? 0);
	return HOST.test(text) && port <= MAX_PORT && /[.:]|^localhost$/.test(text);
}
/** `oci:FOLDER`, `oci:FOLDER:TAG`, `oci-archive:FILE@sha256:…` */
function parseLayout(text) {
	const [, kind = "", path = "", tag, digest] = LAYOUT.exec(text) ?? [];
	if (kind === "" || /[\p{Cc}]/u.test(path)) return void 0;
	return {
		registry: `${kind}${path}`,
		repository: "",
		tag,
		digest: digest === void 0 ? void 0 : parseDigest(digest),
		isLayout: true
	};
}
/** `registry.k8s.io/pause:3.10`, `registry.k8s.io/pause@sha256:…`, or both. */
function formatImageReference({ registry, repository, tag, digest, isLayout }) {
	return `${registry}${isLayout ? "" : `/${repository}`}${tag ? `:${tag}` : ""}${digest ? `@${digest.toString()}` : ""}`;
}
// src/plan/plan.ts
/** In hex. */
const URL_HASH_LENGTH = 16;
const SBOM = "release-sbom";
const SOURCE_SBOM_PATH = "kubernetes-source.spdx";
/**
* Plans everything that was asked for.
* @param today YYYY-MM-DD
* @throws ReleaseError RELEASE_PREDATES_SIGNING, RELEASE_IMAGES_UNKNOWN
* @throws InputError INPUT_UNSUPPORTED_PLATFORM, naming all that is not built where it was asked for by name
*/
function planRequest(request, versions, today) {
	for (const { version } of versions) {
		if (!predatesSigning(version)) continue;
		throw new ReleaseError("RELEASE_PREDATES_SIGNING", `${version} was released before Kubernetes signed its artifacts`, {
			expected: "v1.26.0-rc.1 or newer",
			actual: version
		});
	}
	const faults = [];
	const releases = versions.map((resolved) => planRelease(request, resolved, {
		today,
		faults
	}));
	const [first, ...rest] = faults;
	if (first !== void 0) throw new InputError([first, ...rest]);
	return {
		releases,
		byUrl: {
			artifacts: request.urls.map(planUrl),
			images: [],
			sbom: void 0,
			papers: void 0
		}
	};
}
/** Its version in a cache, where it stands among those of releases: one of semver's that no release can have. */
function cacheVersion({ version, path }) {
	return version?.slice(1) ?? `0.0.0-url-${digestOf(Buffer.from(path)).hex.slice(0, URL_HASH_LENGTH)}`;
}
/** How people call it: `v1.35.2/bin/linux/amd64/kubectl`, or host and path of a URL. */
function formatPlace$1({ version, path }) {
	return version === void 0 ? path : `${version}/${path}`;
}
function planUrl(url) {
	const fileName = fileNameOf(url);
	return {
		name: fileName,
		kind: kindOfUrl(url),
		version: void 0,
		platform: void 0,
		path: `${url.host}${url.pathname}`,
		fileName,
		urls: urlsBeside(url.href),
		signatureSource: "artifact"
	};
}
/** The namespace that only this SBOM of this release has; without a path, that of the release's own. */
function sbomNamespace({ version, path }) {
	return `https://sbom.k8s.io/${version}/${path === SOURCE_SBOM_PATH ? "source" : "release"}`;
}
function planRelease(asked, { version, source, notes = [], names }, { today, faults }) {
	const request = names === void 0 ? asked : narrow(asked, names);
	const leftOut = [];
	const artifacts = request.artifacts.flatMap(({ entry, isNamed }) => {
		if (entry.platforms === void 0) return [planPlaced(request, version, {
			entry,
			platform: void 0
		})];
		const isBuilt = (platform) => isBuiltFor(entry, platform, version);
		const built = request.platforms.filter(isBuilt);
		const missing = request.platforms.filter((platform) => !isBuilt(platform)).map(formatPlatform);
		if (missing.length > 0) {
			const fault = `${entry.name} is not built for ${missing.join(", ")} in ${version}`;
			if (isNamed && (request.arePlatformsNamed || built.length === 0)) {
				const message = `${fault}; allowed, in some releases: ${Object.keys(entry.platforms).join(", ")}`;
				faults.push({
					code: "INPUT_UNSUPPORTED_PLATFORM",
					field: "artifacts",
					message
				});
			} else leftOut.push(`${fault}, and left out`);
		}
		return built.map((platform) => planPlaced(request, version, {
			entry,
			platform
		}));
	});
	if (artifacts.length + request.images.length === 0 && faults.length === 0) {
		const message = `nothing of ${nameAll(request.artifacts)} is built for ${request.platforms.map(formatPlatform).join(", ")} in ${version}`;
		faults.push({
			code: "INPUT_UNSUPPORTED_PLATFORM",
			field: "artifacts",
			message
		});
	}
	return {
		version,
		source,
		artifacts,
		images: request.images.flatMap((name) => planImage(request, version, name) ?? []),
		sbom: request.releaseBinding === "off" || artifacts.length === 0 ? void 0 : planPlaced(request, version, {
			entry: findArtifact(SBOM),
			platform: void 0
		}),
		papers: request.crossCheck !== false ? planPapers(request, version) : void 0,
		notes: [...notes, ...noticesOf(version, today)],
		leftOut
	};
}
/** A request for some of what it asks for. */
function narrow({ artifacts, images, ...request }, names) {
	return {
		...request,
		artifacts: artifacts.filter(({ entry }) => names.includes(entry.name)),
		images: images.filter((name) => names.includes(name))
	};
}
function planImage({ imageRegistry }, version, name) {
	const image = imageOf(name, version, imageRegistry);
	if (image !== void 0) return parseImageReference(`${imageRegistry}/${image}`);
	const newest = newestKnownToKubeadm(version);
	throw new ReleaseError("RELEASE_IMAGES_UNKNOWN", `which ${name} kubeadm ${version} uses is not known to this version of the program`, {
		...newest !== void 0 && { expected: `a release up to ${newest}` },
		actual: version
	});
}
/** One artifact by where it stands in a release, whatever the request names. */
function planPlaced({ releaseUrl, signatureSource }, version, { entry, platform }) {
	const path = pathOf(entry, platform);
	return {
		name: entry.name,
		kind: entry.kind,
		version,
		platform,
		path,
		fileName: path.slice(path.lastIndexOf("/") + 1),
		urls: artifactUrls(releaseUrl, version, path),
		signatureSource: entry.kind === "binary" || entry.kind === "tarball" ? signatureSource : "artifact"
	};
}
/** A release's papers. */
function planPapers({ releaseUrl }, version) {
	const paper = (path) => artifactUrls(releaseUrl, version, path);
	return {
		sha256Sums: paper("SHA256SUMS"),
		sha512Sums: paper("SHA512SUMS"),
		provenance: paper("provenance.json")
	};
}
/** The day of a time in milliseconds since the epoch: YYYY-MM-DD, UTC. */
function dayOf(time) {
	return new Date(time).toISOString().slice(0, 10);
}
function noticesOf(version, today) {
	const minor = minorOf(version);
	const end = endOfLife(minor);
	return [...isPrerelease(version) ? [`${version} is a pre-release`] : [], ...end !== void 0 && end < today ? [`${version}: Kubernetes ${minor} has had no patches since ${end}`] : []];
}
function nameAll(artifacts) {
	return artifacts.map(({ entry }) => entry.name).join(", ");
}
/** Where a site has an artifact and what lies beside it. */
function artifactUrls(releaseUrl, version, path) {
	return urlsBeside(`${releaseUrl.href.replace(/\/$/, "")}/release/${version}/${path}`);
}
function urlsBeside(href) {
	const url = (ending) => new URL(`${href}${ending}`);
	return {
		artifact: url(""),
		signature: url(".sig"),
		certificate: url(".cert"),
		bundle: url(".sigstore.json"),
		checksum: url(".sha256"),
		checksumSha512: url(".sha512")
	};
}
/** Of arrays, objects and their members: the report of an audit of a hundred releases has some two million. */
const MAX_JSON_PARTS = 5e6;
/**
* Parses JSON from outside, whoever wrote it.
* @throws Error, with a sentence, when it is no JSON, is nested deeper than 64 levels, or has more than 5,000,000 parts
*/
function parseJson(text) {
	const excess = findJsonExcess(text);
	if (excess !== void 0) throw new Error(`it ${excess}`);
	return JSON.parse(text);
}
const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
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
// \0builtin:node:crypto
var require__builtin_node_crypto = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = process.getBuiltinModule("node:crypto");
}));
// src/result.ts
/** Runs a parser and keeps its coded error as a value. */
function toResult(parse) {
	try {
		return { value: parse() };
	} catch (thrown) {
		return { error: toCodedError(thrown) };
	}
}
/** Waits for a promise and keeps its coded error as a value. */
async function toResultAsync(promise) {
	try {
		return { value: await promise };
	} catch (thrown) {
		return { error: toCodedError(thrown) };
	}
}
/** The result of what follows from the value; an error stays as it is. */
function mapResult(given, toOther) {
	return given.error === void 0 ? { value: toOther(given.value) } : given;
}
/** The value; throws the error that stands in its place. */
function unwrap({ value, error }) {
	if (error !== void 0) throw error;
	return value;
}
// src/files/read-small-file.ts
/** A file beyond the bound of what it should be. */
var TooLargeError = class extends UnfitFileError {
	name = "TooLargeError";
};
/**
* Reads a file up to a cap. Its size is not asked for beforehand: it may grow meanwhile.
* @param options where its links may lead; default: the user named it
* @throws TooLargeError, UnfitFileError, or what the file system says
*/
async function readSmallFile(path, maxBytes, options = toNamed(path)) {
	const { handle } = await openFile(path, options);
	try {
		const chunks = [];
		let size = 0;
		for await (const chunk of handle.createReadStream({ autoClose: false })) {
			size += chunk.length;
			if (size > maxBytes) throw new TooLargeError(`it has more than ${maxBytes} bytes`);
			chunks.push(chunk);
		}
		return Buffer.concat(chunks);
	} finally {
		await handle.close();
	}
}
// \0late:node:v8
var require__late_node_v8 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:v8")[key] }));
}));
// src/report/escape.ts
/** Longer foreign text is cut: no message needs more. */
const MAX_LENGTH = 1e3;
/** Control and format characters, line and paragraph separators, and surrogates without a partner. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** One line in which nothing is hidden and nothing runs backwards. */
function showUnprintable(text) {
	return text.replace(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
/** One printable line that no runner or terminal takes for a command. */
function escapeText(text) {
	return showUnprintable(text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text).replace(/##\[/g, "#\\u{23}[").replace(/^(\s*)::/, "$1\\u{3a}:");
}
/** A Markdown code span that is safe in a table cell: nothing inside it is markup or a link. */
function toCode(text) {
	const escaped = escapeText(text).replace(/`/g, "\\u{60}").replace(/\|/g, "\\|");
	return `\`${escaped === "" ? " " : escaped}\``;
}
// src/report/inventory.ts
const WORDS$1 = {
	proven: "proven",
	"other-release": "of another release",
	misnamed: "misnamed",
	unknown: "unknown",
	unread: "not read"
};
const MARKS$2 = {
	verified: "✅",
	rejected: "❌",
	unverifiable: "⚠️"
};
/** A log is for reading; the report has them all. */
const MAX_LINES = 1e3;
/** `./image.tar » usr/local/bin/kube-apiserver` */
function formatPlace({ place }) {
	return place.map(escapeText).join(" » ");
}
/** A line for each file: what is wrong stands first. */
function toInventoryBlocks({ files }) {
	const sorted = worstFirst(files);
	const left = sorted.slice(MAX_LINES);
	const blocks = sorted.slice(0, MAX_LINES).map((file) => ({
		title: `about ${formatPlace(file)}`,
		facts: [
			formatPlace(file),
			`${WORDS$1[file.state]}:`,
			whatIs(file)
		],
		tone: file.outcome,
		lines: file.sha256 === void 0 ? [] : [`${file.sha256.toString()}, ${file.size} bytes`]
	}));
	if (left.length === 0) return blocks;
	const facts = [`and ${left.length} more, which the report has`];
	return [...blocks, {
		title: "more",
		facts,
		tone: "note",
		lines: []
	}];
}
/** `3 proven, 1 unknown, 12 other files` */
function countInventory({ files, others }) {
	const counts = Map.groupBy(files, ({ state }) => state);
	return [...Object.entries(WORDS$1).flatMap(([state, word]) => {
		const count = counts.get(state)?.length;
		return count === void 0 ? [] : [`${count} ${word}`];
	}), `${others} other files`].join(", ");
}
/** Rows of a table in Markdown, whose head is INVENTORY_HEADER. */
function toInventoryRows({ files }) {
	return worstFirst(files).map((file) => {
		const what = file.artifact === void 0 ? toCode(file.detail) : toCode(file.artifact);
		return `| ${MARKS$2[file.outcome]} | ${toCode(file.place.join(" » "))} | ${WORDS$1[file.state]} | ${what} |`;
	});
}
const INVENTORY_HEADER = "|  | File | State | What it is |\n| - | - | - | - |";
function whatIs({ state, detail, artifact }) {
	if (state === "proven") return escapeText(artifact ?? "");
	return escapeText(state === "other-release" ? `${detail}: ${artifact}` : detail);
}
function worstFirst(files) {
	const rank = ({ outcome }) => [
		"rejected",
		"unverifiable",
		"verified"
	].indexOf(outcome);
	return [...files].sort((a, b) => rank(a) - rank(b));
}
/** One for each code: the files, and what the first has. */
function toInventoryProblems({ files }) {
	return [...Map.groupBy(files, ({ code }) => code)].flatMap(([code, [first, ...others]]) => {
		if (code === void 0 || first === void 0) return [];
		const named = others.slice(0, 4).map(formatPlace);
		const left = others.length - named.length;
		const also = named.length === 0 ? "" : `; so are ${named.join(", ")}${left > 0 ? ` and ${left} more` : ""}`;
		const { reason, remedy } = ERRORS[code];
		return {
			code,
			reason,
			subject: formatPlace(first),
			detail: first.detail,
			message: `${formatPlace(first)}: ${first.outcome}: ${escapeText(first.detail)}${also}`,
			remedy
		};
	});
}
// src/report/outputs.ts
/** The outputs of a run that proves artifacts or images. */
function toOutputs(report, { pathDelimiter, machine, bundlesFolder, reportPath }) {
	const { artifacts } = report;
	const installed = installedOf(report);
	const measured = artifacts.filter(({ verification }) => verification.digest !== void 0);
	const keyOf = createKeys(artifacts);
	const [first] = artifacts;
	const logEntry = first?.verification.logEntry;
	const outputs = {
		outcome: report.outcome,
		version: report.releases?.map(({ version }) => version).join(","),
		path: installed[0]?.path,
		paths: toJson$1(installed.map((artifact) => [keyOf(artifact), artifact.path])),
		bundle: installed[0]?.bundlePath,
		"bundles-dir": installed.length === 0 ? void 0 : bundlesFolder,
		"bin-dir": [...new Set(installed.filter(isBinary).map(({ path }) => toFolder(path)))].join(pathDelimiter),
		...toArtifactPaths(installed, machine),
		digests: toJson$1(measured.map((artifact) => [keyOf(artifact), String(artifact.verification.digest)])),
		images: toJson$1(artifacts.flatMap(({ pinned, verification }) => pinned === void 0 ? [] : [[verification.artifact.name, pinned]])),
		"log-index": logEntry && String(logEntry.logIndex),
		"log-entry-uuid": logEntry?.uuid,
		"cache-hit": installed.length === 0 ? void 0 : String(installed.every(({ isFromCache }) => isFromCache === true)),
		report: reportPath
	};
	return Object.fromEntries(Object.entries(outputs).filter((entry) => Boolean(entry[1])));
}
/**
* The folders that belong on the PATH: of binaries for this machine, each name once, the first release asked for
* before the others. Foreign platforms are installed, but would only break a PATH.
*/
function toPathFolders(report, machine) {
	const named = /* @__PURE__ */ new Map();
	for (const artifact of installedOf(report).filter(isBinary)) {
		const name = nameOf(artifact);
		if (artifact.verification.artifact.platform === machine && !named.has(name)) named.set(name, toFolder(artifact.path));
	}
	return [...new Set(named.values())];
}
/** `kubectl-path`: of several platforms the machine's own, of several releases the first. */
function toArtifactPaths(installed, machine) {
	const named = installed.filter(({ verification }) => verification.artifact.version !== void 0);
	const own = named.filter(({ verification }) => verification.artifact.platform === machine);
	return Object.fromEntries([...own, ...named].reverse().map((each) => [`${nameOf(each)}-path`, each.path]));
}
/** An artifact's name where it says which one is meant, else `v1.35.2/bin/linux/amd64/kubectl`. */
function createKeys(artifacts) {
	const names = artifacts.map(nameOf);
	return (artifact) => {
		const { name, version, path } = artifact.verification.artifact;
		return names.filter((each) => each === name).length === 1 ? name : [version, path].filter(Boolean).join("/");
	};
}
function installedOf({ artifacts }) {
	return artifacts.filter((artifact) => artifact.path !== void 0);
}
function isBinary({ kind }) {
	return kind === "binary";
}
function nameOf({ verification }) {
	return verification.artifact.name;
}
function toFolder(path) {
	return path.replace(/[\\/][^\\/]*$/, "");
}
function toJson$1(entries) {
	return entries.length === 0 ? void 0 : formatJson(Object.fromEntries(entries));
}
// src/verify/check.ts
/** Every check, in the order they are reported. docs/checks.md lists them in this order, too. */
const CHECK_IDS = [
	"digest",
	"signature",
	"certificate-chain",
	"signed-certificate-timestamp",
	"certificate-identity",
	"oidc-issuer",
	"log-entry-binding",
	"inclusion-proof",
	"checkpoint",
	"signed-entry-timestamp",
	"signed-timestamp",
	"log-time-within-certificate",
	"release-binding",
	"independent-judge"
];
/** What a release's own papers say about an artifact, in the order they are reported. */
const CROSS_CHECK_IDS = [
	"checksum-sha512",
	"sha256sums",
	"sha512sums",
	"sbom-file",
	"provenance-subject",
	"provenance-builder",
	"provenance-source"
];
/** What is asked of a container image beside. */
const IMAGE_CHECK_IDS = ["image-payload", "image-name"];
/**
* The result of a check that holds.
* @param detail what was compared, in one sentence
*/
function passed(id, detail) {
	return {
		id,
		status: "passed",
		detail
	};
}
/** Something was read, and contradicts. */
function failed(id, code, contradiction) {
	const said = typeof contradiction === "string" ? { detail: contradiction } : contradiction;
	return {
		id,
		status: "failed",
		code,
		reason: "contradiction",
		detail: said.detail,
		...compared(said)
	};
}
/**
* Nothing was contradicted: there is nothing to check, or what is there cannot be judged.
* @param because why a required check cannot pass
*/
function notRun(id, detail, because) {
	if (because === void 0) return {
		id,
		status: "not-run",
		detail
	};
	const hindrance = typeof because === "string" ? { code: because } : because;
	const { code, reason = unjudgedReason(code) } = hindrance;
	return {
		id,
		status: "not-run",
		code,
		reason,
		detail,
		...compared(hindrance)
	};
}
function compared({ expected, actual }) {
	return {
		...expected === void 0 ? {} : { expected },
		...actual === void 0 ? {} : { actual }
	};
}
/** What a missing, unreadable or contradicting piece of evidence means for the check that needs it. */
function fromError(id, error) {
	const { code, message, reason, expected, actual } = error;
	const check = reason === "contradiction" && isContradiction(code) ? failed(id, code, {
		detail: message,
		expected,
		actual
	}) : notRun(id, message, {
		code,
		reason,
		expected,
		actual
	});
	return error.hint === remedyOf(code, reason) ? check : {
		...check,
		remedy: error.hint
	};
}
// src/verify/verification-result.ts
/**
* Rejected when any check failed; verified when the list is complete and
* every required check passed; unverifiable else.
*/
function computeOutcome(checks) {
	if (checks.some(({ status }) => status === "failed")) return "rejected";
	const isComplete = [
		CHECK_IDS,
		[...CHECK_IDS, ...CROSS_CHECK_IDS],
		[...CHECK_IDS, ...IMAGE_CHECK_IDS]
	].some((ids) => ids.length === checks.length && ids.every((id, index) => checks[index]?.id === id));
	const required = checks.filter((check) => check.required);
	const isProven = required.length > 0 && required.every(({ status }) => status === "passed");
	return isComplete && isProven ? "verified" : "unverifiable";
}
/** The worst of several: rejected before unverifiable before verified; of nothing, unverifiable. */
function worstOutcome(outcomes) {
	if (outcomes.includes("rejected")) return "rejected";
	return outcomes.length > 0 && outcomes.every((outcome) => outcome === "verified") ? "verified" : "unverifiable";
}
/** The check that decided against the artifact: the first that failed, else the first required one that did not run and says why. */
function decisiveCheck({ checks }) {
	return checks.find(({ status }) => status === "failed") ?? checks.find(({ status, required, code }) => required && status === "not-run" && code !== void 0) ?? checks.find(({ status, required }) => required && status === "not-run");
}
/** Whether something is left unfinished because a service did not answer: it might have proven it. */
function isCutOff({ outcome, checks }) {
	return outcome === "unverifiable" && checks.some(({ required, reason }) => required && reason === "network");
}
/** Whether each of these checks passed; one that did not run has not. */
function didPass(checks, ...ids) {
	return ids.every((id) => checks.some((check) => check.id === id && check.status === "passed"));
}
// src/report/comparison.ts
/** More than this of a text nobody compares by eye, in characters; the report has it whole. */
const MAX_COMPARED = 200;
/** How much of two long texts stands before the place where they part. */
const COMMON = 40;
/**
* `expected X, actual Y`, escaped; of long texts the part from where they differ.
* @param said what stands before it: a description with which that ends is not said again
*/
function formatComparison({ expected, actual }, said) {
	const start = Math.max(0, findParting(expected, actual) - COMMON);
	const isLong = Math.max(expected?.length ?? 0, actual?.length ?? 0) > MAX_COMPARED;
	const show = (text) => escapeText(isLong ? cut(text, start) : text);
	const isSaid = actual?.includes(" ") === true && said.endsWith(actual);
	return [...expected === void 0 ? [] : [`expected ${show(expected)}`], ...actual === void 0 || isSaid ? [] : [`actual ${show(actual)}`]].join(", ");
}
/** Where two texts begin to differ, in UTF-16 code units; 0 where there are no two. */
function findParting(expected = "", actual = "") {
	let index = 0;
	while (index < Math.min(expected.length, actual.length) && expected[index] === actual[index]) index++;
	return index;
}
function cut(text, start) {
	const end = start + MAX_COMPARED;
	return `${start > 0 ? "…" : ""}${text.slice(start, end)}${text.length > end ? "…" : ""}`;
}
// src/report/text.ts
/** Of a digest's 64 characters: enough to tell two apart by eye. */
const SHORT_DIGEST_LENGTH$1 = 12;
const MARKS$1 = {
	passed: "✓",
	failed: "✗",
	"not-run": "–"
};
/** A sign for each tone: it says the same as its colour. */
const SIGNS = {
	verified: "✓",
	rejected: "✗",
	unverifiable: "?",
	alarm: "!",
	error: "!",
	warning: "!",
	note: "·"
};
/** `kubectl v1.35.2 linux/amd64` */
function formatSubject({ artifact }) {
	return escapeText([
		artifact.name,
		artifact.version,
		artifact.platform
	].filter(Boolean).join(" "));
}
/** One artifact with all of its checks. */
function toTextBlock(result) {
	return {
		title: `checks of ${formatSubject(result)}`,
		facts: toFacts(result),
		tone: result.outcome,
		lines: foldChecks(result.checks).flatMap(formatChecks)
	};
}
/** `kubectl v1.35.2 linux/amd64`, `sha256:924eb5077915…`, `signed by krel-staging@…,`, `log 123456789,`, `2026-01-15` */
function toFacts(result) {
	const { outcome, digest, signer, logEntry, signatureSource } = result;
	const subject = formatSubject(result);
	if (outcome !== "verified") return [
		subject,
		`${outcome}:`,
		decisiveCheck(result)?.code ?? ""
	];
	return [
		subject,
		digest && `sha256:${digest.hex.slice(0, SHORT_DIGEST_LENGTH$1)}…`,
		signatureSource === "release-sbom" && "by the release's signed SBOM alone",
		signer && `signed by ${shorten(signer.certificateIdentity)}${logEntry === void 0 ? "" : ","}`,
		logEntry && `log ${logEntry.logIndex}${logEntry.integratedTime === void 0 ? "" : ","}`,
		logEntry?.integratedTime?.slice(0, 10)
	].filter((fact) => typeof fact === "string");
}
/** `krel-staging@…`: the whole is in the report, and with --verbose. */
function shorten(identity) {
	const at = identity.indexOf("@");
	return escapeText(at > 0 && !identity.includes("/") ? `${identity.slice(0, at)}@…` : identity);
}
/** Every result of a report, the SBOMs first: the others rest on them. */
function toResults({ releases = [], artifacts }) {
	const sboms = releases.flatMap(({ sbom }) => sbom ?? []);
	return [...sboms, ...artifacts.map(({ verification }) => verification).filter((each) => !sboms.includes(each))];
}
/** Every result of a report with all of its checks. */
function toTextBlocks(report) {
	return toResults(report).map(toTextBlock);
}
/** What else there is to know of the releases: end of life, what was left out, what was not begun. */
function toNotes({ releases = [], skipped = [], logs = [], inventory }) {
	return [
		...releases.flatMap(({ notes }) => notes),
		...skipped.length === 0 ? [] : [`not begun, because fail-fast is on: ${skipped.join(", ")}`],
		...logs.flatMap(describeLog),
		...inventory?.notes ?? []
	].map(escapeText);
}
/** What went wrong with a log is an error, and no note. */
function describeLog({ logId, treeId, state, treeSize }) {
	const tree = `the log ${logId.slice(0, SHORT_DIGEST_LENGTH$1)}${treeId === "" ? "" : `, tree ${treeId}`}`;
	if (state === "first-seen") return [`${tree}: first seen, with ${treeSize} entries`];
	return state === "consistent" ? [`${tree}: has only grown since it was first seen, to ${treeSize} entries`] : [];
}
/** Where each version came from. */
function toSources({ releases = [] }) {
	return releases.map(({ version, source }) => escapeText(`Release ${version}, from ${source}`));
}
/** Checks that one cause kept from running are told together, where the first of them stands. */
function foldChecks(checks) {
	return [...Map.groupBy(checks, (check) => check.status === "not-run" ? JSON.stringify([
		check.code,
		check.required,
		check.detail
	]) : check.id).values()];
}
function formatChecks(checks) {
	const [first, ...others] = checks;
	if (first === void 0) return [];
	return formatCheck(first, [first, ...others].map(({ id }) => id).join(", "));
}
/** A check as one line, and what was expected and found as two more. */
function formatCheck({ id, status, code, detail, expected, actual, required }, name = id) {
	const state = status === "not-run" ? `not run${required ? "" : ", not required"}` : status;
	return [
		`${MARKS$1[status]} ${name}: ${state}${code === void 0 ? "" : ` [${code}]`}: ${escapeText(detail)}`,
		...expected === void 0 ? [] : [`    expected: ${escapeText(expected)}`],
		...actual === void 0 ? [] : [`    actual:   ${escapeText(actual)}`]
	];
}
// src/report/problems.ts
/** Names of artifacts that share a cause; the report has them all. */
const MAX_SUBJECTS = 5;
/** What stopped the run, and what decided against each artifact; a cause that stops several is told once. */
function toProblems({ artifacts, error, inventory }) {
	const undecided = artifacts.flatMap(({ verification, diagnosis }) => {
		const check = decisiveCheck(verification);
		return verification.outcome === "verified" || check === void 0 ? [] : [{
			verification,
			check,
			diagnosis
		}];
	});
	const problems = [...Map.groupBy(undecided, ({ verification, check }) => JSON.stringify(check.status === "failed" ? verification.artifact : [check.code, toCause$1(check.detail)])).values()].flatMap(([first, ...others]) => first === void 0 ? [] : [toProblem(first, others)]);
	const all = inventory === void 0 ? problems : [...problems, ...toInventoryProblems(inventory)];
	return error === void 0 ? all : [toErrorProblem(error), ...all];
}
/** What an error says that is of no artifact. */
function toErrorProblem({ code, reason, message, hint }) {
	return {
		code,
		reason,
		detail: message,
		message: escapeText(message),
		remedy: escapeText(hint)
	};
}
/** A host that is away is one cause, whatever it was asked for, and however often. */
function toCause$1(detail) {
	return detail.replace(/(https?:\/\/[^\s/]+)\S*/g, "$1").replace(/ \(tried \d+ times\)/g, "");
}
/** @param others that have the same cause */
function toProblem({ verification, check, diagnosis }, others) {
	const { id, code = "INTERNAL", reason = unjudgedReason(code), detail, expected, actual } = check;
	const subject = listSubjects([verification, ...others.map((each) => each.verification)]);
	const why = withId(id, diagnosis?.message ?? detail);
	const what = `${subject}: ${verification.outcome}: ${escapeText(why)}`;
	return {
		code,
		reason,
		subject,
		detail,
		...expected !== void 0 && { expected },
		...actual !== void 0 && { actual },
		message: [what, formatComparison({
			expected,
			actual
		}, why)].filter(Boolean).join("; "),
		remedy: escapeText(diagnosis?.remedy ?? check.remedy ?? remedyOf(code, check.reason))
	};
}
function listSubjects(results) {
	const subjects = [...new Set(results.map(formatSubject))];
	const left = subjects.length - MAX_SUBJECTS;
	return subjects.slice(0, MAX_SUBJECTS).join(", ") + (left > 0 ? ` and ${left} more` : "");
}
/** The check comes first, said once. */
function withId(id, message) {
	return message.startsWith(`${id}: `) ? message : `${id}: ${message}`;
}
// src/report/report.ts
/** What is written wherever `schemaVersion` stands at the top of a report. */
const SCHEMA_VERSION$2 = 1;
/** How a program ends that has this verdict. */
const EXIT_CODES = {
	verified: 0,
	rejected: 1,
	unverifiable: 3
};
/** What was found about an artifact. */
function toArtifactReport(kind, { result, diagnosis }) {
	return {
		kind,
		verification: result,
		...diagnosis && { diagnosis }
	};
}
/** What was found about an image. */
function toImageReport({ result, pinned }) {
	return {
		kind: "image",
		verification: result,
		...pinned !== void 0 && { pinned }
	};
}
/** What was found about a tree of a log. */
function toLogReport({ logId, treeId, state, treeSize, checkpoints }) {
	return {
		logId,
		treeId,
		state,
		treeSize,
		checkpoints
	};
}
/** The outcome is the worst of the artifacts', and never better than what stopped the run. */
function toReport({ error, startedAt, endedAt, ...facts }) {
	const outcome = worstOutcome([
		...facts.artifacts.map(({ verification }) => verification.outcome),
		...(facts.inventory?.files ?? []).map((file) => file.outcome),
		...(facts.skipped ?? []).map(() => "unverifiable"),
		...error === void 0 ? [] : [error.exitCode === EXIT_CODES.rejected ? "rejected" : "unverifiable"]
	]);
	const decisive = error?.exitCode === EXIT_CODES.unverifiable && outcome === "rejected" ? void 0 : error;
	return {
		schemaVersion: SCHEMA_VERSION$2,
		outcome,
		exitCode: decisive?.exitCode ?? EXIT_CODES[outcome],
		...decisive === void 0 ? toCause(facts, outcome) : {
			code: decisive.code,
			reason: decisive.reason
		},
		...facts,
		...error && { error: {
			code: error.code,
			reason: error.reason,
			message: error.message,
			hint: error.hint
		} },
		startedAt: new Date(startedAt).toISOString(),
		durationMs: endedAt - startedAt
	};
}
/** The first artifact or file of that outcome says why it is none better. */
function toCause({ artifacts, inventory }, outcome) {
	if (outcome === "verified") return {};
	const first = artifacts.find(({ verification }) => verification.outcome === outcome);
	const { code, reason } = (first && decisiveCheck(first.verification)) ?? {};
	if (code !== void 0) return {
		code,
		reason: reason ?? unjudgedReason(code)
	};
	const file = inventory?.files.find((each) => each.outcome === outcome);
	return file?.code === void 0 ? {} : {
		code: file.code,
		reason: ERRORS[file.code].reason
	};
}
/** The text of report.json. */
function formatReport(report) {
	return `${formatJson(report, 2)}\n`;
}
// src/report/fit.ts
/** GitHub takes 1 MiB less 2 bytes for a step, and refuses the whole of what is larger. */
const MAX_SUMMARY_BYTES = 1048574;
/** For the sentence that says what was left out. */
const RESERVED_BYTES = 200;
/**
* Joins what fits below the limit, in the order given.
* @param head is kept in any case
*/
function fitSummary(head, sections, { toRemark, maxBytes = MAX_SUMMARY_BYTES }) {
	const parts = [head];
	let bytes = Buffer.byteLength(head) + RESERVED_BYTES;
	let left = 0;
	for (const { open, items, close } of sections) {
		const frame = Buffer.byteLength(open + close) + 4;
		const fitting = [];
		for (const item of items) {
			const size = Buffer.byteLength(item) + 1;
			if (bytes + frame + size > maxBytes) left++;
			else {
				fitting.push(item);
				bytes += size;
			}
		}
		if (fitting.length === 0 && bytes + frame > maxBytes) continue;
		bytes += frame;
		parts.push([
			open,
			...fitting,
			close
		].filter((part) => part !== "").join("\n"));
	}
	if (left > 0) parts.push(toRemark(left));
	return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
// src/report/public-log.ts
/** Where people look at the public log. */
const PUBLIC_LOG_SEARCH = "https://search.sigstore.dev/?logIndex=";
/** Log ID of the public Rekor v1: only its indexes are found there. */
const PUBLIC_LOG_ID = "c0d23d6ad406973f9559f3ba2d1ca01f84147d8ffc5b8445c224f98b9591801d";
/** An entry's index in Markdown: a link where the entry is found by it. */
function linkToEntry({ logIndex, logId }) {
	return logId === "c0d23d6ad406973f9559f3ba2d1ca01f84147d8ffc5b8445c224f98b9591801d" ? `[${logIndex}](${PUBLIC_LOG_SEARCH}${logIndex})` : String(logIndex);
}
// src/report/summary.ts
const MARKS = {
	verified: "✅",
	rejected: "❌",
	unverifiable: "⚠️"
};
/** Enough to tell two apart by eye; the report has the whole. */
const SHORT_DIGEST_LENGTH = 12;
const HEADER = "|  | Artifact | Platform | Digest | Log entry |\n| - | - | - | - | - |";
/** The summary of one step, which never has more bytes than GitHub takes. */
function formatSummary(report) {
	const { outcome, warnings, inventory } = report;
	const results = toResults(report);
	const sections = [
		{
			open: "",
			items: toProblems(report).map(formatProblem),
			close: ""
		},
		...inventory === void 0 ? [] : [{
			open: INVENTORY_HEADER,
			items: toInventoryRows(inventory),
			close: `\n${countInventory(inventory)}`
		}],
		{
			open: HEADER,
			items: results.map(formatRow),
			close: ""
		},
		{
			open: "",
			items: [...warnings.map((warning) => `- **Warning**: ${toCode(warning)}`), ...toNotes(report).map((note) => `- **Note**: ${toCode(note)}`)],
			close: ""
		}
	];
	return fitSummary([`## ${MARKS[outcome]} Kubernetes artifacts: ${outcome}`, formatGrounds(report, results)].filter((part) => part !== "").join("\n\n"), sections.filter(({ items }) => items.length > 0), { toRemark: (left) => `**${left} lines are left out here for want of space**; the report has them all.` });
}
/** What all of it rests on, once: releases, signers, trusted root. */
function formatGrounds({ releases = [], trustedRoot, hosts = [] }, results) {
	const signers = new Set(results.flatMap(({ signer }) => signer?.certificateIdentity ?? []));
	return [
		...releases.map(({ version, source }) => `Release ${toCode(version)}, from ${toCode(source)}.`),
		...signers.size === 0 ? [] : [`Signed by ${[...signers].map(toCode).join(" and ")}.`],
		...trustedRoot === void 0 ? [] : [`Trusted root: ${toCode(trustedRoot)}.`],
		...hosts.length === 0 ? [] : [`Hosts reached: ${hosts.map(toCode).join(", ")}.`]
	].join(" ");
}
function formatRow(result) {
	const { artifact, digest, logEntry, outcome, signatureSource } = result;
	return `| ${[
		MARKS[outcome],
		toCode([artifact.name, artifact.version].filter(Boolean).join(" ")),
		toCode(artifact.platform ?? "any"),
		digest === void 0 ? "" : toCode(digest.hex.slice(0, SHORT_DIGEST_LENGTH)),
		logEntry === void 0 ? signatureSource === "release-sbom" && outcome === "verified" ? "by the release's SBOM alone" : "" : linkToEntry(logEntry)
	].join(" | ")} |`;
}
/** A bold sentence of ours; what others wrote stands below it. */
function formatProblem({ code, subject, detail, expected, actual, remedy }) {
	return [
		`**${subject === void 0 ? "" : `${toCode(subject)}: `}${ERRORS[code].meaning}** (${code})\n`,
		`- ${toCode(detail)}`,
		...expected === void 0 ? [] : [`- expected: ${toCode(expected)}`],
		...actual === void 0 ? [] : [`- actual: ${toCode(actual)}`],
		`- What to do: ${remedy}\n`
	].join("\n");
}
// src/report/ending.ts
/** An ending that says nothing yet. */
const EMPTY_ENDING = {
	exitCode: 0,
	warnings: [],
	notes: [],
	heading: [],
	blocks: [],
	prose: [],
	closing: [],
	problems: [],
	written: [],
	json: () => "",
	outputs: () => ({}),
	pathFolders: () => [],
	rechecked: []
};
/** The ending of `get`, `verify` and `image`, and of whatever could not begin. */
function toReportEnding(report, options = {}) {
	const { artifacts, trustedRoot, warnings, outcome, hosts = [] } = report;
	const { reportPath, bundlesFolder, errors = [], addToPath = false, recheckAtEnd = false } = options;
	return {
		...EMPTY_ENDING,
		exitCode: report.exitCode || (errors[0]?.exitCode ?? 0),
		warnings: warnings.map(escapeText),
		notes: toNotes(report),
		heading: [
			...toSources(report),
			...trustedRoot === void 0 ? [] : [`Trusted root: ${escapeText(trustedRoot)}`],
			...hosts.length === 0 ? [] : [`Hosts reached: ${hosts.map(escapeText).join(", ")}`]
		],
		blocks: toBlocks(report),
		prose: report.inventory === void 0 ? [] : [countInventory(report.inventory)],
		closing: [
			...artifacts.flatMap(({ pinned }) => pinned === void 0 ? [] : [`pinned: ${escapeText(pinned)}`]),
			...artifacts.flatMap(({ path }) => path === void 0 ? [] : [`installed: ${escapeText(path)}`]),
			outcome
		],
		problems: [...toProblems(report), ...errors.map(toErrorProblem)],
		json: () => formatReport(report),
		outputs: (machine) => {
			const outputs = toOutputs(report, {
				...machine,
				bundlesFolder,
				reportPath
			});
			const { code = "", reason = "" } = report.code === void 0 ? errors[0] ?? {} : report;
			return {
				...outputs,
				code,
				reason
			};
		},
		summary: () => formatSummary(report),
		pathFolders: ({ machine }) => addToPath ? toPathFolders(report, machine) : [],
		rechecked: recheckAtEnd ? toInstalledFiles(report) : []
	};
}
/** The lists that an inventory rests on are many: what is proven of them is in the report. */
function toBlocks(report) {
	const { inventory } = report;
	if (inventory === void 0) return toTextBlocks(report);
	return [...toTextBlocks({
		...report,
		releases: []
	}), ...toInventoryBlocks(inventory)];
}
function toInstalledFiles({ artifacts }) {
	return artifacts.flatMap(({ path, bundlePath, kind, verification: { artifact, digest } }) => path === void 0 || digest === void 0 ? [] : [{
		path,
		bundlePath,
		kind,
		name: artifact.name,
		digest
	}]);
}
// src/kubernetes/signer.ts
const KNOWN_SIGNERS = [
	{
		"title": "the Kubernetes release signer",
		"certificateIdentity": "krel-staging@k8s-releng-prod.iam.gserviceaccount.com",
		"oidcIssuer": "https://accounts.google.com",
		"signs": [
			"release",
			"provenance",
			"staging-image"
		],
		"from": "2022-11-30",
		"source": "kubernetes/release gcb/release/cloudbuild.yaml; first in v1.26.0-rc.1"
	},
	{
		"title": "the Kubernetes image promoter",
		"certificateIdentity": "krel-trust@k8s-releng-prod.iam.gserviceaccount.com",
		"oidcIssuer": "https://accounts.google.com",
		"signs": ["image"],
		"from": "2022-11",
		"source": "kubernetes-sigs/promo-tools; the page Verify Signed Kubernetes Artifacts; also of the kubernetes-sigs images on registry.k8s.io"
	},
	{
		"title": "the former Kubernetes image promoter",
		"certificateIdentity": "k8s-infra-gcr-promoter@k8s-artifacts-prod.iam.gserviceaccount.com",
		"oidcIssuer": "https://accounts.google.com",
		"signs": ["image"],
		"from": "2022-10",
		"until": "2022-11",
		"source": "kubernetes/release#2789"
	},
	{
		"title": "the signer of Kubernetes verification summaries",
		"certificateIdentity": "promoter-summaries@k8s-releng-prod.iam.gserviceaccount.com",
		"oidcIssuer": "https://accounts.google.com",
		"signs": ["verification-summary"],
		"from": "2026-10",
		"source": "kubernetes-sigs/promo-tools docs/verification-summaries.md"
	}
];
/** Binaries, tarballs and SBOMs. */
const RELEASE_SIGNER = currentSigner("release");
/** Container images, once they are promoted to registry.k8s.io. */
const IMAGE_SIGNER = currentSigner("image");
/** @returns undefined where neither is given: then the promoter of an image's time has to have signed it */
function toImageSigner(certificateIdentity = "", oidcIssuer = "") {
	if (certificateIdentity === "" && oidcIssuer === "") return void 0;
	return {
		certificateIdentity: certificateIdentity || IMAGE_SIGNER.certificateIdentity,
		oidcIssuer: oidcIssuer || IMAGE_SIGNER.oidcIssuer
	};
}
/** A known signer's title, such as `the Kubernetes image promoter`; undefined for a stranger. */
function findSigner({ certificateIdentity, oidcIssuer }) {
	return KNOWN_SIGNERS.find((known) => known.certificateIdentity === certificateIdentity && known.oidcIssuer === oidcIssuer)?.title;
}
/**
* Who signed a kind of artifact at a time: the one that the certificate names, if it is one of the known in its own
* period; else the one of today.
*/
function signerAt(kind, { certificateIdentity, oidcIssuer, time }, signers = KNOWN_SIGNERS) {
	const day = time !== void 0 && !isNaN(time.getTime()) ? time.toISOString().slice(0, 10) : void 0;
	const known = signers.find(({ signs, from, until, ...each }) => signs.includes(kind) && day !== void 0 && from <= day.slice(0, from.length) && (until === void 0 || day.slice(0, until.length) <= until) && each.certificateIdentity === certificateIdentity && each.oidcIssuer === oidcIssuer);
	return known === void 0 ? currentSigner(kind, signers) : toSigner$1(known);
}
/** Whether a signer is the one that a release's artifacts have by default, and so stands for those of former times. */
function isReleaseSigner({ certificateIdentity, oidcIssuer }) {
	return certificateIdentity === RELEASE_SIGNER.certificateIdentity && oidcIssuer === RELEASE_SIGNER.oidcIssuer;
}
/** Of several the one that began last. */
function currentSigner(kind, signers = KNOWN_SIGNERS) {
	const [signer] = signers.filter(({ signs, until }) => signs.includes(kind) && until === void 0).sort((a, b) => a.from < b.from ? 1 : -1);
	if (signer === void 0) throw new RangeError(`nobody signs ${kind}`);
	return toSigner$1(signer);
}
function toSigner$1({ certificateIdentity, oidcIssuer }) {
	return {
		certificateIdentity,
		oidcIssuer
	};
}
// src/request/input.ts
/** The headings under which a help or a page lists inputs, in their order. */
const GROUPS = [
	"What",
	"Evidence",
	"Who signed it",
	"How it is proven",
	"How it is installed",
	"What is audited",
	"Several jobs",
	"Services",
	"Results"
];
/** Makes an input whose text is read by `read`. */
function input(group, sentence, { read, ...facts }) {
	return {
		default: "",
		fallback: "",
		placeholder: "text",
		entry: void 0,
		isSecret: false,
		group,
		sentence,
		...facts,
		read
	};
}
/** Makes an input that is any text; undefined where none is given. */
function textInput(group, sentence, facts = {}) {
	return input(group, sentence, {
		...facts,
		read: readText
	});
}
/** Makes an input that is true or false. */
function booleanInput(group, sentence, facts = {}) {
	return input(group, sentence, {
		default: "false",
		...facts,
		placeholder: void 0,
		read: readBoolean
	});
}
/** Makes a rule that finds an input in conflict with others. */
function conflict(field, message, isBroken) {
	return {
		code: "INPUT_CONFLICT",
		field,
		check: (seen) => isBroken(seen) ? [message] : []
	};
}
/** Makes a rule that finds an input missing. */
function required(field, message, isBroken) {
	return {
		code: "INPUT_REQUIRED",
		field,
		check: (seen) => isBroken(seen) ? [message] : []
	};
}
/** Makes rules that none of `others` is given together with `name`. */
function excludes(name, others, message) {
	return others.map((other) => conflict(other, message ?? `is not allowed together with {${name}}`, ({ isGiven }) => isGiven(name) && isGiven(other)));
}
/** Makes rules that each of `others`, where it is given, is given together with `name`. */
function belongTo(name, others, what = "") {
	return others.map((other) => required(name, `is needed with {${other}}${what}`, ({ isGiven }) => isGiven(other) && !isGiven(name)));
}
/**
* Reads a command's words by its tables.
* @returns the value of every input
* @throws InputError with every fault: the entry's, each input's, and each broken rule
*/
function readInputs({ table, rules, positionals }, words, { fallbacks = {}, faults: further = [] } = {}) {
	const values = {};
	const faults = [
		...words.faults,
		...checkPositionals(words, positionals),
		...further
	];
	const given = (name) => wordOf(words, name) || (positionals?.name === name ? words.positionals.join("\n") : "");
	for (const name of namesOf$1(table)) {
		const { default: otherwise, fallback, read } = table[name];
		const { value, faults: found } = read(given(name) || otherwise || fallback || (fallbacks[name] ?? ""), words.spell(name));
		if (found === void 0) values[name] = value;
		else faults.push(...found);
	}
	const known = table;
	const seen = {
		values,
		isGiven: (name) => !["", known[name]?.default].includes(given(name))
	};
	for (const { code, field, check } of rules) for (const message of check(seen)) faults.push({
		code,
		field: words.spell(field),
		message: spellOut(message, words)
	});
	const [first, ...rest] = faults;
	if (first !== void 0) throw new InputError([first, ...rest]);
	if (!isWhole(table, values)) throw new TypeError("an input was left out");
	return values;
}
/** The value of an input as it was given, without blanks around it. */
function wordOf({ values }, name) {
	return (values[name] ?? "").trim();
}
function namesOf$1(table) {
	const names = [];
	for (const name in table) names.push(name);
	return names;
}
function checkPositionals(words, { name, most } = {
	name: "",
	most: 0
}) {
	const faults = words.positionals.slice(most).map((field) => ({
		code: "INPUT_UNKNOWN",
		field,
		message: `is one argument too many; allowed: ${most}`
	}));
	if (words.positionals.includes("")) faults.push({
		code: "INPUT_INVALID",
		field: words.spell(name),
		message: "an argument is empty"
	});
	if (words.positionals.length > 0 && wordOf(words, name) !== "") faults.push({
		code: "INPUT_CONFLICT",
		field: words.spell(name),
		message: "is given twice; allowed: once"
	});
	return faults;
}
function isWhole(table, values) {
	return namesOf$1(table).every((name) => name in values);
}
function spellOut(message, { spell }) {
	return message.replace(/\{([a-z0-9-]+)\}/g, (_, name) => spell(name));
}
// src/request/age-inputs.ts
const UNITS$1 = {
	m: 6e4,
	h: 36e5,
	d: 864e5,
	w: 6048e5
};
/** Two years: older than any release that is still patched. */
const MOST_MS = 63072e6;
/** A whole number with a unit, `90m`, `12h`, `3d` or `2w`; in milliseconds. */
const readAge = (text, field) => {
	const [, number = "", unit = ""] = /^([1-9]\d{0,6})([mhdw])$/.exec(text) ?? [];
	const age = Number(number) * (UNITS$1[unit] ?? NaN);
	if (age <= MOST_MS) return { value: age };
	return refuse(field, `"${text}" is not an age; allowed: a whole number of minutes, hours, days or weeks up to 730d, like 90m, 12h, 3d or 2w`);
};
/** How old a release has to be. */
const AGE_INPUTS = { "minimum-age": input("How it is proven", "How long ago the transparency log has to have taken the signature of everything that is used (`90m`, `12h`, `3d`, `2w`), so that a release that is younger is not used; a channel or range then means the newest release that is old enough, and an exact version that is not is refused. Empty means that no age is asked for.", {
	placeholder: "age",
	read: optional(readAge)
}) };
/** What an age cannot be asked for together with. */
const AGE_RULES = [conflict("release-binding", "off leaves no SBOM, which tells the age of a release; allowed with {minimum-age}: required", ({ values }) => values["minimum-age"] !== void 0 && values["release-binding"] === "off")];
// src/request/request.ts
/** The names of what a spec is for; undefined: everything that is asked for. */
function namesOf(spec) {
	return spec.kind === "range" ? spec.skewOf?.names : void 0;
}
/** Whether what stands in a cache can be what is meant; what the latest is, and which minors are patched, only the site knows. */
function isAnsweredByCache(spec) {
	return spec.kind === "channel" ? !spec.channel.startsWith("latest") : spec.kind !== "supported";
}
/** As the user wrote it, or may have: the key of a lock file, which several ranges by one cluster share. */
function formatVersionSpec(spec) {
	switch (spec.kind) {
		case "exact": return spec.version;
		case "channel": return spec.channel;
		case "supported": return "supported";
		case "range": return spec.skewOf === void 0 ? spec.range : `skew:${spec.skewOf.servers.join("/")}`;
	}
}
/** What proves an artifact: its own signature, or its release's signed SBOM. */
const SIGNATURE_SOURCES = ["artifact", "release-sbom"];
/** What is not done with artifacts that are not installed for use. */
const NOT_INSTALLED = {
	addToPath: false,
	useActionsCache: false,
	recheckAtEnd: false,
	extract: false
};
// src/request/cache-inputs.ts
/** What the tool cache may decide. */
const CACHE_INPUTS = { "prefer-cached": booleanInput("What", "Whether, for a minor, `stable` or a range, the newest fitting release is taken of which the tool cache holds and proves every artifact and the SBOM, without a single request; nobody is asked for a newer one then, a notice says so, and what the lock file names comes first. Where the cache has none, it is asked for as usual.") };
const PREFER_CACHED = "prefer-cached";
const CANNOT_TELL = "takes what stands in the tool cache, which cannot tell what is the latest or still patched; allowed: an exact version, a minor, stable, or a range";
/** What that cannot be asked for together with. */
const CACHE_RULES = [
	conflict(PREFER_CACHED, CANNOT_TELL, ({ values, isGiven }) => values[PREFER_CACHED] === true && !isGiven("version-file") && !areInCache(values.version)),
	conflict("cross-check", "asks for papers that no cache holds; allowed with {prefer-cached}: false", ({ values }) => values[PREFER_CACHED] === true && (values["cross-check"] ?? false) !== false),
	conflict("trusted-root", "tuf asks for a newer one each time; allowed with {prefer-cached}: auto, embedded, staging, or a file", ({ values }) => values[PREFER_CACHED] === true && values["trusted-root"]?.kind === "tuf"),
	conflict("artifacts", "images are looked up in their registry; allowed with {prefer-cached}: other artifacts", ({ values }) => values[PREFER_CACHED] === true && (values.artifacts?.images.length ?? 0) > 0)
];
/**
* As the rule for `version`, for what the version-file says.
* @throws InputError INPUT_CONFLICT
*/
function assertInCache(values, { spell }, { versionFile }) {
	if (!values[PREFER_CACHED] || areInCache(versionFile?.value)) return;
	throw new InputError([{
		code: "INPUT_CONFLICT",
		field: spell(PREFER_CACHED),
		message: CANNOT_TELL
	}]);
}
/** Whether a cache can have what each version means. */
function areInCache(versions = []) {
	return versions.every(isAnsweredByCache);
}
/** For whom a result is printed. */
const FORMAT_INPUTS = { format: input("Results", "Whether the result is printed for people (`text`) or for programs (`json`).", {
	entry: "cli",
	default: "text",
	placeholder: "choice",
	read: oneOf(["text", "json"])
}) };
/** How much of a result is shown on a terminal. */
const TERMINAL_INPUTS = {
	verbose: booleanInput("Results", "Whether every check is shown, and what all of it rests on, instead of one line an artifact.", { entry: "cli" }),
	quiet: booleanInput("Results", "Whether errors alone are shown; the exit code says the rest.", { entry: "cli" })
};
/** What cannot be asked for together on a terminal. */
const TERMINAL_RULES = [...excludes("quiet", ["verbose"]), ...["verbose", "quiet"].map((name) => conflict(name, "is about a result for people; allowed with {format} text", ({ values: { format }, isGiven }) => (format === "json" || format === "markdown") && isGiven(name)))];
/** Where the report is written to. */
const REPORT_INPUTS = { report: textInput("Results", "A folder for `report.json`, created if it is not there; empty means that no report file is written.", { placeholder: "folder" }) };
// src/request/platforms.ts
const ALL$1 = "all";
/** Reads operating systems by Kubernetes' names and their usual others, or `all`. */
const readSystems = (text, field) => readNames(text, {
	field,
	parse: parseOperatingSystem,
	all: OPERATING_SYSTEMS
});
/** Reads architectures by Kubernetes' names and their usual others, or `all`. */
const readArchitectures = (text, field) => readNames(text, {
	field,
	parse: parseArchitecture,
	all: ARCHITECTURES$1
});
/** Every pair of an operating system and an architecture; with `all`, those that anything is built for. */
function toPlatforms(systems, architectures) {
	const areNamed = !systems.isAll && !architectures.isAll;
	const pairs = systems.names.flatMap((os) => architectures.names.map((arch) => ({
		os,
		arch
	})));
	const isBuilt = (pair) => PLATFORMS.some(({ os, arch }) => os === pair.os && arch === pair.arch);
	return {
		platforms: areNamed ? pairs : pairs.filter(isBuilt),
		areNamed
	};
}
function readNames(text, { field, parse, all }) {
	const words = splitList(text);
	return mapRead(readEach(words, (word) => {
		if (word === ALL$1) return { value: all };
		const name = parse(word);
		return name === void 0 ? refuseWord(word, field, all) : { value: [name] };
	}), (each) => ({
		names: [...new Set(each.flat())],
		isAll: words.includes(ALL$1)
	}));
}
/** Nothing near is proposed: of `arm64` and `armv7l`, one has twice the bits of the other. */
function refuseWord(word, field, all) {
	const allowed = `allowed: ${[...all, ALL$1].join(", ")}`;
	return isKnownElsewhere(word) ? refuse(field, `Kubernetes is not built for "${word}"; ${allowed}`) : refuse(field, `"${word}" is not allowed; ${allowed}`);
}
/** What ties an artifact to its release. */
const BINDING_INPUTS = { "release-binding": input("How it is proven", "Whether the release's signed SBOM must list the artifact under its path and digest (`required`), or not (`off`, for a mirror without the SBOM, with a warning in every report).", {
	default: "required",
	placeholder: "choice",
	read: oneOf(["required", "off"])
}) };
/** A third value beside those of a boolean. */
const readCrossCheck = (text, field) => text === "required" ? { value: "required" } : readBoolean(text, field);
/** What a release is proven by. */
const PROOF_INPUTS = {
	...BINDING_INPUTS,
	"signature-source": input("How it is proven", "What proves an artifact, either its own signature (`artifact`) or the release's signed SBOM that lists its digest (`release-sbom`, the way out for a release whose signature files are broken, with a warning in every report).", {
		default: "artifact",
		placeholder: "choice",
		read: oneOf(SIGNATURE_SOURCES)
	}),
	"cross-check": input("How it is proven", "Whether the release's own papers (`.sha512`, `SHA256SUMS`, `SHA512SUMS`, `provenance.json` and the SBOM) must say the same about each artifact; one that disagrees rejects, and one that is missing or cannot be read is a warning (`true`) or leaves it unverifiable (`required`).", {
		default: "false",
		placeholder: void 0,
		read: readCrossCheck
	})
};
/** Which ways to prove an artifact exclude each other. */
const PROOF_RULES = [conflict("release-binding", "off leaves nothing that proves an artifact; allowed with {signature-source} release-sbom: required", ({ values }) => values["signature-source"] === "release-sbom" && values["release-binding"] === "off")];
/** Digests that the user expects. */
const PIN_INPUTS = { "expected-sha256": input("How it is proven", "A SHA-256 digest of 64 hex characters that the artifact must have as well, allowed only if a single artifact is asked for.", {
	placeholder: "hex",
	read: optional(readSha256)
}) };
/** What a lock file is called where nobody says otherwise: in an export, and on the pages. */
const LOCK_FILE = "k8s-artifacts.lock.json";
/** The lock file, and whether it alone counts. */
const LOCK_INPUTS = {
	"lock-file": textInput("How it is proven", "The path of a lock file, which is written and updated once everything is verified, and whose digests and evidence count from then on; empty means none.", { placeholder: "path" }),
	frozen: booleanInput("How it is proven", "Whether the lock file says it all, so that no version is resolved, no log is asked, and a request that the lock file does not cover is refused."),
	offline: booleanInput("How it is proven", "Whether no socket is opened, so that only what the tool cache, a lock file or a folder given as release-url holds is verified and used, under the trusted root that was built in or a given file.")
};
/** Where the log's last state is kept. */
const CHECKPOINT_INPUTS = { "log-checkpoint": textInput("How it is proven", "The path of a file of checkpoints, which is written once everything is verified, and from then on has the transparency log prove that it has only grown since; empty means none.", { placeholder: "path" }) };
/** Without a request nobody shows how the log grew; and one file cannot hold both. */
const CHECKPOINT_RULES = [...["frozen", "offline"].map((name) => conflict("log-checkpoint", `has the log asked for a proof, which {${name}} does not; allowed with {${name}}: leave it out`, ({ values, isGiven }) => isGiven("log-checkpoint") && values[name] === true)), conflict("log-checkpoint", "and {lock-file} are one file; allowed: a file each", ({ values: { "lock-file": lock, "log-checkpoint": checkpoint } }) => lock !== void 0 && checkpoint !== void 0 && toPlain(lock) === toPlain(checkpoint))];
/** A path without the steps that lead nowhere, to be compared. */
function toPlain(path) {
	return new URL(path.replaceAll("%", "%25"), "file:///folder/").href;
}
/** What a lock needs, and what it excludes. */
const LOCK_RULES = [required("lock-file", "is needed with {frozen}: the path of a lock file", ({ values }) => values.frozen === true && values["lock-file"] === void 0), conflict("cross-check", "asks for papers that no lock file holds; allowed with {frozen}: false", ({ values }) => values.frozen === true && values["cross-check"] !== void 0 && values["cross-check"] !== false)];
// src/request/artifacts.ts
/** `image:kube-apiserver` */
const IMAGE_PREFIX = "image:";
const NAMES = [
	...ARTIFACT_NAMES,
	...GROUPS$1,
	...Object.keys(IMAGE_GROUPS)
];
/** Reads names of artifacts, groups and images; a name goes before what a group brings. */
const readArtifacts = (text, field) => {
	const words = splitList(text);
	if (words.length === 0) return refuse(field, "names no artifact; allowed: one or more names or groups", "INPUT_REQUIRED");
	return mapRead(readEach(words, (word) => readWord(word, field)), (items) => {
		const requested = /* @__PURE__ */ new Map();
		const images = /* @__PURE__ */ new Set();
		for (const item of items.flat()) if ("image" in item) images.add(item.image);
		else if (item.isNamed || !requested.has(item.entry.name)) requested.set(item.entry.name, item);
		return {
			artifacts: [...requested.values()],
			images: [...images],
			areAll: words.includes("all")
		};
	});
};
function readWord(word, field) {
	const group = Object.hasOwn(IMAGE_GROUPS, word) ? IMAGE_GROUPS[word] : void 0;
	if (group !== void 0) return { value: group.map((image) => ({ image })) };
	if (word.startsWith(IMAGE_PREFIX)) {
		const image = word.slice(6);
		if (isImageName(image)) return { value: [{ image }] };
		return refuseName(image, {
			field,
			names: IMAGE_NAMES,
			code: "INPUT_UNKNOWN_ARTIFACT"
		});
	}
	const entry = findArtifact(word);
	if (entry !== void 0) return { value: [{
		entry,
		isNamed: true
	}] };
	if (GROUPS$1.includes(word)) return { value: membersOf(word).map((member) => ({
		entry: member,
		isNamed: false
	})) };
	return refuseName(word, {
		field,
		names: NAMES,
		code: "INPUT_UNKNOWN_ARTIFACT"
	});
}
/** Says of every artifact that was named which of the platforms it is not built for. */
function checkPlatforms({ artifacts }, { platforms, areNamed }) {
	return artifacts.flatMap(({ entry, isNamed }) => {
		const missing = platforms.filter((platform) => !isBuiltFor(entry, platform));
		const isBuilt = missing.length === 0 || !areNamed && missing.length < platforms.length;
		if (!isNamed || isBuilt) return [];
		const allowed = Object.keys(entry.platforms ?? {}).join(", ");
		return [`${entry.name} is not built for ${missing.map(formatPlatform).join(", ")}; allowed: ${allowed}`];
	});
}
// src/kubernetes/skew.ts
const RULES$2 = {
	"kubectl": {
		"older": 1,
		"newer": 1
	},
	"kubeadm": {
		"older": 0,
		"newer": 1
	},
	"kubelet": {
		"older": 3,
		"newer": 0,
		"olderBefore": {
			"minor": 25,
			"older": 2
		}
	},
	"kube-proxy": {
		"older": 3,
		"newer": 0,
		"olderBefore": {
			"minor": 25,
			"older": 2
		}
	},
	"kube-controller-manager": {
		"older": 1,
		"newer": 0
	},
	"kube-scheduler": {
		"older": 1,
		"newer": 0
	}
};
/** The components that the policy has a rule for. */
const SKEWED = Object.keys(RULES$2);
/** What the API servers of a cluster call themselves: `v1.34.3`, `v1.34.3+k3s1`, `v1.34.3-eks-1a2b3c4`, `1.34+`. */
const SERVER = /^v?1\.(0|[1-9]\d{0,2})(?:\+|(?:\.\d{1,3}(?:[-+.][0-9A-Za-z.+~_-]{0,100})?))?$/;
/**
* The minor of an API server, whoever built it.
* @returns undefined when the text is no version of Kubernetes
*/
function parseServerMinor(text) {
	const [, minor] = SERVER.exec(text) ?? [];
	return minor === void 0 ? void 0 : `1.${Number(minor)}`;
}
/**
* The minors of a component that fit every API server of a cluster; where it is upgraded, several.
* @returns undefined when the policy has no rule for the component
*/
function fittingMinors(component, servers) {
	const rule = Object.hasOwn(RULES$2, component) ? RULES$2[component] : void 0;
	if (rule === void 0) return void 0;
	const numbers = servers.map(numberOf);
	const newest = Math.max(...numbers);
	const to = Math.min(...numbers) + rule.newer;
	const from = Math.max(0, newest - rule.older);
	const { minor = 0, older = rule.older } = rule.olderBefore ?? {};
	return {
		from: from < minor ? Math.min(Math.max(from, newest - older), Math.max(from, minor)) : from,
		to
	};
}
/** The oldest minor of which any component fits. */
function oldestFitting(servers) {
	return `1.${Math.min(...SKEWED.flatMap((name) => fittingMinors(name, servers)?.from ?? []))}`;
}
/** Whether a release of a component fits; undefined when the policy has no rule for it. */
function fitsServers(component, version, servers) {
	const minors = fittingMinors(component, servers);
	const number = numberOf(minorOf(version));
	return minors && minors.from <= number && number <= minors.to;
}
/** The older first: by number, and not by text. */
function compareMinors(one, other) {
	return numberOf(one) - numberOf(other);
}
function numberOf(minor) {
	return Number(minor.split(".")[1]);
}
// src/request/skew.ts
const PREFIX = "skew:";
/** A cluster that is upgraded has API servers of two minors. */
const MAX_SERVERS = 16;
const ALLOWED$1 = "allowed: the version of each API server, like skew:v1.34.3, or skew:v1.34.3/v1.33.9 while they are mixed";
/** @returns undefined when the text names no skew */
function readSkew(text, field, origin) {
	if (!text.startsWith(PREFIX)) return void 0;
	const minors = text.slice(5).split("/").map(parseServerMinor);
	const servers = minors.filter((minor) => minor !== void 0);
	if (minors.length > MAX_SERVERS) return refuse(field, `"${PREFIX}…" names ${minors.length} API servers; allowed: at most ${MAX_SERVERS}`, "RELEASE_VERSION_INVALID");
	if (servers.length < minors.length) return refuse(field, `"${text}" names no API server; ${ALLOWED$1}`, "RELEASE_VERSION_INVALID");
	return { value: toSpec(servers, field, origin) };
}
/** A range of everything that any component could be; settleSkew narrows it by what is asked for. */
function toSpec(minors, field, origin) {
	return {
		kind: "range",
		range: "*",
		origin,
		skewOf: {
			servers: [...new Set(minors)].sort(compareMinors),
			field,
			names: []
		}
	};
}
/**
* Reads what `kubectl version -o json` or `/version` of the API server printed, or a list of such for several servers.
* Of a client nothing is read.
*/
function readSkewFile(path, text, field) {
	let json;
	try {
		json = parseJson(text);
	} catch {
		return refuse(field, `"${path}" is not JSON; ${FORMS}`);
	}
	const servers = (Array.isArray(json) ? json : [json]).map(minorOfOutput);
	const known = servers.filter((minor) => minor !== void 0);
	if (servers.length > MAX_SERVERS) return refuse(field, `"${path}" is of ${servers.length} API servers; allowed: at most ${MAX_SERVERS}`);
	if (known.length === 0 || known.length < servers.length) return refuse(field, `"${path}" names no version of an API server; ${FORMS}`);
	return { value: {
		servers: [...new Set(known)].sort(),
		spec: toSpec(known, field, `skew-of ${path}`)
	} };
}
const FORMS = "allowed: the output of kubectl version -o json while it reaches the server, or of kubectl get --raw /version, or a list of them";
function minorOfOutput(output) {
	const { serverVersion = output } = isRecord(output) ? output : {};
	if (!isRecord(serverVersion) || serverVersion === output && "clientVersion" in serverVersion) return void 0;
	const { gitVersion, major, minor } = serverVersion;
	const [first, ...others] = [...typeof gitVersion === "string" ? [gitVersion] : [], ...typeof major === "string" && typeof minor === "string" ? [`${major}.${minor}`] : []].map(parseServerMinor);
	return others.every((other) => other === first) ? first : void 0;
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/**
* Versions with a range in the place of each that has to fit a cluster: one for each rule that what is asked for has,
* so that every component means the newest release that it may be.
* @throws InputError INPUT_CONFLICT where the policy has no rule for something, or nothing fits
*/
function settleSkew(versions, { artifacts, images = [] }) {
	const names = [.../* @__PURE__ */ new Set([...artifacts.map(({ entry }) => entry.name), ...images])];
	const faults = [];
	const settled = versions.flatMap((spec) => {
		if (spec.kind !== "range" || spec.skewOf === void 0) return [spec];
		const { skewOf } = spec;
		const { field, servers } = skewOf;
		const rangeOf = (name) => toRange(fittingMinors(name, servers));
		const ranges = Map.groupBy(names, rangeOf);
		const without = ranges.get("unruled")?.join(", ");
		const unfit = ranges.get("none")?.join(", ");
		const beside = `API servers of ${servers.join(" and ")}`;
		const refuseFor = (message) => void faults.push({
			code: "INPUT_CONFLICT",
			field,
			message
		});
		if (without !== void 0) refuseFor(`the version skew policy has no rule for ${without}; allowed: ${SKEWED.join(", ")}`);
		if (unfit !== void 0) refuseFor(`by the version skew policy no release of ${unfit} fits ${beside}`);
		return [...ranges].map(([range, own]) => ({
			kind: "range",
			range,
			origin: `${spec.origin}: beside ${beside}`,
			skewOf: {
				...skewOf,
				names: own
			}
		}));
	});
	const [first, ...others] = faults;
	if (first !== void 0) throw new InputError([first, ...others]);
	return settled;
}
function toRange(minors) {
	if (minors === void 0) return "unruled";
	return minors.from <= minors.to ? `>=1.${minors.from}.0 <1.${minors.to + 1}.0` : "none";
}
/** The cluster that a version has to fit. */
const SKEW_INPUTS = { "skew-of": textInput("What", "A file with what `kubectl version -o json` or the API server's `/version` printed, or a list of such, for the newest stable release that fits the cluster by the version skew policy; not allowed together with version.", { placeholder: "path" }) };
/** A cluster says which version, and nothing else does then. */
const SKEW_RULES = excludes("skew-of", ["version", "version-file"]);
// src/kubernetes/foreign-version.ts
const SUFFIXED = /^v?\d+\.\d+\.\d+(?:-(?:alpha|beta|rc)\.\d+)?(?=[-+.])/;
/** By how the suffix begins; the first that fits. */
const OWNERS = [
	[/^\+k3s/i, "a build of K3s"],
	[/^\+rke2/i, "a build of RKE2"],
	[/^\+k0s/i, "a build of k0s"],
	[/^[-+]rancher/i, "a build of RKE"],
	[/^[-+]eks/i, "a build of Amazon EKS"],
	[/^[-+]gke/i, "a build of Google Kubernetes Engine"],
	[/^[-+](?:aks|hotfix|akslts)/i, "a build of Azure Kubernetes Service"],
	[/^[-+]iks/i, "a build of IBM Cloud Kubernetes Service"],
	[/^[-+](?:aliyun|ack)/i, "a build of Alibaba Cloud ACK"],
	[/^[-+]tke/i, "a build of Tencent Kubernetes Engine"],
	[/^[-+]do\./i, "a build of DigitalOcean Kubernetes"],
	[/^\+(?:vmware|fips)/i, "a build of VMware"],
	[/^[-+](?:mirantis|mke)/i, "a build of Mirantis"],
	[/^[-+](?:ocp|okd)/i, "a build of OpenShift"],
	[/^[-+]canonical/i, "a build of Canonical Kubernetes"],
	[/^[-+]vke/i, "a build of Vultr Kubernetes Engine"],
	[/^\.\d+\+[0-9a-f]{7,40}/i, "an unsigned build of Kubernetes between two releases"],
	[/^-\d+(?:\.\d+)*(?:\.el\d+\S*)?$/, "the version of a package"],
	[/^[-+].*(?:dirty|[0-9a-f]{7,40})/i, "a build from a source tree"],
	[/^\+/, "somebody's own build"]
];
/**
* Tells a version that is made from a release: `v1.35.2+k3s1`, `v1.35.2-eks-1a2b3c4`, `1.35.2-1.1`.
* @returns undefined for a release's own version, and for whatever is none at all
*/
function parseForeignVersion(text) {
	const [release = ""] = SUFFIXED.exec(text) ?? [];
	const madeFrom = parseReleaseVersion(release);
	const suffix = text.slice(release.length);
	const [, title] = OWNERS.find(([form]) => form.test(suffix)) ?? [];
	return madeFrom === void 0 || title === void 0 ? void 0 : {
		title,
		madeFrom
	};
}
// src/request/versions.ts
const CHANNEL = /^(stable|latest)-(.+)$/;
const MAX_RANGE_LENGTH = 100;
const MAX_SHOWN_WORDS = 8;
const WORDS = [
	"stable",
	"latest",
	"supported"
];
/** What a number of YAML's is left with: 1.30 without its zero. No release of these minors is signed. */
const CUT_SHORT = /^1\.[1-9]$/;
const ALLOWED = "allowed: an exact version like v1.35.2 or 1.36.0-rc.1, a minor like 1.35 or 1.35.x, stable, stable-1.35, latest, latest-1.36, supported, a range like >=1.33 <1.36, or skew:v1.34.3 for what fits a cluster";
/** What `version` lists, each in one of the forms of ALLOWED. */
const readVersions = (text, field) => {
	const words = splitList(text);
	if (words.length === 0) return refuse(field, `names no version; ${ALLOWED}`, "INPUT_REQUIRED");
	return readEach(words, (word) => readVersion(word, field, "input"));
};
/** The one version that the version-file holds. */
function readFoundVersion(found, field) {
	if ("error" in found) return refuse(field, found.error, "RELEASE_VERSION_INVALID");
	const shown = showVersions(found.text);
	if (shown !== found.text.trim().replace(/\s+/g, " ")) return refuse(field, `"${shown}" is not a version; ${ALLOWED}`, "RELEASE_VERSION_INVALID");
	return mapRead(readVersion(found.text, field, `version-file: ${found.detail}`), (spec) => [spec]);
}
/** A version, a part of a range, or a word for one. */
const TOKEN = /^(?:[<>=~^]{0,2}v?\d{1,5}(?:\.(?:\d{1,5}|[x*])){0,3}(?:[-+][0-9a-z.+-]{1,60})?|[<>=~^*|-]{1,2}|(?:stable|latest|supported)(?:-v?\d{1,5}(?:\.\d{1,5})?)?|kubectl|kubernetes|system|and)$/i;
/** What tool managers take beside versions; what comes after is not ours to show. */
const MANAGER_FORM = /^((?:ref|path|prefix|latest|sub-\d+):)./;
/**
* What a file may be quoted with: its words that look like versions. Of any other only its length is told, since the
* file may be another than people think, and hold what nobody may read in a log.
*/
function showVersions(text) {
	const words = text.trim().split(/\s+/).filter(Boolean);
	return [...words.slice(0, MAX_SHOWN_WORDS).map((word) => {
		if (TOKEN.test(word)) return word;
		const [, form] = MANAGER_FORM.exec(word) ?? [];
		return form === void 0 ? `(${word.length} characters)` : `${form}…`;
	}), ...words.length > MAX_SHOWN_WORDS ? ["…"] : []].join(" ");
}
function readVersion(text, field, origin) {
	const version = parseReleaseVersion(text);
	if (version !== void 0) return { value: {
		kind: "exact",
		version,
		origin
	} };
	const skew = readSkew(text, field, origin);
	if (skew !== void 0) return skew;
	const foreign = parseForeignVersion(text);
	if (foreign !== void 0) {
		const { title, madeFrom } = foreign;
		return refuse(field, `"${text}" is ${title}, which the Kubernetes project neither publishes nor signs; the release it is made from is ${madeFrom}`, "RELEASE_VERSION_INVALID");
	}
	if (text === "supported") return { value: {
		kind: "supported",
		origin
	} };
	if (CUT_SHORT.test(text)) return refuse(field, `"${text}" is a minor that was never signed; YAML reads ${text}0 as ${text}: quote it; allowed: "${text}0" between quotes`, "RELEASE_VERSION_INVALID");
	const minor = parseMinor(text);
	if (minor !== void 0) return { value: {
		kind: "channel",
		channel: `stable-${minor}`,
		origin
	} };
	const channel = parseChannel(text);
	if (channel !== void 0) return { value: {
		kind: "channel",
		channel,
		origin
	} };
	if (text.length <= MAX_RANGE_LENGTH && import_semver.default.validRange(text) !== null && import_semver.default.valid(text) === null) return { value: {
		kind: "range",
		range: text,
		origin
	} };
	return refuse(field, `"${text}" is not a version; ${ALLOWED}${suggest(text, WORDS)}`, "RELEASE_VERSION_INVALID");
}
/** `stable`, `latest`, or either with a minor as it is written in channels: `stable-1.35`. */
function parseChannel(text) {
	if (text === "stable" || text === "latest") return text;
	const [, channel, suffix = ""] = CHANNEL.exec(text) ?? [];
	const minor = parseMinor(suffix);
	if (minor === void 0 || minor !== suffix) return void 0;
	return channel === "stable" ? `stable-${minor}` : `latest-${minor}`;
}
// src/request/scope-inputs.ts
const VERSION_FORMS = "each an exact version (`v1.35.2`, `1.36.0-rc.1`), a minor for its latest patch (`1.35`, `1.35.x`), a channel (`stable`, `stable-1.35`, `latest`, `latest-1.36`), `supported` for the latest patch of each minor that is still patched, a semver range for the newest stable release in it (`>=1.33 <1.36`), or `skew:` and the version of the cluster's API server for the newest stable release that fits it (`skew:v1.34.3`)";
const ARTIFACT_FORMS = "The names of one or more artifacts of the release (`kubectl,kubeadm`), or groups of them (`client`, `node`, `server`, `tarballs`, `source`, `sbom`, `provenance`, `all`), or container images of it (`images` for those of the control plane, `kubeadm-images` for all that kubeadm takes, `image:kube-apiserver` for one), separated by commas or newlines";
/** Makes the inputs that say which release: a version, or a file that holds one. */
function versionInputs(fallback) {
	const otherwise = fallback === "" ? "none" : `\`${fallback}\`, unless version-file is given`;
	return {
		version: input("What", `One or more Kubernetes releases, separated by commas or newlines, ${VERSION_FORMS}; empty means ${otherwise}.`, {
			fallback,
			placeholder: "version",
			read: fallback === "" ? optionalVersions : readVersions
		}),
		"version-file": textInput("What", "A file to read the version from, which is a plain file, `.tool-versions` or `mise.toml` (where `latest` is the newest stable release), or `go.mod` (from its `k8s.io` modules); not allowed together with version.", { placeholder: "path" })
	};
}
const optionalVersions = (text, field) => text === "" ? { value: [] } : readVersions(text, field);
/** Makes the inputs that say for which platforms. */
function platformInputs(fallback) {
	const otherwise = fallback === "" ? "the machine's own" : `\`${fallback}\``;
	return {
		os: input("What", `One or more operating systems that the artifacts are for (\`linux\`, \`darwin\`, \`windows\`), or \`all\`; empty means ${otherwise}.`, {
			fallback,
			placeholder: "names",
			read: readSystems
		}),
		arch: input("What", `One or more architectures that the artifacts are for (\`amd64\`, \`arm64\`, \`arm\`, \`386\`, \`ppc64le\`, \`s390x\`), or \`all\`; empty means ${otherwise}.`, {
			fallback,
			placeholder: "names",
			read: readArchitectures
		})
	};
}
/** Makes the inputs that say what of which release is meant. */
function scopeInputs({ version, artifacts, platforms }) {
	return {
		...versionInputs(version),
		artifacts: input("What", `${ARTIFACT_FORMS}; empty means \`${artifacts}\`.`, {
			fallback: artifacts,
			placeholder: "names",
			read: readArtifacts
		}),
		...platformInputs(platforms)
	};
}
/** What says which release: one input, or the other. */
const VERSION_RULES = [conflict("version-file", "and {version} exclude each other; allowed: one of them", ({ isGiven }) => isGiven("version") && isGiven("version-file"))];
/** Every artifact that is named has to be built for the platforms that are named. */
const SCOPE_RULES = [...VERSION_RULES, {
	code: "INPUT_UNSUPPORTED_PLATFORM",
	field: "artifacts",
	check: findUnbuilt
}];
function findUnbuilt({ values: { artifacts, os, arch } }) {
	return artifacts && os && arch ? checkPlatforms(artifacts, toPlatforms(os, arch)) : [];
}
/**
* The versions that are asked for: by the cluster, in the file that is named, or one by one.
* @throws InputError INPUT_CONFLICT where nothing that is asked for fits the cluster
*/
function toVersions({ version, artifacts }, { versionFile, skewOf }) {
	return settleSkew(skewOf?.value ? [skewOf.value.spec] : versionFile?.value ?? version, artifacts);
}
/** Reads for the machine's own platform where none is named, and with the faults of the version-file. */
function toReadOptions({ machine, versionFile, skewOf }) {
	const faults = [...versionFile?.faults ?? [], ...skewOf?.faults ?? []];
	return {
		fallbacks: {
			os: machine.platform,
			arch: machine.arch
		},
		faults
	};
}
// src/request/trust-inputs.ts
/** Makes the inputs that say who has to have signed. */
function signerInputs(usual) {
	return {
		"certificate-identity": textInput("Who signed it", `The identity in the signer's certificate, compared whole; empty means ${usual}.`, { placeholder: "identity" }),
		"certificate-oidc-issuer": textInput("Who signed it", `The OIDC issuer that vouched for the signer, compared whole; empty means the issuer of ${usual}.`, { placeholder: "url" })
	};
}
/** Who has to have signed a release. */
const RELEASE_SIGNER_INPUTS = signerInputs("the Kubernetes release signer");
/** The signer that was named, each part that was not being the release signer's. */
function toSigner(values) {
	return {
		certificateIdentity: values["certificate-identity"] ?? RELEASE_SIGNER.certificateIdentity,
		oidcIssuer: values["certificate-oidc-issuer"] ?? RELEASE_SIGNER.oidcIssuer
	};
}
/** `auto`, `tuf`, `embedded`, `staging`, or the path of a file. */
const readTrustedRoot = (text) => {
	return { value: text === "auto" || text === "tuf" || text === "embedded" || text === "staging" ? { kind: text } : {
		kind: "file",
		path: text
	} };
};
/** Whom we trust, and from where that is known. */
const ROOT_INPUTS = {
	"trusted-root": input("Who signed it", "Where the trusted root comes from, one of `auto` (by TUF, else the embedded one with a warning), `tuf`, `embedded`, `staging` for the staging instance of Sigstore, or the path of a TrustedRoot JSON file.", {
		default: "auto",
		placeholder: "choice|path",
		read: readTrustedRoot
	}),
	"tuf-url": input("Services", "The TUF repository that the trusted root is fetched from.", {
		default: "https://tuf-repo-cdn.sigstore.dev",
		placeholder: "url",
		read: readUrl
	})
};
/** What a source of trust excludes. */
const ROOT_RULES = [conflict("trusted-root", "tuf needs the network; allowed with {offline}: auto, embedded, or a file", ({ values }) => values.offline === true && values["trusted-root"]?.kind === "tuf"), conflict("patience", "is for servers that are asked; with {offline} none is", ({ values, isGiven }) => values.offline === true && isGiven("patience"))];
/** The trusted root to use; where nothing may be fetched, the one that was built in stands for it. */
function toTrustedRoot({ "trusted-root": choice }, isOffline) {
	return isOffline ? atHandRoot(choice) : choice;
}
/** What stands for a trusted root where nothing may be fetched. */
function atHandRoot(choice) {
	if (choice.kind === "auto") return { kind: "embedded" };
	return choice.kind === "staging" ? { kind: "embedded-staging" } : choice;
}
/** Which transparency log is asked. */
const LOG_INPUTS = {
	"rekor-url": input("Services", "The transparency log or a mirror of it, up to the part before `/api/v1/`.", {
		default: "https://rekor.sigstore.dev",
		placeholder: "url",
		read: readLogUrl
	}),
	patience: input("Services", "How many minutes a server that is away is waited for, in a run, from 0 to 15, decimals allowed; each server by itself, and all of them together twice as long.", {
		default: "2.5",
		placeholder: "minutes",
		read: minutes(0, 15)
	})
};
/** Which site is asked, and with which secret. */
const SITE_INPUTS = {
	"release-url": input("Services", "The release site or a mirror of it, up to the part before `/release/`, as an https URL or as a folder (`file:///…`).", {
		default: "https://dl.k8s.io",
		placeholder: "url",
		read: readSiteUrl
	}),
	"mirror-authorization": input("Services", "The value of the Authorization header for a private mirror, sent to the origin of release-url alone, and masked in the log.", {
		isSecret: true,
		read: readAuthorization
	})
};
/** The services that a request asks, and how long it waits for them. */
function toServices(values) {
	return {
		releaseUrl: values["release-url"],
		mirrorAuthorization: values["mirror-authorization"],
		rekorUrl: values["rekor-url"],
		patienceMs: values.patience,
		tufUrl: values["tuf-url"]
	};
}
/** What the site and its secret exclude. */
const SITE_RULES = [conflict("mirror-authorization", "is for a mirror; allowed with an https {release-url} of your own", ({ values, isGiven }) => {
	const isMirror = isGiven("release-url") && values["release-url"]?.protocol !== "file:";
	return values["mirror-authorization"] !== void 0 && !isMirror;
})];
/** Which registry is asked for the images of a release. */
const REGISTRY_INPUTS = { "image-registry": input("Services", "The registry of the release's container images, as a host with an optional path below it.", {
	default: "registry.k8s.io",
	placeholder: "host",
	read: readRegistry
}) };
/** The value of an Authorization header (RFC 9110 §11.6.2). A secret: no message repeats it. */
function readAuthorization(text, field) {
	if (text === "") return { value: void 0 };
	if (/^[A-Za-z0-9!#$%&'*+.^_`|~-]+ [\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text)) return { value: text };
	return refuse(field, "its value is no Authorization header; allowed: \"Bearer …\", \"Basic …\"");
}
function readRegistry(text, field) {
	if (parseImageReference(`${text}/image:tag`) !== void 0) return { value: text };
	return refuse(field, `"${text}" is not a registry; allowed: a host like registry.k8s.io, and a path below it`);
}
// src/request/get-request.ts
const SCOPE_INPUTS = {
	...scopeInputs({
		version: "stable",
		artifacts: "kubectl",
		platforms: ""
	}),
	...SKEW_INPUTS
};
/** What all commands have that look for artifacts of a release, or at a URL. */
const ASK_INPUTS = {
	...SCOPE_INPUTS,
	url: input("What", "One or more https URLs of artifacts of other projects, each with its evidence beside it (`.sigstore.json`, or `.sig` and `.cert`), which need certificate-identity and certificate-oidc-issuer, and are cached and locked like any other; not allowed together with version or artifacts.", {
		placeholder: "urls",
		read: readArtifactUrls
	}),
	...PIN_INPUTS,
	...RELEASE_SIGNER_INPUTS,
	...ROOT_INPUTS,
	...PROOF_INPUTS,
	...AGE_INPUTS,
	...LOCK_INPUTS,
	...CHECKPOINT_INPUTS,
	...SITE_INPUTS,
	...REGISTRY_INPUTS,
	...LOG_INPUTS,
	"fail-fast": booleanInput("How it is proven", "Whether no further artifact is begun once one has failed, instead of trying and reporting all of them."),
	"bundles-dir": textInput("Results", "A folder for the Sigstore bundles of all verified artifacts, created if it is not there; empty means that they only stand beside the artifacts.", { placeholder: "folder" }),
	...REPORT_INPUTS,
	...FORMAT_INPUTS,
	...TERMINAL_INPUTS
};
/** What is not for an artifact at a URL, which is of no release. */
const OF_RELEASE$1 = [...Object.keys({
	...SCOPE_INPUTS,
	...PROOF_INPUTS
}), "prefer-cached"];
/** The words of a command line that have no flag, and how many it takes. */
const POSITIONALS = {
	name: "artifacts",
	most: 100
};
const INSTALL_INPUTS = {
	...CACHE_INPUTS,
	extract: booleanInput("How it is installed", "Whether verified tarballs are unpacked, in which case their path is the unpacked folder."),
	output: textInput("How it is installed", "The folder that what is verified is installed in, created if it is not there; empty means the current one.", {
		entry: "cli",
		placeholder: "folder"
	}),
	"dry-run": booleanInput("Results", "Whether no artifact is fetched, and only what would be is told, as by `plan` on a terminal."),
	"add-to-path": booleanInput("How it is installed", "Whether the folders of the verified artifacts are put on the PATH of later steps, which happens only if they are for the runner's own platform.", {
		entry: "action",
		default: "true"
	}),
	cache: booleanInput("How it is installed", "Whether verified artifacts are also kept in the Actions cache between runs, which is off by itself on events where untrusted code could write to it; what comes back is verified like a download.", { entry: "action" }),
	"recheck-at-end": booleanInput("How it is installed", "Whether everything that was installed is looked at again at the end of the job, which fails if a step changed it or added to it.", { entry: "action" })
};
const ASK_RULES = [
	...SKEW_RULES,
	...excludes("url", OF_RELEASE$1, "is for artifacts of a release; not allowed together with {url}"),
	...["certificate-identity", "certificate-oidc-issuer"].map((name) => required(name, "is needed with {url}: who has to have signed it", ({ isGiven }) => isGiven("url") && !isGiven(name))),
	...SCOPE_RULES,
	conflict("expected-sha256", "pins one artifact, but several are asked for; allowed: one version, name, os and arch", ({ values }) => values["expected-sha256"] !== void 0 && countAsked(values) > 1),
	...ROOT_RULES,
	...LOCK_RULES,
	...CHECKPOINT_RULES,
	conflict("artifacts", "images are looked up in their registry; allowed with {offline} or {lock-file}: other artifacts", ({ values: { artifacts, offline, "lock-file": lockFile } }) => artifacts !== void 0 && artifacts.images.length > 0 && (offline === true || lockFile !== void 0)),
	...PROOF_RULES,
	...AGE_RULES,
	...SITE_RULES
];
const EXTRACT_RULE = conflict("extract", "unpacks tarballs, but none is asked for; allowed: false", ({ values }) => values.extract === true && hasNoTarball(values));
/** The inputs of `get` and `plan`. */
const GET = {
	table: {
		...ASK_INPUTS,
		...INSTALL_INPUTS
	},
	rules: [
		...ASK_RULES,
		...CACHE_RULES,
		...TERMINAL_RULES,
		EXTRACT_RULE
	],
	positionals: POSITIONALS
};
/** The inputs of `export`. */
const EXPORT = {
	table: {
		...ASK_INPUTS,
		output: textInput("How it is installed", "The folder for artifacts, bundles, trusted root and lock file, created if it is not there.", {
			entry: "cli",
			placeholder: "folder"
		})
	},
	rules: [
		...ASK_RULES,
		...TERMINAL_RULES,
		required("output", "needs a folder", ({ values }) => values.output === void 0)
	],
	positionals: POSITIONALS
};
/**
* Reads the request of `get`, and of its dry run.
* @throws InputError with every fault
*/
function parseGetRequest(words, surroundings) {
	const values = readInputs(GET, words, toReadOptions(surroundings));
	assertInCache(values, words, surroundings);
	return toGetRequest(values, surroundings);
}
/** The request that the values of `get` are. */
function toGetRequest(values, surroundings) {
	return {
		...toRequest(values, surroundings),
		prefersCached: values["prefer-cached"],
		addToPath: values["add-to-path"],
		useActionsCache: values.cache,
		recheckAtEnd: values["recheck-at-end"],
		extract: values.extract,
		outputFolder: values.output,
		isDryRun: values["dry-run"]
	};
}
/**
* Reads the request of `export`, which leaves tarballs as they are published, and always writes a lock file.
* @throws InputError with every fault
*/
function parseExportRequest(words, surroundings) {
	const values = readInputs(EXPORT, words, toReadOptions(surroundings));
	const folder = values.output ?? "";
	const lockFile = values["lock-file"] ?? `${folder}/k8s-artifacts.lock.json`;
	return {
		...toRequest(values, surroundings),
		...NOT_INSTALLED,
		lockFile,
		folder
	};
}
function toRequest(values, surroundings) {
	const hasUrls = values.url.length > 0;
	const { artifacts, images, areAll } = values.artifacts;
	const { platforms, areNamed } = toPlatforms(values.os, values.arch);
	return {
		versions: hasUrls ? [] : toVersions(values, surroundings),
		artifacts: hasUrls ? [] : artifacts,
		areAllArtifacts: !hasUrls && areAll,
		platforms: hasUrls ? [] : platforms,
		arePlatformsNamed: areNamed,
		urls: values.url,
		images: hasUrls ? [] : images,
		imageRegistry: values["image-registry"],
		imageSigner: toImageSigner(values["certificate-identity"], values["certificate-oidc-issuer"]),
		expectedSha256: values["expected-sha256"],
		signer: toSigner(values),
		trustedRoot: toTrustedRoot(values, values.offline),
		lockFile: values["lock-file"],
		isFrozen: values.frozen,
		isOffline: values.offline,
		minimumAge: values["minimum-age"],
		logCheckpoint: values["log-checkpoint"],
		releaseBinding: values["release-binding"],
		signatureSource: values["signature-source"],
		crossCheck: values["cross-check"],
		failFast: values["fail-fast"],
		...toServices(values),
		bundlesFolder: values["bundles-dir"],
		reportFolder: values.report
	};
}
function countAsked({ version = [], artifacts, os, arch, url = [] }) {
	if (url.length > 0) return url.length;
	const platforms = os && arch ? toPlatforms(os, arch).platforms.length : 0;
	const names = artifacts ? artifacts.artifacts.length + artifacts.images.length : 0;
	return version.some(({ kind }) => kind === "supported") ? 1e400 : Math.max(version.length, names, platforms);
}
function hasNoTarball({ artifacts, url }) {
	if (artifacts === void 0 || url === void 0) return false;
	const kinds = url.length > 0 ? url.map(kindOfUrl) : artifacts.artifacts.map(({ entry }) => entry.kind);
	return kinds.length > 0 && kinds.every((kind) => kind !== "tarball");
}
// \0late:node:dns
var require__late_node_dns = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:dns")[key] }));
}));
// \0late:node:net
var require__late_node_net = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:net")[key] }));
}));
// \0late:node:url
var require__late_node_url = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:url")[key] }));
}));
// src/request/advice.ts
const LATEST = "version latest means the newest release of all, and so at times an alpha, beta or release candidate; the newest stable release is called stable";
/** Says of each part of a request that is likely a slip what else may be meant, in a sentence each. */
function listAdvice({ versions, releaseUrl }) {
	const isLatest = versions.some((spec) => spec.kind === "channel" && spec.channel === "latest");
	const isInside = releaseUrl.protocol === "file:" && releaseUrl.pathname.endsWith("/release");
	return [...isLatest ? [LATEST] : [], ...isInside ? ["release-url ends in /release, which is looked for below it: it is the folder before /release/"] : []];
}
// src/plan/exact-versions.ts
/** The release that an exact version means. */
function exactVersion({ version, origin }) {
	return {
		version,
		source: origin
	};
}
/** Every release that is meant, once each, in the order asked for; undefined where one is not named outright. */
function exactVersions(specs) {
	const exact = specs.filter((spec) => spec.kind === "exact");
	if (exact.length < specs.length) return void 0;
	const known = /* @__PURE__ */ new Set();
	return exact.map(exactVersion).filter(({ version }) => known.size < known.add(version).size);
}
// src/plan/hosts.ts
/** Where the release site of Kubernetes redirects to (kubernetes/k8s.io, apps/k8s-io). */
const OFFICIAL_SITE = "dl.k8s.io";
const OFFICIAL_CDN = "https://cdn.dl.k8s.io";
/** Of Sigstore's production instance, and in its place that of the staging instance. */
const PRODUCTION_TUF = "https://tuf-repo-cdn.sigstore.dev/";
const STAGING_TUF = "https://tuf-repo-cdn.sigstage.dev";
/** Every host that a request leads to; of what is in a cache already, none is asked. */
function planHosts(request) {
	if (request.isOffline) return {
		hosts: [],
		unknown: []
	};
	const asked = [
		...ofSite(request),
		...ofUrls(request),
		...ofLog(request),
		...ofTrustedRoot(request),
		...ofImages(request)
	];
	return {
		hosts: [...Map.groupBy(asked, ({ url }) => endpointOf(url))].map(([endpoint, uses]) => ({
			endpoint,
			purposes: [...new Set(uses.map(({ purpose }) => purpose))]
		})).sort((a, b) => a.endpoint < b.endpoint ? -1 : 1),
		unknown: listUnknown(request)
	};
}
function ofSite({ releaseUrl, versions, images, artifacts, isFrozen, minimumAge }) {
	if (versions.length === 0 || releaseUrl.protocol === "file:") return [];
	const needsArtifacts = artifacts.length > 0 || minimumAge !== void 0;
	const needsChannels = !isFrozen && versions.some(({ kind }) => kind !== "exact");
	if (!needsArtifacts && !(needsChannels && images.length > 0)) return [];
	const own = {
		url: releaseUrl,
		purpose: needsArtifacts ? "artifacts, their evidence, the papers of a release" : "release channels"
	};
	return releaseUrl.hostname === OFFICIAL_SITE ? [own, {
		url: new URL(OFFICIAL_CDN),
		purpose: `where ${OFFICIAL_SITE} redirects to`
	}] : [own];
}
function ofUrls({ urls }) {
	return urls.map((url) => ({
		url,
		purpose: "artifacts by their URLs, and the evidence beside them"
	}));
}
function ofLog({ rekorUrl, isFrozen, artifacts, urls, images }) {
	if (isFrozen || artifacts.length + urls.length + images.length === 0) return [];
	return [{
		url: rekorUrl,
		purpose: "log entries, and how the log has grown"
	}];
}
function ofTrustedRoot({ trustedRoot: { kind }, tufUrl }) {
	const purpose = "the trusted root";
	const isUsual = tufUrl.href === PRODUCTION_TUF;
	if (kind === "staging") return [{
		url: isUsual ? new URL(STAGING_TUF) : tufUrl,
		purpose
	}];
	return kind === "auto" || kind === "tuf" ? [{
		url: tufUrl,
		purpose
	}] : [];
}
function ofImages({ images, imageRegistry }) {
	if (images.length === 0) return [];
	const own = {
		url: new URL(`https://${imageRegistry}`),
		purpose: "manifests and signatures of images"
	};
	if (own.url.hostname !== "registry.k8s.io") return [own];
	return [own, {
		url: new URL(`https://${CANONICAL_REGISTRY.host}`),
		purpose: "signatures of images that mirrors lack"
	}];
}
function listUnknown({ releaseUrl, versions, artifacts, urls, images, imageRegistry }) {
	const isMirror = releaseUrl.protocol !== "file:" && releaseUrl.hostname !== OFFICIAL_SITE;
	const usesSite = versions.length > 0 && artifacts.length > 0;
	return [
		...isMirror && usesSite ? [`where ${releaseUrl.host} redirects to, if it does`] : [],
		...urls.map((url) => `where ${url.host} redirects to, if it does`),
		...images.length > 0 && imageRegistry.startsWith("registry.k8s.io") ? [`to which regional copies ${OFFICIAL_REGISTRY} redirects`] : []
	].filter((each, index, all) => all.indexOf(each) === index);
}
function endpointOf({ hostname, port, protocol }) {
	return `${hostname}:${port || (protocol === "http:" ? 80 : 443)}`;
}
// src/report/hosts-text.ts
/** What is written wherever `schemaVersion` stands at the top of a list of hosts. */
const SCHEMA_VERSION$1 = 1;
/** The hosts of a plan; what cannot be known stands in the JSON alone, and is a note beside the others. */
function formatHosts({ hosts, unknown }, form) {
	if (form === "json") return `${formatJson({
		schemaVersion: SCHEMA_VERSION$1,
		hosts,
		unknown
	}, 2)}\n`;
	const width = Math.max(0, ...hosts.map(({ endpoint }) => endpoint.length));
	return hosts.map(({ endpoint, purposes }) => form === "allow-list" ? endpoint : `${endpoint.padEnd(width)}  ${purposes.join("; ")}`).map((line) => `${line}\n`).join("");
}
// src/report/plan-text.ts
/** What is written wherever `schemaVersion` stands at the top of a plan. */
const SCHEMA_VERSION = 1;
/** What a request would fetch, for people or for programs. */
function formatPlan(plan, format) {
	if (format === "json") {
		const artifacts = toArtifacts(plan.byUrl);
		return `${formatJson({
			schemaVersion: SCHEMA_VERSION,
			releases: plan.releases.map(toJson),
			artifacts
		}, 2)}\n`;
	}
	return [...plan.releases.map(toText), ...toLines(plan.byUrl).map((line) => `${line.trim()}\n`)].join("\n");
}
function toLines({ artifacts }) {
	return artifacts.map(({ name, platform, urls }) => [
		`  ${name}`,
		platform && formatPlatform(platform),
		urls.artifact.href
	].filter(Boolean).join("  "));
}
function toArtifacts({ artifacts }) {
	return artifacts.map(({ name, kind, platform, path, signatureSource, urls }) => ({
		name,
		kind,
		...platform && { platform: formatPlatform(platform) },
		path,
		signatureSource,
		url: urls.artifact.href
	}));
}
function toText(release) {
	const { version, source, sbom, artifacts, images } = release;
	return `${[
		`${version}, from ${escapeText(source)}: ${artifacts.length} ${artifacts.length === 1 ? "artifact" : "artifacts"}`,
		...toLines(release),
		...images.map((image) => `  image  ${formatImageReference(image)}`),
		...sbom ? [`  bound to the release by  ${sbom.urls.artifact.href}`] : [],
		...notesOf(release).map((note) => `  note: ${escapeText(note)}`)
	].join("\n")}\n`;
}
function toJson(release) {
	const { version, source, sbom, papers, images } = release;
	return {
		version,
		source,
		notes: notesOf(release),
		sbom: sbom?.urls.artifact.href,
		papers: Object.values(papers ?? {}).map(({ artifact }) => artifact.href),
		images: images.map(formatImageReference),
		artifacts: toArtifacts(release)
	};
}
function notesOf({ notes, leftOut }) {
	return [...notes, ...leftOut];
}
// src/request/plan-request.ts
const PLAN_FORMATS = [
	"text",
	"json",
	"allow-list"
];
/** As GET, for who wants to know beforehand. */
const PLAN = {
	table: {
		...GET.table,
		hosts: booleanInput("What", "Whether the hosts that would be asked are told, as far as they can be known beforehand, instead of the artifacts; nothing is fetched.", { entry: "cli" }),
		format: input("Results", "Whether the plan is printed for people (`text`) or for programs (`json`), or its hosts for a firewall, one `host:port` a line (`allow-list`).", {
			entry: "cli",
			default: "text",
			placeholder: "choice",
			read: oneOf(PLAN_FORMATS)
		})
	},
	rules: [...GET.rules.map(({ check, ...rule }) => ({
		...rule,
		check: ({ values: { format, ...values }, ...seen }) => check({
			...seen,
			values: {
				...values,
				format: format === "json" ? "json" : "text"
			}
		})
	})), conflict("format", "allow-list is a form of {hosts}; allowed without: text, json", ({ values }) => values.format === "allow-list" && values.hosts !== true)],
	positionals: POSITIONALS
};
/**
* Reads the request of `plan`.
* @throws InputError with every fault
*/
function parsePlanRequest(words, surroundings) {
	const { format, hosts, ...others } = readInputs(PLAN, words, toReadOptions(surroundings));
	const values = {
		...others,
		format: "text"
	};
	if (!hosts) assertInCache(values, words, surroundings);
	return {
		...toGetRequest(values, surroundings),
		format,
		tellsHosts: hosts
	};
}
// src/files/read-version-file.ts
const MAX_BYTES = 1048576;
const NAME = "version-file";
/** @returns the version that the file asks for; undefined when the words name no file */
async function readVersionFile(words) {
	const path = wordOf(words, NAME);
	const field = words.spell(NAME);
	if (path === "") return void 0;
	try {
		const text = (await readSmallFile(path, MAX_BYTES)).toString();
		const { parseVersionFile } = await import(/* webpackIgnore: true */ "./version-file.js");
		return readFoundVersion(parseVersionFile((0, import__late_node_path.basename)(path), text), field);
	} catch (thrown) {
		return refuse(field, `"${path}" cannot be read: ${messageOf(thrown)}`);
	}
}
const SKEW_NAME = "skew-of";
/** @returns the API servers that a file tells of; undefined when the words name no file */
async function readSkewOf(words) {
	const path = wordOf(words, SKEW_NAME);
	const field = words.spell(SKEW_NAME);
	if (path === "") return void 0;
	try {
		return readSkewFile(path, new TextDecoder().decode(await readSmallFile(path, MAX_BYTES)), field);
	} catch (thrown) {
		return refuse(field, `"${path}" cannot be read: ${messageOf(thrown)}`);
	}
}
// src/commands/request-surroundings.ts
/** The machine, and what the files say that the words name. */
async function toSurroundings(words, { machine }) {
	return {
		machine,
		versionFile: await readVersionFile(words),
		skewOf: await readSkewOf(words)
	};
}
// src/commands/plan-command.ts
/** The dry run of `get`. */
async function runPlan(words, start) {
	const request = parsePlanRequest(words, await toSurroundings(words, start));
	if (request.tellsHosts) return tellHosts(request, planHosts(request));
	return tellPlan(request, start);
}
function tellHosts({ format }, planned) {
	const text = formatHosts(planned, format === "allow-list" ? "allow-list" : "text");
	return {
		...EMPTY_ENDING,
		closing: text === "" ? [] : text.trimEnd().split("\n"),
		notes: planned.unknown.map((what) => `not known beforehand: ${escapeText(what)}`),
		json: () => formatHosts(planned, "json")
	};
}
/** Tells what would be fetched; nothing is asked for but what the request leaves open. */
async function tellPlan(asked, start) {
	const { request, planned } = planAlone(asked) ?? await ask(asked, start);
	return {
		...EMPTY_ENDING,
		warnings: listAdvice(request),
		closing: formatPlan(planned, "text").trimEnd().split("\n"),
		json: () => formatPlan(planned, "json"),
		outputs: () => ({
			code: "",
			reason: "",
			version: planned.releases.map(({ version }) => version).join(",")
		})
	};
}
/** @returns undefined where a channel, a lock file or a cache has a say in it */
function planAlone(request) {
	const versions = exactVersions(request.versions);
	if (versions === void 0 || request.lockFile !== void 0 || request.isFrozen || request.prefersCached) return void 0;
	return {
		request,
		planned: planRequest(request, versions, dayOf(Date.now()))
	};
}
async function ask(request, start) {
	const { askForPlan } = await import(/* webpackIgnore: true */ "./prove.js").then((n) => n.d);
	return askForPlan(request, await start.toSurroundings());
}
// src/request/audit-inputs.ts
const DEPTHS = ["digest", "full"];
/** What fails the step; each includes the ones before it. */
const FAIL_ON = [
	"rejected",
	"unverifiable",
	"finding",
	"never"
];
const REPORT_FORMATS = [
	"json",
	"html",
	"junit",
	"vsa",
	"markdown",
	"sarif"
];
const LOG_SEARCHES = ["all", "failures"];
/** GitHub Actions runs no more jobs of one matrix. */
const MAX_SHARDS = 256;
const MAX_SAMPLE = 1e5;
const MAX_REQUESTS_PER_SECOND = 1e3;
const REPORT_FOLDER_INPUTS = { report: textInput("Results", "The folder for the reports or the plan, created if it is not there; empty means `audit-report`.", {
	fallback: "audit-report",
	placeholder: "folder"
}) };
/** Of which releases, by whom signed, and from where. */
const SOURCE_INPUTS = {
	...scopeInputs({
		version: "supported",
		artifacts: "all, images",
		platforms: "all"
	}),
	...RELEASE_SIGNER_INPUTS,
	...ROOT_INPUTS,
	...BINDING_INPUTS,
	...SITE_INPUTS,
	...REGISTRY_INPUTS,
	...LOG_INPUTS,
	"log-requests-per-second": input("Services", "How many requests an audit may send to the transparency log in a second, from 1 to 1000.", {
		default: "50",
		placeholder: "number",
		read: wholeNumber(1, MAX_REQUESTS_PER_SECOND)
	}),
	depth: input("What is audited", "How deep an audit goes, which is the signature of the published digest without a byte of the artifact (`digest`), or the bytes too (`full`).", {
		default: "digest",
		placeholder: "choice",
		read: oneOf(DEPTHS)
	}),
	sample: input("What is audited", "How many artifacts of each release an audit at digest depth takes in full, drawn by the seed.", {
		default: "0",
		placeholder: "number",
		read: wholeNumber(0, MAX_SAMPLE)
	}),
	seed: textInput("What is audited", "Any text, which draws the same sample again; empty means one that is made up and told."),
	...REPORT_FOLDER_INPUTS
};
/** What the verdict of an audit is held against, and how it is told. */
const VERDICT_INPUTS = {
	baseline: textInput("Results", "The path of the report.json of a former audit, to tell new, standing and fixed findings apart and to find digests that moved.", { placeholder: "path" }),
	"fail-on": input("Results", "What fails the step of an audit, each including those before it (`rejected`, `unverifiable`, `finding`), or `never`; a digest that moved fails it unless `never` is said.", {
		default: "unverifiable",
		placeholder: "choice",
		read: oneOf(FAIL_ON)
	}),
	"report-formats": input("Results", "Which reports an audit writes (`json`, `html`, `junit`, `vsa`, `markdown`, `sarif`), separated by commas or newlines.", {
		default: "json, html, junit, vsa, markdown",
		placeholder: "names",
		read: someOf(REPORT_FORMATS)
	}),
	...FORMAT_INPUTS
};
const PLAN_INPUTS = { plan: textInput("Several jobs", "The path of the shard plan that `plan-shards` wrote, which its shards and the merge need.", { placeholder: "path" }) };
const AUDIT_INPUTS = {
	...SOURCE_INPUTS,
	"log-search": input("What is audited", "Whether an audit searches the transparency log for other entries of every digest (`all`), or only where something failed (`failures`).", {
		default: "all",
		placeholder: "choice",
		read: oneOf(LOG_SEARCHES)
	}),
	resume: booleanInput("What is audited", "Whether an audit goes on from what a cancelled one with the same inputs left in the report folder, which is believed."),
	...PLAN_INPUTS,
	shard: input("Several jobs", "The number of the shard of the plan to audit, counted from 1; empty means all of it.", {
		placeholder: "number",
		read: optional(wholeNumber(1, MAX_SHARDS))
	}),
	...VERDICT_INPUTS
};
const SHARDS_INPUTS = {
	...SOURCE_INPUTS,
	shards: input("Several jobs", "How many jobs a plan is for at most, from 1 to 256.", {
		default: "20",
		placeholder: "number",
		read: wholeNumber(1, MAX_SHARDS)
	})
};
const MERGE_INPUTS = {
	...PLAN_INPUTS,
	reports: input("Several jobs", "The reports of the shards for a merge, as paths of files or of folders that hold them, separated by commas or newlines.", {
		placeholder: "paths",
		read: (text) => ({ value: splitList(text) })
	}),
	...VERDICT_INPUTS,
	...REPORT_FOLDER_INPUTS
};
const SOURCE_RULES = [
	...SCOPE_RULES,
	...SITE_RULES,
	conflict("sample", "takes some artifacts in full, and {depth} full takes all; allowed: 0", ({ values }) => values.depth === "full" && values.sample !== void 0 && values.sample > 0),
	conflict("seed", "draws a sample, and none is asked for; allowed with {sample}: 1 or more", ({ values }) => values.seed !== void 0 && values.sample === 0)
];
/** What a plan has decided for its shards. */
const PLANNED = [
	"version",
	"version-file",
	"artifacts",
	"os",
	"arch",
	"depth",
	"sample",
	"seed"
];
/** The inputs of `audit`. */
const AUDIT = {
	table: AUDIT_INPUTS,
	rules: [
		...SOURCE_RULES,
		...excludes("plan", PLANNED, "is what the plan says; allowed with {plan}: leave it out"),
		required("plan", "is needed with {shard}: the path of the plan that the shard is of", ({ values }) => values.shard !== void 0 && values.plan === void 0),
		conflict("baseline", "is for the whole; allowed with {shard}: give it to merge", ({ values }) => values.shard !== void 0 && values.baseline !== void 0)
	]
};
/** The inputs of `plan-shards`. */
const PLAN_SHARDS = {
	table: SHARDS_INPUTS,
	rules: SOURCE_RULES
};
/** The inputs of `merge`. */
const MERGE = {
	table: MERGE_INPUTS,
	rules: [required("plan", "is needed to merge: the path of the plan that the shards are of", ({ values }) => values.plan === void 0), required("reports", "is needed to merge: the shards’ reports, or a folder of them", ({ values }) => values.reports?.length === 0)]
};
// src/request/entry-request.ts
const ENTRY_FORMATS = [
	"text",
	"json",
	"tle",
	"rekor"
];
const readName = (text, field) => {
	const digest = text.startsWith("sha256:") ? parseDigest(text) : void 0;
	if (digest !== void 0) return { value: digest };
	if (/^(?:[0-9a-f]{16})?[0-9a-f]{64}$/.test(text)) return { value: text };
	if (/^\d{1,15}$/.test(text)) return { value: Number(text) };
	return refuse(text === "" ? field : text, `names no entry; allowed: a UUID of 64 or 80 hex characters, an index, or sha256:<64 hex characters>`);
};
/** The inputs of `entry`. */
const ENTRY = {
	table: {
		entry: input("What", "The entry by its UUID, by its index in the log, or by the digest that it is about (`sha256:…`).", {
			placeholder: "UUID|index|digest",
			read: readName
		}),
		signature: textInput("Evidence", "The path of the signature that the entry is about, given with certificate and a digest.", { placeholder: "path" }),
		certificate: textInput("Evidence", "The path of the signer's certificate, given with signature and a digest.", { placeholder: "path" }),
		...ROOT_INPUTS,
		...LOG_INPUTS,
		format: input("Results", "Whether the entry is printed for people (`text`), for programs (`json`), as in a bundle (`tle`) or as rekor-cli prints it as JSON (`rekor`).", {
			entry: "cli",
			default: "text",
			placeholder: "choice",
			read: oneOf(ENTRY_FORMATS)
		})
	},
	rules: [
		...belongTo("signature", ["certificate"], ": a path"),
		...belongTo("certificate", ["signature"], ": a path"),
		conflict("signature", "goes with a digest; allowed: sha256:<64 hex characters>", ({ values }) => {
			return (typeof values.entry === "string" || typeof values.entry === "number") && values.signature !== void 0 && values.certificate !== void 0;
		})
	],
	positionals: {
		name: "entry",
		most: 1,
		isOnly: true
	}
};
/**
* Reads the request of `entry`.
* @throws InputError with every fault
*/
function parseEntryRequest(words) {
	const values = readInputs(ENTRY, words);
	return {
		format: values.format,
		name: toEntryName(values),
		trustedRoot: toTrustedRoot(values, false),
		rekorUrl: values["rekor-url"],
		patienceMs: values.patience,
		tufUrl: values["tuf-url"]
	};
}
function toEntryName({ entry, signature, certificate }) {
	if (typeof entry !== "object") return {
		kind: "id",
		id: entry
	};
	return {
		kind: "digest",
		digest: entry,
		evidence: signature !== void 0 && certificate !== void 0 ? {
			signature,
			certificate
		} : void 0
	};
}
// src/request/checksums-request.ts
const CHECKSUM_FORMS = [
	"sha256sums",
	"sha512sums",
	"json",
	"kubespray",
	"dockerfile"
];
const INPUTS$2 = {
	...scopeInputs({
		version: "stable",
		artifacts: "all",
		platforms: "all"
	}),
	...SKEW_INPUTS,
	...RELEASE_SIGNER_INPUTS,
	...ROOT_INPUTS,
	...AGE_INPUTS,
	offline: LOCK_INPUTS.offline,
	...SITE_INPUTS,
	...LOG_INPUTS,
	output: textInput("Results", "The folder for the list, with the SBOM that it is taken from and the Sigstore bundle of that beside it, created if it is not there; empty means that the list is printed.", {
		entry: "cli",
		placeholder: "folder"
	}),
	...REPORT_INPUTS,
	format: input("Results", "What form the list has: that of sha256sum (`sha256sums`) or sha512sum (`sha512sums`), JSON with both digests and the bundles (`json`), the checksums of kubespray's variables (`kubespray`), or ADD lines for a Dockerfile (`dockerfile`).", {
		entry: "cli",
		default: "sha256sums",
		placeholder: "choice",
		read: oneOf(CHECKSUM_FORMS)
	})
};
/** What an SBOM lists neither of itself nor beside itself. */
const UNLISTED = ["sbom", "provenance"];
/** The inputs of `checksums`. */
const CHECKSUMS = {
	table: INPUTS$2,
	rules: [
		...SKEW_RULES,
		...SCOPE_RULES,
		{
			code: "INPUT_CONFLICT",
			field: "artifacts",
			check: ({ values: { artifacts } }) => (artifacts?.artifacts ?? []).filter(({ entry, isNamed }) => isNamed && UNLISTED.includes(entry.kind)).map(({ entry }) => `"${entry.name}" is not in the list of the SBOM; allowed: binaries and tarballs`)
		},
		conflict("artifacts", "images are not in the list of the SBOM; allowed: binaries and tarballs", ({ values: { artifacts } }) => artifacts !== void 0 && artifacts.images.length > 0),
		conflict("artifacts", "are neither binaries nor tarballs, which alone the SBOM lists", ({ values: { artifacts } }) => artifacts !== void 0 && artifacts.artifacts.length > 0 && artifacts.artifacts.every(({ entry, isNamed }) => !isNamed && UNLISTED.includes(entry.kind))),
		conflict("format", "dockerfile has URLs to add from, and {release-url} is a folder; allowed: an https {release-url}", ({ values }) => values.format === "dockerfile" && values["release-url"]?.protocol === "file:"),
		conflict("offline", "is allowed where {release-url} is a folder", ({ values }) => values.offline === true && values["release-url"]?.protocol !== "file:"),
		...ROOT_RULES,
		...SITE_RULES
	],
	positionals: {
		name: "artifacts",
		most: 100
	}
};
/**
* Reads the request of `checksums`.
* @throws InputError with every fault
*/
function parseChecksumsRequest(words, surroundings) {
	const values = readInputs(CHECKSUMS, words, toReadOptions(surroundings));
	const { artifacts, areAll } = values.artifacts;
	const { platforms, areNamed } = toPlatforms(values.os, values.arch);
	return {
		...NOT_INSTALLED,
		form: values.format,
		outputFolder: values.output,
		versions: toVersions(values, surroundings),
		artifacts: artifacts.filter(({ entry }) => !UNLISTED.includes(entry.kind)),
		areAllArtifacts: areAll,
		platforms,
		arePlatformsNamed: areNamed,
		urls: [],
		images: [],
		imageRegistry: REGISTRY_INPUTS["image-registry"].default,
		imageSigner: toImageSigner(values["certificate-identity"], values["certificate-oidc-issuer"]),
		expectedSha256: void 0,
		signer: toSigner(values),
		trustedRoot: toTrustedRoot(values, values.offline),
		lockFile: void 0,
		isFrozen: false,
		isOffline: values.offline,
		minimumAge: values["minimum-age"],
		logCheckpoint: void 0,
		releaseBinding: "required",
		signatureSource: "artifact",
		crossCheck: false,
		failFast: false,
		...toServices(values),
		bundlesFolder: void 0,
		reportFolder: values.report
	};
}
// src/request/image-request.ts
/** Each costs a dozen requests. */
const MAX_IMAGES = 200;
const readImages = (text) => readEach(splitList(text), readImage);
const readLayout = (text) => {
	if (text === "") return { value: void 0 };
	const layout = parseImageReference(text);
	if (layout?.isLayout === true && layout.tag === void 0 && layout.digest === void 0) return { value: layout.registry };
	return refuse(text, "is no OCI layout; allowed: oci:FOLDER or oci-archive:FILE");
};
/** The inputs of `image`. */
const IMAGE = {
	table: {
		images: input("What", "One or more references to container images of any registry, each with a tag or a digest (`registry.k8s.io/pause:3.10`), separated by commas or newlines.", {
			placeholder: "references",
			read: readImages
		}),
		signatures: input("Evidence", "An OCI layout (`oci:FOLDER`, `oci-archive:FILE`) in which the signatures of images on the disk lie, where that is another than the images’ own.", {
			placeholder: "layout",
			read: readLayout
		}),
		...signerInputs("the Kubernetes image promoter"),
		...ROOT_INPUTS,
		...LOG_INPUTS,
		...REPORT_INPUTS,
		...FORMAT_INPUTS,
		...TERMINAL_INPUTS
	},
	rules: [
		...TERMINAL_RULES,
		required("images", "needs one or more references", ({ values }) => values.images?.length === 0),
		conflict("signatures", "is for images on the disk; allowed with oci:FOLDER or oci-archive:FILE", ({ values }) => values.signatures !== void 0 && values.images?.every(isOnDisk) === false)
	],
	positionals: {
		name: "images",
		most: MAX_IMAGES,
		isOnly: true
	}
};
/**
* Reads the request of `image`.
* @throws InputError with every fault
*/
function parseImageRequest(words) {
	const values = readInputs(IMAGE, words);
	return {
		images: values.images,
		signer: toImageSigner(values["certificate-identity"], values["certificate-oidc-issuer"]),
		signatures: values.signatures,
		trustedRoot: toTrustedRoot(values, values.images.every(isOnDisk)),
		rekorUrl: values["rekor-url"],
		patienceMs: values.patience,
		tufUrl: values["tuf-url"],
		reportFolder: values.report
	};
}
function isOnDisk({ isLayout }) {
	return isLayout === true;
}
function readImage(text) {
	const image = parseImageReference(text);
	if (image !== void 0) return { value: image };
	return refuse(text, `is not a reference to an image; allowed: REGISTRY/NAME:TAG, REGISTRY/NAME@sha256:<64 hex characters>, oci:FOLDER or oci-archive:FILE`);
}
const CHANGES_FORMATS = [
	"text",
	"json",
	"markdown"
];
/** What both commands have. */
const COMMON_INPUTS = {
	...RELEASE_SIGNER_INPUTS,
	...ROOT_INPUTS,
	...AGE_INPUTS,
	offline: LOCK_INPUTS.offline,
	...SITE_INPUTS,
	...REPORT_INPUTS,
	format: input("Results", "Whether what changed is printed for people (`text`), for programs (`json`) or for a pull request (`markdown`), the last two with the whole proof of each new digest.", {
		entry: "cli",
		default: "text",
		placeholder: "choice",
		read: oneOf(CHANGES_FORMATS)
	}),
	...TERMINAL_INPUTS
};
/** The inputs of `lock update`. */
const LOCK_UPDATE = {
	table: {
		"lock-file": input("What", "The path of the lock file that is updated.", {
			entry: "cli",
			default: LOCK_FILE,
			placeholder: "path",
			read: (text) => ({ value: text })
		}),
		...versionInputs(""),
		version: {
			...versionInputs("").version,
			sentence: "The releases that the lock file is of from now on, in any form that `get` takes; empty means those that it has been of, resolved anew, of which an exact version stays what it is."
		},
		...COMMON_INPUTS,
		...PROOF_INPUTS,
		...CHECKPOINT_INPUTS,
		...LOG_INPUTS
	},
	rules: [
		...VERSION_RULES,
		...ROOT_RULES,
		...CHECKPOINT_RULES,
		...PROOF_RULES,
		...AGE_RULES,
		...SITE_RULES,
		...TERMINAL_RULES,
		conflict("offline", "is allowed where {release-url} is a folder", ({ values }) => values.offline === true && values["release-url"]?.protocol !== "file:")
	],
	positionals: {
		name: "lock-file",
		most: 1
	}
};
/** Two paths, as they were given one after the other. */
const readLockFiles = (text) => {
	const [former = "", current = "", ...others] = text.split("\n");
	const allowed = `allowed: two paths, of which one may be - for standard input`;
	const field = "the lock files";
	if (former === "" || current === "" || others.length > 0) return refuse(field, `are to be two, the former and the current; ${allowed}`, "INPUT_REQUIRED");
	if (former === "-" && current === "-") return refuse(field, `are both standard input; ${allowed}`);
	return { value: [former, current] };
};
/** The inputs of `lock diff`. */
const LOCK_DIFF = {
	table: {
		"lock-files": input("What", "The paths of the former lock file and of the current one, of which one may be `-` for standard input; what is empty there is a lock file that was not there yet.", {
			entry: "cli",
			placeholder: "paths",
			read: readLockFiles
		}),
		...COMMON_INPUTS,
		...BINDING_INPUTS,
		patience: LOG_INPUTS.patience
	},
	rules: [
		...ROOT_RULES,
		...AGE_RULES,
		...SITE_RULES,
		...TERMINAL_RULES,
		conflict("offline", "leaves out the releases' SBOMs; allowed where {release-url} is a folder, or with {release-binding} off", ({ values }) => values.offline === true && values["release-binding"] !== "off" && values["release-url"]?.protocol !== "file:")
	],
	positionals: {
		name: "lock-files",
		most: 2,
		isOnly: true
	}
};
/**
* Reads the request of `lock update`, whose versions are empty where the lock file is to say them.
* @throws InputError with every fault
*/
function parseLockUpdateRequest(words, surroundings) {
	const values = readInputs(LOCK_UPDATE, words, toReadOptions(surroundings));
	return {
		...toLockRequest(values),
		versions: surroundings.versionFile?.value ?? values.version,
		lockFile: values["lock-file"],
		logCheckpoint: values["log-checkpoint"],
		releaseBinding: values["release-binding"],
		signatureSource: values["signature-source"],
		crossCheck: values["cross-check"],
		...toServices(values)
	};
}
/**
* Reads the request of `lock diff`, for which no log is asked and no channel.
* @throws InputError with every fault
*/
function parseLockDiffRequest(words) {
	const values = readInputs(LOCK_DIFF, words);
	const [former, current] = values["lock-files"];
	return {
		...toLockRequest(values),
		former,
		current,
		isFrozen: true,
		releaseBinding: values["release-binding"],
		...toServices({
			...values,
			"rekor-url": new URL(LOG_INPUTS["rekor-url"].default)
		})
	};
}
function toLockRequest(values) {
	return {
		...NOT_INSTALLED,
		format: values.format,
		isSignerNamed: values["certificate-identity"] !== void 0 && values["certificate-oidc-issuer"] !== void 0,
		versions: [],
		artifacts: [],
		areAllArtifacts: false,
		platforms: [],
		arePlatformsNamed: false,
		urls: [],
		images: [],
		imageRegistry: REGISTRY_INPUTS["image-registry"].default,
		imageSigner: void 0,
		expectedSha256: void 0,
		signer: toSigner(values),
		trustedRoot: toTrustedRoot(values, values.offline),
		lockFile: void 0,
		isFrozen: false,
		isOffline: values.offline,
		minimumAge: values["minimum-age"],
		logCheckpoint: void 0,
		releaseBinding: "required",
		signatureSource: "artifact",
		crossCheck: false,
		failFast: false,
		bundlesFolder: void 0,
		reportFolder: values.report
	};
}
// src/request/verify-inputs.ts
/** Files that are verified in one run. */
const MAX_FILES = 1e3;
const readLocation = (text, field) => {
	if (!/^https?:\/\//i.test(text)) return { value: {
		kind: "file",
		path: text
	} };
	const url = readUrl(text, field);
	return url.faults === void 0 ? { value: {
		kind: "url",
		url: url.value
	} } : url;
};
const readArtifactNames = optional(readArtifacts);
const EVIDENCE_INPUTS = {
	bundle: input("Evidence", "A Sigstore bundle, as a path or an https URL, in the place of what lies beside the file.", {
		placeholder: "path|url",
		read: optional(readLocation)
	}),
	key: textInput("Evidence", "The path of a managed public key that takes the signer's place, given with bundle.", { placeholder: "path" }),
	"predicate-type": textInput("Evidence", "The type of signed statements that count as a signature, given with bundle, beside those that speak for an artifact by themselves: SLSA provenance, and a verification summary that says PASSED.", { placeholder: "type" }),
	signature: input("Evidence", "A signature, as a path or an https URL, in the place of the `.sig` file beside the file.", {
		placeholder: "path|url",
		read: optional(readLocation)
	}),
	certificate: input("Evidence", "The signer's certificate, as a path or an https URL, in the place of the `.cert` file beside the file.", {
		placeholder: "path|url",
		read: optional(readLocation)
	}),
	"log-entry": textInput("Evidence", "The path of the transparency log's answer about the entry, so that the log is not asked.", { placeholder: "path" })
};
const readRelease = (text, field) => text === "any" ? { value: { kind: "any" } } : mapRead(readVersions(text, field), (versions) => ({
	kind: "named",
	versions
}));
const INPUTS = {
	files: textInput("What", "Local files that are verified where they are, as paths or patterns (`dist/*.tar.gz`) separated by commas or newlines, each with a bundle (`.sigstore.json`) or sidecars (`.sig` and `.cert`) beside it, a lock-file, or a version whose release each has to be of by its name; or a digest (`sha256:…`) with its evidence; with release, files, folders and archives that are searched.", { placeholder: "paths" }),
	release: input("What", "The release whose files are searched for below the files, folders and archives that are given (tarballs, `.deb`, `.rpm`, images), by the digests in its signed SBOM, in the forms of version; `any` means every release of a minor that is still patched.", {
		placeholder: "version",
		read: optional(readRelease)
	}),
	...versionInputs(""),
	"skew-of": textInput("What", "A file with what `kubectl version -o json` or the API server's `/version` printed, or a list of such, whose version skew policy has to allow what is verified as well; without version and release, the files are searched for as with release `any`.", { placeholder: "path" }),
	artifact: input("What", "The name of the artifact of the release that the file is, where the file's own name does not say it.", {
		placeholder: "name",
		read: readArtifactNames
	}),
	...platformInputs(""),
	...EVIDENCE_INPUTS,
	...PIN_INPUTS,
	...RELEASE_SIGNER_INPUTS,
	...ROOT_INPUTS,
	...PROOF_INPUTS,
	...AGE_INPUTS,
	...LOCK_INPUTS,
	...CHECKPOINT_INPUTS,
	...SITE_INPUTS,
	...LOG_INPUTS,
	...REPORT_INPUTS,
	...FORMAT_INPUTS,
	...TERMINAL_INPUTS
};
/** What asks for a release, which lone files are not said to be of. */
const OF_RELEASE = [
	"artifact",
	"os",
	"arch",
	"cross-check",
	"signature-source",
	"release-binding",
	"frozen"
];
/** What says elsewhere where the evidence is. */
const ELSEWHERE = Object.keys(EVIDENCE_INPUTS);
const PAIR = [
	"signature",
	"certificate",
	"log-entry"
];
const isOfRelease = ({ isGiven }) => isGiven("version") || isGiven("version-file");
/** What is asked of files one by one, and not of whatever is found. */
const OF_LONE_FILES = [
	...ELSEWHERE,
	"expected-sha256",
	"lock-file"
];
const OF_FILES = [
	"version",
	"version-file",
	...OF_RELEASE,
	...OF_LONE_FILES
];
/** Whether it is to be found out which release the files are of. */
const isSearched = (seen) => seen.isGiven("release") || seen.isGiven("skew-of") && !isOfRelease(seen);
/** The inputs of `verify`. */
const VERIFY = {
	table: INPUTS,
	rules: [...[
		...OF_RELEASE.map((name) => required("version", `is needed with {${name}}`, (seen) => seen.isGiven(name) && !isOfRelease(seen) && !seen.isGiven("release"))),
		...excludes("release", OF_FILES),
		...OF_LONE_FILES.map((name) => conflict(name, "is for a file that is not searched for; allowed with {skew-of}: a {version} as well", (seen) => seen.isGiven(name) && !seen.isGiven("release") && isSearched(seen))),
		conflict("release", "names a cluster; allowed: a release, with {skew-of} beside it", ({ values: { release } }) => release?.kind === "named" && release.versions.some((spec) => spec.kind === "range" && spec.skewOf)),
		conflict("offline", "is allowed together with {release} where {release-url} is a folder", ({ values, ...seen }) => isSearched({
			values,
			...seen
		}) && values.offline === true && values["release-url"]?.protocol !== "file:"),
		...ELSEWHERE.map((name) => conflict(name, "is not allowed together with {version}", (seen) => seen.isGiven(name) && isOfRelease(seen))),
		...SCOPE_RULES.map(({ check, ...rule }) => ({
			...rule,
			check: ({ values: { artifact, ...values }, ...seen }) => check({
				...seen,
				values: {
					...values,
					...artifact && { artifacts: artifact }
				}
			})
		})),
		conflict("offline", "is allowed together with {version} where {release-url} is a folder, or with {lock-file}", ({ values, ...seen }) => isOfRelease({
			values,
			...seen
		}) && values.offline === true && values["lock-file"] === void 0 && values["release-url"]?.protocol !== "file:"),
		...excludes("lock-file", ELSEWHERE),
		...excludes("bundle", PAIR),
		...excludes("key", [
			"certificate-identity",
			"certificate-oidc-issuer",
			"certificate"
		]),
		...belongTo("bundle", ["key", "predicate-type"]),
		...[
			"bundle",
			"signature",
			"certificate"
		].map((name) => conflict(name, "is a URL, which {offline} cannot fetch; allowed: a path", ({ values }) => values.offline === true && values[name]?.kind === "url")),
		...ROOT_RULES,
		...LOCK_RULES,
		...CHECKPOINT_RULES,
		...PROOF_RULES,
		...AGE_RULES,
		...SITE_RULES
	], ...TERMINAL_RULES],
	positionals: {
		name: "files",
		most: MAX_FILES,
		isOnly: true
	}
};
// src/request/commands.ts
/**
* Every command: what it does, where it can be given, its inputs and examples. Help, docs and action.yml come from
* here.
*/
const COMMANDS = {
	get: {
		sentence: "Fetches artifacts, proves who signed them, and installs only what is proven.",
		action: "",
		inputs: GET,
		examples: [
			"get kubectl kubeadm --version v1.35.2 --output ./bin",
			"get kubernetes-client --version stable-1.35 --extract",
			"get --url https://… --certificate-identity WHO --certificate-oidc-issuer ISSUER"
		]
	},
	plan: {
		sentence: "Tells what get would fetch, and from where; it fetches no artifact.",
		action: void 0,
		inputs: PLAN,
		examples: ["plan all --version supported --os all --arch all", "plan kubectl --version v1.35.2 --hosts --format allow-list"]
	},
	export: {
		sentence: "Writes a folder with artifacts, bundles, trusted root and lock file, for a machine without network.",
		action: void 0,
		inputs: EXPORT,
		examples: ["export --output ./kubernetes --version v1.35.2", "get --offline --frozen --lock-file ./kubernetes/k8s-artifacts.lock.json --release-url file:///…/kubernetes"]
	},
	checksums: {
		sentence: "Writes down the digests that a release's signed SBOM lists, once the SBOM is proven; it fetches no artifact.",
		action: void 0,
		inputs: CHECKSUMS,
		examples: ["checksums --version v1.35.2 > SHA256SUMS", "checksums kubelet kubectl kubeadm --version supported --os linux --format kubespray --output ./checksums"]
	},
	"lock update": {
		sentence: "Asks for what a lock file is of once more, proves all of it anew, and only then writes down the releases that it means today.",
		action: void 0,
		inputs: LOCK_UPDATE,
		examples: [
			"lock update k8s-artifacts.lock.json",
			"lock update --minimum-age 3d --format markdown > body.md",
			"lock update --version stable-1.36"
		]
	},
	"lock diff": {
		sentence: "Tells what changed from one lock file to another, with the proof of each new digest.",
		action: void 0,
		inputs: LOCK_DIFF,
		examples: ["lock diff former.lock.json k8s-artifacts.lock.json", "lock diff - k8s-artifacts.lock.json --format markdown < former.lock.json"]
	},
	verify: {
		sentence: "Proves who signed local files, or a digest, without installing anything.",
		action: "verify",
		inputs: VERIFY,
		examples: [
			"verify ./kubectl --version v1.35.2",
			"verify ./kubectl ./kubeadm",
			"verify --release v1.35.2 /usr/bin ./kubelet.deb ./image.tar",
			"verify ./kubectl --bundle ./kubectl.sigstore.json --key ./key.pem",
			"verify sha256:… --signature ./kubectl.sig --certificate ./kubectl.cert"
		]
	},
	image: {
		sentence: "Proves who signed container images, and tells each by its digest.",
		action: "verify",
		inputs: IMAGE,
		examples: ["image registry.k8s.io/kube-apiserver:v1.35.2", "image registry.k8s.io/pause@sha256:…"]
	},
	entry: {
		sentence: "Looks at an entry of the transparency log, and verifies its proofs.",
		action: void 0,
		inputs: ENTRY,
		examples: ["entry 123456789", "entry sha256:… --signature ./kubectl.sig --certificate ./kubectl.cert"]
	},
	audit: {
		sentence: "Looks at everything that whole releases have to have, and says what is wrong with it.",
		action: "audit",
		inputs: AUDIT,
		examples: ["audit --version supported --report ./audit-report", "audit --plan ./audit-plan.json --shard 1 --report ./shards/1"]
	},
	"plan-shards": {
		sentence: "Divides an audit among several jobs; it writes a plan, and prints the matrix of a workflow.",
		action: "audit/plan",
		inputs: PLAN_SHARDS,
		examples: ["plan-shards --shards 20 --depth full --report ./audit-plan"]
	},
	merge: {
		sentence: "Joins the reports of all shards of a plan.",
		action: "audit/merge",
		inputs: MERGE,
		examples: ["merge --plan ./audit-plan.json --reports ./shards --baseline ./former/report.json"]
	}
};
const ALL = COMMANDS;
/** The commands of an entry, in the order that a help lists them. */
function commandsOf(entry) {
	const names = [];
	let name;
	for (name in COMMANDS) if (entry === "cli" || ALL[name]?.action !== void 0) names.push(name);
	return names;
}
/** The inputs of a command that an entry has, by name. */
function inputsOf(name, entry) {
	const table = COMMANDS[name].inputs.table;
	return Object.entries(table).filter(([, each]) => each.entry !== other(entry));
}
/** Every input's name that any command has. */
const INPUT_NAMES = [...new Set(Object.values(ALL).flatMap(({ inputs }) => Object.keys(inputs.table)))];
/** Says of each name that a command does not take whose input it is, or that it is nobody's. */
function refuseForeign(names, { command, entry, spell, allowed }) {
	const has = (name, side) => commandsOf(side).filter((each) => inputsOf(each, side).some(([input]) => input === name));
	return names.map((name) => {
		const field = spell(name);
		const owners = has(name, entry);
		if (owners.length > 0 && !owners.includes(command)) return {
			code: "INPUT_CONFLICT",
			field,
			message: `is an input of ${[...new Set(owners.map((owner) => entry === "cli" ? owner : titleOf(owner)))].join(", ")}, and has no effect on ${command}; allowed: leave it out`
		};
		if (owners.length === 0 && has(name, other(entry)).length > 0) return {
			code: "INPUT_CONFLICT",
			field,
			message: `is an input of ${entry === "cli" ? "the action" : "the command line"} alone; allowed: leave it out`
		};
		return {
			code: "INPUT_UNKNOWN",
			field,
			message: `is not a flag; allowed: ${allowed.map(spell).join(", ")}${suggest(name, allowed)}`
		};
	});
}
/** What the planner of an audit was called; on the command line it is a dry run of get, but for `--shards`. */
const FORMER_PLANNER = "plan";
/** Said to who still calls the planner by its former name. */
const PLANNER_WARNING = "the planner of an audit is called plan-shards; its former name, plan, is a dry run of get";
/** The action that does a command, as a workflow names it: `…/audit/plan`. */
function titleOf(name) {
	const { action } = COMMANDS[name];
	return action === "" || action === void 0 ? "the main action" : `…/${action}`;
}
function other(entry) {
	return entry === "action" ? "cli" : "action";
}
// src/commands/uncaught.ts
/**
* Told on one line; a rejection that nobody handles is thrown by Node as well. So is a run that waits for something
* that never comes: Node would end it with 0, which means verified.
* @returns what is called once the run has told its ending
*/
function endOnUncaught(tell) {
	let isOver = false;
	process.on("uncaughtException", (thrown) => {
		tell(new InternalError(`unexpected ${thrown.name}: ${messageOf(thrown)}`, { cause: thrown }));
		tellStack(thrown);
		process.exit(REASONS.internal);
	});
	process.once("beforeExit", () => {
		if (isOver) return;
		process.exitCode = REASONS.internal;
		tell(new InternalError("the run ended before its verdict"));
	});
	return () => {
		isOver = true;
	};
}
/** For who wants to know more: `--verbose` on a terminal, debug logging on a runner. */
function tellStack(thrown) {
	if ((process.argv.includes("--verbose") || process.env["RUNNER_DEBUG"] === "1") && thrown instanceof Error) process.stderr.write(`${thrown.stack ?? ""}\n`);
}
// src/commands/run-command.ts
/** Ends with what `run` comes to, or with what it threw. Never rejects. */
async function runToEnding(run) {
	const startedAt = Date.now();
	try {
		return await run();
	} catch (thrown) {
		const error = toCodedError(thrown);
		if (error.code === "INTERNAL") tellStack(thrown);
		return toReportEnding(toReport({
			error,
			artifacts: [],
			warnings: [],
			startedAt,
			endedAt: Date.now()
		}));
	}
}
// src/report/progress.ts
const UNITS = [
	"B",
	"KiB",
	"MiB",
	"GiB"
];
/** `kubectl: 12.3 MiB of 55.9 MiB (22 %), 10.2 MiB/s, 4 s left` */
function formatProgress(name, { receivedBytes, totalBytes }, elapsedMs) {
	const bytesPerSecond = elapsedMs > 0 ? receivedBytes * 1e3 / elapsedMs : 0;
	const rate = `${formatBytes(bytesPerSecond)}/s`;
	if (totalBytes === void 0 || totalBytes === 0) return `${name}: ${formatBytes(receivedBytes)}, ${rate}`;
	const percent = Math.floor(receivedBytes * 100 / totalBytes);
	const left = bytesPerSecond > 0 ? `, ${Math.ceil((totalBytes - receivedBytes) / bytesPerSecond)} s left` : "";
	return `${name}: ${formatBytes(receivedBytes)} of ${formatBytes(totalBytes)} (${percent} %), ${rate}${left}`;
}
/** `waiting for rekor.sigstore.dev, 40 s` */
function formatWaiting(host, waitedMs) {
	return `waiting for ${host}, ${Math.round(waitedMs / 1e3)} s`;
}
/** `55.9 MiB` */
function formatBytes(bytes) {
	const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1);
	return `${(bytes / 1024 ** power).toFixed(power === 0 ? 0 : 1)} ${UNITS[power] ?? ""}`;
}
// src/report/paced-progress.ts
/** What is done sooner needs no progress. */
const INTERVAL_MS = 5e3;
/** Makes a listener that prints how far a count has come, every few seconds. */
function createPacedCount(print, now) {
	let printedAt = now();
	return ({ audited, known }) => {
		if (now() - printedAt < INTERVAL_MS) return;
		printedAt = now();
		print(`audited: ${audited} of ${known} artifacts so far`);
	};
}
/**
* Makes a listener that prints a line per transfer every few seconds.
* @param now milliseconds, passed in
*/
function createPacedProgress(print, now) {
	const transfers = /* @__PURE__ */ new Map();
	return (name, progress) => {
		const time = now();
		const transfer = transfers.get(name) ?? {
			startedAt: time,
			printedAt: time
		};
		transfers.set(name, transfer);
		if (time - transfer.printedAt < INTERVAL_MS) return;
		transfer.printedAt = time;
		print(formatProgress(name, progress, time - transfer.startedAt));
	};
}
// package.json
var version = "0.1.0";
// \0@oxc-project+runtime@0.158.0/helpers/esm/taggedTemplateLiteral.js
function _taggedTemplateLiteral(e, t) {
	return t || (t = e.slice(0)), Object.freeze(Object.defineProperties(e, { raw: { value: Object.freeze(t) } }));
}
// \0late:node:readline
var require__late_node_readline = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:readline")[key] }));
}));
// \0late:node:util
var require__late_node_util = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:util")[key] }));
}));
// \0late:node:process
var require__late_node_process = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:process")[key] }));
}));
// \0late:node:sea
var require__late_node_sea = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:sea")[key] }));
}));
// \0late:node:zlib
var require__late_node_zlib = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:zlib")[key] }));
}));
// \0builtin:node:fs
var require__builtin_node_fs = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = process.getBuiltinModule("node:fs");
}));
// \0builtin:node:stream
var require__builtin_node_stream = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = process.getBuiltinModule("node:stream");
}));
// \0builtin:node:string_decoder
var require__builtin_node_string_decoder = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = process.getBuiltinModule("node:string_decoder");
}));
// \0builtin:node:path
var require__builtin_node_path = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = process.getBuiltinModule("node:path");
}));
// \0builtin:node:buffer
var require__builtin_node_buffer = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = process.getBuiltinModule("node:buffer");
}));
// \0builtin:node:zlib
var require__builtin_node_zlib = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = process.getBuiltinModule("node:zlib");
}));
// \0builtin:node:fs/promises
var require_promises$1 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = process.getBuiltinModule("node:fs/promises");
}));
// \0builtin:node:os
var require__builtin_node_os = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = process.getBuiltinModule("node:os");
}));
// \0builtin:node:process
var require__builtin_node_process = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = process.getBuiltinModule("node:process");
}));
// \0builtin:node:stream/web
var require_web$1 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = process.getBuiltinModule("node:stream/web");
}));
// \0builtin:node:tty
var require__builtin_node_tty = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = process.getBuiltinModule("node:tty");
}));
// \0builtin:node:url
var require__builtin_node_url = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = process.getBuiltinModule("node:url");
}));
// \0late:node:buffer
var require__late_node_buffer = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:buffer")[key] }));
}));
// \0builtin:node:readline
var require__builtin_node_readline = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = process.getBuiltinModule("node:readline");
}));
// \0late:node:stream/web
var require_web = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:stream/web")[key] }));
}));
// \0late:node:stream/promises
var require_promises = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : process.getBuiltinModule("node:stream/promises")[key] }));
}));


var __webpack_exports__$ = __webpack_exports__.$;
var __webpack_exports__$n = __webpack_exports__.$n;
var __webpack_exports__$r = __webpack_exports__.$r;
var __webpack_exports__$t = __webpack_exports__.$t;
var __webpack_exports__A = __webpack_exports__.A;
var __webpack_exports__An = __webpack_exports__.An;
var __webpack_exports__Ar = __webpack_exports__.Ar;
var __webpack_exports__At = __webpack_exports__.At;
var __webpack_exports__B = __webpack_exports__.B;
var __webpack_exports__Bn = __webpack_exports__.Bn;
var __webpack_exports__Br = __webpack_exports__.Br;
var __webpack_exports__Bt = __webpack_exports__.Bt;
var __webpack_exports__C = __webpack_exports__.C;
var __webpack_exports__Cn = __webpack_exports__.Cn;
var __webpack_exports__Cr = __webpack_exports__.Cr;
var __webpack_exports__Ct = __webpack_exports__.Ct;
var __webpack_exports__D = __webpack_exports__.D;
var __webpack_exports__Dn = __webpack_exports__.Dn;
var __webpack_exports__Dr = __webpack_exports__.Dr;
var __webpack_exports__Dt = __webpack_exports__.Dt;
var __webpack_exports__E = __webpack_exports__.E;
var __webpack_exports__En = __webpack_exports__.En;
var __webpack_exports__Er = __webpack_exports__.Er;
var __webpack_exports__Et = __webpack_exports__.Et;
var __webpack_exports__F = __webpack_exports__.F;
var __webpack_exports__Fn = __webpack_exports__.Fn;
var __webpack_exports__Fr = __webpack_exports__.Fr;
var __webpack_exports__Ft = __webpack_exports__.Ft;
var __webpack_exports__G = __webpack_exports__.G;
var __webpack_exports__Gn = __webpack_exports__.Gn;
var __webpack_exports__Gr = __webpack_exports__.Gr;
var __webpack_exports__Gt = __webpack_exports__.Gt;
var __webpack_exports__H = __webpack_exports__.H;
var __webpack_exports__Hn = __webpack_exports__.Hn;
var __webpack_exports__Hr = __webpack_exports__.Hr;
var __webpack_exports__Ht = __webpack_exports__.Ht;
var __webpack_exports__I = __webpack_exports__.I;
var __webpack_exports__In = __webpack_exports__.In;
var __webpack_exports__Ir = __webpack_exports__.Ir;
var __webpack_exports__It = __webpack_exports__.It;
var __webpack_exports__J = __webpack_exports__.J;
var __webpack_exports__Jn = __webpack_exports__.Jn;
var __webpack_exports__Jr = __webpack_exports__.Jr;
var __webpack_exports__Jt = __webpack_exports__.Jt;
var __webpack_exports__K = __webpack_exports__.K;
var __webpack_exports__Kn = __webpack_exports__.Kn;
var __webpack_exports__Kr = __webpack_exports__.Kr;
var __webpack_exports__Kt = __webpack_exports__.Kt;
var __webpack_exports__L = __webpack_exports__.L;
var __webpack_exports__Ln = __webpack_exports__.Ln;
var __webpack_exports__Lr = __webpack_exports__.Lr;
var __webpack_exports__Lt = __webpack_exports__.Lt;
var __webpack_exports__M = __webpack_exports__.M;
var __webpack_exports__Mn = __webpack_exports__.Mn;
var __webpack_exports__Mr = __webpack_exports__.Mr;
var __webpack_exports__Mt = __webpack_exports__.Mt;
var __webpack_exports__N = __webpack_exports__.N;
var __webpack_exports__Nn = __webpack_exports__.Nn;
var __webpack_exports__Nr = __webpack_exports__.Nr;
var __webpack_exports__Nt = __webpack_exports__.Nt;
var __webpack_exports__O = __webpack_exports__.O;
var __webpack_exports__On = __webpack_exports__.On;
var __webpack_exports__Or = __webpack_exports__.Or;
var __webpack_exports__Ot = __webpack_exports__.Ot;
var __webpack_exports__P = __webpack_exports__.P;
var __webpack_exports__Pn = __webpack_exports__.Pn;
var __webpack_exports__Pr = __webpack_exports__.Pr;
var __webpack_exports__Pt = __webpack_exports__.Pt;
var __webpack_exports__Q = __webpack_exports__.Q;
var __webpack_exports__Qn = __webpack_exports__.Qn;
var __webpack_exports__Qr = __webpack_exports__.Qr;
var __webpack_exports__Qt = __webpack_exports__.Qt;
var __webpack_exports__R = __webpack_exports__.R;
var __webpack_exports__Rn = __webpack_exports__.Rn;
var __webpack_exports__Rr = __webpack_exports__.Rr;
var __webpack_exports__Rt = __webpack_exports__.Rt;
var __webpack_exports__S = __webpack_exports__.S;
var __webpack_exports__Sn = __webpack_exports__.Sn;
var __webpack_exports__Sr = __webpack_exports__.Sr;
var __webpack_exports__St = __webpack_exports__.St;
var __webpack_exports__T = __webpack_exports__.T;
var __webpack_exports__Tn = __webpack_exports__.Tn;
var __webpack_exports__Tr = __webpack_exports__.Tr;
var __webpack_exports__Tt = __webpack_exports__.Tt;
var __webpack_exports__U = __webpack_exports__.U;
var __webpack_exports__Un = __webpack_exports__.Un;
var __webpack_exports__Ur = __webpack_exports__.Ur;
var __webpack_exports__Ut = __webpack_exports__.Ut;
var __webpack_exports__V = __webpack_exports__.V;
var __webpack_exports__Vn = __webpack_exports__.Vn;
var __webpack_exports__Vr = __webpack_exports__.Vr;
var __webpack_exports__Vt = __webpack_exports__.Vt;
var __webpack_exports__W = __webpack_exports__.W;
var __webpack_exports__Wn = __webpack_exports__.Wn;
var __webpack_exports__Wr = __webpack_exports__.Wr;
var __webpack_exports__Wt = __webpack_exports__.Wt;
var __webpack_exports__X = __webpack_exports__.X;
var __webpack_exports__Xn = __webpack_exports__.Xn;
var __webpack_exports__Xr = __webpack_exports__.Xr;
var __webpack_exports__Xt = __webpack_exports__.Xt;
var __webpack_exports__Y = __webpack_exports__.Y;
var __webpack_exports__Yn = __webpack_exports__.Yn;
var __webpack_exports__Yr = __webpack_exports__.Yr;
var __webpack_exports__Yt = __webpack_exports__.Yt;
var __webpack_exports__Z = __webpack_exports__.Z;
var __webpack_exports__Zn = __webpack_exports__.Zn;
var __webpack_exports__Zr = __webpack_exports__.Zr;
var __webpack_exports__Zt = __webpack_exports__.Zt;
var __webpack_exports___ = __webpack_exports__._;
var __webpack_exports___n = __webpack_exports__._n;
var __webpack_exports___r = __webpack_exports__._r;
var __webpack_exports___t = __webpack_exports__._t;
var __webpack_exports__a = __webpack_exports__.a;
var __webpack_exports__an = __webpack_exports__.an;
var __webpack_exports__ar = __webpack_exports__.ar;
var __webpack_exports__at = __webpack_exports__.at;
var __webpack_exports__b = __webpack_exports__.b;
var __webpack_exports__bn = __webpack_exports__.bn;
var __webpack_exports__br = __webpack_exports__.br;
var __webpack_exports__bt = __webpack_exports__.bt;
var __webpack_exports__c = __webpack_exports__.c;
var __webpack_exports__cn = __webpack_exports__.cn;
var __webpack_exports__cr = __webpack_exports__.cr;
var __webpack_exports__ct = __webpack_exports__.ct;
var __webpack_exports__d = __webpack_exports__.d;
var __webpack_exports__dn = __webpack_exports__.dn;
var __webpack_exports__dr = __webpack_exports__.dr;
var __webpack_exports__dt = __webpack_exports__.dt;
var __webpack_exports__en = __webpack_exports__.en;
var __webpack_exports__er = __webpack_exports__.er;
var __webpack_exports__et = __webpack_exports__.et;
var __webpack_exports__f = __webpack_exports__.f;
var __webpack_exports__fn = __webpack_exports__.fn;
var __webpack_exports__fr = __webpack_exports__.fr;
var __webpack_exports__ft = __webpack_exports__.ft;
var __webpack_exports__g = __webpack_exports__.g;
var __webpack_exports__gn = __webpack_exports__.gn;
var __webpack_exports__gr = __webpack_exports__.gr;
var __webpack_exports__gt = __webpack_exports__.gt;
var __webpack_exports__h = __webpack_exports__.h;
var __webpack_exports__hn = __webpack_exports__.hn;
var __webpack_exports__hr = __webpack_exports__.hr;
var __webpack_exports__ht = __webpack_exports__.ht;
var __webpack_exports__i = __webpack_exports__.i;
var __webpack_exports__in = __webpack_exports__["in"];
var __webpack_exports__ir = __webpack_exports__.ir;
var __webpack_exports__it = __webpack_exports__.it;
var __webpack_exports__j = __webpack_exports__.j;
var __webpack_exports__jn = __webpack_exports__.jn;
var __webpack_exports__jr = __webpack_exports__.jr;
var __webpack_exports__jt = __webpack_exports__.jt;
var __webpack_exports__k = __webpack_exports__.k;
var __webpack_exports__kn = __webpack_exports__.kn;
var __webpack_exports__kr = __webpack_exports__.kr;
var __webpack_exports__kt = __webpack_exports__.kt;
var __webpack_exports__l = __webpack_exports__.l;
var __webpack_exports__ln = __webpack_exports__.ln;
var __webpack_exports__lr = __webpack_exports__.lr;
var __webpack_exports__lt = __webpack_exports__.lt;
var __webpack_exports__m = __webpack_exports__.m;
var __webpack_exports__mn = __webpack_exports__.mn;
var __webpack_exports__mr = __webpack_exports__.mr;
var __webpack_exports__mt = __webpack_exports__.mt;
var __webpack_exports__n = __webpack_exports__.n;
var __webpack_exports__nn = __webpack_exports__.nn;
var __webpack_exports__nr = __webpack_exports__.nr;
var __webpack_exports__nt = __webpack_exports__.nt;
var __webpack_exports__o = __webpack_exports__.o;
var __webpack_exports__on = __webpack_exports__.on;
var __webpack_exports__or = __webpack_exports__.or;
var __webpack_exports__ot = __webpack_exports__.ot;
var __webpack_exports__p = __webpack_exports__.p;
var __webpack_exports__pn = __webpack_exports__.pn;
var __webpack_exports__pr = __webpack_exports__.pr;
var __webpack_exports__pt = __webpack_exports__.pt;
var __webpack_exports__q = __webpack_exports__.q;
var __webpack_exports__qn = __webpack_exports__.qn;
var __webpack_exports__qr = __webpack_exports__.qr;
var __webpack_exports__qt = __webpack_exports__.qt;
var __webpack_exports__r = __webpack_exports__.r;
var __webpack_exports__rn = __webpack_exports__.rn;
var __webpack_exports__rr = __webpack_exports__.rr;
var __webpack_exports__rt = __webpack_exports__.rt;
var __webpack_exports__s = __webpack_exports__.s;
var __webpack_exports__sn = __webpack_exports__.sn;
var __webpack_exports__sr = __webpack_exports__.sr;
var __webpack_exports__st = __webpack_exports__.st;
var __webpack_exports__t = __webpack_exports__.t;
var __webpack_exports__tn = __webpack_exports__.tn;
var __webpack_exports__tr = __webpack_exports__.tr;
var __webpack_exports__tt = __webpack_exports__.tt;
var __webpack_exports__u = __webpack_exports__.u;
var __webpack_exports__un = __webpack_exports__.un;
var __webpack_exports__ur = __webpack_exports__.ur;
var __webpack_exports__ut = __webpack_exports__.ut;
var __webpack_exports__v = __webpack_exports__.v;
var __webpack_exports__vn = __webpack_exports__.vn;
var __webpack_exports__vr = __webpack_exports__.vr;
var __webpack_exports__vt = __webpack_exports__.vt;
var __webpack_exports__w = __webpack_exports__.w;
var __webpack_exports__wn = __webpack_exports__.wn;
var __webpack_exports__wr = __webpack_exports__.wr;
var __webpack_exports__wt = __webpack_exports__.wt;
var __webpack_exports__x = __webpack_exports__.x;
var __webpack_exports__xn = __webpack_exports__.xn;
var __webpack_exports__xr = __webpack_exports__.xr;
var __webpack_exports__xt = __webpack_exports__.xt;
var __webpack_exports__y = __webpack_exports__.y;
var __webpack_exports__yn = __webpack_exports__.yn;
var __webpack_exports__yr = __webpack_exports__.yr;
var __webpack_exports__yt = __webpack_exports__.yt;
var __webpack_exports__z = __webpack_exports__.z;
var __webpack_exports__zn = __webpack_exports__.zn;
var __webpack_exports__zr = __webpack_exports__.zr;
var __webpack_exports__zt = __webpack_exports__.zt;
export { __webpack_exports__$ as $, __webpack_exports__$n as $n, __webpack_exports__$r as $r, __webpack_exports__$t as $t, __webpack_exports__A as A, __webpack_exports__An as An, __webpack_exports__Ar as Ar, __webpack_exports__At as At, __webpack_exports__B as B, __webpack_exports__Bn as Bn, __webpack_exports__Br as Br, __webpack_exports__Bt as Bt, __webpack_exports__C as C, __webpack_exports__Cn as Cn, __webpack_exports__Cr as Cr, __webpack_exports__Ct as Ct, __webpack_exports__D as D, __webpack_exports__Dn as Dn, __webpack_exports__Dr as Dr, __webpack_exports__Dt as Dt, __webpack_exports__E as E, __webpack_exports__En as En, __webpack_exports__Er as Er, __webpack_exports__Et as Et, __webpack_exports__F as F, __webpack_exports__Fn as Fn, __webpack_exports__Fr as Fr, __webpack_exports__Ft as Ft, __webpack_exports__G as G, __webpack_exports__Gn as Gn, __webpack_exports__Gr as Gr, __webpack_exports__Gt as Gt, __webpack_exports__H as H, __webpack_exports__Hn as Hn, __webpack_exports__Hr as Hr, __webpack_exports__Ht as Ht, __webpack_exports__I as I, __webpack_exports__In as In, __webpack_exports__Ir as Ir, __webpack_exports__It as It, __webpack_exports__J as J, __webpack_exports__Jn as Jn, __webpack_exports__Jr as Jr, __webpack_exports__Jt as Jt, __webpack_exports__K as K, __webpack_exports__Kn as Kn, __webpack_exports__Kr as Kr, __webpack_exports__Kt as Kt, __webpack_exports__L as L, __webpack_exports__Ln as Ln, __webpack_exports__Lr as Lr, __webpack_exports__Lt as Lt, __webpack_exports__M as M, __webpack_exports__Mn as Mn, __webpack_exports__Mr as Mr, __webpack_exports__Mt as Mt, __webpack_exports__N as N, __webpack_exports__Nn as Nn, __webpack_exports__Nr as Nr, __webpack_exports__Nt as Nt, __webpack_exports__O as O, __webpack_exports__On as On, __webpack_exports__Or as Or, __webpack_exports__Ot as Ot, __webpack_exports__P as P, __webpack_exports__Pn as Pn, __webpack_exports__Pr as Pr, __webpack_exports__Pt as Pt, __webpack_exports__Q as Q, __webpack_exports__Qn as Qn, __webpack_exports__Qr as Qr, __webpack_exports__Qt as Qt, __webpack_exports__R as R, __webpack_exports__Rn as Rn, __webpack_exports__Rr as Rr, __webpack_exports__Rt as Rt, __webpack_exports__S as S, __webpack_exports__Sn as Sn, __webpack_exports__Sr as Sr, __webpack_exports__St as St, __webpack_exports__T as T, __webpack_exports__Tn as Tn, __webpack_exports__Tr as Tr, __webpack_exports__Tt as Tt, __webpack_exports__U as U, __webpack_exports__Un as Un, __webpack_exports__Ur as Ur, __webpack_exports__Ut as Ut, __webpack_exports__V as V, __webpack_exports__Vn as Vn, __webpack_exports__Vr as Vr, __webpack_exports__Vt as Vt, __webpack_exports__W as W, __webpack_exports__Wn as Wn, __webpack_exports__Wr as Wr, __webpack_exports__Wt as Wt, __webpack_exports__X as X, __webpack_exports__Xn as Xn, __webpack_exports__Xr as Xr, __webpack_exports__Xt as Xt, __webpack_exports__Y as Y, __webpack_exports__Yn as Yn, __webpack_exports__Yr as Yr, __webpack_exports__Yt as Yt, __webpack_exports__Z as Z, __webpack_exports__Zn as Zn, __webpack_exports__Zr as Zr, __webpack_exports__Zt as Zt, __webpack_exports___ as _, __webpack_exports___n as _n, __webpack_exports___r as _r, __webpack_exports___t as _t, __webpack_exports__a as a, __webpack_exports__an as an, __webpack_exports__ar as ar, __webpack_exports__at as at, __webpack_exports__b as b, __webpack_exports__bn as bn, __webpack_exports__br as br, __webpack_exports__bt as bt, __webpack_exports__c as c, __webpack_exports__cn as cn, __webpack_exports__cr as cr, __webpack_exports__ct as ct, __webpack_exports__d as d, __webpack_exports__dn as dn, __webpack_exports__dr as dr, __webpack_exports__dt as dt, __webpack_exports__en as en, __webpack_exports__er as er, __webpack_exports__et as et, __webpack_exports__f as f, __webpack_exports__fn as fn, __webpack_exports__fr as fr, __webpack_exports__ft as ft, __webpack_exports__g as g, __webpack_exports__gn as gn, __webpack_exports__gr as gr, __webpack_exports__gt as gt, __webpack_exports__h as h, __webpack_exports__hn as hn, __webpack_exports__hr as hr, __webpack_exports__ht as ht, __webpack_exports__i as i, __webpack_exports__in as in, __webpack_exports__ir as ir, __webpack_exports__it as it, __webpack_exports__j as j, __webpack_exports__jn as jn, __webpack_exports__jr as jr, __webpack_exports__jt as jt, __webpack_exports__k as k, __webpack_exports__kn as kn, __webpack_exports__kr as kr, __webpack_exports__kt as kt, __webpack_exports__l as l, __webpack_exports__ln as ln, __webpack_exports__lr as lr, __webpack_exports__lt as lt, __webpack_exports__m as m, __webpack_exports__mn as mn, __webpack_exports__mr as mr, __webpack_exports__mt as mt, __webpack_exports__n as n, __webpack_exports__nn as nn, __webpack_exports__nr as nr, __webpack_exports__nt as nt, __webpack_exports__o as o, __webpack_exports__on as on, __webpack_exports__or as or, __webpack_exports__ot as ot, __webpack_exports__p as p, __webpack_exports__pn as pn, __webpack_exports__pr as pr, __webpack_exports__pt as pt, __webpack_exports__q as q, __webpack_exports__qn as qn, __webpack_exports__qr as qr, __webpack_exports__qt as qt, __webpack_exports__r as r, __webpack_exports__rn as rn, __webpack_exports__rr as rr, __webpack_exports__rt as rt, __webpack_exports__s as s, __webpack_exports__sn as sn, __webpack_exports__sr as sr, __webpack_exports__st as st, __webpack_exports__t as t, __webpack_exports__tn as tn, __webpack_exports__tr as tr, __webpack_exports__tt as tt, __webpack_exports__u as u, __webpack_exports__un as un, __webpack_exports__ur as ur, __webpack_exports__ut as ut, __webpack_exports__v as v, __webpack_exports__vn as vn, __webpack_exports__vr as vr, __webpack_exports__vt as vt, __webpack_exports__w as w, __webpack_exports__wn as wn, __webpack_exports__wr as wr, __webpack_exports__wt as wt, __webpack_exports__x as x, __webpack_exports__xn as xn, __webpack_exports__xr as xr, __webpack_exports__xt as xt, __webpack_exports__y as y, __webpack_exports__yn as yn, __webpack_exports__yr as yr, __webpack_exports__yt as yt, __webpack_exports__z as z, __webpack_exports__zn as zn, __webpack_exports__zr as zr, __webpack_exports__zt as zt };
