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
  $: () => (/* binding */ proveImage),
  $t: () => (/* binding */ string),
  A: () => (/* binding */ ReleaseProver),
  At: () => (/* binding */ digestOfFile),
  B: () => (/* binding */ gatherBeside),
  Bt: () => (/* binding */ literal),
  C: () => (/* binding */ resolveVersions),
  Ct: () => (/* binding */ copyFile),
  D: () => (/* binding */ listWeakerRequests),
  Dt: () => (/* binding */ isStagedNow),
  E: () => (/* binding */ reached),
  Et: () => (/* binding */ findFault$1),
  F: () => (/* binding */ describe),
  Ft: () => (/* binding */ readJson$4),
  G: () => (/* binding */ searchRelated),
  Gt: () => (/* binding */ parse),
  H: () => (/* binding */ NO_FACTS),
  Ht: () => (/* binding */ minLength),
  I: () => (/* binding */ gatherFacts),
  It: () => (/* binding */ withoutValue),
  J: () => (/* binding */ judgeLogs),
  Jt: () => (/* binding */ record),
  K: () => (/* binding */ lazyContext),
  Kt: () => (/* binding */ picklist),
  L: () => (/* binding */ toFactsInput),
  Lt: () => (/* binding */ array),
  M: () => (/* binding */ bindItself),
  Mt: () => (/* binding */ writeOnce),
  N: () => (/* binding */ readChecksumSha512),
  Nt: () => (/* binding */ writeWhole),
  O: () => (/* binding */ assertAge),
  Ot: () => (/* binding */ settle$1),
  P: () => (/* binding */ toSbomReader),
  Pt: () => (/* binding */ formatBundle),
  Q: () => (/* binding */ assertFitsCluster),
  Qt: () => (/* binding */ strictObject),
  R: () => (/* binding */ SbomsAtHand),
  Rt: () => (/* binding */ check),
  S: () => (/* binding */ patchesBelow),
  St: () => (/* binding */ stageArtifact),
  T: () => (/* binding */ watch),
  Tt: () => (/* binding */ writeNewFile),
  U: () => (/* binding */ diagnose),
  Ut: () => (/* binding */ minValue),
  V: () => (/* binding */ toFactsContext),
  Vt: () => (/* binding */ maxLength),
  W: () => (/* binding */ diagnoseCheck),
  Wt: () => (/* binding */ number),
  X: () => (/* binding */ readFormer),
  Xt: () => (/* binding */ safeInteger),
  Y: () => (/* binding */ readCheckpoints),
  Yt: () => (/* binding */ regex),
  Z: () => (/* binding */ signedTreesOf),
  Zt: () => (/* binding */ safeParse),
  _: () => (/* binding */ get_command_exports),
  _t: () => (/* binding */ reachOf),
  a: () => (/* binding */ toolFolder),
  an: () => (/* binding */ isThere),
  at: () => (/* binding */ embeddedTufRoot),
  b: () => (/* binding */ warningsOf),
  bt: () => (/* binding */ folder_exports),
  c: () => (/* binding */ entry_command_exports),
  cn: () => (/* binding */ renameIfFree),
  ct: () => (/* binding */ SYSTEM_CLOCK),
  d: () => (/* binding */ ask_for_plan_exports),
  dn: () => (/* binding */ remove),
  dt: () => (/* binding */ assertAllowed),
  en: () => (/* binding */ transform),
  et: () => (/* binding */ prove),
  f: () => (/* binding */ readCachedFolder),
  fn: () => (/* binding */ removeNow),
  ft: () => (/* binding */ assertLiteral),
  g: () => (/* binding */ runImageCommand),
  gt: () => (/* binding */ formatUrl),
  h: () => (/* binding */ image_command_exports),
  ht: () => (/* binding */ createGatedLookup),
  i: () => (/* binding */ platformFolder),
  "in": () => (/* binding */ replaceFile),
  it: () => (/* binding */ withWorld),
  j: () => (/* binding */ bindBySbom),
  jt: () => (/* binding */ lookAtFile),
  k: () => (/* binding */ createAgeChoice),
  kt: () => (/* binding */ boundYoungGeneration),
  l: () => (/* binding */ checksums_exports),
  ln: () => (/* binding */ renameIfThere),
  lt: () => (/* binding */ isNotFound),
  m: () => (/* binding */ verify_command_exports),
  mn: () => (/* binding */ writing),
  mt: () => (/* binding */ classOfLiteral),
  n: () => (/* binding */ find_cached_exports),
  nn: () => (/* binding */ makePrivateFolder),
  nt: () => (/* binding */ noticesOfImage),
  o: () => (/* binding */ lock_update_exports),
  on: () => (/* binding */ isThereNow),
  ot: () => (/* binding */ parseTrustedRoot),
  p: () => (/* binding */ runVerifyCommand),
  pn: () => (/* binding */ makeFolder),
  pt: () => (/* binding */ bareHost),
  q: () => (/* binding */ toJudging),
  qt: () => (/* binding */ pipe),
  r: () => (/* binding */ CachePlaces),
  rn: () => (/* binding */ pendFiles),
  rt: () => (/* binding */ pLimit),
  s: () => (/* binding */ lock_diff_exports),
  sn: () => (/* binding */ rename),
  st: () => (/* binding */ NO_INSTALLER),
  t: () => (/* binding */ createToolCache),
  tn: () => (/* binding */ createTemporaryFolder),
  tt: () => (/* binding */ selfTested),
  u: () => (/* binding */ proveLists),
  un: () => (/* binding */ renameNow),
  ut: () => (/* binding */ assertForm),
  v: () => (/* binding */ runGet),
  vt: () => (/* binding */ resolveGiven),
  w: () => (/* binding */ supportedMinors),
  wt: () => (/* binding */ setMode),
  x: () => (/* binding */ describeAll),
  xt: () => (/* binding */ bundleName),
  y: () => (/* binding */ reportRun),
  yt: () => (/* binding */ classOfAddress),
  z: () => (/* binding */ besideReleased),
  zt: () => (/* binding */ exactOptional)
});

;// CONCATENATED MODULE: external "./rolldown-runtime.js"
var x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var y = (x) => (() => (x))
const external_rolldown_runtime_js_namespaceObject = x({ ["a"]: () => (__WEBPACK_EXTERNAL_MODULE__rolldown_runtime_js_e145cd65__.a), ["r"]: () => (__WEBPACK_EXTERNAL_MODULE__rolldown_runtime_js_e145cd65__.r), ["t"]: () => (__WEBPACK_EXTERNAL_MODULE__rolldown_runtime_js_e145cd65__.t) });
;// CONCATENATED MODULE: external "./common.js"
var external_common_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var external_common_js_y = (x) => (() => (x))
const external_common_js_namespaceObject = external_common_js_x({ ["$"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.$), ["$n"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.$n), ["$r"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.$r), ["$t"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.$t), ["An"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.An), ["Ar"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Ar), ["At"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.At), ["B"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.B), ["Bn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Bn), ["Bt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Bt), ["Cn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Cn), ["Cr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Cr), ["Ct"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Ct), ["Dn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Dn), ["Dr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Dr), ["Dt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Dt), ["Er"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Er), ["Et"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Et), ["Fn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Fn), ["Ft"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Ft), ["Gn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Gn), ["Gt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Gt), ["H"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.H), ["Ht"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Ht), ["Ir"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Ir), ["It"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.It), ["Jn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Jn), ["Jt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Jt), ["Kn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Kn), ["Kt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Kt), ["Ln"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Ln), ["Lr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Lr), ["Mn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Mn), ["Mr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Mr), ["Mt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Mt), ["Nt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Nt), ["O"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.O), ["On"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.On), ["Or"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Or), ["Ot"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Ot), ["Pn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Pn), ["Pr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Pr), ["Pt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Pt), ["Q"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Q), ["Qn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Qn), ["Qr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Qr), ["Qt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Qt), ["R"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.R), ["Sn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Sn), ["Sr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Sr), ["St"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.St), ["Tn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Tn), ["Tr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Tr), ["Tt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Tt), ["U"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.U), ["Ut"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Ut), ["V"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.V), ["Vn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Vn), ["Vr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Vr), ["Vt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Vt), ["W"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.W), ["Wn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Wn), ["Wt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Wt), ["X"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.X), ["Xn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Xn), ["Xr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Xr), ["Xt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Xt), ["Y"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Y), ["Yn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Yn), ["Yt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Yt), ["Z"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Z), ["Zn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Zn), ["Zr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Zr), ["Zt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Zt), ["_n"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__._n), ["_r"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__._r), ["_t"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__._t), ["an"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.an), ["ar"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.ar), ["at"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.at), ["b"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.b), ["bn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.bn), ["br"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.br), ["bt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.bt), ["cn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.cn), ["cr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.cr), ["ct"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.ct), ["dn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.dn), ["dr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.dr), ["dt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.dt), ["en"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.en), ["er"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.er), ["et"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.et), ["fn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.fn), ["fr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.fr), ["gn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.gn), ["gt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.gt), ["hn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.hn), ["hr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.hr), ["ht"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.ht), ["it"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.it), ["jn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.jn), ["jr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.jr), ["jt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.jt), ["kn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.kn), ["kr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.kr), ["ln"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.ln), ["lr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.lr), ["lt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.lt), ["mn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.mn), ["mr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.mr), ["nn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.nn), ["nr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.nr), ["nt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.nt), ["on"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.on), ["or"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.or), ["ot"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.ot), ["pn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.pn), ["pr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.pr), ["pt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.pt), ["qn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.qn), ["rn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.rn), ["rt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.rt), ["sn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.sn), ["sr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.sr), ["st"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.st), ["tn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.tn), ["tr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.tr), ["tt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.tt), ["ur"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.ur), ["ut"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.ut), ["vn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.vn), ["vr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.vr), ["vt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.vt), ["wn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.wn), ["wr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.wr), ["xn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.xn), ["xr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.xr), ["xt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.xt), ["yn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.yn), ["yr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.yr), ["yt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.yt), ["z"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.z), ["zr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.zr), ["zt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.zt) });
;// CONCATENATED MODULE: ./.build/prove.js


// node_modules/@sigstore/protobuf-specs/dist/__generated__/envelope.js
var require_envelope = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Signature = exports.Envelope = void 0;
	exports.Envelope = {
		fromJSON(object) {
			return {
				payload: isSet(object.payload) ? Buffer.from(bytesFromBase64(object.payload)) : Buffer.alloc(0),
				payloadType: isSet(object.payloadType) ? globalThis.String(object.payloadType) : "",
				signatures: globalThis.Array.isArray(object?.signatures) ? object.signatures.map((e) => exports.Signature.fromJSON(e)) : []
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.payload.length !== 0) obj.payload = base64FromBytes(message.payload);
			if (message.payloadType !== "") obj.payloadType = message.payloadType;
			if (message.signatures?.length) obj.signatures = message.signatures.map((e) => exports.Signature.toJSON(e));
			return obj;
		}
	};
	exports.Signature = {
		fromJSON(object) {
			return {
				sig: isSet(object.sig) ? Buffer.from(bytesFromBase64(object.sig)) : Buffer.alloc(0),
				keyid: isSet(object.keyid) ? globalThis.String(object.keyid) : ""
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.sig.length !== 0) obj.sig = base64FromBytes(message.sig);
			if (message.keyid !== "") obj.keyid = message.keyid;
			return obj;
		}
	};
	function bytesFromBase64(b64) {
		return Uint8Array.from(globalThis.Buffer.from(b64, "base64"));
	}
	function base64FromBytes(arr) {
		return globalThis.Buffer.from(arr).toString("base64");
	}
	function isSet(value) {
		return value !== null && value !== void 0;
	}
}));
// node_modules/@sigstore/protobuf-specs/dist/__generated__/google/protobuf/timestamp.js
var require_timestamp$2 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Timestamp = void 0;
	exports.Timestamp = {
		fromJSON(object) {
			return {
				seconds: isSet(object.seconds) ? globalThis.String(object.seconds) : "0",
				nanos: isSet(object.nanos) ? globalThis.Number(object.nanos) : 0
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.seconds !== "0") obj.seconds = message.seconds;
			if (message.nanos !== 0) obj.nanos = Math.round(message.nanos);
			return obj;
		}
	};
	function isSet(value) {
		return value !== null && value !== void 0;
	}
}));
// node_modules/@sigstore/protobuf-specs/dist/__generated__/sigstore_common.js
var require_sigstore_common = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.TimeRange = exports.X509CertificateChain = exports.SubjectAlternativeName = exports.X509Certificate = exports.DistinguishedName = exports.ObjectIdentifierValuePair = exports.ObjectIdentifier = exports.PublicKeyIdentifier = exports.PublicKey = exports.RFC3161SignedTimestamp = exports.LogId = exports.MessageSignature = exports.HashOutput = exports.SubjectAlternativeNameType = exports.PublicKeyDetails = exports.HashAlgorithm = void 0;
	exports.hashAlgorithmFromJSON = hashAlgorithmFromJSON;
	exports.hashAlgorithmToJSON = hashAlgorithmToJSON;
	exports.publicKeyDetailsFromJSON = publicKeyDetailsFromJSON;
	exports.publicKeyDetailsToJSON = publicKeyDetailsToJSON;
	exports.subjectAlternativeNameTypeFromJSON = subjectAlternativeNameTypeFromJSON;
	exports.subjectAlternativeNameTypeToJSON = subjectAlternativeNameTypeToJSON;
	const timestamp_1 = require_timestamp$2();
	/**
	* Only a subset of the secure hash standard algorithms are supported.
	* See <https://nvlpubs.nist.gov/nistpubs/FIPS/NIST.FIPS.180-4.pdf> for more
	* details.
	* UNSPECIFIED SHOULD not be used, primary reason for inclusion is to force
	* any proto JSON serialization to emit the used hash algorithm, as default
	* option is to *omit* the default value of an enum (which is the first
	* value, represented by '0'.
	*/
	var HashAlgorithm;
	(function(HashAlgorithm) {
		HashAlgorithm[HashAlgorithm["HASH_ALGORITHM_UNSPECIFIED"] = 0] = "HASH_ALGORITHM_UNSPECIFIED";
		HashAlgorithm[HashAlgorithm["SHA2_256"] = 1] = "SHA2_256";
		HashAlgorithm[HashAlgorithm["SHA2_384"] = 2] = "SHA2_384";
		HashAlgorithm[HashAlgorithm["SHA2_512"] = 3] = "SHA2_512";
		/**
		* SHA3_256 - Used for LMS
		*
		* @deprecated
		*/
		HashAlgorithm[HashAlgorithm["SHA3_256"] = 4] = "SHA3_256";
		/**
		* SHA3_384 - Used for LMS
		*
		* @deprecated
		*/
		HashAlgorithm[HashAlgorithm["SHA3_384"] = 5] = "SHA3_384";
	})(HashAlgorithm || (exports.HashAlgorithm = HashAlgorithm = {}));
	function hashAlgorithmFromJSON(object) {
		switch (object) {
			case 0:
			case "HASH_ALGORITHM_UNSPECIFIED": return HashAlgorithm.HASH_ALGORITHM_UNSPECIFIED;
			case 1:
			case "SHA2_256": return HashAlgorithm.SHA2_256;
			case 2:
			case "SHA2_384": return HashAlgorithm.SHA2_384;
			case 3:
			case "SHA2_512": return HashAlgorithm.SHA2_512;
			case 4:
			case "SHA3_256": return HashAlgorithm.SHA3_256;
			case 5:
			case "SHA3_384": return HashAlgorithm.SHA3_384;
			default: throw new globalThis.Error("Unrecognized enum value " + object + " for enum HashAlgorithm");
		}
	}
	function hashAlgorithmToJSON(object) {
		switch (object) {
			case HashAlgorithm.HASH_ALGORITHM_UNSPECIFIED: return "HASH_ALGORITHM_UNSPECIFIED";
			case HashAlgorithm.SHA2_256: return "SHA2_256";
			case HashAlgorithm.SHA2_384: return "SHA2_384";
			case HashAlgorithm.SHA2_512: return "SHA2_512";
			case HashAlgorithm.SHA3_256: return "SHA3_256";
			case HashAlgorithm.SHA3_384: return "SHA3_384";
			default: throw new globalThis.Error("Unrecognized enum value " + object + " for enum HashAlgorithm");
		}
	}
	/**
	* Details of a specific public key, capturing the the key encoding method,
	* and signature algorithm.
	*
	* PublicKeyDetails captures the public key/hash algorithm combinations
	* recommended in the Sigstore ecosystem.
	*
	* This is modelled as a linear set as we want to provide a small number of
	* opinionated options instead of allowing every possible permutation.
	*
	* Any changes to this enum MUST be reflected in the algorithm registry.
	*
	* See: <https://github.com/sigstore/architecture-docs/blob/main/algorithm-registry.md>
	*
	* To avoid the possibility of contradicting formats such as PKCS1 with
	* ED25519 the valid permutations are listed as a linear set instead of a
	* cartesian set (i.e one combined variable instead of two, one for encoding
	* and one for the signature algorithm).
	*/
	var PublicKeyDetails;
	(function(PublicKeyDetails) {
		PublicKeyDetails[PublicKeyDetails["PUBLIC_KEY_DETAILS_UNSPECIFIED"] = 0] = "PUBLIC_KEY_DETAILS_UNSPECIFIED";
		/**
		* PKCS1_RSA_PKCS1V5 - RSA
		*
		* @deprecated
		*/
		PublicKeyDetails[PublicKeyDetails["PKCS1_RSA_PKCS1V5"] = 1] = "PKCS1_RSA_PKCS1V5";
		/**
		* PKCS1_RSA_PSS - See RFC8017
		*
		* @deprecated
		*/
		PublicKeyDetails[PublicKeyDetails["PKCS1_RSA_PSS"] = 2] = "PKCS1_RSA_PSS";
		/** @deprecated */
		PublicKeyDetails[PublicKeyDetails["PKIX_RSA_PKCS1V5"] = 3] = "PKIX_RSA_PKCS1V5";
		/** @deprecated */
		PublicKeyDetails[PublicKeyDetails["PKIX_RSA_PSS"] = 4] = "PKIX_RSA_PSS";
		/** PKIX_RSA_PKCS1V15_2048_SHA256 - RSA public key in PKIX format, PKCS#1v1.5 signature */
		PublicKeyDetails[PublicKeyDetails["PKIX_RSA_PKCS1V15_2048_SHA256"] = 9] = "PKIX_RSA_PKCS1V15_2048_SHA256";
		PublicKeyDetails[PublicKeyDetails["PKIX_RSA_PKCS1V15_3072_SHA256"] = 10] = "PKIX_RSA_PKCS1V15_3072_SHA256";
		PublicKeyDetails[PublicKeyDetails["PKIX_RSA_PKCS1V15_4096_SHA256"] = 11] = "PKIX_RSA_PKCS1V15_4096_SHA256";
		/** PKIX_RSA_PSS_2048_SHA256 - RSA public key in PKIX format, RSASSA-PSS signature */
		PublicKeyDetails[PublicKeyDetails["PKIX_RSA_PSS_2048_SHA256"] = 16] = "PKIX_RSA_PSS_2048_SHA256";
		PublicKeyDetails[PublicKeyDetails["PKIX_RSA_PSS_3072_SHA256"] = 17] = "PKIX_RSA_PSS_3072_SHA256";
		PublicKeyDetails[PublicKeyDetails["PKIX_RSA_PSS_4096_SHA256"] = 18] = "PKIX_RSA_PSS_4096_SHA256";
		/**
		* PKIX_ECDSA_P256_HMAC_SHA_256 - ECDSA
		*
		* @deprecated
		*/
		PublicKeyDetails[PublicKeyDetails["PKIX_ECDSA_P256_HMAC_SHA_256"] = 6] = "PKIX_ECDSA_P256_HMAC_SHA_256";
		/** PKIX_ECDSA_P256_SHA_256 - See NIST FIPS 186-4 */
		PublicKeyDetails[PublicKeyDetails["PKIX_ECDSA_P256_SHA_256"] = 5] = "PKIX_ECDSA_P256_SHA_256";
		PublicKeyDetails[PublicKeyDetails["PKIX_ECDSA_P384_SHA_384"] = 12] = "PKIX_ECDSA_P384_SHA_384";
		PublicKeyDetails[PublicKeyDetails["PKIX_ECDSA_P521_SHA_512"] = 13] = "PKIX_ECDSA_P521_SHA_512";
		/** PKIX_ED25519 - Ed 25519 */
		PublicKeyDetails[PublicKeyDetails["PKIX_ED25519"] = 7] = "PKIX_ED25519";
		PublicKeyDetails[PublicKeyDetails["PKIX_ED25519_PH"] = 8] = "PKIX_ED25519_PH";
		/**
		* PKIX_ECDSA_P384_SHA_256 - These algorithms are deprecated and should not be used, but they
		* were/are being used by most Sigstore clients implementations.
		*
		* @deprecated
		*/
		PublicKeyDetails[PublicKeyDetails["PKIX_ECDSA_P384_SHA_256"] = 19] = "PKIX_ECDSA_P384_SHA_256";
		/** @deprecated */
		PublicKeyDetails[PublicKeyDetails["PKIX_ECDSA_P521_SHA_256"] = 20] = "PKIX_ECDSA_P521_SHA_256";
		/**
		* LMS_SHA256 - LMS and LM-OTS
		*
		* These algorithms are deprecated and should not be used.
		* There are no plans to support SLH-DSA at this time.
		*
		* USER WARNING: LMS and LM-OTS are both stateful signature schemes.
		* Using them correctly requires discretion and careful consideration
		* to ensure that individual secret keys are not used more than once.
		* In addition, LM-OTS is a single-use scheme, meaning that it
		* MUST NOT be used for more than one signature per LM-OTS key.
		* If you cannot maintain these invariants, you MUST NOT use these
		* schemes.
		*
		* @deprecated
		*/
		PublicKeyDetails[PublicKeyDetails["LMS_SHA256"] = 14] = "LMS_SHA256";
		/** @deprecated */
		PublicKeyDetails[PublicKeyDetails["LMOTS_SHA256"] = 15] = "LMOTS_SHA256";
		/**
		* ML_DSA_44 - ML-DSA
		*
		* These ML_DSA_44, ML_DSA_65 and ML-DSA_87 algorithms are the pure variants
		* that take data to sign rather than the prehash variants (HashML-DSA), which
		* take digests. While considered quantum-resistant, their usage
		* involves tradeoffs in that signatures and keys are much larger, and
		* this makes deployments more costly.
		*
		* USER WARNING: ML_DSA_44, ML_DSA_65 and ML_DSA_87 are experimental algorithms.
		* In the future they MAY be used by private Sigstore deployments, but
		* they are not yet fully functional. This warning will be removed when
		* these algorithms are widely supported by Sigstore clients and servers,
		* but care should still be taken for production environments.
		*
		* See NIST FIPS 204, RFC 9881 for algorithm identifiers
		*/
		PublicKeyDetails[PublicKeyDetails["ML_DSA_44"] = 23] = "ML_DSA_44";
		PublicKeyDetails[PublicKeyDetails["ML_DSA_65"] = 21] = "ML_DSA_65";
		PublicKeyDetails[PublicKeyDetails["ML_DSA_87"] = 22] = "ML_DSA_87";
	})(PublicKeyDetails || (exports.PublicKeyDetails = PublicKeyDetails = {}));
	function publicKeyDetailsFromJSON(object) {
		switch (object) {
			case 0:
			case "PUBLIC_KEY_DETAILS_UNSPECIFIED": return PublicKeyDetails.PUBLIC_KEY_DETAILS_UNSPECIFIED;
			case 1:
			case "PKCS1_RSA_PKCS1V5": return PublicKeyDetails.PKCS1_RSA_PKCS1V5;
			case 2:
			case "PKCS1_RSA_PSS": return PublicKeyDetails.PKCS1_RSA_PSS;
			case 3:
			case "PKIX_RSA_PKCS1V5": return PublicKeyDetails.PKIX_RSA_PKCS1V5;
			case 4:
			case "PKIX_RSA_PSS": return PublicKeyDetails.PKIX_RSA_PSS;
			case 9:
			case "PKIX_RSA_PKCS1V15_2048_SHA256": return PublicKeyDetails.PKIX_RSA_PKCS1V15_2048_SHA256;
			case 10:
			case "PKIX_RSA_PKCS1V15_3072_SHA256": return PublicKeyDetails.PKIX_RSA_PKCS1V15_3072_SHA256;
			case 11:
			case "PKIX_RSA_PKCS1V15_4096_SHA256": return PublicKeyDetails.PKIX_RSA_PKCS1V15_4096_SHA256;
			case 16:
			case "PKIX_RSA_PSS_2048_SHA256": return PublicKeyDetails.PKIX_RSA_PSS_2048_SHA256;
			case 17:
			case "PKIX_RSA_PSS_3072_SHA256": return PublicKeyDetails.PKIX_RSA_PSS_3072_SHA256;
			case 18:
			case "PKIX_RSA_PSS_4096_SHA256": return PublicKeyDetails.PKIX_RSA_PSS_4096_SHA256;
			case 6:
			case "PKIX_ECDSA_P256_HMAC_SHA_256": return PublicKeyDetails.PKIX_ECDSA_P256_HMAC_SHA_256;
			case 5:
			case "PKIX_ECDSA_P256_SHA_256": return PublicKeyDetails.PKIX_ECDSA_P256_SHA_256;
			case 12:
			case "PKIX_ECDSA_P384_SHA_384": return PublicKeyDetails.PKIX_ECDSA_P384_SHA_384;
			case 13:
			case "PKIX_ECDSA_P521_SHA_512": return PublicKeyDetails.PKIX_ECDSA_P521_SHA_512;
			case 7:
			case "PKIX_ED25519": return PublicKeyDetails.PKIX_ED25519;
			case 8:
			case "PKIX_ED25519_PH": return PublicKeyDetails.PKIX_ED25519_PH;
			case 19:
			case "PKIX_ECDSA_P384_SHA_256": return PublicKeyDetails.PKIX_ECDSA_P384_SHA_256;
			case 20:
			case "PKIX_ECDSA_P521_SHA_256": return PublicKeyDetails.PKIX_ECDSA_P521_SHA_256;
			case 14:
			case "LMS_SHA256": return PublicKeyDetails.LMS_SHA256;
			case 15:
			case "LMOTS_SHA256": return PublicKeyDetails.LMOTS_SHA256;
			case 23:
			case "ML_DSA_44": return PublicKeyDetails.ML_DSA_44;
			case 21:
			case "ML_DSA_65": return PublicKeyDetails.ML_DSA_65;
			case 22:
			case "ML_DSA_87": return PublicKeyDetails.ML_DSA_87;
			default: throw new globalThis.Error("Unrecognized enum value " + object + " for enum PublicKeyDetails");
		}
	}
	function publicKeyDetailsToJSON(object) {
		switch (object) {
			case PublicKeyDetails.PUBLIC_KEY_DETAILS_UNSPECIFIED: return "PUBLIC_KEY_DETAILS_UNSPECIFIED";
			case PublicKeyDetails.PKCS1_RSA_PKCS1V5: return "PKCS1_RSA_PKCS1V5";
			case PublicKeyDetails.PKCS1_RSA_PSS: return "PKCS1_RSA_PSS";
			case PublicKeyDetails.PKIX_RSA_PKCS1V5: return "PKIX_RSA_PKCS1V5";
			case PublicKeyDetails.PKIX_RSA_PSS: return "PKIX_RSA_PSS";
			case PublicKeyDetails.PKIX_RSA_PKCS1V15_2048_SHA256: return "PKIX_RSA_PKCS1V15_2048_SHA256";
			case PublicKeyDetails.PKIX_RSA_PKCS1V15_3072_SHA256: return "PKIX_RSA_PKCS1V15_3072_SHA256";
			case PublicKeyDetails.PKIX_RSA_PKCS1V15_4096_SHA256: return "PKIX_RSA_PKCS1V15_4096_SHA256";
			case PublicKeyDetails.PKIX_RSA_PSS_2048_SHA256: return "PKIX_RSA_PSS_2048_SHA256";
			case PublicKeyDetails.PKIX_RSA_PSS_3072_SHA256: return "PKIX_RSA_PSS_3072_SHA256";
			case PublicKeyDetails.PKIX_RSA_PSS_4096_SHA256: return "PKIX_RSA_PSS_4096_SHA256";
			case PublicKeyDetails.PKIX_ECDSA_P256_HMAC_SHA_256: return "PKIX_ECDSA_P256_HMAC_SHA_256";
			case PublicKeyDetails.PKIX_ECDSA_P256_SHA_256: return "PKIX_ECDSA_P256_SHA_256";
			case PublicKeyDetails.PKIX_ECDSA_P384_SHA_384: return "PKIX_ECDSA_P384_SHA_384";
			case PublicKeyDetails.PKIX_ECDSA_P521_SHA_512: return "PKIX_ECDSA_P521_SHA_512";
			case PublicKeyDetails.PKIX_ED25519: return "PKIX_ED25519";
			case PublicKeyDetails.PKIX_ED25519_PH: return "PKIX_ED25519_PH";
			case PublicKeyDetails.PKIX_ECDSA_P384_SHA_256: return "PKIX_ECDSA_P384_SHA_256";
			case PublicKeyDetails.PKIX_ECDSA_P521_SHA_256: return "PKIX_ECDSA_P521_SHA_256";
			case PublicKeyDetails.LMS_SHA256: return "LMS_SHA256";
			case PublicKeyDetails.LMOTS_SHA256: return "LMOTS_SHA256";
			case PublicKeyDetails.ML_DSA_44: return "ML_DSA_44";
			case PublicKeyDetails.ML_DSA_65: return "ML_DSA_65";
			case PublicKeyDetails.ML_DSA_87: return "ML_DSA_87";
			default: throw new globalThis.Error("Unrecognized enum value " + object + " for enum PublicKeyDetails");
		}
	}
	var SubjectAlternativeNameType;
	(function(SubjectAlternativeNameType) {
		SubjectAlternativeNameType[SubjectAlternativeNameType["SUBJECT_ALTERNATIVE_NAME_TYPE_UNSPECIFIED"] = 0] = "SUBJECT_ALTERNATIVE_NAME_TYPE_UNSPECIFIED";
		SubjectAlternativeNameType[SubjectAlternativeNameType["EMAIL"] = 1] = "EMAIL";
		SubjectAlternativeNameType[SubjectAlternativeNameType["URI"] = 2] = "URI";
		/**
		* OTHER_NAME - OID 1.3.6.1.4.1.57264.1.7
		* See https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md#1361415726417--othername-san
		* for more details.
		*/
		SubjectAlternativeNameType[SubjectAlternativeNameType["OTHER_NAME"] = 3] = "OTHER_NAME";
	})(SubjectAlternativeNameType || (exports.SubjectAlternativeNameType = SubjectAlternativeNameType = {}));
	function subjectAlternativeNameTypeFromJSON(object) {
		switch (object) {
			case 0:
			case "SUBJECT_ALTERNATIVE_NAME_TYPE_UNSPECIFIED": return SubjectAlternativeNameType.SUBJECT_ALTERNATIVE_NAME_TYPE_UNSPECIFIED;
			case 1:
			case "EMAIL": return SubjectAlternativeNameType.EMAIL;
			case 2:
			case "URI": return SubjectAlternativeNameType.URI;
			case 3:
			case "OTHER_NAME": return SubjectAlternativeNameType.OTHER_NAME;
			default: throw new globalThis.Error("Unrecognized enum value " + object + " for enum SubjectAlternativeNameType");
		}
	}
	function subjectAlternativeNameTypeToJSON(object) {
		switch (object) {
			case SubjectAlternativeNameType.SUBJECT_ALTERNATIVE_NAME_TYPE_UNSPECIFIED: return "SUBJECT_ALTERNATIVE_NAME_TYPE_UNSPECIFIED";
			case SubjectAlternativeNameType.EMAIL: return "EMAIL";
			case SubjectAlternativeNameType.URI: return "URI";
			case SubjectAlternativeNameType.OTHER_NAME: return "OTHER_NAME";
			default: throw new globalThis.Error("Unrecognized enum value " + object + " for enum SubjectAlternativeNameType");
		}
	}
	exports.HashOutput = {
		fromJSON(object) {
			return {
				algorithm: isSet(object.algorithm) ? hashAlgorithmFromJSON(object.algorithm) : 0,
				digest: isSet(object.digest) ? Buffer.from(bytesFromBase64(object.digest)) : Buffer.alloc(0)
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.algorithm !== 0) obj.algorithm = hashAlgorithmToJSON(message.algorithm);
			if (message.digest.length !== 0) obj.digest = base64FromBytes(message.digest);
			return obj;
		}
	};
	exports.MessageSignature = {
		fromJSON(object) {
			return {
				messageDigest: isSet(object.messageDigest) ? exports.HashOutput.fromJSON(object.messageDigest) : void 0,
				signature: isSet(object.signature) ? Buffer.from(bytesFromBase64(object.signature)) : Buffer.alloc(0)
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.messageDigest !== void 0) obj.messageDigest = exports.HashOutput.toJSON(message.messageDigest);
			if (message.signature.length !== 0) obj.signature = base64FromBytes(message.signature);
			return obj;
		}
	};
	exports.LogId = {
		fromJSON(object) {
			return { keyId: isSet(object.keyId) ? Buffer.from(bytesFromBase64(object.keyId)) : Buffer.alloc(0) };
		},
		toJSON(message) {
			const obj = {};
			if (message.keyId.length !== 0) obj.keyId = base64FromBytes(message.keyId);
			return obj;
		}
	};
	exports.RFC3161SignedTimestamp = {
		fromJSON(object) {
			return { signedTimestamp: isSet(object.signedTimestamp) ? Buffer.from(bytesFromBase64(object.signedTimestamp)) : Buffer.alloc(0) };
		},
		toJSON(message) {
			const obj = {};
			if (message.signedTimestamp.length !== 0) obj.signedTimestamp = base64FromBytes(message.signedTimestamp);
			return obj;
		}
	};
	exports.PublicKey = {
		fromJSON(object) {
			return {
				rawBytes: isSet(object.rawBytes) ? Buffer.from(bytesFromBase64(object.rawBytes)) : void 0,
				keyDetails: isSet(object.keyDetails) ? publicKeyDetailsFromJSON(object.keyDetails) : 0,
				validFor: isSet(object.validFor) ? exports.TimeRange.fromJSON(object.validFor) : void 0
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.rawBytes !== void 0) obj.rawBytes = base64FromBytes(message.rawBytes);
			if (message.keyDetails !== 0) obj.keyDetails = publicKeyDetailsToJSON(message.keyDetails);
			if (message.validFor !== void 0) obj.validFor = exports.TimeRange.toJSON(message.validFor);
			return obj;
		}
	};
	exports.PublicKeyIdentifier = {
		fromJSON(object) {
			return { hint: isSet(object.hint) ? globalThis.String(object.hint) : "" };
		},
		toJSON(message) {
			const obj = {};
			if (message.hint !== "") obj.hint = message.hint;
			return obj;
		}
	};
	exports.ObjectIdentifier = {
		fromJSON(object) {
			return { id: globalThis.Array.isArray(object?.id) ? object.id.map((e) => globalThis.Number(e)) : [] };
		},
		toJSON(message) {
			const obj = {};
			if (message.id?.length) obj.id = message.id.map((e) => Math.round(e));
			return obj;
		}
	};
	exports.ObjectIdentifierValuePair = {
		fromJSON(object) {
			return {
				oid: isSet(object.oid) ? exports.ObjectIdentifier.fromJSON(object.oid) : void 0,
				value: isSet(object.value) ? Buffer.from(bytesFromBase64(object.value)) : Buffer.alloc(0)
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.oid !== void 0) obj.oid = exports.ObjectIdentifier.toJSON(message.oid);
			if (message.value.length !== 0) obj.value = base64FromBytes(message.value);
			return obj;
		}
	};
	exports.DistinguishedName = {
		fromJSON(object) {
			return {
				organization: isSet(object.organization) ? globalThis.String(object.organization) : "",
				commonName: isSet(object.commonName) ? globalThis.String(object.commonName) : ""
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.organization !== "") obj.organization = message.organization;
			if (message.commonName !== "") obj.commonName = message.commonName;
			return obj;
		}
	};
	exports.X509Certificate = {
		fromJSON(object) {
			return { rawBytes: isSet(object.rawBytes) ? Buffer.from(bytesFromBase64(object.rawBytes)) : Buffer.alloc(0) };
		},
		toJSON(message) {
			const obj = {};
			if (message.rawBytes.length !== 0) obj.rawBytes = base64FromBytes(message.rawBytes);
			return obj;
		}
	};
	exports.SubjectAlternativeName = {
		fromJSON(object) {
			return {
				type: isSet(object.type) ? subjectAlternativeNameTypeFromJSON(object.type) : 0,
				identity: isSet(object.regexp) ? {
					$case: "regexp",
					regexp: globalThis.String(object.regexp)
				} : isSet(object.value) ? {
					$case: "value",
					value: globalThis.String(object.value)
				} : void 0
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.type !== 0) obj.type = subjectAlternativeNameTypeToJSON(message.type);
			if (message.identity?.$case === "regexp") obj.regexp = message.identity.regexp;
			else if (message.identity?.$case === "value") obj.value = message.identity.value;
			return obj;
		}
	};
	exports.X509CertificateChain = {
		fromJSON(object) {
			return { certificates: globalThis.Array.isArray(object?.certificates) ? object.certificates.map((e) => exports.X509Certificate.fromJSON(e)) : [] };
		},
		toJSON(message) {
			const obj = {};
			if (message.certificates?.length) obj.certificates = message.certificates.map((e) => exports.X509Certificate.toJSON(e));
			return obj;
		}
	};
	exports.TimeRange = {
		fromJSON(object) {
			return {
				start: isSet(object.start) ? fromJsonTimestamp(object.start) : void 0,
				end: isSet(object.end) ? fromJsonTimestamp(object.end) : void 0
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.start !== void 0) obj.start = message.start.toISOString();
			if (message.end !== void 0) obj.end = message.end.toISOString();
			return obj;
		}
	};
	function bytesFromBase64(b64) {
		return Uint8Array.from(globalThis.Buffer.from(b64, "base64"));
	}
	function base64FromBytes(arr) {
		return globalThis.Buffer.from(arr).toString("base64");
	}
	function fromTimestamp(t) {
		let millis = (globalThis.Number(t.seconds) || 0) * 1e3;
		millis += (t.nanos || 0) / 1e6;
		return new globalThis.Date(millis);
	}
	function fromJsonTimestamp(o) {
		if (o instanceof globalThis.Date) return o;
		else if (typeof o === "string") return new globalThis.Date(o);
		else return fromTimestamp(timestamp_1.Timestamp.fromJSON(o));
	}
	function isSet(value) {
		return value !== null && value !== void 0;
	}
}));
// node_modules/@sigstore/protobuf-specs/dist/__generated__/sigstore_rekor.js
var require_sigstore_rekor = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.TransparencyLogEntry = exports.InclusionPromise = exports.InclusionProof = exports.Checkpoint = exports.KindVersion = void 0;
	const sigstore_common_1 = require_sigstore_common();
	exports.KindVersion = {
		fromJSON(object) {
			return {
				kind: isSet(object.kind) ? globalThis.String(object.kind) : "",
				version: isSet(object.version) ? globalThis.String(object.version) : ""
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.kind !== "") obj.kind = message.kind;
			if (message.version !== "") obj.version = message.version;
			return obj;
		}
	};
	exports.Checkpoint = {
		fromJSON(object) {
			return { envelope: isSet(object.envelope) ? globalThis.String(object.envelope) : "" };
		},
		toJSON(message) {
			const obj = {};
			if (message.envelope !== "") obj.envelope = message.envelope;
			return obj;
		}
	};
	exports.InclusionProof = {
		fromJSON(object) {
			return {
				logIndex: isSet(object.logIndex) ? globalThis.String(object.logIndex) : "0",
				rootHash: isSet(object.rootHash) ? Buffer.from(bytesFromBase64(object.rootHash)) : Buffer.alloc(0),
				treeSize: isSet(object.treeSize) ? globalThis.String(object.treeSize) : "0",
				hashes: globalThis.Array.isArray(object?.hashes) ? object.hashes.map((e) => Buffer.from(bytesFromBase64(e))) : [],
				checkpoint: isSet(object.checkpoint) ? exports.Checkpoint.fromJSON(object.checkpoint) : void 0
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.logIndex !== "0") obj.logIndex = message.logIndex;
			if (message.rootHash.length !== 0) obj.rootHash = base64FromBytes(message.rootHash);
			if (message.treeSize !== "0") obj.treeSize = message.treeSize;
			if (message.hashes?.length) obj.hashes = message.hashes.map((e) => base64FromBytes(e));
			if (message.checkpoint !== void 0) obj.checkpoint = exports.Checkpoint.toJSON(message.checkpoint);
			return obj;
		}
	};
	exports.InclusionPromise = {
		fromJSON(object) {
			return { signedEntryTimestamp: isSet(object.signedEntryTimestamp) ? Buffer.from(bytesFromBase64(object.signedEntryTimestamp)) : Buffer.alloc(0) };
		},
		toJSON(message) {
			const obj = {};
			if (message.signedEntryTimestamp.length !== 0) obj.signedEntryTimestamp = base64FromBytes(message.signedEntryTimestamp);
			return obj;
		}
	};
	exports.TransparencyLogEntry = {
		fromJSON(object) {
			return {
				logIndex: isSet(object.logIndex) ? globalThis.String(object.logIndex) : "0",
				logId: isSet(object.logId) ? sigstore_common_1.LogId.fromJSON(object.logId) : void 0,
				kindVersion: isSet(object.kindVersion) ? exports.KindVersion.fromJSON(object.kindVersion) : void 0,
				integratedTime: isSet(object.integratedTime) ? globalThis.String(object.integratedTime) : "0",
				inclusionPromise: isSet(object.inclusionPromise) ? exports.InclusionPromise.fromJSON(object.inclusionPromise) : void 0,
				inclusionProof: isSet(object.inclusionProof) ? exports.InclusionProof.fromJSON(object.inclusionProof) : void 0,
				canonicalizedBody: isSet(object.canonicalizedBody) ? Buffer.from(bytesFromBase64(object.canonicalizedBody)) : Buffer.alloc(0)
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.logIndex !== "0") obj.logIndex = message.logIndex;
			if (message.logId !== void 0) obj.logId = sigstore_common_1.LogId.toJSON(message.logId);
			if (message.kindVersion !== void 0) obj.kindVersion = exports.KindVersion.toJSON(message.kindVersion);
			if (message.integratedTime !== "0") obj.integratedTime = message.integratedTime;
			if (message.inclusionPromise !== void 0) obj.inclusionPromise = exports.InclusionPromise.toJSON(message.inclusionPromise);
			if (message.inclusionProof !== void 0) obj.inclusionProof = exports.InclusionProof.toJSON(message.inclusionProof);
			if (message.canonicalizedBody.length !== 0) obj.canonicalizedBody = base64FromBytes(message.canonicalizedBody);
			return obj;
		}
	};
	function bytesFromBase64(b64) {
		return Uint8Array.from(globalThis.Buffer.from(b64, "base64"));
	}
	function base64FromBytes(arr) {
		return globalThis.Buffer.from(arr).toString("base64");
	}
	function isSet(value) {
		return value !== null && value !== void 0;
	}
}));
// node_modules/@sigstore/protobuf-specs/dist/__generated__/sigstore_bundle.js
var require_sigstore_bundle = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Bundle = exports.VerificationMaterial = exports.TimestampVerificationData = void 0;
	const envelope_1 = require_envelope();
	const sigstore_common_1 = require_sigstore_common();
	const sigstore_rekor_1 = require_sigstore_rekor();
	exports.TimestampVerificationData = {
		fromJSON(object) {
			return { rfc3161Timestamps: globalThis.Array.isArray(object?.rfc3161Timestamps) ? object.rfc3161Timestamps.map((e) => sigstore_common_1.RFC3161SignedTimestamp.fromJSON(e)) : [] };
		},
		toJSON(message) {
			const obj = {};
			if (message.rfc3161Timestamps?.length) obj.rfc3161Timestamps = message.rfc3161Timestamps.map((e) => sigstore_common_1.RFC3161SignedTimestamp.toJSON(e));
			return obj;
		}
	};
	exports.VerificationMaterial = {
		fromJSON(object) {
			return {
				content: isSet(object.publicKey) ? {
					$case: "publicKey",
					publicKey: sigstore_common_1.PublicKeyIdentifier.fromJSON(object.publicKey)
				} : isSet(object.x509CertificateChain) ? {
					$case: "x509CertificateChain",
					x509CertificateChain: sigstore_common_1.X509CertificateChain.fromJSON(object.x509CertificateChain)
				} : isSet(object.certificate) ? {
					$case: "certificate",
					certificate: sigstore_common_1.X509Certificate.fromJSON(object.certificate)
				} : void 0,
				tlogEntries: globalThis.Array.isArray(object?.tlogEntries) ? object.tlogEntries.map((e) => sigstore_rekor_1.TransparencyLogEntry.fromJSON(e)) : [],
				timestampVerificationData: isSet(object.timestampVerificationData) ? exports.TimestampVerificationData.fromJSON(object.timestampVerificationData) : void 0
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.content?.$case === "publicKey") obj.publicKey = sigstore_common_1.PublicKeyIdentifier.toJSON(message.content.publicKey);
			else if (message.content?.$case === "x509CertificateChain") obj.x509CertificateChain = sigstore_common_1.X509CertificateChain.toJSON(message.content.x509CertificateChain);
			else if (message.content?.$case === "certificate") obj.certificate = sigstore_common_1.X509Certificate.toJSON(message.content.certificate);
			if (message.tlogEntries?.length) obj.tlogEntries = message.tlogEntries.map((e) => sigstore_rekor_1.TransparencyLogEntry.toJSON(e));
			if (message.timestampVerificationData !== void 0) obj.timestampVerificationData = exports.TimestampVerificationData.toJSON(message.timestampVerificationData);
			return obj;
		}
	};
	exports.Bundle = {
		fromJSON(object) {
			return {
				mediaType: isSet(object.mediaType) ? globalThis.String(object.mediaType) : "",
				verificationMaterial: isSet(object.verificationMaterial) ? exports.VerificationMaterial.fromJSON(object.verificationMaterial) : void 0,
				content: isSet(object.messageSignature) ? {
					$case: "messageSignature",
					messageSignature: sigstore_common_1.MessageSignature.fromJSON(object.messageSignature)
				} : isSet(object.dsseEnvelope) ? {
					$case: "dsseEnvelope",
					dsseEnvelope: envelope_1.Envelope.fromJSON(object.dsseEnvelope)
				} : void 0
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.mediaType !== "") obj.mediaType = message.mediaType;
			if (message.verificationMaterial !== void 0) obj.verificationMaterial = exports.VerificationMaterial.toJSON(message.verificationMaterial);
			if (message.content?.$case === "messageSignature") obj.messageSignature = sigstore_common_1.MessageSignature.toJSON(message.content.messageSignature);
			else if (message.content?.$case === "dsseEnvelope") obj.dsseEnvelope = envelope_1.Envelope.toJSON(message.content.dsseEnvelope);
			return obj;
		}
	};
	function isSet(value) {
		return value !== null && value !== void 0;
	}
}));
// node_modules/@sigstore/protobuf-specs/dist/__generated__/sigstore_trustroot.js
var require_sigstore_trustroot = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ClientTrustConfig = exports.ServiceConfiguration = exports.Service = exports.SigningConfig = exports.TrustedRoot = exports.CertificateAuthority = exports.TransparencyLogInstance = exports.ServiceSelector = void 0;
	exports.serviceSelectorFromJSON = serviceSelectorFromJSON;
	exports.serviceSelectorToJSON = serviceSelectorToJSON;
	const sigstore_common_1 = require_sigstore_common();
	/**
	* ServiceSelector specifies how a client SHOULD select a set of
	* Services to connect to. A client SHOULD throw an error if
	* the value is SERVICE_SELECTOR_UNDEFINED.
	*/
	var ServiceSelector;
	(function(ServiceSelector) {
		ServiceSelector[ServiceSelector["SERVICE_SELECTOR_UNDEFINED"] = 0] = "SERVICE_SELECTOR_UNDEFINED";
		/**
		* ALL - Clients SHOULD select all Services based on supported API version
		* and validity window.
		*/
		ServiceSelector[ServiceSelector["ALL"] = 1] = "ALL";
		/**
		* ANY - Clients SHOULD select one Service based on supported API version
		* and validity window. It is up to the client implementation to
		* decide how to select the Service, e.g. random or round-robin.
		*/
		ServiceSelector[ServiceSelector["ANY"] = 2] = "ANY";
		/**
		* EXACT - Clients SHOULD select a specific number of Services based on
		* supported API version and validity window, using the provided
		* `count`. It is up to the client implementation to decide how to
		* select the Service, e.g. random or round-robin.
		*/
		ServiceSelector[ServiceSelector["EXACT"] = 3] = "EXACT";
	})(ServiceSelector || (exports.ServiceSelector = ServiceSelector = {}));
	function serviceSelectorFromJSON(object) {
		switch (object) {
			case 0:
			case "SERVICE_SELECTOR_UNDEFINED": return ServiceSelector.SERVICE_SELECTOR_UNDEFINED;
			case 1:
			case "ALL": return ServiceSelector.ALL;
			case 2:
			case "ANY": return ServiceSelector.ANY;
			case 3:
			case "EXACT": return ServiceSelector.EXACT;
			default: throw new globalThis.Error("Unrecognized enum value " + object + " for enum ServiceSelector");
		}
	}
	function serviceSelectorToJSON(object) {
		switch (object) {
			case ServiceSelector.SERVICE_SELECTOR_UNDEFINED: return "SERVICE_SELECTOR_UNDEFINED";
			case ServiceSelector.ALL: return "ALL";
			case ServiceSelector.ANY: return "ANY";
			case ServiceSelector.EXACT: return "EXACT";
			default: throw new globalThis.Error("Unrecognized enum value " + object + " for enum ServiceSelector");
		}
	}
	exports.TransparencyLogInstance = {
		fromJSON(object) {
			return {
				baseUrl: isSet(object.baseUrl) ? globalThis.String(object.baseUrl) : "",
				hashAlgorithm: isSet(object.hashAlgorithm) ? (0, sigstore_common_1.hashAlgorithmFromJSON)(object.hashAlgorithm) : 0,
				publicKey: isSet(object.publicKey) ? sigstore_common_1.PublicKey.fromJSON(object.publicKey) : void 0,
				logId: isSet(object.logId) ? sigstore_common_1.LogId.fromJSON(object.logId) : void 0,
				checkpointKeyId: isSet(object.checkpointKeyId) ? sigstore_common_1.LogId.fromJSON(object.checkpointKeyId) : void 0,
				operator: isSet(object.operator) ? globalThis.String(object.operator) : ""
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.baseUrl !== "") obj.baseUrl = message.baseUrl;
			if (message.hashAlgorithm !== 0) obj.hashAlgorithm = (0, sigstore_common_1.hashAlgorithmToJSON)(message.hashAlgorithm);
			if (message.publicKey !== void 0) obj.publicKey = sigstore_common_1.PublicKey.toJSON(message.publicKey);
			if (message.logId !== void 0) obj.logId = sigstore_common_1.LogId.toJSON(message.logId);
			if (message.checkpointKeyId !== void 0) obj.checkpointKeyId = sigstore_common_1.LogId.toJSON(message.checkpointKeyId);
			if (message.operator !== "") obj.operator = message.operator;
			return obj;
		}
	};
	exports.CertificateAuthority = {
		fromJSON(object) {
			return {
				subject: isSet(object.subject) ? sigstore_common_1.DistinguishedName.fromJSON(object.subject) : void 0,
				uri: isSet(object.uri) ? globalThis.String(object.uri) : "",
				certChain: isSet(object.certChain) ? sigstore_common_1.X509CertificateChain.fromJSON(object.certChain) : void 0,
				validFor: isSet(object.validFor) ? sigstore_common_1.TimeRange.fromJSON(object.validFor) : void 0,
				operator: isSet(object.operator) ? globalThis.String(object.operator) : ""
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.subject !== void 0) obj.subject = sigstore_common_1.DistinguishedName.toJSON(message.subject);
			if (message.uri !== "") obj.uri = message.uri;
			if (message.certChain !== void 0) obj.certChain = sigstore_common_1.X509CertificateChain.toJSON(message.certChain);
			if (message.validFor !== void 0) obj.validFor = sigstore_common_1.TimeRange.toJSON(message.validFor);
			if (message.operator !== "") obj.operator = message.operator;
			return obj;
		}
	};
	exports.TrustedRoot = {
		fromJSON(object) {
			return {
				mediaType: isSet(object.mediaType) ? globalThis.String(object.mediaType) : "",
				tlogs: globalThis.Array.isArray(object?.tlogs) ? object.tlogs.map((e) => exports.TransparencyLogInstance.fromJSON(e)) : [],
				certificateAuthorities: globalThis.Array.isArray(object?.certificateAuthorities) ? object.certificateAuthorities.map((e) => exports.CertificateAuthority.fromJSON(e)) : [],
				ctlogs: globalThis.Array.isArray(object?.ctlogs) ? object.ctlogs.map((e) => exports.TransparencyLogInstance.fromJSON(e)) : [],
				timestampAuthorities: globalThis.Array.isArray(object?.timestampAuthorities) ? object.timestampAuthorities.map((e) => exports.CertificateAuthority.fromJSON(e)) : []
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.mediaType !== "") obj.mediaType = message.mediaType;
			if (message.tlogs?.length) obj.tlogs = message.tlogs.map((e) => exports.TransparencyLogInstance.toJSON(e));
			if (message.certificateAuthorities?.length) obj.certificateAuthorities = message.certificateAuthorities.map((e) => exports.CertificateAuthority.toJSON(e));
			if (message.ctlogs?.length) obj.ctlogs = message.ctlogs.map((e) => exports.TransparencyLogInstance.toJSON(e));
			if (message.timestampAuthorities?.length) obj.timestampAuthorities = message.timestampAuthorities.map((e) => exports.CertificateAuthority.toJSON(e));
			return obj;
		}
	};
	exports.SigningConfig = {
		fromJSON(object) {
			return {
				mediaType: isSet(object.mediaType) ? globalThis.String(object.mediaType) : "",
				caUrls: globalThis.Array.isArray(object?.caUrls) ? object.caUrls.map((e) => exports.Service.fromJSON(e)) : [],
				oidcUrls: globalThis.Array.isArray(object?.oidcUrls) ? object.oidcUrls.map((e) => exports.Service.fromJSON(e)) : [],
				rekorTlogUrls: globalThis.Array.isArray(object?.rekorTlogUrls) ? object.rekorTlogUrls.map((e) => exports.Service.fromJSON(e)) : [],
				rekorTlogConfig: isSet(object.rekorTlogConfig) ? exports.ServiceConfiguration.fromJSON(object.rekorTlogConfig) : void 0,
				tsaUrls: globalThis.Array.isArray(object?.tsaUrls) ? object.tsaUrls.map((e) => exports.Service.fromJSON(e)) : [],
				tsaConfig: isSet(object.tsaConfig) ? exports.ServiceConfiguration.fromJSON(object.tsaConfig) : void 0
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.mediaType !== "") obj.mediaType = message.mediaType;
			if (message.caUrls?.length) obj.caUrls = message.caUrls.map((e) => exports.Service.toJSON(e));
			if (message.oidcUrls?.length) obj.oidcUrls = message.oidcUrls.map((e) => exports.Service.toJSON(e));
			if (message.rekorTlogUrls?.length) obj.rekorTlogUrls = message.rekorTlogUrls.map((e) => exports.Service.toJSON(e));
			if (message.rekorTlogConfig !== void 0) obj.rekorTlogConfig = exports.ServiceConfiguration.toJSON(message.rekorTlogConfig);
			if (message.tsaUrls?.length) obj.tsaUrls = message.tsaUrls.map((e) => exports.Service.toJSON(e));
			if (message.tsaConfig !== void 0) obj.tsaConfig = exports.ServiceConfiguration.toJSON(message.tsaConfig);
			return obj;
		}
	};
	exports.Service = {
		fromJSON(object) {
			return {
				url: isSet(object.url) ? globalThis.String(object.url) : "",
				majorApiVersion: isSet(object.majorApiVersion) ? globalThis.Number(object.majorApiVersion) : 0,
				validFor: isSet(object.validFor) ? sigstore_common_1.TimeRange.fromJSON(object.validFor) : void 0,
				operator: isSet(object.operator) ? globalThis.String(object.operator) : ""
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.url !== "") obj.url = message.url;
			if (message.majorApiVersion !== 0) obj.majorApiVersion = Math.round(message.majorApiVersion);
			if (message.validFor !== void 0) obj.validFor = sigstore_common_1.TimeRange.toJSON(message.validFor);
			if (message.operator !== "") obj.operator = message.operator;
			return obj;
		}
	};
	exports.ServiceConfiguration = {
		fromJSON(object) {
			return {
				selector: isSet(object.selector) ? serviceSelectorFromJSON(object.selector) : 0,
				count: isSet(object.count) ? globalThis.Number(object.count) : 0
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.selector !== 0) obj.selector = serviceSelectorToJSON(message.selector);
			if (message.count !== 0) obj.count = Math.round(message.count);
			return obj;
		}
	};
	exports.ClientTrustConfig = {
		fromJSON(object) {
			return {
				mediaType: isSet(object.mediaType) ? globalThis.String(object.mediaType) : "",
				trustedRoot: isSet(object.trustedRoot) ? exports.TrustedRoot.fromJSON(object.trustedRoot) : void 0,
				signingConfig: isSet(object.signingConfig) ? exports.SigningConfig.fromJSON(object.signingConfig) : void 0
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.mediaType !== "") obj.mediaType = message.mediaType;
			if (message.trustedRoot !== void 0) obj.trustedRoot = exports.TrustedRoot.toJSON(message.trustedRoot);
			if (message.signingConfig !== void 0) obj.signingConfig = exports.SigningConfig.toJSON(message.signingConfig);
			return obj;
		}
	};
	function isSet(value) {
		return value !== null && value !== void 0;
	}
}));
// node_modules/@sigstore/protobuf-specs/dist/__generated__/sigstore_verification.js
var require_sigstore_verification = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Input = exports.Artifact = exports.ArtifactVerificationOptions_ObserverTimestampOptions = exports.ArtifactVerificationOptions_TlogIntegratedTimestampOptions = exports.ArtifactVerificationOptions_TimestampAuthorityOptions = exports.ArtifactVerificationOptions_CtlogOptions = exports.ArtifactVerificationOptions_TlogOptions = exports.ArtifactVerificationOptions = exports.PublicKeyIdentities = exports.CertificateIdentities = exports.CertificateIdentity = void 0;
	const sigstore_bundle_1 = require_sigstore_bundle();
	const sigstore_common_1 = require_sigstore_common();
	const sigstore_trustroot_1 = require_sigstore_trustroot();
	exports.CertificateIdentity = {
		fromJSON(object) {
			return {
				issuer: isSet(object.issuer) ? globalThis.String(object.issuer) : "",
				san: isSet(object.san) ? sigstore_common_1.SubjectAlternativeName.fromJSON(object.san) : void 0,
				oids: globalThis.Array.isArray(object?.oids) ? object.oids.map((e) => sigstore_common_1.ObjectIdentifierValuePair.fromJSON(e)) : []
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.issuer !== "") obj.issuer = message.issuer;
			if (message.san !== void 0) obj.san = sigstore_common_1.SubjectAlternativeName.toJSON(message.san);
			if (message.oids?.length) obj.oids = message.oids.map((e) => sigstore_common_1.ObjectIdentifierValuePair.toJSON(e));
			return obj;
		}
	};
	exports.CertificateIdentities = {
		fromJSON(object) {
			return { identities: globalThis.Array.isArray(object?.identities) ? object.identities.map((e) => exports.CertificateIdentity.fromJSON(e)) : [] };
		},
		toJSON(message) {
			const obj = {};
			if (message.identities?.length) obj.identities = message.identities.map((e) => exports.CertificateIdentity.toJSON(e));
			return obj;
		}
	};
	exports.PublicKeyIdentities = {
		fromJSON(object) {
			return { publicKeys: globalThis.Array.isArray(object?.publicKeys) ? object.publicKeys.map((e) => sigstore_common_1.PublicKey.fromJSON(e)) : [] };
		},
		toJSON(message) {
			const obj = {};
			if (message.publicKeys?.length) obj.publicKeys = message.publicKeys.map((e) => sigstore_common_1.PublicKey.toJSON(e));
			return obj;
		}
	};
	exports.ArtifactVerificationOptions = {
		fromJSON(object) {
			return {
				signers: isSet(object.certificateIdentities) ? {
					$case: "certificateIdentities",
					certificateIdentities: exports.CertificateIdentities.fromJSON(object.certificateIdentities)
				} : isSet(object.publicKeys) ? {
					$case: "publicKeys",
					publicKeys: exports.PublicKeyIdentities.fromJSON(object.publicKeys)
				} : void 0,
				tlogOptions: isSet(object.tlogOptions) ? exports.ArtifactVerificationOptions_TlogOptions.fromJSON(object.tlogOptions) : void 0,
				ctlogOptions: isSet(object.ctlogOptions) ? exports.ArtifactVerificationOptions_CtlogOptions.fromJSON(object.ctlogOptions) : void 0,
				tsaOptions: isSet(object.tsaOptions) ? exports.ArtifactVerificationOptions_TimestampAuthorityOptions.fromJSON(object.tsaOptions) : void 0,
				integratedTsOptions: isSet(object.integratedTsOptions) ? exports.ArtifactVerificationOptions_TlogIntegratedTimestampOptions.fromJSON(object.integratedTsOptions) : void 0,
				observerOptions: isSet(object.observerOptions) ? exports.ArtifactVerificationOptions_ObserverTimestampOptions.fromJSON(object.observerOptions) : void 0
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.signers?.$case === "certificateIdentities") obj.certificateIdentities = exports.CertificateIdentities.toJSON(message.signers.certificateIdentities);
			else if (message.signers?.$case === "publicKeys") obj.publicKeys = exports.PublicKeyIdentities.toJSON(message.signers.publicKeys);
			if (message.tlogOptions !== void 0) obj.tlogOptions = exports.ArtifactVerificationOptions_TlogOptions.toJSON(message.tlogOptions);
			if (message.ctlogOptions !== void 0) obj.ctlogOptions = exports.ArtifactVerificationOptions_CtlogOptions.toJSON(message.ctlogOptions);
			if (message.tsaOptions !== void 0) obj.tsaOptions = exports.ArtifactVerificationOptions_TimestampAuthorityOptions.toJSON(message.tsaOptions);
			if (message.integratedTsOptions !== void 0) obj.integratedTsOptions = exports.ArtifactVerificationOptions_TlogIntegratedTimestampOptions.toJSON(message.integratedTsOptions);
			if (message.observerOptions !== void 0) obj.observerOptions = exports.ArtifactVerificationOptions_ObserverTimestampOptions.toJSON(message.observerOptions);
			return obj;
		}
	};
	exports.ArtifactVerificationOptions_TlogOptions = {
		fromJSON(object) {
			return {
				threshold: isSet(object.threshold) ? globalThis.Number(object.threshold) : 0,
				performOnlineVerification: isSet(object.performOnlineVerification) ? globalThis.Boolean(object.performOnlineVerification) : false,
				disable: isSet(object.disable) ? globalThis.Boolean(object.disable) : false
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.threshold !== 0) obj.threshold = Math.round(message.threshold);
			if (message.performOnlineVerification !== false) obj.performOnlineVerification = message.performOnlineVerification;
			if (message.disable !== false) obj.disable = message.disable;
			return obj;
		}
	};
	exports.ArtifactVerificationOptions_CtlogOptions = {
		fromJSON(object) {
			return {
				threshold: isSet(object.threshold) ? globalThis.Number(object.threshold) : 0,
				disable: isSet(object.disable) ? globalThis.Boolean(object.disable) : false
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.threshold !== 0) obj.threshold = Math.round(message.threshold);
			if (message.disable !== false) obj.disable = message.disable;
			return obj;
		}
	};
	exports.ArtifactVerificationOptions_TimestampAuthorityOptions = {
		fromJSON(object) {
			return {
				threshold: isSet(object.threshold) ? globalThis.Number(object.threshold) : 0,
				disable: isSet(object.disable) ? globalThis.Boolean(object.disable) : false
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.threshold !== 0) obj.threshold = Math.round(message.threshold);
			if (message.disable !== false) obj.disable = message.disable;
			return obj;
		}
	};
	exports.ArtifactVerificationOptions_TlogIntegratedTimestampOptions = {
		fromJSON(object) {
			return {
				threshold: isSet(object.threshold) ? globalThis.Number(object.threshold) : 0,
				disable: isSet(object.disable) ? globalThis.Boolean(object.disable) : false
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.threshold !== 0) obj.threshold = Math.round(message.threshold);
			if (message.disable !== false) obj.disable = message.disable;
			return obj;
		}
	};
	exports.ArtifactVerificationOptions_ObserverTimestampOptions = {
		fromJSON(object) {
			return {
				threshold: isSet(object.threshold) ? globalThis.Number(object.threshold) : 0,
				disable: isSet(object.disable) ? globalThis.Boolean(object.disable) : false
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.threshold !== 0) obj.threshold = Math.round(message.threshold);
			if (message.disable !== false) obj.disable = message.disable;
			return obj;
		}
	};
	exports.Artifact = {
		fromJSON(object) {
			return { data: isSet(object.artifactUri) ? {
				$case: "artifactUri",
				artifactUri: globalThis.String(object.artifactUri)
			} : isSet(object.artifact) ? {
				$case: "artifact",
				artifact: Buffer.from(bytesFromBase64(object.artifact))
			} : isSet(object.artifactDigest) ? {
				$case: "artifactDigest",
				artifactDigest: sigstore_common_1.HashOutput.fromJSON(object.artifactDigest)
			} : void 0 };
		},
		toJSON(message) {
			const obj = {};
			if (message.data?.$case === "artifactUri") obj.artifactUri = message.data.artifactUri;
			else if (message.data?.$case === "artifact") obj.artifact = base64FromBytes(message.data.artifact);
			else if (message.data?.$case === "artifactDigest") obj.artifactDigest = sigstore_common_1.HashOutput.toJSON(message.data.artifactDigest);
			return obj;
		}
	};
	exports.Input = {
		fromJSON(object) {
			return {
				artifactTrustRoot: isSet(object.artifactTrustRoot) ? sigstore_trustroot_1.TrustedRoot.fromJSON(object.artifactTrustRoot) : void 0,
				artifactVerificationOptions: isSet(object.artifactVerificationOptions) ? exports.ArtifactVerificationOptions.fromJSON(object.artifactVerificationOptions) : void 0,
				bundle: isSet(object.bundle) ? sigstore_bundle_1.Bundle.fromJSON(object.bundle) : void 0,
				artifact: isSet(object.artifact) ? exports.Artifact.fromJSON(object.artifact) : void 0
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.artifactTrustRoot !== void 0) obj.artifactTrustRoot = sigstore_trustroot_1.TrustedRoot.toJSON(message.artifactTrustRoot);
			if (message.artifactVerificationOptions !== void 0) obj.artifactVerificationOptions = exports.ArtifactVerificationOptions.toJSON(message.artifactVerificationOptions);
			if (message.bundle !== void 0) obj.bundle = sigstore_bundle_1.Bundle.toJSON(message.bundle);
			if (message.artifact !== void 0) obj.artifact = exports.Artifact.toJSON(message.artifact);
			return obj;
		}
	};
	function bytesFromBase64(b64) {
		return Uint8Array.from(globalThis.Buffer.from(b64, "base64"));
	}
	function base64FromBytes(arr) {
		return globalThis.Buffer.from(arr).toString("base64");
	}
	function isSet(value) {
		return value !== null && value !== void 0;
	}
}));
// node_modules/@sigstore/protobuf-specs/dist/index.js
var require_dist$3 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module, this$8) => {
	var __createBinding = this$8 && this$8.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __exportStar = this$8 && this$8.__exportStar || function(m, exports) {
		for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports, p)) __createBinding(exports, m, p);
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	__exportStar(require_envelope(), exports);
	__exportStar(require_sigstore_bundle(), exports);
	__exportStar(require_sigstore_common(), exports);
	__exportStar(require_sigstore_rekor(), exports);
	__exportStar(require_sigstore_trustroot(), exports);
	__exportStar(require_sigstore_verification(), exports);
}));
// src/files/writing.ts
var import__late_node_crypto = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.Qr)(), 1);
var import__late_node_fs = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.Zr)(), 1);
var import__late_node_path = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.Xr)(), 1);
var import_promises$1 = (0,external_common_js_namespaceObject.Ir)();
/**
* What the file system refuses is a coded error that names the path; one that is coded already stays what it is.
* @param path or what else is written
* @throws InstallError INSTALL_WRITE_FAILED
*/
async function writing(path, step) {
	try {
		return await step();
	} catch (cause) {
		if (cause instanceof external_common_js_namespaceObject.xr) throw cause;
		const message = `${path} cannot be written: ${(0,external_common_js_namespaceObject.jr)(cause)}`;
		throw new external_common_js_namespaceObject.Er("INSTALL_WRITE_FAILED", message, { cause });
	}
}
// src/files/make-folder.ts
/**
* Makes a folder, and those above it.
* @returns where it really is
* @throws InstallError INSTALL_WRITE_FAILED, INSTALL_PATH_UNSAFE
*/
async function makeFolder(folder, { root, mode = 511 } = {}) {
	const path = (0, import__late_node_path.resolve)(folder);
	const holder = root ?? ((0,external_common_js_namespaceObject.pr)(path, process.cwd()) ? process.cwd() : void 0);
	return writing(path, async () => {
		if (holder !== void 0) await assertBelow(await nearestFolder(path), holder);
		await (0, import_promises$1.mkdir)(path, {
			recursive: true,
			mode
		});
		const real = await (0, import_promises$1.realpath)(path);
		if (holder !== void 0) await assertBelow(real, holder);
		return real;
	});
}
async function assertBelow(real, holder) {
	const top = await nearestFolder(holder);
	if ((0,external_common_js_namespaceObject.pr)(real, top)) return;
	throw new external_common_js_namespaceObject.Er("INSTALL_PATH_UNSAFE", `a link leads out of ${(0, import__late_node_path.resolve)(holder)}`, {
		expected: `a folder in ${top}`,
		actual: real,
		hint: "Name the folder itself, not a link to it."
	});
}
/** The path, or the nearest folder above it that is there; its links followed. */
async function nearestFolder(path) {
	for (let folder = (0, import__late_node_path.resolve)(path);; folder = (0, import__late_node_path.dirname)(folder)) try {
		return await (0, import_promises$1.realpath)(folder);
	} catch (thrown) {
		const { code } = thrown;
		if (code !== "ENOENT" || (0, import__late_node_path.dirname)(folder) === folder) throw thrown;
	}
}
// src/files/no-cache.ts
/** The cache of who has none: nothing is found in it. */
const NO_CACHE = {
	find: () => Promise.resolve(void 0),
	remove: () => Promise.resolve(),
	list: () => Promise.resolve([]),
	has: () => Promise.resolve(false)
};
// src/files/abrupt-end.ts
/** What a runner sends when a job is cancelled, and a terminal on Ctrl-C or when it closes; with shells' exit codes. */
const SIGNALS = {
	SIGHUP: 129,
	SIGINT: 130,
	SIGTERM: 143
};
/**
* Registers what cleans up.
* @returns what takes it back, once there is nothing to clean up any more
*/
function onAbruptEnd(cleanUp) {
	const handlers = Object.entries(SIGNALS).map(([signal, exitCode]) => {
		const handler = () => {
			process.exit(exitCode);
		};
		process.once(signal, handler);
		return {
			signal,
			handler
		};
	});
	process.once("exit", cleanUp);
	return () => {
		for (const { signal, handler } of handlers) process.off(signal, handler);
		process.off("exit", cleanUp);
	};
}
// src/files/remove.ts
/** No retries of Node's own: those are made anew on each level, and for one held file take minutes. */
const OPTIONS = {
	recursive: true,
	force: true
};
/** A folder keeps a name on Windows until whoever reads the file has closed it. */
const HELD_IN_FOLDER = [...external_common_js_namespaceObject._r, "ENOTEMPTY"];
/** On a signal there is less than a second. */
const HASTY = {
	...OPTIONS,
	maxRetries: 3,
	retryDelay: 50
};
/** A file, or a folder with all that is in it; nothing when there is none. */
async function remove(path) {
	await (0,external_common_js_namespaceObject.yr)(() => (0, import_promises$1.rm)(path, OPTIONS), HELD_IN_FOLDER);
}
/** The same once all is well: what cannot be removed now is no fault of what was done, and is swept later. */
async function removeOrLeave(path) {
	await remove(path).catch(() => void 0);
}
/** The same where nobody can wait; what cannot be removed now is swept later. */
function removeNow(path) {
	try {
		(0, import__late_node_fs.rmSync)(path, HASTY);
	} catch {
		return;
	}
}
// src/files/rename.ts
/** What a folder's place says when it is taken; Windows says EPERM. */
const OCCUPIED = [
	"ENOTEMPTY",
	"EEXIST",
	"ENOTDIR",
	"EPERM",
	"EACCES"
];
/** Renames as soon as nobody holds the file. Throws what the file system said last. */
async function rename(from, to) {
	await (0,external_common_js_namespaceObject.yr)(() => (0, import_promises$1.rename)(from, to));
}
/** @returns whether there was anything to rename */
async function renameIfThere(from, to) {
	try {
		await rename(from, to);
		return true;
	} catch (thrown) {
		if ((0,external_common_js_namespaceObject.vr)(thrown) === "ENOENT") return false;
		throw thrown;
	}
}
/** @returns false when something stands at the destination */
async function renameIfFree(from, to) {
	try {
		await (0, import_promises$1.rename)(from, to);
		return true;
	} catch (thrown) {
		if (OCCUPIED.includes((0,external_common_js_namespaceObject.vr)(thrown)) && await isThere(to)) return false;
		if (!external_common_js_namespaceObject._r.includes((0,external_common_js_namespaceObject.vr)(thrown))) throw thrown;
	}
	await rename(from, to);
	return true;
}
/** Where nobody can wait. @returns whether it could be done */
function renameNow(from, to) {
	try {
		(0, import__late_node_fs.renameSync)(from, to);
		return true;
	} catch {
		return false;
	}
}
/** Whether anything stands at a path, where nobody can wait. */
function isThereNow(path) {
	return (0, import__late_node_fs.lstatSync)(path, { throwIfNoEntry: false }) !== void 0;
}
/** Whether anything stands at a path, a link that leads nowhere included. */
async function isThere(path) {
	return (0, import_promises$1.lstat)(path).then(() => true, () => false);
}
// src/files/replacement.ts
/** Files that take the places of others, all or none. */
var Replacement = class {
	#moves = [];
	/**
	* Moves a file, link or folder into its place, which is in the same file system.
	* @throws InstallError INSTALL_PATH_UNSAFE when something stands there that is not to be replaced, or what the
	*   file system says
	*/
	async move(from, to) {
		await assertReplaceable(to);
		const former = (0, import__late_node_path.join)((0, import__late_node_path.dirname)(to), `.${(0, import__late_node_path.basename)(to)}.${(0, import__late_node_crypto.randomUUID)()}.former`);
		const move = {
			from,
			to,
			former
		};
		this.#moves.push(move);
		await keep$1(to, former);
		move.isBegun = true;
		await rename(from, to);
	}
	/** What stood in the places is there again, and nothing else. */
	revert() {
		for (const move of this.#moves.splice(0).reverse()) revertNow(move);
	}
	/** All is well: second names go. */
	async settle() {
		for (const { former } of this.#moves.splice(0)) await removeOrLeave(former);
	}
};
/**
* Only a file is replaced, or a link: its name, not what it leads to.
* @throws InstallError INSTALL_PATH_UNSAFE
*/
async function assertReplaceable(path) {
	const found = await (0, import_promises$1.lstat)(path).catch(() => void 0);
	if (found === void 0 || found.isFile() || found.isSymbolicLink()) return;
	const what = found.isDirectory() ? "a folder" : "no regular file";
	throw new external_common_js_namespaceObject.Er("INSTALL_PATH_UNSAFE", `${path} is ${what}, and is not replaced`, {
		expected: "a regular file, a link, or nothing",
		actual: what,
		hint: "Move it away, or choose another folder."
	});
}
/** Nothing where nothing is. */
async function keep$1(path, former) {
	if (process.platform === "win32") return void await renameIfThere(path, former);
	try {
		await (0, import_promises$1.link)(path, former);
	} catch (thrown) {
		if (thrown.code === "ENOENT") return;
		await renameIfThere(path, former);
	}
}
/** By what is there: of a step that a signal fell into, nobody knows whether it was taken. */
function revertNow({ from, to, former, isBegun }) {
	if (!isThereNow(former)) {
		if (isBegun === true && !isThereNow(from)) removeNow(to);
		return;
	}
	if (renameNow(former, to)) removeNow(former);
}
// src/files/sweep.ts
/** Begins the name of every temporary folder, and stands in that of every file that is to replace another. */
const OURS = "verify-k8s-artifacts-";
/** Nothing that a person would call a file or folder of his own; never what stood somewhere before. */
const LEFTOVER = /^(?:\.?verify-k8s-artifacts-(?:run|tuf|staging|tools)-[A-Za-z0-9]{6}|\..+\.verify-k8s-artifacts-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** Jobs on runners of one's own take five days at most. */
const MAX_AGE_MS = 5184e5;
/** Removes what bears our name, has our owner, and is six days old. What cannot be swept is left, and nobody is told. */
async function sweep(folder, now = Date.now()) {
	const names = await (0, import_promises$1.readdir)(folder).catch(() => []);
	for (const name of names.filter((each) => LEFTOVER.test(each))) {
		const path = (0, import__late_node_path.join)(folder, name);
		try {
			const { uid, mtimeMs } = await (0, import_promises$1.lstat)(path);
			if ((process.geteuid === void 0 || uid === process.geteuid()) && now - mtimeMs > MAX_AGE_MS) await remove(path);
		} catch {
			continue;
		}
	}
}
// src/files/replace-file.ts
const { O_NOFOLLOW: O_NOFOLLOW$1 = 0 } = import__late_node_fs.constants;
const CREATE$1 = import__late_node_fs.constants.O_WRONLY | import__late_node_fs.constants.O_CREAT | import__late_node_fs.constants.O_EXCL | O_NOFOLLOW$1;
const MODE = 438;
const WRITE_LENGTH = 65536;
/**
* Replaces a file as a whole, or leaves it as it was. Folders that are missing are made.
* @throws InstallError INSTALL_WRITE_FAILED, INSTALL_PATH_UNSAFE
*/
async function replaceFile(file) {
	const pending = await pendFiles([file]);
	await pending.commit();
	await pending.settle();
}
/**
* Writes files beside their places, one after the other, so that one text at a time is in memory. A run that ends here leaves everything as it was.
* @throws InstallError INSTALL_WRITE_FAILED, INSTALL_PATH_UNSAFE; then nothing is left
*/
async function pendFiles(files) {
	const replacement = new Replacement();
	const staged = [];
	const undo = () => {
		replacement.revert();
		for (const path of staged) removeNow(path);
	};
	const release = onAbruptEnd(undo);
	const revert = () => {
		undo();
		release();
	};
	const moves = [];
	try {
		const folders = /* @__PURE__ */ new Set();
		for (const file of files) {
			if (file.root !== void 0) await makeFolder(file.root);
			const folder = await makeFolder((0, import__late_node_path.dirname)(file.path), { root: file.root });
			const to = (0, import__late_node_path.join)(folder, (0, import__late_node_path.basename)(file.path));
			const from = (0, import__late_node_path.join)(folder, `.${(0, import__late_node_path.basename)(file.path)}.${OURS}${(0, import__late_node_crypto.randomUUID)()}`);
			folders.add(folder);
			staged.push(from);
			moves.push({
				from,
				to
			});
			await writing(file.path, () => stage(file, {
				from,
				to
			}));
		}
		for (const folder of folders) await sweep(folder);
	} catch (thrown) {
		revert();
		throw thrown;
	}
	return {
		commit: async () => {
			try {
				for (const { from, to } of moves) await writing(to, () => replacement.move(from, to));
			} catch (thrown) {
				revert();
				throw thrown;
			}
		},
		revert,
		settle: async () => {
			release();
			await replacement.settle();
		}
	};
}
async function stage({ text }, { from, to }) {
	await assertReplaceable(to);
	const handle = await (0, import_promises$1.open)(from, CREATE$1, MODE);
	try {
		await writeText(handle, text);
		await handle.sync();
		await handle.close();
	} catch (thrown) {
		await handle.close().catch(() => void 0);
		await remove(from);
		throw thrown;
	}
	const former = await (0, import_promises$1.lstat)(to).catch(() => void 0);
	if (former?.isFile() === true) await (0, import_promises$1.chmod)(from, former.mode & 511);
}
/** In pieces: reports may be larger than one string should be. */
async function writeText(handle, text) {
	if (Buffer.isBuffer(text)) return handle.writeFile(text);
	let gathered = "";
	for (const piece of typeof text === "string" ? [text] : text) {
		gathered += piece;
		if (gathered.length < WRITE_LENGTH) continue;
		await handle.writeFile(gathered);
		gathered = "";
	}
	await handle.writeFile(gathered);
}
// src/files/temporary-folder.ts
var import__late_node_os = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.$r)(), 1);
var import__late_node_child_process = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.zr)(), 1);
var import_dist$1 = require_dist$3();
/**
* Makes a folder with mode 0700 and a name that nobody can foresee. What a killed run left beside it is swept.
* @param root RUNNER_TEMP, the system's folder, or where the work is to be renamed to
*/
async function createTemporaryFolder(root, purpose, { isHidden = false, beforeRemoval } = {}) {
	const path = await makePrivateFolder(root, purpose, { isHidden });
	const release = onAbruptEnd(() => {
		beforeRemoval?.();
		removeNow(path);
	});
	await sweep(root);
	return {
		path,
		remove: async () => {
			release();
			await removeOrLeave(path);
		}
	};
}
/** A folder with mode 0700 that stays: what is used from it stands there until the runner empties its folder. */
async function makePrivateFolder(root, purpose, { isHidden = false } = {}) {
	try {
		return await (0, import_promises$1.mkdtemp)((0, import__late_node_path.join)(root, `${isHidden ? "." : ""}${OURS}${purpose}-`));
	} catch (cause) {
		const message = `no folder can be made in "${root}": ${(0,external_common_js_namespaceObject.jr)(cause)}`;
		throw new external_common_js_namespaceObject.Er("INSTALL_WRITE_FAILED", message, { cause });
	}
}
// node_modules/@sigstore/bundle/dist/bundle.js
var require_bundle$1 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.BUNDLE_V03_MEDIA_TYPE = exports.BUNDLE_V03_LEGACY_MEDIA_TYPE = exports.BUNDLE_V02_MEDIA_TYPE = exports.BUNDLE_V01_MEDIA_TYPE = void 0;
	exports.isBundleWithCertificateChain = isBundleWithCertificateChain;
	exports.isBundleWithPublicKey = isBundleWithPublicKey;
	exports.isBundleWithMessageSignature = isBundleWithMessageSignature;
	exports.isBundleWithDsseEnvelope = isBundleWithDsseEnvelope;
	exports.BUNDLE_V01_MEDIA_TYPE = "application/vnd.dev.sigstore.bundle+json;version=0.1";
	exports.BUNDLE_V02_MEDIA_TYPE = "application/vnd.dev.sigstore.bundle+json;version=0.2";
	exports.BUNDLE_V03_LEGACY_MEDIA_TYPE = "application/vnd.dev.sigstore.bundle+json;version=0.3";
	exports.BUNDLE_V03_MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
	function isBundleWithCertificateChain(b) {
		return b.verificationMaterial.content.$case === "x509CertificateChain";
	}
	function isBundleWithPublicKey(b) {
		return b.verificationMaterial.content.$case === "publicKey";
	}
	function isBundleWithMessageSignature(b) {
		return b.content.$case === "messageSignature";
	}
	function isBundleWithDsseEnvelope(b) {
		return b.content.$case === "dsseEnvelope";
	}
}));
// node_modules/@sigstore/bundle/dist/build.js
var require_build = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.toMessageSignatureBundle = toMessageSignatureBundle;
	exports.toDSSEBundle = toDSSEBundle;
	const protobuf_specs_1 = require_dist$3();
	const bundle_1 = require_bundle$1();
	function toMessageSignatureBundle(options) {
		return {
			mediaType: options.certificateChain ? bundle_1.BUNDLE_V02_MEDIA_TYPE : bundle_1.BUNDLE_V03_MEDIA_TYPE,
			content: {
				$case: "messageSignature",
				messageSignature: {
					messageDigest: {
						algorithm: protobuf_specs_1.HashAlgorithm.SHA2_256,
						digest: options.digest
					},
					signature: options.signature
				}
			},
			verificationMaterial: toVerificationMaterial(options)
		};
	}
	function toDSSEBundle(options) {
		return {
			mediaType: options.certificateChain ? bundle_1.BUNDLE_V02_MEDIA_TYPE : bundle_1.BUNDLE_V03_MEDIA_TYPE,
			content: {
				$case: "dsseEnvelope",
				dsseEnvelope: toEnvelope(options)
			},
			verificationMaterial: toVerificationMaterial(options)
		};
	}
	function toEnvelope(options) {
		return {
			payloadType: options.artifactType,
			payload: options.artifact,
			signatures: [toSignature(options)]
		};
	}
	function toSignature(options) {
		return {
			keyid: options.keyHint || "",
			sig: options.signature
		};
	}
	function toVerificationMaterial(options) {
		return {
			content: toKeyContent(options),
			tlogEntries: [],
			timestampVerificationData: { rfc3161Timestamps: [] }
		};
	}
	function toKeyContent(options) {
		if (options.certificate) {
			if (options.certificateChain) return {
				$case: "x509CertificateChain",
				x509CertificateChain: { certificates: [{ rawBytes: options.certificate }] }
			};
			else return {
				$case: "certificate",
				certificate: { rawBytes: options.certificate }
			};
		} else return {
			$case: "publicKey",
			publicKey: { hint: options.keyHint || "" }
		};
	}
}));
// node_modules/@sigstore/bundle/dist/error.js
var require_error$3 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ValidationError = void 0;
	var ValidationError = class extends Error {
		fields;
		constructor(message, fields) {
			super(message);
			this.fields = fields;
		}
	};
	exports.ValidationError = ValidationError;
}));
// node_modules/@sigstore/bundle/dist/validate.js
var require_validate = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.assertBundle = assertBundle;
	exports.assertBundleV01 = assertBundleV01;
	exports.isBundleV01 = isBundleV01;
	exports.assertBundleV02 = assertBundleV02;
	exports.assertBundleLatest = assertBundleLatest;
	const error_1 = require_error$3();
	function assertBundle(b) {
		const invalidValues = validateBundleBase(b);
		if (invalidValues.length > 0) throw new error_1.ValidationError("invalid bundle", invalidValues);
	}
	function assertBundleV01(b) {
		const invalidValues = [];
		invalidValues.push(...validateBundleBase(b));
		invalidValues.push(...validateInclusionPromise(b));
		if (invalidValues.length > 0) throw new error_1.ValidationError("invalid v0.1 bundle", invalidValues);
	}
	function isBundleV01(b) {
		try {
			assertBundleV01(b);
			return true;
		} catch (e) {
			return false;
		}
	}
	function assertBundleV02(b) {
		const invalidValues = [];
		invalidValues.push(...validateBundleBase(b));
		invalidValues.push(...validateInclusionProof(b));
		if (invalidValues.length > 0) throw new error_1.ValidationError("invalid v0.2 bundle", invalidValues);
	}
	function assertBundleLatest(b) {
		const invalidValues = [];
		invalidValues.push(...validateBundleBase(b));
		invalidValues.push(...validateInclusionProof(b));
		invalidValues.push(...validateNoCertificateChain(b));
		if (invalidValues.length > 0) throw new error_1.ValidationError("invalid bundle", invalidValues);
	}
	function validateBundleBase(b) {
		const invalidValues = [];
		if (b.mediaType === void 0 || !b.mediaType.match(/^application\/vnd\.dev\.sigstore\.bundle\+json;version=\d\.\d/) && !b.mediaType.match(/^application\/vnd\.dev\.sigstore\.bundle\.v\d\.\d\+json/)) invalidValues.push("mediaType");
		if (b.content === void 0) invalidValues.push("content");
		else switch (b.content.$case) {
			case "messageSignature":
				if (b.content.messageSignature.messageDigest === void 0) invalidValues.push("content.messageSignature.messageDigest");
				else if (b.content.messageSignature.messageDigest.digest.length === 0) invalidValues.push("content.messageSignature.messageDigest.digest");
				if (b.content.messageSignature.signature.length === 0) invalidValues.push("content.messageSignature.signature");
				break;
			case "dsseEnvelope":
				if (b.content.dsseEnvelope.payload.length === 0) invalidValues.push("content.dsseEnvelope.payload");
				if (b.content.dsseEnvelope.signatures.length !== 1) invalidValues.push("content.dsseEnvelope.signatures");
				else if (b.content.dsseEnvelope.signatures[0].sig.length === 0) invalidValues.push("content.dsseEnvelope.signatures[0].sig");
		}
		if (b.verificationMaterial === void 0) invalidValues.push("verificationMaterial");
		else {
			if (b.verificationMaterial.content === void 0) invalidValues.push("verificationMaterial.content");
			else switch (b.verificationMaterial.content.$case) {
				case "x509CertificateChain":
					if (b.verificationMaterial.content.x509CertificateChain.certificates.length === 0) invalidValues.push("verificationMaterial.content.x509CertificateChain.certificates");
					b.verificationMaterial.content.x509CertificateChain.certificates.forEach((cert, i) => {
						if (cert.rawBytes.length === 0) invalidValues.push(`verificationMaterial.content.x509CertificateChain.certificates[${i}].rawBytes`);
					});
					break;
				case "certificate": if (b.verificationMaterial.content.certificate.rawBytes.length === 0) invalidValues.push("verificationMaterial.content.certificate.rawBytes");
			}
			if (b.verificationMaterial.tlogEntries === void 0) invalidValues.push("verificationMaterial.tlogEntries");
			else if (b.verificationMaterial.tlogEntries.length > 0) b.verificationMaterial.tlogEntries.forEach((entry, i) => {
				if (entry.logId === void 0) invalidValues.push(`verificationMaterial.tlogEntries[${i}].logId`);
				if (entry.kindVersion === void 0) invalidValues.push(`verificationMaterial.tlogEntries[${i}].kindVersion`);
			});
		}
		return invalidValues;
	}
	function validateInclusionPromise(b) {
		const invalidValues = [];
		if (b.verificationMaterial && b.verificationMaterial.tlogEntries?.length > 0) b.verificationMaterial.tlogEntries.forEach((entry, i) => {
			if (entry.inclusionPromise === void 0) invalidValues.push(`verificationMaterial.tlogEntries[${i}].inclusionPromise`);
		});
		return invalidValues;
	}
	function validateInclusionProof(b) {
		const invalidValues = [];
		if (b.verificationMaterial && b.verificationMaterial.tlogEntries?.length > 0) b.verificationMaterial.tlogEntries.forEach((entry, i) => {
			if (entry.inclusionProof === void 0) invalidValues.push(`verificationMaterial.tlogEntries[${i}].inclusionProof`);
			else if (entry.inclusionProof.checkpoint === void 0) invalidValues.push(`verificationMaterial.tlogEntries[${i}].inclusionProof.checkpoint`);
		});
		return invalidValues;
	}
	function validateNoCertificateChain(b) {
		const invalidValues = [];
		/* istanbul ignore next */
		if (b.verificationMaterial?.content?.$case === "x509CertificateChain") invalidValues.push("verificationMaterial.content.$case");
		return invalidValues;
	}
}));
// node_modules/@sigstore/bundle/dist/serialized.js
var require_serialized = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.envelopeToJSON = exports.envelopeFromJSON = exports.bundleToJSON = exports.bundleFromJSON = void 0;
	const protobuf_specs_1 = require_dist$3();
	const bundle_1 = require_bundle$1();
	const validate_1 = require_validate();
	const bundleFromJSON = (obj) => {
		const bundle = protobuf_specs_1.Bundle.fromJSON(obj);
		switch (bundle.mediaType) {
			case bundle_1.BUNDLE_V01_MEDIA_TYPE:
				(0, validate_1.assertBundleV01)(bundle);
				break;
			case bundle_1.BUNDLE_V02_MEDIA_TYPE:
				(0, validate_1.assertBundleV02)(bundle);
				break;
			default: (0, validate_1.assertBundleLatest)(bundle);
		}
		return bundle;
	};
	exports.bundleFromJSON = bundleFromJSON;
	const bundleToJSON = (bundle) => {
		return protobuf_specs_1.Bundle.toJSON(bundle);
	};
	exports.bundleToJSON = bundleToJSON;
	const envelopeFromJSON = (obj) => {
		return protobuf_specs_1.Envelope.fromJSON(obj);
	};
	exports.envelopeFromJSON = envelopeFromJSON;
	const envelopeToJSON = (envelope) => {
		return protobuf_specs_1.Envelope.toJSON(envelope);
	};
	exports.envelopeToJSON = envelopeToJSON;
}));
// node_modules/@sigstore/bundle/dist/index.js
var require_dist$2 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.isBundleV01 = exports.assertBundleV02 = exports.assertBundleV01 = exports.assertBundleLatest = exports.assertBundle = exports.envelopeToJSON = exports.envelopeFromJSON = exports.bundleToJSON = exports.bundleFromJSON = exports.ValidationError = exports.isBundleWithPublicKey = exports.isBundleWithMessageSignature = exports.isBundleWithDsseEnvelope = exports.isBundleWithCertificateChain = exports.BUNDLE_V03_MEDIA_TYPE = exports.BUNDLE_V03_LEGACY_MEDIA_TYPE = exports.BUNDLE_V02_MEDIA_TYPE = exports.BUNDLE_V01_MEDIA_TYPE = exports.toMessageSignatureBundle = exports.toDSSEBundle = void 0;
	var build_1 = require_build();
	Object.defineProperty(exports, "toDSSEBundle", {
		enumerable: true,
		get: function() {
			return build_1.toDSSEBundle;
		}
	});
	Object.defineProperty(exports, "toMessageSignatureBundle", {
		enumerable: true,
		get: function() {
			return build_1.toMessageSignatureBundle;
		}
	});
	var bundle_1 = require_bundle$1();
	Object.defineProperty(exports, "BUNDLE_V01_MEDIA_TYPE", {
		enumerable: true,
		get: function() {
			return bundle_1.BUNDLE_V01_MEDIA_TYPE;
		}
	});
	Object.defineProperty(exports, "BUNDLE_V02_MEDIA_TYPE", {
		enumerable: true,
		get: function() {
			return bundle_1.BUNDLE_V02_MEDIA_TYPE;
		}
	});
	Object.defineProperty(exports, "BUNDLE_V03_LEGACY_MEDIA_TYPE", {
		enumerable: true,
		get: function() {
			return bundle_1.BUNDLE_V03_LEGACY_MEDIA_TYPE;
		}
	});
	Object.defineProperty(exports, "BUNDLE_V03_MEDIA_TYPE", {
		enumerable: true,
		get: function() {
			return bundle_1.BUNDLE_V03_MEDIA_TYPE;
		}
	});
	Object.defineProperty(exports, "isBundleWithCertificateChain", {
		enumerable: true,
		get: function() {
			return bundle_1.isBundleWithCertificateChain;
		}
	});
	Object.defineProperty(exports, "isBundleWithDsseEnvelope", {
		enumerable: true,
		get: function() {
			return bundle_1.isBundleWithDsseEnvelope;
		}
	});
	Object.defineProperty(exports, "isBundleWithMessageSignature", {
		enumerable: true,
		get: function() {
			return bundle_1.isBundleWithMessageSignature;
		}
	});
	Object.defineProperty(exports, "isBundleWithPublicKey", {
		enumerable: true,
		get: function() {
			return bundle_1.isBundleWithPublicKey;
		}
	});
	var error_1 = require_error$3();
	Object.defineProperty(exports, "ValidationError", {
		enumerable: true,
		get: function() {
			return error_1.ValidationError;
		}
	});
	var serialized_1 = require_serialized();
	Object.defineProperty(exports, "bundleFromJSON", {
		enumerable: true,
		get: function() {
			return serialized_1.bundleFromJSON;
		}
	});
	Object.defineProperty(exports, "bundleToJSON", {
		enumerable: true,
		get: function() {
			return serialized_1.bundleToJSON;
		}
	});
	Object.defineProperty(exports, "envelopeFromJSON", {
		enumerable: true,
		get: function() {
			return serialized_1.envelopeFromJSON;
		}
	});
	Object.defineProperty(exports, "envelopeToJSON", {
		enumerable: true,
		get: function() {
			return serialized_1.envelopeToJSON;
		}
	});
	var validate_1 = require_validate();
	Object.defineProperty(exports, "assertBundle", {
		enumerable: true,
		get: function() {
			return validate_1.assertBundle;
		}
	});
	Object.defineProperty(exports, "assertBundleLatest", {
		enumerable: true,
		get: function() {
			return validate_1.assertBundleLatest;
		}
	});
	Object.defineProperty(exports, "assertBundleV01", {
		enumerable: true,
		get: function() {
			return validate_1.assertBundleV01;
		}
	});
	Object.defineProperty(exports, "assertBundleV02", {
		enumerable: true,
		get: function() {
			return validate_1.assertBundleV02;
		}
	});
	Object.defineProperty(exports, "isBundleV01", {
		enumerable: true,
		get: function() {
			return validate_1.isBundleV01;
		}
	});
}));
// node_modules/@sigstore/core/dist/stream.js
var require_stream = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ByteStream = void 0;
	var StreamError = class extends Error {};
	exports.ByteStream = class ByteStream {
		static BLOCK_SIZE = 1024;
		buf;
		view;
		start = 0;
		constructor(buffer) {
			if (buffer) {
				this.buf = buffer;
				this.view = Buffer.from(buffer);
			} else {
				this.buf = Buffer.alloc(0);
				this.view = Buffer.from(this.buf);
			}
		}
		get buffer() {
			return this.view.subarray(0, this.start);
		}
		get length() {
			return this.view.byteLength;
		}
		get position() {
			return this.start;
		}
		seek(position) {
			this.start = position;
		}
		slice(start, len) {
			const end = start + len;
			if (end > this.length) throw new StreamError("request past end of buffer");
			return this.view.subarray(start, end);
		}
		appendChar(char) {
			this.ensureCapacity(1);
			this.view[this.start] = char;
			this.start += 1;
		}
		appendUint16(num) {
			this.ensureCapacity(2);
			const value = new Uint16Array([num]);
			const view = new Uint8Array(value.buffer);
			this.view[this.start] = view[1];
			this.view[this.start + 1] = view[0];
			this.start += 2;
		}
		appendUint24(num) {
			this.ensureCapacity(3);
			const value = new Uint32Array([num]);
			const view = new Uint8Array(value.buffer);
			this.view[this.start] = view[2];
			this.view[this.start + 1] = view[1];
			this.view[this.start + 2] = view[0];
			this.start += 3;
		}
		appendView(view) {
			this.ensureCapacity(view.length);
			this.view.set(view, this.start);
			this.start += view.length;
		}
		getBlock(size) {
			if (size <= 0) return Buffer.alloc(0);
			if (this.start + size > this.view.length) throw new Error("request past end of buffer");
			const result = this.view.subarray(this.start, this.start + size);
			this.start += size;
			return result;
		}
		getUint8() {
			return this.getBlock(1)[0];
		}
		getUint16() {
			const block = this.getBlock(2);
			return block[0] << 8 | block[1];
		}
		ensureCapacity(size) {
			if (this.start + size > this.view.byteLength) {
				const blockSize = ByteStream.BLOCK_SIZE + (size > ByteStream.BLOCK_SIZE ? size : 0);
				this.realloc(this.view.byteLength + blockSize);
			}
		}
		realloc(size) {
			const newArray = Buffer.alloc(size);
			const newView = Buffer.from(newArray);
			newView.set(this.view);
			this.buf = newArray;
			this.view = newView;
		}
	};
}));
// node_modules/@sigstore/core/dist/asn1/error.js
var require_error$2 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ASN1TypeError = exports.ASN1ParseError = void 0;
	var ASN1ParseError = class extends Error {};
	exports.ASN1ParseError = ASN1ParseError;
	var ASN1TypeError = class extends Error {};
	exports.ASN1TypeError = ASN1TypeError;
}));
// node_modules/@sigstore/core/dist/asn1/length.js
var require_length = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.decodeLength = decodeLength;
	exports.encodeLength = encodeLength;
	const error_1 = require_error$2();
	function decodeLength(stream) {
		const buf = stream.getUint8();
		if ((buf & 128) === 0) return buf;
		const byteCount = buf & 127;
		if (byteCount > 6) throw new error_1.ASN1ParseError("length exceeds 6 byte limit");
		let len = 0;
		for (let i = 0; i < byteCount; i++) {
			const byte = stream.getUint8();
			if (i === 0 && byte === 0) throw new error_1.ASN1ParseError("non-minimal length encoding");
			len = len * 256 + byte;
		}
		if (len === 0) throw new error_1.ASN1ParseError("indefinite length encoding not supported");
		if (len < 128) throw new error_1.ASN1ParseError("non-minimal length encoding");
		return len;
	}
	function encodeLength(len) {
		if (len < 128) return Buffer.from([len]);
		let val = BigInt(len);
		const bytes = [];
		while (val > 0n) {
			bytes.unshift(Number(val & 255n));
			val = val >> 8n;
		}
		return Buffer.from([128 | bytes.length, ...bytes]);
	}
}));
// node_modules/@sigstore/core/dist/asn1/parse.js
var require_parse = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.parseInteger = parseInteger;
	exports.parseStringASCII = parseStringASCII;
	exports.parseTime = parseTime;
	exports.parseOID = parseOID;
	exports.parseBoolean = parseBoolean;
	exports.parseBitString = parseBitString;
	const error_1 = require_error$2();
	const RE_TIME_SHORT_YEAR = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\.\d{3})?Z$/;
	const RE_TIME_LONG_YEAR = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\.\d{3})?Z$/;
	function parseInteger(buf) {
		let pos = 0;
		const end = buf.length;
		let val = buf[pos];
		const neg = val > 127;
		const pad = neg ? 255 : 0;
		while (val == pad && ++pos < end) val = buf[pos];
		if (end - pos === 0) return BigInt(neg ? -1 : 0);
		val = neg ? val - 256 : val;
		let n = BigInt(val);
		for (let i = pos + 1; i < end; ++i) n = n * BigInt(256) + BigInt(buf[i]);
		return n;
	}
	function parseStringASCII(buf) {
		return buf.toString("ascii");
	}
	function parseTime(buf, shortYear) {
		const timeStr = parseStringASCII(buf);
		const m = shortYear ? RE_TIME_SHORT_YEAR.exec(timeStr) : RE_TIME_LONG_YEAR.exec(timeStr);
		if (!m) throw new Error("invalid time");
		if (shortYear) {
			let year = Number(m[1]);
			year += year >= 50 ? 1900 : 2e3;
			m[1] = year.toString();
		}
		return /* @__PURE__ */ new Date(`${m[1]}-${m[2]}-${m[3]}T${m[4]}:${m[5]}:${m[6]}Z`);
	}
	function parseOID(buf) {
		let pos = 0;
		const end = buf.length;
		let n = buf[pos++];
		let oid = `${Math.floor(n / 40)}.${n % 40}`;
		let val = 0n;
		for (; pos < end; ++pos) {
			n = buf[pos];
			val = (val << 7n) + BigInt(n & 127);
			if ((n & 128) === 0) {
				oid += `.${val}`;
				val = 0n;
			}
		}
		return oid;
	}
	function parseBoolean(buf) {
		if (buf.length !== 1) throw new error_1.ASN1ParseError("invalid boolean");
		switch (buf[0]) {
			case 0: return false;
			case 255: return true;
			default: throw new error_1.ASN1ParseError("invalid boolean");
		}
	}
	function parseBitString(buf) {
		const unused = buf[0];
		if (unused > 7) throw new error_1.ASN1ParseError("invalid bit string");
		const start = 1;
		const end = buf.length;
		const bits = [];
		for (let i = start; i < end; ++i) {
			const byte = buf[i];
			const skip = i === end - 1 ? unused : 0;
			for (let j = 7; j >= skip; --j) bits.push(byte >> j & 1);
		}
		return bits;
	}
}));
// node_modules/@sigstore/core/dist/asn1/tag.js
var require_tag = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ASN1Tag = void 0;
	const error_1 = require_error$2();
	const UNIVERSAL_TAG = {
		BOOLEAN: 1,
		INTEGER: 2,
		BIT_STRING: 3,
		OCTET_STRING: 4,
		OBJECT_IDENTIFIER: 6,
		SEQUENCE: 16,
		SET: 17,
		PRINTABLE_STRING: 19,
		UTC_TIME: 23,
		GENERALIZED_TIME: 24
	};
	const TAG_CLASS = {
		UNIVERSAL: 0,
		APPLICATION: 1,
		CONTEXT_SPECIFIC: 2,
		PRIVATE: 3
	};
	var ASN1Tag = class {
		number;
		constructed;
		class;
		constructor(enc) {
			this.number = enc & 31;
			this.constructed = (enc & 32) === 32;
			this.class = enc >> 6;
			if (this.number === 31) throw new error_1.ASN1ParseError("long form tags not supported");
			if (this.class === TAG_CLASS.UNIVERSAL && this.number === 0) throw new error_1.ASN1ParseError("unsupported tag 0x00");
		}
		isUniversal() {
			return this.class === TAG_CLASS.UNIVERSAL;
		}
		isContextSpecific(num) {
			const res = this.class === TAG_CLASS.CONTEXT_SPECIFIC;
			return num !== void 0 ? res && this.number === num : res;
		}
		isBoolean() {
			return this.isUniversal() && this.number === UNIVERSAL_TAG.BOOLEAN;
		}
		isInteger() {
			return this.isUniversal() && this.number === UNIVERSAL_TAG.INTEGER;
		}
		isBitString() {
			return this.isUniversal() && this.number === UNIVERSAL_TAG.BIT_STRING;
		}
		isOctetString() {
			return this.isUniversal() && this.number === UNIVERSAL_TAG.OCTET_STRING;
		}
		isOID() {
			return this.isUniversal() && this.number === UNIVERSAL_TAG.OBJECT_IDENTIFIER;
		}
		isUTCTime() {
			return this.isUniversal() && this.number === UNIVERSAL_TAG.UTC_TIME;
		}
		isGeneralizedTime() {
			return this.isUniversal() && this.number === UNIVERSAL_TAG.GENERALIZED_TIME;
		}
		toDER() {
			return this.number | (this.constructed ? 32 : 0) | this.class << 6;
		}
	};
	exports.ASN1Tag = ASN1Tag;
}));
// node_modules/@sigstore/core/dist/asn1/obj.js
var require_obj = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ASN1Obj = void 0;
	const stream_1 = require_stream();
	const error_1 = require_error$2();
	const length_1 = require_length();
	const parse_1 = require_parse();
	const tag_1 = require_tag();
	var ASN1Obj = class {
		tag;
		subs;
		value;
		constructor(tag, value, subs) {
			this.tag = tag;
			this.value = value;
			this.subs = subs;
		}
		static parseBuffer(buf) {
			const stream = new stream_1.ByteStream(buf);
			const obj = parseStream(stream);
			if (stream.position !== stream.length) throw new error_1.ASN1ParseError("invalid trailing data");
			return obj;
		}
		toDER() {
			const valueStream = new stream_1.ByteStream();
			if (this.subs.length > 0) for (const sub of this.subs) valueStream.appendView(sub.toDER());
			else valueStream.appendView(this.value);
			const value = valueStream.buffer;
			const obj = new stream_1.ByteStream();
			obj.appendChar(this.tag.toDER());
			obj.appendView((0, length_1.encodeLength)(value.length));
			obj.appendView(value);
			return obj.buffer;
		}
		toBoolean() {
			if (!this.tag.isBoolean()) throw new error_1.ASN1TypeError("not a boolean");
			return (0, parse_1.parseBoolean)(this.value);
		}
		toInteger() {
			if (!this.tag.isInteger()) throw new error_1.ASN1TypeError("not an integer");
			return (0, parse_1.parseInteger)(this.value);
		}
		toOID() {
			if (!this.tag.isOID()) throw new error_1.ASN1TypeError("not an OID");
			return (0, parse_1.parseOID)(this.value);
		}
		toDate() {
			switch (true) {
				case this.tag.isUTCTime(): return (0, parse_1.parseTime)(this.value, true);
				case this.tag.isGeneralizedTime(): return (0, parse_1.parseTime)(this.value, false);
				default: throw new error_1.ASN1TypeError("not a date");
			}
		}
		toBitString() {
			if (!this.tag.isBitString()) throw new error_1.ASN1TypeError("not a bit string");
			return (0, parse_1.parseBitString)(this.value);
		}
	};
	exports.ASN1Obj = ASN1Obj;
	const MAX_DEPTH = 100;
	function parseStream(stream, depth = 0) {
		if (depth > MAX_DEPTH) throw new error_1.ASN1ParseError("maximum nesting depth exceeded");
		const tag = new tag_1.ASN1Tag(stream.getUint8());
		const len = (0, length_1.decodeLength)(stream);
		const value = stream.slice(stream.position, len);
		const start = stream.position;
		let subs = [];
		if (tag.constructed) subs = collectSubs(stream, len, depth);
		else if (tag.isOctetString()) try {
			subs = collectSubs(stream, len, depth);
		} catch (e) {}
		if (subs.length === 0) stream.seek(start + len);
		return new ASN1Obj(tag, value, subs);
	}
	function collectSubs(stream, len, depth) {
		const end = stream.position + len;
		/* istanbul ignore if */
		if (end > stream.length) throw new error_1.ASN1ParseError("invalid length");
		const subs = [];
		while (stream.position < end) subs.push(parseStream(stream, depth + 1));
		if (stream.position !== end) throw new error_1.ASN1ParseError("invalid length");
		return subs;
	}
}));
// node_modules/@sigstore/core/dist/asn1/index.js
var require_asn1 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ASN1Obj = void 0;
	var obj_1 = require_obj();
	Object.defineProperty(exports, "ASN1Obj", {
		enumerable: true,
		get: function() {
			return obj_1.ASN1Obj;
		}
	});
}));
// node_modules/@sigstore/core/dist/crypto.js
var require_crypto = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module, this$7) => {
	var __importDefault = this$7 && this$7.__importDefault || function(mod) {
		return mod && mod.__esModule ? mod : { "default": mod };
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.createPublicKey = createPublicKey;
	exports.digest = digest;
	exports.verify = verify;
	exports.bufferEqual = bufferEqual;
	const crypto_1 = __importDefault((0,external_common_js_namespaceObject.yn)());
	function createPublicKey(key, type = "spki") {
		if (typeof key === "string") {
			if (key.startsWith("-----")) return crypto_1.default.createPublicKey(key);
			else return crypto_1.default.createPublicKey({
				key: Buffer.from(key, "base64"),
				format: "der",
				type
			});
		} else return crypto_1.default.createPublicKey({
			key,
			format: "der",
			type
		});
	}
	function digest(algorithm, ...data) {
		const hash = crypto_1.default.createHash(algorithm);
		for (const d of data) hash.update(d);
		return hash.digest();
	}
	function verify(data, key, signature, algorithm) {
		try {
			return crypto_1.default.verify(algorithm, data, key, signature);
		} catch (e) {
			/* istanbul ignore next */
			return false;
		}
	}
	function bufferEqual(a, b) {
		try {
			return crypto_1.default.timingSafeEqual(a, b);
		} catch {
			/* istanbul ignore next */
			return false;
		}
	}
}));
// node_modules/@sigstore/core/dist/dsse.js
var require_dsse$3 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.preAuthEncoding = preAuthEncoding;
	const PAE_PREFIX = "DSSEv1";
	function preAuthEncoding(payloadType, payload) {
		const typeBytes = Buffer.from(payloadType, "utf-8");
		return Buffer.concat([
			Buffer.from(`${PAE_PREFIX} ${typeBytes.length} `, "ascii"),
			typeBytes,
			Buffer.from(` ${payload.length} `, "ascii"),
			payload
		]);
	}
}));
// node_modules/@sigstore/core/dist/encoding.js
var require_encoding = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.base64Encode = base64Encode;
	exports.base64Decode = base64Decode;
	const BASE64_ENCODING = "base64";
	const UTF8_ENCODING = "utf-8";
	function base64Encode(str) {
		return Buffer.from(str, UTF8_ENCODING).toString(BASE64_ENCODING);
	}
	function base64Decode(str) {
		return Buffer.from(str, BASE64_ENCODING).toString(UTF8_ENCODING);
	}
}));
// node_modules/@sigstore/core/dist/json.js
var require_json = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.canonicalize = canonicalize;
	function canonicalize(object) {
		let buffer = "";
		if (object === null || typeof object !== "object" || object.toJSON != null) buffer += JSON.stringify(object);
		else if (Array.isArray(object)) {
			buffer += "[";
			let first = true;
			object.forEach((element) => {
				if (!first) buffer += ",";
				first = false;
				buffer += canonicalize(element);
			});
			buffer += "]";
		} else {
			buffer += "{";
			let first = true;
			Object.keys(object).sort().forEach((property) => {
				if (!first) buffer += ",";
				first = false;
				buffer += JSON.stringify(property);
				buffer += ":";
				buffer += canonicalize(object[property]);
			});
			buffer += "}";
		}
		return buffer;
	}
}));
// node_modules/@sigstore/core/dist/pem.js
var require_pem = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.toDER = toDER;
	exports.fromDER = fromDER;
	const PEM_HEADER = /-----BEGIN (.*)-----/;
	const PEM_FOOTER = /-----END (.*)-----/;
	function toDER(certificate) {
		let der = "";
		certificate.split("\n").forEach((line) => {
			if (line.match(PEM_HEADER) || line.match(PEM_FOOTER)) return;
			der += line;
		});
		return Buffer.from(der, "base64");
	}
	function fromDER(certificate, type = "CERTIFICATE") {
		const lines = certificate.toString("base64").match(/.{1,64}/g) || "";
		return [
			`-----BEGIN ${type}-----`,
			...lines,
			`-----END ${type}-----`
		].join("\n").concat("\n");
	}
}));
// node_modules/@sigstore/core/dist/oid.js
var require_oid = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.SHA2_HASH_ALGOS = exports.RSA_SIGNATURE_ALGOS = exports.ECDSA_SIGNATURE_ALGOS = void 0;
	exports.ECDSA_SIGNATURE_ALGOS = {
		"1.2.840.10045.4.3.1": "sha224",
		"1.2.840.10045.4.3.2": "sha256",
		"1.2.840.10045.4.3.3": "sha384",
		"1.2.840.10045.4.3.4": "sha512"
	};
	exports.RSA_SIGNATURE_ALGOS = {
		"1.2.840.113549.1.1.14": "sha224",
		"1.2.840.113549.1.1.11": "sha256",
		"1.2.840.113549.1.1.12": "sha384",
		"1.2.840.113549.1.1.13": "sha512"
	};
	exports.SHA2_HASH_ALGOS = {
		"2.16.840.1.101.3.4.2.1": "sha256",
		"2.16.840.1.101.3.4.2.2": "sha384",
		"2.16.840.1.101.3.4.2.3": "sha512"
	};
}));
// node_modules/@sigstore/core/dist/rfc3161/error.js
var require_error$1 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.RFC3161TimestampVerificationError = void 0;
	var RFC3161TimestampVerificationError = class extends Error {};
	exports.RFC3161TimestampVerificationError = RFC3161TimestampVerificationError;
}));
// node_modules/@sigstore/core/dist/rfc3161/tstinfo.js
var require_tstinfo = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module, this$6) => {
	var __createBinding = this$6 && this$6.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __setModuleDefault = this$6 && this$6.__setModuleDefault || (Object.create ? (function(o, v) {
		Object.defineProperty(o, "default", {
			enumerable: true,
			value: v
		});
	}) : function(o, v) {
		o["default"] = v;
	});
	var __importStar = this$6 && this$6.__importStar || (function() {
		var ownKeys = function(o) {
			ownKeys = Object.getOwnPropertyNames || function(o) {
				var ar = [];
				for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
				return ar;
			};
			return ownKeys(o);
		};
		return function(mod) {
			if (mod && mod.__esModule) return mod;
			var result = {};
			if (mod != null) {
				for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
			}
			__setModuleDefault(result, mod);
			return result;
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.TSTInfo = void 0;
	const crypto = __importStar(require_crypto());
	const oid_1 = require_oid();
	const error_1 = require_error$1();
	var TSTInfo = class {
		root;
		constructor(asn1) {
			this.root = asn1;
		}
		get version() {
			return this.root.subs[0].toInteger();
		}
		get genTime() {
			return this.root.subs[4].toDate();
		}
		get messageImprintHashAlgorithm() {
			const oid = this.messageImprintObj.subs[0].subs[0].toOID();
			return oid_1.SHA2_HASH_ALGOS[oid];
		}
		get messageImprintHashedMessage() {
			return this.messageImprintObj.subs[1].value;
		}
		get raw() {
			return this.root.toDER();
		}
		verify(data) {
			const digest = crypto.digest(this.messageImprintHashAlgorithm, data);
			if (!crypto.bufferEqual(digest, this.messageImprintHashedMessage)) throw new error_1.RFC3161TimestampVerificationError("message imprint does not match artifact");
		}
		get messageImprintObj() {
			return this.root.subs[2];
		}
	};
	exports.TSTInfo = TSTInfo;
}));
// node_modules/@sigstore/core/dist/rfc3161/timestamp.js
var require_timestamp$1 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module, this$5) => {
	var __createBinding = this$5 && this$5.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __setModuleDefault = this$5 && this$5.__setModuleDefault || (Object.create ? (function(o, v) {
		Object.defineProperty(o, "default", {
			enumerable: true,
			value: v
		});
	}) : function(o, v) {
		o["default"] = v;
	});
	var __importStar = this$5 && this$5.__importStar || (function() {
		var ownKeys = function(o) {
			ownKeys = Object.getOwnPropertyNames || function(o) {
				var ar = [];
				for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
				return ar;
			};
			return ownKeys(o);
		};
		return function(mod) {
			if (mod && mod.__esModule) return mod;
			var result = {};
			if (mod != null) {
				for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
			}
			__setModuleDefault(result, mod);
			return result;
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.RFC3161Timestamp = void 0;
	const asn1_1 = require_asn1();
	const crypto = __importStar(require_crypto());
	const oid_1 = require_oid();
	const error_1 = require_error$1();
	const tstinfo_1 = require_tstinfo();
	const OID_PKCS9_CONTENT_TYPE_SIGNED_DATA = "1.2.840.113549.1.7.2";
	const OID_PKCS9_CONTENT_TYPE_TSTINFO = "1.2.840.113549.1.9.16.1.4";
	const OID_PKCS9_MESSAGE_DIGEST_KEY = "1.2.840.113549.1.9.4";
	exports.RFC3161Timestamp = class RFC3161Timestamp {
		root;
		constructor(asn1) {
			this.root = asn1;
		}
		static parse(der) {
			const asn1 = asn1_1.ASN1Obj.parseBuffer(der);
			return new RFC3161Timestamp(asn1);
		}
		get status() {
			return this.pkiStatusInfoObj.subs[0].toInteger();
		}
		get contentType() {
			return this.contentTypeObj.toOID();
		}
		get eContentType() {
			return this.eContentTypeObj.toOID();
		}
		get signingTime() {
			return this.tstInfo.genTime;
		}
		get signerIssuer() {
			return this.signerSidObj.subs[0].value;
		}
		get signerSerialNumber() {
			return this.signerSidObj.subs[1].value;
		}
		get signerDigestAlgorithm() {
			const oid = this.signerDigestAlgorithmObj.subs[0].toOID();
			return oid_1.SHA2_HASH_ALGOS[oid];
		}
		get signatureAlgorithm() {
			const oid = this.signatureAlgorithmObj.subs[0].toOID();
			return oid_1.ECDSA_SIGNATURE_ALGOS[oid];
		}
		get signatureValue() {
			return this.signatureValueObj.value;
		}
		get tstInfo() {
			return new tstinfo_1.TSTInfo(this.eContentObj.subs[0].subs[0]);
		}
		verify(data, publicKey) {
			if (!this.timeStampTokenObj) throw new error_1.RFC3161TimestampVerificationError("timeStampToken is missing");
			if (this.contentType !== OID_PKCS9_CONTENT_TYPE_SIGNED_DATA) throw new error_1.RFC3161TimestampVerificationError(`incorrect content type: ${this.contentType}`);
			if (this.eContentType !== OID_PKCS9_CONTENT_TYPE_TSTINFO) throw new error_1.RFC3161TimestampVerificationError(`incorrect encapsulated content type: ${this.eContentType}`);
			this.tstInfo.verify(data);
			this.verifyMessageDigest();
			this.verifySignature(publicKey);
		}
		verifyMessageDigest() {
			const tstInfoDigest = crypto.digest(this.signerDigestAlgorithm, this.tstInfo.raw);
			const expectedDigest = this.messageDigestAttributeObj.subs[1].subs[0].value;
			if (!crypto.bufferEqual(tstInfoDigest, expectedDigest)) throw new error_1.RFC3161TimestampVerificationError("signed data does not match tstInfo");
		}
		verifySignature(key) {
			const signedAttrs = this.signedAttrsObj.toDER();
			signedAttrs[0] = 49;
			if (!crypto.verify(signedAttrs, key, this.signatureValue, this.signatureAlgorithm)) throw new error_1.RFC3161TimestampVerificationError("signature verification failed");
		}
		get pkiStatusInfoObj() {
			return this.root.subs[0];
		}
		get timeStampTokenObj() {
			return this.root.subs[1];
		}
		get contentTypeObj() {
			return this.timeStampTokenObj.subs[0];
		}
		get signedDataObj() {
			return this.timeStampTokenObj.subs.find((sub) => sub.tag.isContextSpecific(0)).subs[0];
		}
		get encapContentInfoObj() {
			return this.signedDataObj.subs[2];
		}
		get signerInfosObj() {
			const sd = this.signedDataObj;
			return sd.subs[sd.subs.length - 1];
		}
		get signerInfoObj() {
			return this.signerInfosObj.subs[0];
		}
		get eContentTypeObj() {
			return this.encapContentInfoObj.subs[0];
		}
		get eContentObj() {
			return this.encapContentInfoObj.subs[1];
		}
		get signedAttrsObj() {
			return this.signerInfoObj.subs.find((sub) => sub.tag.isContextSpecific(0));
		}
		get messageDigestAttributeObj() {
			return this.signedAttrsObj.subs.find((sub) => sub.subs[0].tag.isOID() && sub.subs[0].toOID() === OID_PKCS9_MESSAGE_DIGEST_KEY);
		}
		get signerSidObj() {
			return this.signerInfoObj.subs[1];
		}
		get signerDigestAlgorithmObj() {
			return this.signerInfoObj.subs[2];
		}
		get signatureAlgorithmObj() {
			return this.signerInfoObj.subs[4];
		}
		get signatureValueObj() {
			return this.signerInfoObj.subs[5];
		}
	};
}));
// node_modules/@sigstore/core/dist/rfc3161/index.js
var require_rfc3161 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.RFC3161Timestamp = void 0;
	var timestamp_1 = require_timestamp$1();
	Object.defineProperty(exports, "RFC3161Timestamp", {
		enumerable: true,
		get: function() {
			return timestamp_1.RFC3161Timestamp;
		}
	});
}));
// node_modules/@sigstore/core/dist/x509/sct.js
var require_sct$1 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module, this$4) => {
	var __createBinding = this$4 && this$4.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __setModuleDefault = this$4 && this$4.__setModuleDefault || (Object.create ? (function(o, v) {
		Object.defineProperty(o, "default", {
			enumerable: true,
			value: v
		});
	}) : function(o, v) {
		o["default"] = v;
	});
	var __importStar = this$4 && this$4.__importStar || (function() {
		var ownKeys = function(o) {
			ownKeys = Object.getOwnPropertyNames || function(o) {
				var ar = [];
				for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
				return ar;
			};
			return ownKeys(o);
		};
		return function(mod) {
			if (mod && mod.__esModule) return mod;
			var result = {};
			if (mod != null) {
				for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
			}
			__setModuleDefault(result, mod);
			return result;
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.SignedCertificateTimestamp = void 0;
	const crypto = __importStar(require_crypto());
	const stream_1 = require_stream();
	exports.SignedCertificateTimestamp = class SignedCertificateTimestamp {
		version;
		logID;
		timestamp;
		extensions;
		hashAlgorithm;
		signatureAlgorithm;
		signature;
		constructor(options) {
			this.version = options.version;
			this.logID = options.logID;
			this.timestamp = options.timestamp;
			this.extensions = options.extensions;
			this.hashAlgorithm = options.hashAlgorithm;
			this.signatureAlgorithm = options.signatureAlgorithm;
			this.signature = options.signature;
		}
		get datetime() {
			return new Date(Number(this.timestamp.readBigInt64BE()));
		}
		get algorithm() {
			switch (this.hashAlgorithm) {
				/* istanbul ignore next */
				case 0: return "none";
				/* istanbul ignore next */
				case 1: return "md5";
				/* istanbul ignore next */
				case 2: return "sha1";
				/* istanbul ignore next */
				case 3: return "sha224";
				case 4: return "sha256";
				/* istanbul ignore next */
				case 5: return "sha384";
				/* istanbul ignore next */
				case 6: return "sha512";
				/* istanbul ignore next */
				default: return "unknown";
			}
		}
		verify(preCert, key) {
			const stream = new stream_1.ByteStream();
			stream.appendChar(this.version);
			stream.appendChar(0);
			stream.appendView(this.timestamp);
			stream.appendUint16(1);
			stream.appendView(preCert);
			stream.appendUint16(this.extensions.byteLength);
			/* istanbul ignore next - extensions are very uncommon */
			if (this.extensions.byteLength > 0) stream.appendView(this.extensions);
			return crypto.verify(stream.buffer, key, this.signature, this.algorithm);
		}
		static parse(buf) {
			const stream = new stream_1.ByteStream(buf);
			const version = stream.getUint8();
			const logID = stream.getBlock(32);
			const timestamp = stream.getBlock(8);
			const extenstionLength = stream.getUint16();
			const extensions = stream.getBlock(extenstionLength);
			const hashAlgorithm = stream.getUint8();
			const signatureAlgorithm = stream.getUint8();
			const sigLength = stream.getUint16();
			const signature = stream.getBlock(sigLength);
			if (stream.position !== buf.length) throw new Error("SCT buffer length mismatch");
			return new SignedCertificateTimestamp({
				version,
				logID,
				timestamp,
				extensions,
				hashAlgorithm,
				signatureAlgorithm,
				signature
			});
		}
	};
}));
// node_modules/@sigstore/core/dist/x509/ext.js
var require_ext = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.X509SCTExtension = exports.X509SubjectKeyIDExtension = exports.X509AuthorityKeyIDExtension = exports.X509SubjectAlternativeNameExtension = exports.X509KeyUsageExtension = exports.X509BasicConstraintsExtension = exports.X509Extension = void 0;
	const stream_1 = require_stream();
	const sct_1 = require_sct$1();
	var X509Extension = class {
		root;
		constructor(asn1) {
			this.root = asn1;
		}
		get oid() {
			return this.root.subs[0].toOID();
		}
		get critical() {
			return this.root.subs.length === 3 ? this.root.subs[1].toBoolean() : false;
		}
		get value() {
			return this.extnValueObj.value;
		}
		get valueObj() {
			return this.extnValueObj;
		}
		get extnValueObj() {
			return this.root.subs[this.root.subs.length - 1];
		}
	};
	exports.X509Extension = X509Extension;
	var X509BasicConstraintsExtension = class extends X509Extension {
		get isCA() {
			return this.sequence.subs[0]?.toBoolean() ?? false;
		}
		get pathLenConstraint() {
			return this.sequence.subs.length > 1 ? this.sequence.subs[1].toInteger() : void 0;
		}
		get sequence() {
			return this.extnValueObj.subs[0];
		}
	};
	exports.X509BasicConstraintsExtension = X509BasicConstraintsExtension;
	var X509KeyUsageExtension = class extends X509Extension {
		get digitalSignature() {
			return this.bitString[0] === 1;
		}
		get keyCertSign() {
			return this.bitString[5] === 1;
		}
		get crlSign() {
			return this.bitString[6] === 1;
		}
		get bitString() {
			return this.extnValueObj.subs[0].toBitString();
		}
	};
	exports.X509KeyUsageExtension = X509KeyUsageExtension;
	var X509SubjectAlternativeNameExtension = class extends X509Extension {
		get rfc822Name() {
			return this.findGeneralName(1)?.value.toString("ascii");
		}
		get uri() {
			return this.findGeneralName(6)?.value.toString("ascii");
		}
		otherName(oid) {
			const otherName = this.findGeneralName(0);
			if (otherName === void 0) return;
			if (otherName.subs[0].toOID() !== oid) return;
			return otherName.subs[1].subs[0].value.toString("ascii");
		}
		findGeneralName(tag) {
			return this.generalNames.find((gn) => gn.tag.isContextSpecific(tag));
		}
		get generalNames() {
			return this.extnValueObj.subs[0].subs;
		}
	};
	exports.X509SubjectAlternativeNameExtension = X509SubjectAlternativeNameExtension;
	var X509AuthorityKeyIDExtension = class extends X509Extension {
		get keyIdentifier() {
			return this.findSequenceMember(0)?.value;
		}
		findSequenceMember(tag) {
			return this.sequence.subs.find((el) => el.tag.isContextSpecific(tag));
		}
		get sequence() {
			return this.extnValueObj.subs[0];
		}
	};
	exports.X509AuthorityKeyIDExtension = X509AuthorityKeyIDExtension;
	var X509SubjectKeyIDExtension = class extends X509Extension {
		get keyIdentifier() {
			return this.extnValueObj.subs[0].value;
		}
	};
	exports.X509SubjectKeyIDExtension = X509SubjectKeyIDExtension;
	var X509SCTExtension = class extends X509Extension {
		constructor(asn1) {
			super(asn1);
		}
		get signedCertificateTimestamps() {
			const buf = this.extnValueObj.subs[0].value;
			const stream = new stream_1.ByteStream(buf);
			const end = stream.getUint16() + 2;
			const sctList = [];
			while (stream.position < end) {
				const sctLength = stream.getUint16();
				const sct = stream.getBlock(sctLength);
				sctList.push(sct_1.SignedCertificateTimestamp.parse(sct));
			}
			if (stream.position !== end) throw new Error("SCT list length does not match actual length");
			return sctList;
		}
	};
	exports.X509SCTExtension = X509SCTExtension;
}));
// node_modules/@sigstore/core/dist/x509/cert.js
var require_cert = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module, this$3) => {
	var __createBinding = this$3 && this$3.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __setModuleDefault = this$3 && this$3.__setModuleDefault || (Object.create ? (function(o, v) {
		Object.defineProperty(o, "default", {
			enumerable: true,
			value: v
		});
	}) : function(o, v) {
		o["default"] = v;
	});
	var __importStar = this$3 && this$3.__importStar || (function() {
		var ownKeys = function(o) {
			ownKeys = Object.getOwnPropertyNames || function(o) {
				var ar = [];
				for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
				return ar;
			};
			return ownKeys(o);
		};
		return function(mod) {
			if (mod && mod.__esModule) return mod;
			var result = {};
			if (mod != null) {
				for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
			}
			__setModuleDefault(result, mod);
			return result;
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.X509Certificate = exports.EXTENSION_OID_SCT = void 0;
	const asn1_1 = require_asn1();
	const crypto = __importStar(require_crypto());
	const oid_1 = require_oid();
	const pem = __importStar(require_pem());
	const ext_1 = require_ext();
	const EXTENSION_OID_SUBJECT_KEY_ID = "2.5.29.14";
	const EXTENSION_OID_KEY_USAGE = "2.5.29.15";
	const EXTENSION_OID_SUBJECT_ALT_NAME = "2.5.29.17";
	const EXTENSION_OID_BASIC_CONSTRAINTS = "2.5.29.19";
	const EXTENSION_OID_AUTHORITY_KEY_ID = "2.5.29.35";
	exports.EXTENSION_OID_SCT = "1.3.6.1.4.1.11129.2.4.2";
	exports.X509Certificate = class X509Certificate {
		root;
		constructor(asn1) {
			this.root = asn1;
		}
		static parse(cert) {
			const der = typeof cert === "string" ? pem.toDER(cert) : cert;
			const asn1 = asn1_1.ASN1Obj.parseBuffer(der);
			return new X509Certificate(asn1);
		}
		get tbsCertificate() {
			return this.tbsCertificateObj;
		}
		get version() {
			return `v${(this.versionObj.subs[0].toInteger() + BigInt(1)).toString()}`;
		}
		get serialNumber() {
			return this.serialNumberObj.value;
		}
		get notBefore() {
			return this.validityObj.subs[0].toDate();
		}
		get notAfter() {
			return this.validityObj.subs[1].toDate();
		}
		get issuer() {
			return this.issuerObj.value;
		}
		get subject() {
			return this.subjectObj.value;
		}
		get publicKey() {
			return this.subjectPublicKeyInfoObj.toDER();
		}
		get signatureAlgorithm() {
			const oid = this.signatureAlgorithmObj.subs[0].toOID();
			if (oid_1.RSA_SIGNATURE_ALGOS[oid]) return oid_1.RSA_SIGNATURE_ALGOS[oid];
			return oid_1.ECDSA_SIGNATURE_ALGOS[oid];
		}
		get signatureValue() {
			return this.signatureValueObj.value.subarray(1);
		}
		get subjectAltName() {
			const ext = this.extSubjectAltName;
			return ext?.uri || /* istanbul ignore next */ ext?.rfc822Name;
		}
		get extensions() {
			/* istanbul ignore next */
			return (this.extensionsObj?.subs[0])?.subs || [];
		}
		get extKeyUsage() {
			const ext = this.findExtension(EXTENSION_OID_KEY_USAGE);
			return ext ? new ext_1.X509KeyUsageExtension(ext) : void 0;
		}
		get extBasicConstraints() {
			const ext = this.findExtension(EXTENSION_OID_BASIC_CONSTRAINTS);
			return ext ? new ext_1.X509BasicConstraintsExtension(ext) : void 0;
		}
		get extSubjectAltName() {
			const ext = this.findExtension(EXTENSION_OID_SUBJECT_ALT_NAME);
			return ext ? new ext_1.X509SubjectAlternativeNameExtension(ext) : void 0;
		}
		get extAuthorityKeyID() {
			const ext = this.findExtension(EXTENSION_OID_AUTHORITY_KEY_ID);
			return ext ? new ext_1.X509AuthorityKeyIDExtension(ext) : void 0;
		}
		get extSubjectKeyID() {
			const ext = this.findExtension(EXTENSION_OID_SUBJECT_KEY_ID);
			return ext ? new ext_1.X509SubjectKeyIDExtension(ext) : /* istanbul ignore next */ void 0;
		}
		get extSCT() {
			const ext = this.findExtension(exports.EXTENSION_OID_SCT);
			return ext ? new ext_1.X509SCTExtension(ext) : void 0;
		}
		get isCA() {
			const ca = this.extBasicConstraints?.isCA || false;
			/* istanbul ignore else */
			if (this.extKeyUsage) return ca && this.extKeyUsage.keyCertSign;
			/* istanbul ignore next */
			return ca;
		}
		extension(oid) {
			const ext = this.findExtension(oid);
			return ext ? new ext_1.X509Extension(ext) : void 0;
		}
		verify(issuerCertificate) {
			const publicKey = issuerCertificate?.publicKey || this.publicKey;
			const key = crypto.createPublicKey(publicKey);
			return crypto.verify(this.tbsCertificate.toDER(), key, this.signatureValue, this.signatureAlgorithm);
		}
		validForDate(date) {
			return this.notBefore <= date && date <= this.notAfter;
		}
		equals(other) {
			return this.root.toDER().equals(other.root.toDER());
		}
		clone() {
			const der = this.root.toDER();
			const clone = Buffer.alloc(der.length);
			der.copy(clone);
			return X509Certificate.parse(clone);
		}
		findExtension(oid) {
			return this.extensions.find((ext) => ext.subs[0].toOID() === oid);
		}
		get tbsCertificateObj() {
			return this.root.subs[0];
		}
		get signatureAlgorithmObj() {
			return this.root.subs[1];
		}
		get signatureValueObj() {
			return this.root.subs[2];
		}
		get versionObj() {
			return this.tbsCertificateObj.subs[0];
		}
		get serialNumberObj() {
			return this.tbsCertificateObj.subs[1];
		}
		get issuerObj() {
			return this.tbsCertificateObj.subs[3];
		}
		get validityObj() {
			return this.tbsCertificateObj.subs[4];
		}
		get subjectObj() {
			return this.tbsCertificateObj.subs[5];
		}
		get subjectPublicKeyInfoObj() {
			return this.tbsCertificateObj.subs[6];
		}
		get extensionsObj() {
			return this.tbsCertificateObj.subs.find((sub) => sub.tag.isContextSpecific(3));
		}
	};
}));
// node_modules/@sigstore/core/dist/x509/index.js
var require_x509 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.X509SCTExtension = exports.X509Certificate = exports.EXTENSION_OID_SCT = void 0;
	var cert_1 = require_cert();
	Object.defineProperty(exports, "EXTENSION_OID_SCT", {
		enumerable: true,
		get: function() {
			return cert_1.EXTENSION_OID_SCT;
		}
	});
	Object.defineProperty(exports, "X509Certificate", {
		enumerable: true,
		get: function() {
			return cert_1.X509Certificate;
		}
	});
	var ext_1 = require_ext();
	Object.defineProperty(exports, "X509SCTExtension", {
		enumerable: true,
		get: function() {
			return ext_1.X509SCTExtension;
		}
	});
}));
// node_modules/@sigstore/core/dist/index.js
var require_dist$1 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module, this$2) => {
	var __createBinding = this$2 && this$2.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __setModuleDefault = this$2 && this$2.__setModuleDefault || (Object.create ? (function(o, v) {
		Object.defineProperty(o, "default", {
			enumerable: true,
			value: v
		});
	}) : function(o, v) {
		o["default"] = v;
	});
	var __importStar = this$2 && this$2.__importStar || (function() {
		var ownKeys = function(o) {
			ownKeys = Object.getOwnPropertyNames || function(o) {
				var ar = [];
				for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
				return ar;
			};
			return ownKeys(o);
		};
		return function(mod) {
			if (mod && mod.__esModule) return mod;
			var result = {};
			if (mod != null) {
				for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
			}
			__setModuleDefault(result, mod);
			return result;
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.X509SCTExtension = exports.X509Certificate = exports.EXTENSION_OID_SCT = exports.ByteStream = exports.RFC3161Timestamp = exports.pem = exports.json = exports.encoding = exports.dsse = exports.crypto = exports.ASN1Obj = void 0;
	var asn1_1 = require_asn1();
	Object.defineProperty(exports, "ASN1Obj", {
		enumerable: true,
		get: function() {
			return asn1_1.ASN1Obj;
		}
	});
	exports.crypto = __importStar(require_crypto());
	exports.dsse = __importStar(require_dsse$3());
	exports.encoding = __importStar(require_encoding());
	exports.json = __importStar(require_json());
	exports.pem = __importStar(require_pem());
	var rfc3161_1 = require_rfc3161();
	Object.defineProperty(exports, "RFC3161Timestamp", {
		enumerable: true,
		get: function() {
			return rfc3161_1.RFC3161Timestamp;
		}
	});
	var stream_1 = require_stream();
	Object.defineProperty(exports, "ByteStream", {
		enumerable: true,
		get: function() {
			return stream_1.ByteStream;
		}
	});
	var x509_1 = require_x509();
	Object.defineProperty(exports, "EXTENSION_OID_SCT", {
		enumerable: true,
		get: function() {
			return x509_1.EXTENSION_OID_SCT;
		}
	});
	Object.defineProperty(exports, "X509Certificate", {
		enumerable: true,
		get: function() {
			return x509_1.X509Certificate;
		}
	});
	Object.defineProperty(exports, "X509SCTExtension", {
		enumerable: true,
		get: function() {
			return x509_1.X509SCTExtension;
		}
	});
}));
// src/evidence/base64.ts
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/**
* Standard base64 (RFC 4648 §4), padded and canonical, with no space inside.
* Buffer.from(text, 'base64') skips what it does not know, so that two texts could mean the same bytes.
* @returns the bytes, or undefined when the text is anything else
*/
function parseBase64(text) {
	if (text === "" || !BASE64.test(text)) return void 0;
	const bytes = Buffer.from(text, "base64");
	return bytes.toString("base64") === text ? bytes : void 0;
}
/**
* Base64 of either alphabet (RFC 4648 §4 and §5), but not of both at once, padded or not, and canonical in its
* last bits; with no space inside.
* @returns the bytes, or undefined when the text is anything else
*/
function parseAnyBase64(text) {
	if (/[-_]/.test(text) && /[+/]/.test(text)) return void 0;
	const standard = text.replaceAll("-", "+").replaceAll("_", "/");
	return parseBase64(standard.endsWith("=") ? standard : standard + "=".repeat(-standard.length & 3));
}
// src/evidence/certificate-extensions.ts
var import_dist$2 = require_dist$2();
var import_dist$3 = require_dist$1();
const KEY_USAGE = "2.5.29.15";
const SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
const BASIC_CONSTRAINTS = "2.5.29.19";
const NAME_CONSTRAINTS = "2.5.29.30";
const CERTIFICATE_POLICIES = "2.5.29.32";
const EXTENDED_KEY_USAGE = "2.5.29.37";
/** RFC 6962 §3.1: what makes a precertificate, which nobody may use. */
const CT_POISON = "1.3.6.1.4.1.11129.2.4.3";
/** What Go's crypto/x509 processes too; any policy will do here, so none is asked for. */
const PROCESSED = [
	KEY_USAGE,
	SUBJECT_ALTERNATIVE_NAME,
	BASIC_CONSTRAINTS,
	NAME_CONSTRAINTS,
	CERTIFICATE_POLICIES,
	EXTENDED_KEY_USAGE
];
/** Bits of RFC 5280 §4.2.1.3. */
const KEY_USAGE_BITS = {
	digitalSignature: 0,
	contentCommitment: 1,
	keyCertSign: 5
};
/** The tags of GeneralName's choices, RFC 5280 §4.2.1.6. */
const NAME_KINDS = {
	email: 1,
	dns: 2,
	directory: 4,
	uri: 6,
	ipAddress: 7
};
/**
* Reads the extensions.
* @throws Error, with a sentence, when one of them is not in its form, or there twice
*/
function readExtensions(x509) {
	const found = /* @__PURE__ */ new Map();
	for (const element of x509.extensions) {
		const extension = readExtension(element);
		if (found.has(extension.oid)) throw new Error(`it has two extensions ${extension.oid}`);
		found.set(extension.oid, extension);
	}
	const read = (oid, parse) => {
		const extension = found.get(oid);
		if (extension === void 0) return void 0;
		try {
			return parse(import_dist$3.ASN1Obj.parseBuffer(Buffer.from(extension.value)));
		} catch (cause) {
			throw new Error(`its extension ${oid} cannot be read: ${(0,external_common_js_namespaceObject.jr)(cause)}`, { cause });
		}
	};
	return {
		...read(BASIC_CONSTRAINTS, readBasicConstraints) ?? {
			isAuthority: false,
			pathLength: void 0
		},
		keyUsage: read(KEY_USAGE, (bits) => new Set(bits.toBitString().flatMap((bit, at) => bit ? [at] : []))),
		purposes: read(EXTENDED_KEY_USAGE, (list) => sequenceOf(list).map((usage) => usage.toOID())),
		names: read(SUBJECT_ALTERNATIVE_NAME, (list) => sequenceOf(list).map(toGeneralName)) ?? [],
		nameConstraints: read(NAME_CONSTRAINTS, readNameConstraints),
		unknownCritical: [...found.values()].flatMap(({ oid, isCritical }) => isCritical && !PROCESSED.includes(oid) && oid !== CT_POISON ? [oid] : []),
		isPrecertificate: found.has(CT_POISON),
		timestampList: read(import_dist$3.EXTENSION_OID_SCT, ({ tag, value }) => {
			if (!tag.isOctetString()) throw new Error("it is no OCTET STRING");
			return value;
		})
	};
}
/** Extension ::= SEQUENCE { extnID, critical DEFAULT FALSE, extnValue OCTET STRING } */
function readExtension(element) {
	const [id, ...rest] = sequenceOf(element);
	const value = rest.at(-1);
	if (id === void 0 || value?.tag.isOctetString() !== true || rest.length > 2) throw new Error("it has an extension that is none");
	return {
		oid: id.toOID(),
		isCritical: rest.length === 2 && rest[0]?.toBoolean() === true,
		value: value.value
	};
}
function readBasicConstraints(value) {
	const fields = [...sequenceOf(value)];
	const isAuthority = fields[0]?.tag.isBoolean() === true && fields.shift()?.toBoolean() === true;
	const length = fields.shift()?.toInteger();
	if (fields.length > 0 || length !== void 0 && (length < 0n || length > 255n)) throw new Error("it is no BasicConstraints");
	return {
		isAuthority,
		pathLength: length === void 0 ? void 0 : Number(length)
	};
}
function readNameConstraints(value) {
	const fields = sequenceOf(value);
	if (!fields.every(({ tag }) => tag.isContextSpecific(0) || tag.isContextSpecific(1)) || fields.length === 0) throw new Error("it is no NameConstraints");
	const subtrees = (number) => fields.filter(({ tag }) => tag.isContextSpecific(number)).flatMap(({ subs }) => subs.map(readSubtree));
	return {
		permitted: subtrees(0),
		excluded: subtrees(1)
	};
}
/** Its minimum has to be 0 and so left out, and its maximum absent. */
function readSubtree(subtree) {
	const [base, ...bounds] = sequenceOf(subtree);
	if (base === void 0 || bounds.length > 0) throw new Error("it has a subtree with bounds");
	return toGeneralName(base);
}
function toGeneralName({ tag, value }) {
	if (!tag.isContextSpecific()) throw new Error("it has a name of no kind");
	return {
		kind: tag.number,
		value
	};
}
/** The tag of a SEQUENCE: universal, constructed, number 16. */
const SEQUENCE_TAG = 48;
function sequenceOf({ tag, subs }) {
	if (tag.toDER() !== SEQUENCE_TAG) throw new Error("a SEQUENCE is missing");
	return subs;
}
// src/evidence/describe.ts
/** How much of a foreign text an error repeats, in characters. */
const EXCERPT_LENGTH$2 = 60;
/** How much of it is looked at: the names that give a form away stand at its start. */
const HEAD_LENGTH = 4096;
/** By what each is told, in this order. */
const FORMS = [
	[/^<(?:!doctype|html|\?xml|head|body)/i, "an HTML or XML page"],
	[/^-----BEGIN PGP /, "an OpenPGP signature"],
	[/^-----BEGIN CERTIFICATE-----/, "a certificate in PEM"],
	[/^-----BEGIN PUBLIC KEY-----/, "a public key in PEM"],
	[/^-----BEGIN /, "another kind of PEM"],
	[/^untrusted comment:/, "a minisign signature"],
	[/^SPDXVersion:/, "SPDX in tag-value form"],
	[/^[[{][^]*"base64Signature"\s*:/, "cosign's old bundle"],
	[/^[[{][^]*application\/vnd\.dev\.sigstore\.bundle/, "a Sigstore bundle"],
	[/^[[{][^]*application\/vnd\.dev\.sigstore\.trustedroot/, "a trusted root"],
	[/^[[{][^]*"spdxVersion"\s*:/, "SPDX 2 JSON"],
	[/^[[{][^]*spdx\.org\/rdf\/3\./, "SPDX 3 JSON"],
	[/^[[{][^]*"bomFormat"\s*:/, "CycloneDX JSON"],
	[/^[[{][^]*in-toto\.io\/Statement\//, "an in-toto statement"],
	[/^[[{][^]*"payloadType"\s*:/, "a DSSE envelope"],
	[/^(?:\x7fELF|MZ\x90|\x1f\x8b|PK\x03\x04|\0)/, "binary data"]
];
/**
* Says what a foreign text looks like, for an error: an error page saved in
* place of a file is this field's usual accident, and a form that belongs
* elsewhere, or to tomorrow, the next. The excerpt is from outside; whoever
* prints it escapes it.
*/
function describeText(text) {
	const head = text.slice(0, HEAD_LENGTH).replace(/^\ufeff?\s+/, "");
	if (head.trim() === "" && text.trim() === "") return "empty";
	const excess = /^[[{]/.test(head) ? (0,external_common_js_namespaceObject.bn)(text) : void 0;
	if (excess !== void 0) return `a text that ${excess}`;
	const form = FORMS.find(([pattern]) => pattern.test(head));
	if (form !== void 0) return form[1];
	return `something else: "${text.length > EXCERPT_LENGTH$2 ? `${text.slice(0, EXCERPT_LENGTH$2)}…` : text}"`;
}
// src/evidence/text.ts
const UTF8_MARK = Buffer.of(239, 187, 191);
const UTF16LE_MARK = Buffer.of(255, 254);
/**
* The text of a small file without a byte order mark and without space around it. Every byte that is not ASCII
* stays a character of its own, and so can make no form fit that would not fit the bytes.
*/
function toText$2(file) {
	const bytes = Buffer.from(file);
	if (startsWith(bytes, UTF16LE_MARK)) return bytes.subarray(UTF16LE_MARK.length).toString("utf16le").trim();
	return bytes.subarray(startsWith(bytes, UTF8_MARK) ? UTF8_MARK.length : 0).toString("latin1").trim();
}
function startsWith(bytes, start) {
	return bytes.subarray(0, start.length).equals(start);
}
/**
* Whether the bytes are one DER element (X.690) with the tag of a SEQUENCE, whole and nothing after it, by its length.
* Signatures and certificates are.
*/
function isDerSequence(bytes) {
	const [tag, first = 0] = bytes;
	if (tag !== 48) return false;
	if (first < 128) return bytes.length === 2 + first;
	const count = first & 127;
	if (count === 0 || count > 4 || bytes.length < 2 + count) return false;
	return bytes.length === 2 + count + Buffer.from(bytes).readUIntBE(2, count);
}
// src/evidence/certificate.ts
/** Issuer, v1: the raw bytes of the URL. Always there until 2023, and still. */
const FULCIO_ISSUER_V1 = "1.3.6.1.4.1.57264.1.1";
/** Issuer, v2: a DER UTF8String. */
const FULCIO_ISSUER_V2 = "1.3.6.1.4.1.57264.1.8";
const PEM_START = "-----BEGIN CERTIFICATE-----";
const PEM_END = "-----END CERTIFICATE-----";
/** A chain has three or four; each costs time. */
const MAX_CERTIFICATES$1 = 16;
const PEM_LINE_LENGTH = 64;
/**
* Reads a `.cert` file. Of a chain the certificate counts that may not issue others; what else it holds has to be in
* the trusted root anyway.
* @throws EvidenceError EVIDENCE_UNREADABLE when there is not exactly one such certificate
*/
function parseCertificate(file) {
	if (isDerSequence(file)) return parseCertificateDer(Buffer.from(file));
	const text = toText$2(file);
	const decoded = text.includes(PEM_START) ? void 0 : parseAnyBase64(text.replace(/\s+/g, ""));
	if (decoded !== void 0 && isDerSequence(decoded)) return parseCertificateDer(decoded);
	const ders = readPem(decoded === void 0 ? text : toText$2(decoded));
	const certificates = ders.map(parseCertificateDer);
	const leaves = certificates.length > 1 ? certificates.filter(({ extensions }) => !extensions.isAuthority) : certificates;
	const [leaf] = leaves;
	if (leaf !== void 0 && leaves.length === 1) return leaf;
	const actual = ders.length > 0 ? `${ders.length} certificates, ${leaves.length} of them of signers` : describeText(text);
	throw new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", `the certificate file is ${actual}`, {
		expected: "a signer's certificate in PEM or DER, or base64 over it",
		actual
	});
}
/** Each certificate in a text, DER. What stands between them says nothing. */
function readPem(text) {
	const ders = [];
	let start = text.indexOf(PEM_START);
	while (start >= 0) {
		const end = text.indexOf(PEM_END, start);
		const der = parseBase64(text.slice(start + 27, Math.max(end, start)).replace(/\s+/g, ""));
		if (der === void 0) throw new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", "the certificate file holds PEM that is not base64, or has no end");
		if (ders.push(der) > MAX_CERTIFICATES$1) throw new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", `the certificate file holds more than ${MAX_CERTIFICATES$1} certificates`);
		start = text.indexOf(PEM_START, end);
	}
	return ders;
}
/**
* Reads a certificate in DER.
* @throws EvidenceError EVIDENCE_UNREADABLE
*/
function parseCertificateDer(der) {
	try {
		const node = new import__late_node_crypto.X509Certificate(der);
		if (!node.raw.equals(der)) throw new Error("there are bytes after the certificate");
		const x509 = import_dist$3.X509Certificate.parse(Buffer.from(der));
		if ([x509.notBefore, x509.notAfter].some((time) => isNaN(time.getTime()))) throw new Error("its validity is no time");
		const extensions = readExtensions(x509);
		return {
			der,
			x509,
			native: node,
			publicKey: node.publicKey,
			extensions,
			notBefore: x509.notBefore,
			notAfter: x509.notAfter,
			identity: subjectAlternativeName(extensions),
			oidcIssuer: oidcIssuer(x509)
		};
	} catch (cause) {
		throw new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", "the certificate is not valid X.509 DER", { cause });
	}
}
/** PEM as Go's encoding/pem writes it: 64 columns, LF, LF at the end. Rekor stores certificates and keys in this form. */
function formatPem(der, label = "CERTIFICATE") {
	return `-----BEGIN ${label}-----\n${(der.toString("base64").match(new RegExp(`.{1,${PEM_LINE_LENGTH}}`, "g")) ?? []).join("\n")}\n-----END ${label}-----\n`;
}
/** An e-mail address and a URI are IA5Strings (RFC 5280 §4.2.1.6): ASCII, byte for byte. */
function subjectAlternativeName({ names }) {
	const [name] = names;
	if (name === void 0 || names.length !== 1) return void 0;
	if (name.kind !== NAME_KINDS.email && name.kind !== NAME_KINDS.uri) return void 0;
	return name.value.every((byte) => byte < 128) ? name.value.toString("latin1") : void 0;
}
function oidcIssuer(x509) {
	const v2 = x509.extension(FULCIO_ISSUER_V2);
	if (v2 !== void 0) return v2.valueObj.subs[0]?.value.toString("utf8");
	return x509.extension(FULCIO_ISSUER_V1)?.value.toString("latin1");
}
// src/evidence/checkpoint.ts
const SEPARATOR$1 = "\n\n";
const SIGNATURE_LINE = /^— (\S+) (\S+)$/;
const KEY_HINT_BYTES = 4;
const ROOT_HASH_BYTES = 32;
/** In hex. */
const TREE_ID_LENGTH$1 = 16;
/** A note has one signature per log and per witness. */
const MAX_SIGNATURES$1 = 32;
/**
* Reads a checkpoint.
* @throws EvidenceError EVIDENCE_UNREADABLE
*/
function parseCheckpoint(envelope) {
	const end = envelope.indexOf(SEPARATOR$1);
	if (end < 0 || !envelope.endsWith("\n")) throw malformed$6("has no empty line before its signatures");
	const text = envelope.slice(0, end + 1);
	const [origin, size, root] = text.split("\n");
	const treeSize = /^(?:0|[1-9][0-9]{0,15})$/.test(size ?? "") ? Number(size) : NaN;
	const rootHash = parseBase64(root ?? "");
	if (origin === void 0 || origin === "") throw malformed$6("has no origin");
	if (!Number.isSafeInteger(treeSize)) throw malformed$6("has no tree size");
	if (rootHash?.length !== ROOT_HASH_BYTES) throw malformed$6("has no root hash");
	const lines = envelope.slice(end + 2, -1).split("\n", MAX_SIGNATURES$1);
	return {
		origin,
		treeSize,
		rootHash,
		signedText: Buffer.from(text),
		signatures: lines.map(parseSignatureLine)
	};
}
/**
* The ID of the tree, which stands in the origin of Rekor v1 in decimal.
* @returns 16 hex characters; empty where the origin has none
*/
function treeIdOf({ origin }) {
	const [, treeId] = / - (\d{1,20})$/.exec(origin) ?? [];
	const hex = treeId === void 0 ? "" : BigInt(treeId).toString(16).padStart(TREE_ID_LENGTH$1, "0");
	return hex.length === TREE_ID_LENGTH$1 ? hex : "";
}
function parseSignatureLine(line) {
	const [, name, value] = SIGNATURE_LINE.exec(line) ?? [];
	const bytes = parseBase64(value ?? "");
	if (name === void 0 || bytes === void 0 || bytes.length <= KEY_HINT_BYTES) throw malformed$6("has a line that is not a signature");
	return {
		name,
		keyHint: bytes.subarray(0, KEY_HINT_BYTES),
		signature: bytes.subarray(KEY_HINT_BYTES)
	};
}
function malformed$6(what) {
	return new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", `the checkpoint ${what}`);
}
const DEFAULT_CONFIG = {
	lang: void 0,
	message: void 0,
	abortEarly: void 0,
	abortPipeEarly: void 0
};
/**
* Returns the global configuration.
*
* @param config The config to merge.
*
* @returns The configuration.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalConfig(config$1) {
	if (!config$1 && true) return DEFAULT_CONFIG;
	return {
		lang: config$1?.lang ?? void 0,
		message: config$1?.message,
		abortEarly: config$1?.abortEarly ?? void 0,
		abortPipeEarly: config$1?.abortPipeEarly ?? void 0
	};
}
/**
* Stringifies an unknown input to a literal or type string.
*
* @param input The unknown input.
*
* @returns A literal or type string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _stringify(input) {
	const type = typeof input;
	if (type === "string") return `"${input}"`;
	if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
	if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
	return type;
}
/**
* Adds an issue to the dataset.
*
* @param context The issue context.
* @param label The issue label.
* @param dataset The input dataset.
* @param config The configuration.
* @param other The optional props.
*
* @internal
*/
function _addIssue(context, label, dataset, config$1, other) {
	const input = other && "input" in other ? other.input : dataset.value;
	const expected = other?.expected ?? context.expects ?? null;
	const received = other?.received ?? /* @__PURE__ */ _stringify(input);
	const issue = {
		kind: context.kind,
		type: context.type,
		input,
		expected,
		received,
		message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
		requirement: context.requirement,
		path: other?.path,
		issues: other?.issues,
		lang: config$1.lang,
		abortEarly: config$1.abortEarly,
		abortPipeEarly: config$1.abortPipeEarly
	};
	const isSchema = context.kind === "schema";
	const message$1 = other?.message ?? context.message ?? (context.reference, issue.lang, void 0) ?? (isSchema ? (issue.lang, void 0) : null) ?? config$1.message ?? (issue.lang, void 0);
	if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
	if (isSchema) dataset.typed = false;
	if (dataset.issues) dataset.issues.push(issue);
	else dataset.issues = [issue];
}
/**
* Compares two values using the SameValueZero algorithm, which treats `NaN`
* as equal to itself unlike `===`.
*
* @param value1 The first value.
* @param value2 The second value.
*
* @returns Whether the values are equal.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isSameValueZero(value1, value2) {
	return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}
/**
* Disallows inherited object properties and prevents object prototype
* pollution by disallowing certain keys.
*
* @param object The object to check.
* @param key The key to check.
*
* @returns Whether the key is allowed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValidObjectKey(object$1, key) {
	return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}
/**
* Joins multiple `expects` values with the given separator.
*
* @param values The `expects` values.
* @param separator The separator.
*
* @returns The joined `expects` property.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _joinExpects(values$1, separator) {
	const list = [...new Set(values$1)];
	if (list.length > 1) return `(${list.join(` ${separator} `)})`;
	return list[0] ?? "never";
}
/**
* Eagerly creates and attaches the Standard Schema properties of a schema.
*
* Hint: The contextual `this` type includes the standard properties that are
* attached before the schema is returned.
*
* @param schema The schema to attach standard properties to.
*
* @returns The schema with standard properties attached.
*
* @internal
*/
function _standardSchema(schema) {
	schema["~standard"] = {
		version: 1,
		vendor: "valibot",
		validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
	};
	return schema;
}
/* @__NO_SIDE_EFFECTS__ */
function getDotPath(issue) {
	if (issue.path) {
		let key = "";
		for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`;
		else key += item.key;
		else return null;
		return key;
	}
	return null;
}
/**
* A Valibot error with useful information.
*/
var ValiError = class extends Error {
	/**
	* Creates a Valibot error with useful information.
	*
	* @param issues The error issues.
	*/
	constructor(issues) {
		super(issues[0].message);
		this.name = "ValiError";
		this.issues = issues;
	}
};
/* @__NO_SIDE_EFFECTS__ */
function check(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: check,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function maxLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_length",
		reference: maxLength,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function maxValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_value",
		reference: maxValue,
		async: false,
		expects: `<=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function minLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_length",
		reference: minLength,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function minValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_value",
		reference: minValue,
		async: false,
		expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function regex(requirement, message$1) {
	return {
		kind: "validation",
		type: "regex",
		reference: regex,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function safeInteger(message$1) {
	return {
		kind: "validation",
		type: "safe_integer",
		reference: safeInteger,
		async: false,
		expects: null,
		requirement: Number.isSafeInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "safe integer", dataset, config$1);
			return dataset;
		}
	};
}
/**
* Creates a to lower case transformation action.
*
* @returns A to lower case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toLowerCase() {
	return {
		kind: "transformation",
		type: "to_lower_case",
		reference: toLowerCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toLowerCase();
			return dataset;
		}
	};
}
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transform(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transform,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = this.operation(dataset.value);
			return dataset;
		}
	};
}
const ABORT_EARLY_CONFIG = { abortEarly: true };
/**
* Returns the fallback value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The output dataset if available.
* @param config The config if available.
*
* @returns The fallback value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallback(schema, dataset, config$1) {
	return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}
/**
* Returns a fallback value as output if the input does not match the schema.
*
* @param schema The schema to catch.
* @param fallback The fallback value.
*
* @returns The passed schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function fallback(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		"~run"(dataset, config$1) {
			const outputDataset = schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}
/**
* Returns the default value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The input dataset if available.
* @param config The config if available.
*
* @returns The default value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefault(schema, dataset, config$1) {
	return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}
/**
* Checks if the input matches the schema. By using a type predicate, this
* function can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*
* @returns Whether the input matches the schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function is(schema, input) {
	return !schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
}
/* @__NO_SIDE_EFFECTS__ */
function array(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: array,
		expects: "Array",
		async: false,
		item,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function custom(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: custom,
		expects: "unknown",
		async: false,
		check: check$1,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function exactOptional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptional,
		expects: wrapped.expects,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function literal(literal_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "literal",
		reference: literal,
		expects: /* @__PURE__ */ _stringify(literal_),
		async: false,
		literal: literal_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function looseObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function nullable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullable,
		expects: `(${wrapped.expects} | null)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function number(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "number",
		reference: number,
		expects: "number",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function object(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: object,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function optional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optional,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function picklist(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "picklist",
		reference: picklist,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function record(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: record,
		expects: "Object",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
					const entryValue = input[entryKey];
					const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function strictObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function string(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "string",
		reference: string,
		expects: "string",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "string") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/**
* Returns the sub issues of the provided datasets for the union issue.
*
* @param datasets The datasets.
*
* @returns The sub issues.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _subIssues(datasets) {
	let issues;
	if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
	else issues = dataset.issues;
	return issues;
}
/* @__NO_SIDE_EFFECTS__ */
function union(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: union,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}
/**
* Creates a unknown schema.
*
* @returns A unknown schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unknown() {
	return _standardSchema({
		kind: "schema",
		type: "unknown",
		reference: unknown,
		expects: "unknown",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function variant(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variant,
		expects: "Object",
		async: false,
		key,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				parseOptions(this, /* @__PURE__ */ new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
function parse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}
/* @__NO_SIDE_EFFECTS__ */
function pipe(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		"~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
function safeParse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}
// src/json/read-json.ts
/**
* Reads a text.
* @throws what `refuse` makes of the first fault
*/
function readJson$4(text, schema, { refuse, ...options }) {
	let json;
	try {
		json = (0,external_common_js_namespaceObject.xn)(text);
	} catch (cause) {
		throw refuse({
			isJson: false,
			what: "it is not JSON",
			cause
		});
	}
	return readValue(json, schema, {
		refuse,
		...options
	});
}
/**
* Reads a value that was parsed before.
* @throws what `refuse` makes of the first fault
*/
function readValue(json, schema, { refuse, message }) {
	const parsed = /* @__PURE__ */ safeParse(schema, json, {
		abortEarly: true,
		...message !== void 0 && { message }
	});
	if (parsed.success) return parsed.output;
	const [issue] = parsed.issues;
	throw refuse({
		isJson: true,
		what: `${/* @__PURE__ */ getDotPath(issue) ?? "(root)"} ${issue.message}`,
		issue
	});
}
/** A fault in words that, unlike the schema library's, do not repeat the value: it may be as long as the file. */
function withoutValue({ expected, received }) {
	return received === "undefined" ? "is missing" : `is not ${expected ?? "valid"}`;
}
// src/evidence/cosign-bundle.ts
const MAX_SECONDS = 864e10;
const base64$1 = /* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ transform((text) => parseAnyBase64(text.replace(/\s+/g, ""))), /* @__PURE__ */ custom((bytes) => bytes !== void 0, "is not base64"));
const index$1 = /* @__PURE__ */ pipe(/* @__PURE__ */ number(), /* @__PURE__ */ safeInteger("is not a whole number"), /* @__PURE__ */ minValue(0, "is negative"));
const schema = /* @__PURE__ */ object({
	base64Signature: base64$1,
	cert: /* @__PURE__ */ optional(base64$1),
	rekorBundle: /* @__PURE__ */ object({
		SignedEntryTimestamp: base64$1,
		Payload: /* @__PURE__ */ object({
			body: base64$1,
			integratedTime: /* @__PURE__ */ pipe(index$1, /* @__PURE__ */ maxValue(MAX_SECONDS, "is not a time")),
			logIndex: index$1,
			logID: /* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ regex(/^[0-9a-f]{64}$/, "is not 64 hex characters"))
		})
	})
});
/** Whether a JSON document is of this form, though perhaps not in order. */
function isCosignBundle(json) {
	return typeof json === "object" && json !== null && "base64Signature" in json;
}
/**
* The same in the JSON form of a Sigstore bundle, version 0.1.
* @throws Error, with a sentence, when it is not in its form
*/
function toSigstoreBundleJson(json) {
	const { base64Signature: signature, cert, rekorBundle } = readValue(json, schema, { refuse: ({ what }) => new Error(what) });
	const { SignedEntryTimestamp, Payload } = rekorBundle;
	const { kind, apiVersion, spec } = readBody$2(Payload.body);
	return {
		mediaType: import_dist$2.BUNDLE_V01_MEDIA_TYPE,
		verificationMaterial: {
			...toKeyMaterial(cert),
			tlogEntries: [{
				logIndex: String(Payload.logIndex),
				logId: { keyId: Buffer.from(Payload.logID, "hex").toString("base64") },
				kindVersion: {
					kind,
					version: apiVersion
				},
				integratedTime: String(Payload.integratedTime),
				inclusionPromise: { signedEntryTimestamp: SignedEntryTimestamp.toString("base64") },
				canonicalizedBody: Payload.body.toString("base64")
			}]
		},
		...toContent(signature, spec)
	};
}
function toKeyMaterial(cert) {
	if (cert === void 0 || cert.includes("-----BEGIN PUBLIC KEY-----")) return { publicKey: { hint: "" } };
	const { der } = parseCertificate(cert);
	return { x509CertificateChain: { certificates: [{ rawBytes: der.toString("base64") }] } };
}
const ALGORITHMS$3 = {
	sha256: "SHA2_256",
	sha384: "SHA2_384",
	sha512: "SHA2_512"
};
/** The form names no digest: it stands in the body of the entry, which every check compares with it. */
function toContent(signature, { data }) {
	const envelope = readEnvelope(signature);
	if (envelope !== void 0) return { dsseEnvelope: envelope };
	const { algorithm = "", value = "" } = data?.hash ?? {};
	const known = ALGORITHMS$3[algorithm];
	if (known === void 0 || !/^(?:[0-9a-f]{2})+$/.test(value)) throw new Error("rekorBundle.Payload.body names no digest");
	return { messageSignature: {
		messageDigest: {
			algorithm: known,
			digest: Buffer.from(value, "hex").toString("base64")
		},
		signature: signature.toString("base64")
	} };
}
/** @returns undefined for a bare signature, which is DER and so no JSON */
function readEnvelope(signature) {
	if (signature[0] !== "{".charCodeAt(0)) return void 0;
	const json = (0,external_common_js_namespaceObject.xn)(signature.toString());
	return typeof json === "object" && json !== null && "payloadType" in json ? json : void 0;
}
const bodySchema = /* @__PURE__ */ object({
	kind: /* @__PURE__ */ string(),
	apiVersion: /* @__PURE__ */ string(),
	spec: /* @__PURE__ */ object({ data: /* @__PURE__ */ optional(/* @__PURE__ */ object({ hash: /* @__PURE__ */ optional(/* @__PURE__ */ object({
		algorithm: /* @__PURE__ */ string(),
		value: /* @__PURE__ */ string()
	})) })) })
});
function readBody$2(body) {
	const parsed = /* @__PURE__ */ safeParse(bodySchema, (0,external_common_js_namespaceObject.xn)(body.toString()));
	if (!parsed.success) throw new Error("rekorBundle.Payload.body is no entry of the log");
	return parsed.output;
}
// src/evidence/bundle-fields.ts
const CHAIN = "verificationMaterial.content.$case";
/** What the library calls by the name of a group, by the names that stand in the JSON. */
const GROUPS = {
	content: "messageSignature (or dsseEnvelope)",
	"verificationMaterial.content": "verificationMaterial.certificate (or publicKey)"
};
/** Names what a bundle lacks, by the paths in its JSON; they are the library's, and none is from outside. */
function describeFields(fields) {
	const names = [...new Set(fields)].filter((field) => field !== CHAIN).map((field) => GROUPS[field] ?? field.replace(/(^|\.)content\./, "$1"));
	if (names.length === 0) return "it holds a chain of certificates, which its version of the format does not have";
	return `${names.join(", ")} ${names.length === 1 ? "is" : "are"} missing or empty`;
}
// src/json/bundle-json.ts
/** The JSON of a bundle, with every index written out. */
function toBundleJson(bundle) {
	const json = (0, import_dist$2.bundleToJSON)(bundle);
	const { verificationMaterial } = json;
	const tlogEntries = verificationMaterial.tlogEntries.map((entry) => withIndices(entry));
	return {
		...json,
		verificationMaterial: {
			...verificationMaterial,
			tlogEntries
		}
	};
}
/** The JSON of a log entry, with its indices written out. */
function withIndices(entry) {
	const { logIndex = "0", inclusionProof } = entry;
	if (inclusionProof === void 0) return {
		...entry,
		logIndex
	};
	return {
		...entry,
		logIndex,
		inclusionProof: {
			logIndex: "0",
			...inclusionProof
		}
	};
}
// src/evidence/envelope.ts
/** https://slsa.dev/spec/v1.0/verification_summary */
const VSA_TYPES = ["https://slsa.dev/verification_summary/v0.2", "https://slsa.dev/verification_summary/v1"];
const IN_TOTO = "application/vnd.in-toto+json";
const statementSchema$1 = /* @__PURE__ */ object({
	_type: /* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ regex(/^https:\/\/in-toto\.io\/Statement\/v(?:0\.1|1)$/, "is not a statement’s")),
	predicateType: /* @__PURE__ */ string(),
	subject: /* @__PURE__ */ array(/* @__PURE__ */ object({
		name: /* @__PURE__ */ fallback(/* @__PURE__ */ optional(/* @__PURE__ */ string()), void 0),
		digest: /* @__PURE__ */ optional(/* @__PURE__ */ record(/* @__PURE__ */ string(), /* @__PURE__ */ string()))
	})),
	predicate: /* @__PURE__ */ optional(/* @__PURE__ */ unknown())
});
/** DSSE's pre-authentication encoding: what the signature is over. */
function toSignedBytes({ payloadType, payload }) {
	return import_dist$3.dsse.preAuthEncoding(payloadType, payload);
}
/**
* Reads the statement in an envelope.
* @throws EvidenceError EVIDENCE_UNREADABLE
*/
function parseStatement({ payloadType, payload }) {
	if (payloadType !== IN_TOTO) throw new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", "the envelope holds no in-toto statement", {
		expected: IN_TOTO,
		actual: payloadType
	});
	const { predicateType, subject, predicate } = readStatement$1(payload.toString());
	const digests = subject.map(({ name = "", digest }) => ({
		name,
		digest: (0,external_common_js_namespaceObject.dr)(digest?.["sha256"] ?? "")
	}));
	return {
		predicateType,
		subjects: digests.flatMap(({ digest }) => digest ?? []),
		named: digests.flatMap(({ name, digest }) => name === "" || digest === void 0 ? [] : {
			name,
			digest
		}),
		otherAlgorithms: subject.flatMap(({ digest = {} }) => "sha256" in digest ? [] : Object.keys(digest)),
		further: new Set(subject.flatMap(({ digest = {} }) => ["sha384", "sha512"].flatMap((name) => {
			const hex = digest[name];
			return hex === void 0 ? [] : [`${name}:${hex.toLowerCase()}`];
		}))),
		verdict: readVerdict(predicate)
	};
}
/** `verificationResult` of a summary (v0.2: snake case), `result` of a test. */
function readVerdict(predicate) {
	const parsed = /* @__PURE__ */ safeParse(verdictSchema, predicate);
	if (!parsed.success) return void 0;
	const { verificationResult, verification_result: former, result } = parsed.output;
	const verdict = verificationResult ?? former ?? result;
	return typeof verdict === "string" ? verdict : void 0;
}
const verdictSchema = /* @__PURE__ */ object({
	verificationResult: /* @__PURE__ */ optional(/* @__PURE__ */ unknown()),
	verification_result: /* @__PURE__ */ optional(/* @__PURE__ */ unknown()),
	result: /* @__PURE__ */ optional(/* @__PURE__ */ unknown())
});
function readStatement$1(text) {
	const refuse = ({ isJson, what, cause }) => {
		const message = isJson ? `the statement's ${what}` : `the statement is not JSON but ${describeText(text)}`;
		return new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", message, { cause });
	};
	return readJson$4(text, statementSchema$1, { refuse });
}
// src/evidence/log-body.ts
/** Domain separation of leaves from inner nodes, RFC 6962 §2.1. */
const LEAF_PREFIX = Buffer.from([0]);
const LABELS = {
	certificate: "CERTIFICATE",
	"public-key": "PUBLIC KEY"
};
const PEM = /^-----BEGIN ([A-Z ]+)-----\r?\n([A-Za-z0-9+/=\r\n]+)-----END \1-----\s*$/;
/** The kind of entry that cosign makes for a signature over a digest. */
const HASHEDREKORD_V1 = "hashedrekord/0.0.1";
/** The entries of Rekor v2 have no time of their own. */
const WITHOUT_TIME = ["hashedrekord/0.0.2", "dsse/0.0.2"];
/** Those that can be rebuilt. */
const KNOWN_KINDS = [
	HASHEDREKORD_V1,
	"dsse/0.0.1",
	"intoto/0.0.2",
	...WITHOUT_TIME
];
/** Whether the body of such an entry can be read here. */
function isKnownKind(kind) {
	return KNOWN_KINDS.includes(kind);
}
/** Whether the log itself says when it took such an entry. */
function hasIntegratedTime(kind) {
	return !WITHOUT_TIME.includes(kind);
}
/** The canonical body of hashedrekord 0.0.1, as Rekor v1 stores it. */
function toHashedrekordBody(parts) {
	const { signature, verifier } = parts;
	const { algorithm, bytes } = toSigned(parts);
	return toBody(HASHEDREKORD_V1, {
		data: { hash: {
			algorithm,
			value: bytes.toString("hex")
		} },
		signature: {
			content: toBase64(signature),
			publicKey: { content: toPemBase64(verifier) }
		}
	});
}
/**
* The body that an entry of this kind about these parts has.
* @param body the entry's own: what cannot be rebuilt (the hash of an envelope's JSON text, which of the
*   names of a key's algorithm the log chose) is taken from there
* @returns undefined when there is no entry of this kind about such parts
*/
function rebuildBody(kind, parts, body) {
	if (kind === "hashedrekord/0.0.1") return toHashedrekordBody(parts);
	const found = readBody$1(body);
	if (kind === "hashedrekord/0.0.2") return rebuildHashedrekordV2(parts, found);
	const { envelope } = parts;
	if (envelope === void 0) return void 0;
	if (kind === "dsse/0.0.1") return rebuildDsse(parts, envelope, found);
	if (kind === "dsse/0.0.2") return rebuildDsseV2(parts, envelope, found);
	return kind === "intoto/0.0.2" ? rebuildIntoto(parts, envelope, found) : void 0;
}
/**
* The signature and the certificate in a body of hashedrekord 0.0.1, each in the form of its sidecar file.
* @returns undefined for a body of another kind
*/
function readSidecars(body) {
	const found = readBody$1(body);
	const signature = at$2(found, "signature", "content");
	const certificate = at$2(found, "signature", "publicKey", "content");
	if (signature === void 0 || certificate === void 0) return void 0;
	return {
		signature: Buffer.from(signature),
		certificate: Buffer.from(certificate)
	};
}
/** SHA-256 over 0x00 ‖ body, RFC 6962 §2.1: the last 64 hex characters of the entry's UUID. */
function toLeafHash(body) {
	return new external_common_js_namespaceObject.lr((0, import__late_node_crypto.createHash)("sha256").update(LEAF_PREFIX).update(body).digest());
}
function toSigned({ digest, envelope, signed }) {
	return signed ?? (envelope ? (0,external_common_js_namespaceObject.ur)(toSignedBytes(envelope)) : digest);
}
/** Names of protobuf-specs. */
const ALGORITHM_NAMES$1 = {
	sha256: "SHA2_256",
	sha384: "SHA2_384",
	sha512: "SHA2_512"
};
function rebuildHashedrekordV2(parts, found) {
	const { signature, verifier } = parts;
	const { algorithm, bytes } = toSigned(parts);
	return toBody("hashedrekord/0.0.2", { hashedRekordV002: {
		data: {
			algorithm: ALGORITHM_NAMES$1[algorithm],
			digest: toBase64(bytes)
		},
		signature: {
			content: toBase64(signature),
			verifier: toVerifier(verifier, at$2(found, "hashedRekordV002", "signature", "verifier", "keyDetails"))
		}
	} });
}
function rebuildDsse({ signature, verifier }, { payload }, found) {
	return toBody("dsse/0.0.1", {
		envelopeHash: {
			algorithm: "sha256",
			value: at$2(found, "envelopeHash", "value")
		},
		payloadHash: {
			algorithm: "sha256",
			value: (0,external_common_js_namespaceObject.ur)(payload).hex
		},
		signatures: [{
			signature: toBase64(signature),
			verifier: samePem(verifier, at$2(found, "signatures", "0", "verifier"))
		}]
	});
}
function rebuildDsseV2({ signature, verifier }, { payload }, found) {
	return toBody("dsse/0.0.2", { dsseV002: {
		payloadHash: {
			algorithm: "SHA2_256",
			digest: toBase64((0,external_common_js_namespaceObject.ur)(payload).bytes)
		},
		signatures: [{
			content: toBase64(signature),
			verifier: toVerifier(verifier, at$2(found, "dsseV002", "signatures", "0", "verifier", "keyDetails"))
		}]
	} });
}
/** Signature and payload are base64 in the envelope, and once more in the entry, which may leave the payload out. */
function rebuildIntoto({ signature, verifier }, envelope, found) {
	const { payloadType, payload } = envelope;
	const hasPayload = at$2(found, "content", "envelope", "payload") !== void 0;
	const keyid = at$2(found, "content", "envelope", "signatures", "0", "keyid");
	return toBody("intoto/0.0.2", { content: {
		envelope: {
			...hasPayload && { payload: toBase64(Buffer.from(toBase64(payload))) },
			payloadType,
			signatures: [{
				...keyid !== void 0 && { keyid },
				publicKey: samePem(verifier, at$2(found, "content", "envelope", "signatures", "0", "publicKey")),
				sig: toBase64(Buffer.from(toBase64(signature)))
			}]
		},
		hash: {
			algorithm: "sha256",
			value: at$2(found, "content", "hash", "value")
		},
		payloadHash: {
			algorithm: "sha256",
			value: (0,external_common_js_namespaceObject.ur)(payload).hex
		}
	} });
}
function toBody(entryKind, spec) {
	const [kind, apiVersion] = entryKind.split("/");
	return Buffer.from(JSON.stringify({
		apiVersion,
		kind,
		spec
	}));
}
function toVerifier({ kind, der }, keyDetails) {
	const rawBytes = toBase64(der);
	return kind === "certificate" ? {
		keyDetails,
		x509Certificate: { rawBytes }
	} : {
		keyDetails,
		publicKey: { rawBytes }
	};
}
function toPemBase64({ kind, der }) {
	return toBase64(Buffer.from(formatPem(der, LABELS[kind])));
}
/** PEM as the signer's client wrote it, whatever its line length, if it is of this very verifier. */
function samePem(verifier, found) {
	const [, label, base64 = ""] = PEM.exec(Buffer.from(found ?? "", "base64").toString("latin1")) ?? [];
	return label === LABELS[verifier.kind] && parseBase64(base64.replace(/\s/g, ""))?.equals(verifier.der) === true && found !== void 0 ? found : toPemBase64(verifier);
}
function toBase64(bytes) {
	return bytes.toString("base64");
}
function readBody$1(body) {
	try {
		return (0,external_common_js_namespaceObject.xn)(body.toString())?.spec;
	} catch {
		return;
	}
}
/** The text at a path; undefined where there is none. */
function at$2(found, ...path) {
	let value = found;
	for (const key of path) value = typeof value === "object" && value !== null ? value[key] : void 0;
	return typeof value === "string" ? value : void 0;
}
// src/evidence/protobuf-json.ts
/** Every field of bytes in bundles and trusted roots. */
const BYTES = /^(?:rawBytes|digest|signature|keyId|rootHash|hashes|signedEntryTimestamp|canonicalizedBody|payload|sig|signedTimestamp)$/;
/** The deepest document of the field has eight levels. */
const MAX_DEPTH = 32;
/** Bundles have some tens of hashes, trusted roots some tens of parts; a message that is built of each costs time. */
const MAX_ENTRIES$4 = 1024;
/**
* The same document with camel-case names and canonical base64.
* @param json as JSON.parse gave it
* @throws Error, with a sentence, for bytes that are not base64, a name given twice, a list too long, or a document too deep
*/
function normalizeProtobufJson(json) {
	return normalize$1(json, "", 0);
}
function normalize$1(value, name, depth) {
	if (depth > MAX_DEPTH) throw new Error(`it is nested deeper than ${MAX_DEPTH} levels`);
	if (typeof value === "string") return BYTES.test(name) ? normalizeBytes(value, name) : value;
	if (typeof value !== "object" || value === null) return value;
	if (Array.isArray(value) && value.length > MAX_ENTRIES$4) throw new Error(`${name || "it"} has more than ${MAX_ENTRIES$4} entries`);
	if (Array.isArray(value)) return value.map((each) => normalize$1(each, name, depth + 1));
	const fields = /* @__PURE__ */ new Map();
	for (const [key, inner] of Object.entries(value)) {
		const camel = toCamelCase(key);
		if (fields.has(camel)) throw new Error(`${camel} is given twice`);
		fields.set(camel, normalize$1(inner, camel, depth + 1));
	}
	return Object.fromEntries(fields);
}
function normalizeBytes(text, name) {
	if (text === "") return text;
	const bytes = parseAnyBase64(text);
	if (bytes === void 0) throw new Error(`${name} is not base64`);
	return bytes.toString("base64");
}
function toCamelCase(name) {
	return name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
// src/evidence/signed-timestamp.ts
/** Status `granted` of RFC 3161 §2.4.2. */
const GRANTED = 0n;
/**
* Reads a TimeStampResp.
* @throws EvidenceError EVIDENCE_UNREADABLE
*/
function parseSignedTimestamp(der) {
	try {
		const response = import_dist$3.RFC3161Timestamp.parse(Buffer.from(der));
		const time = response.signingTime;
		if (response.status !== GRANTED || isNaN(time.getTime())) throw new Error("it was not granted");
		return {
			der,
			response,
			time
		};
	} catch (cause) {
		throw new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", "the signed timestamp is not an RFC 3161 response that grants a time", { cause });
	}
}
// src/evidence/bundle.ts
/** Versions 0.1 to 0.3, the last in both of its spellings. */
const MEDIA_TYPES = [
	import_dist$2.BUNDLE_V01_MEDIA_TYPE,
	import_dist$2.BUNDLE_V02_MEDIA_TYPE,
	import_dist$2.BUNDLE_V03_LEGACY_MEDIA_TYPE,
	import_dist$2.BUNDLE_V03_MEDIA_TYPE
];
/** Every signature line of a checkpoint and every timestamp costs time; real bundles have one or two. */
const MAX_TIMESTAMPS = 16;
const MAX_CERTIFICATES = 16;
/** A bundle that is logged in Rekor v1 and v2 has two. */
const MAX_LOG_ENTRIES = 8;
const ALGORITHM_NAMES = {
	sha256: import_dist$1.HashAlgorithm.SHA2_256,
	sha384: import_dist$1.HashAlgorithm.SHA2_384,
	sha512: import_dist$1.HashAlgorithm.SHA2_512
};
/** The parts as one bundle, media type `application/vnd.dev.sigstore.bundle.v0.3+json`. */
function assembleBundle({ digest, signature, certificateDer, logEntry }) {
	const bundle = (0, import_dist$2.toMessageSignatureBundle)({
		digest: digest.bytes,
		signature,
		certificate: certificateDer
	});
	bundle.content.messageSignature.messageDigest.algorithm = ALGORITHM_NAMES[digest.algorithm];
	bundle.verificationMaterial.tlogEntries = [toTransparencyLogEntry(logEntry)];
	return bundle;
}
/** The text of a `.sigstore.json` file. */
function formatBundle(bundle) {
	return `${(0,external_common_js_namespaceObject.Lr)(toBundleJson(bundle), 2)}\n`;
}
/** One entry in the bundle's form. */
function toTransparencyLogEntry(entry) {
	const { inclusionProof: proof, integratedTime } = entry;
	const [kind = "", version = ""] = entry.kind.split("/");
	return {
		logIndex: String(entry.logIndex),
		logId: { keyId: Buffer.from(entry.logId, "hex") },
		kindVersion: {
			kind,
			version
		},
		integratedTime: integratedTime === void 0 ? "0" : String(integratedTime.getTime() / 1e3),
		inclusionPromise: entry.signedEntryTimestamp && { signedEntryTimestamp: entry.signedEntryTimestamp },
		inclusionProof: proof && {
			logIndex: String(proof.logIndex),
			rootHash: proof.rootHash,
			treeSize: String(proof.treeSize),
			hashes: [...proof.hashes],
			checkpoint: { envelope: proof.checkpoint }
		},
		canonicalizedBody: entry.body
	};
}
/** A real one has 4 to 20 KB. */
const MAX_BUNDLE_BYTES = 1048576;
/**
* Reads a bundle.
* @throws EvidenceError EVIDENCE_UNREADABLE
*/
function parseBundle(text) {
	const bundle = readBundle$1(text);
	const { content, verificationMaterial } = bundle;
	const { tlogEntries, timestampVerificationData } = verificationMaterial;
	if (tlogEntries.length > MAX_LOG_ENTRIES) throw malformed$5(`holds more than ${MAX_LOG_ENTRIES} log entries`);
	assertDistinct(tlogEntries);
	const timestamps = timestampVerificationData?.rfc3161Timestamps ?? [];
	if (timestamps.length > MAX_TIMESTAMPS) throw malformed$5(`holds more than ${MAX_TIMESTAMPS} timestamps`);
	const hash = content.$case === "messageSignature" ? toHash(content.messageSignature.messageDigest) : void 0;
	const digest = hash?.algorithm === "sha256" ? new external_common_js_namespaceObject.lr(hash.bytes) : void 0;
	const evidence = {
		bundle,
		...hash && !digest && { furtherDigest: hash },
		signature: { value: content.$case === "messageSignature" ? content.messageSignature.signature : content.dsseEnvelope.signatures[0]?.sig ?? Buffer.alloc(0) },
		certificate: readCertificate(verificationMaterial.content),
		logEntry: { error: new external_common_js_namespaceObject.Sr("EVIDENCE_LOG_ENTRY_MISSING", "the bundle holds no log entry") },
		envelope: content.$case === "dsseEnvelope" ? content.dsseEnvelope : void 0,
		timestamps: timestamps.map(({ signedTimestamp }) => (0,external_common_js_namespaceObject.gn)(() => parseSignedTimestamp(signedTimestamp)))
	};
	const [first = evidence, ...alternatives] = tlogEntries.map((entry) => ({
		...evidence,
		bundle: tlogEntries.length === 1 ? bundle : withOnly(bundle, entry),
		logEntry: (0,external_common_js_namespaceObject.gn)(() => toLogEntry$1(entry))
	}));
	return {
		digest,
		evidence: first,
		alternatives
	};
}
/** Twice the same would count twice for who counts. */
function assertDistinct(entries) {
	const names = entries.map(({ logId, logIndex }) => `${logId.keyId.toString("hex")} ${logIndex}`);
	if (new Set(names).size < names.length) throw malformed$5("holds the same log entry twice");
}
/** What is kept of a bundle is what proved something. */
function withOnly(bundle, entry) {
	return {
		...bundle,
		verificationMaterial: {
			...bundle.verificationMaterial,
			tlogEntries: [entry]
		}
	};
}
/**
* Reads a bundle that signs an artifact itself. A statement about an artifact is not enough to use the artifact:
* it may say anything about it.
* @throws EvidenceError EVIDENCE_UNREADABLE
*/
function parseMessageBundle(text) {
	const parsed = parseBundle(text);
	if (parsed.evidence.envelope !== void 0) throw malformed$5("signs a statement about the artifact, not the artifact itself");
	return parsed;
}
/** As describeText calls it. */
const SIGSTORE_BUNDLE = "a Sigstore bundle";
function readBundle$1(text) {
	let form = SIGSTORE_BUNDLE;
	try {
		const json = (0,external_common_js_namespaceObject.xn)(text);
		if (isCosignBundle(json)) form = "cosign's old bundle";
		const normalized = normalizeProtobufJson(isCosignBundle(json) ? toSigstoreBundleJson(json) : json);
		assertKnown(normalized);
		return fromJson(normalized);
	} catch (cause) {
		const actual = form === SIGSTORE_BUNDLE ? describeText(text) : form;
		throw new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", `the bundle cannot be read: ${(0,external_common_js_namespaceObject.jr)(cause)}`, {
			cause,
			...actual !== SIGSTORE_BUNDLE && {
				expected: SIGSTORE_BUNDLE,
				actual
			}
		});
	}
}
/** Asked first: the library takes what it does not know for its newest version, or names no reason. */
function assertKnown(json) {
	const { mediaType } = json ?? {};
	if (typeof mediaType === "string" && !MEDIA_TYPES.includes(mediaType)) throw new Error(`"${mediaType.slice(0, MAX_NAME_LENGTH$1)}" is no version that is known here`);
}
/** How much of a foreign name a message repeats. */
const MAX_NAME_LENGTH$1 = 100;
/** An entry that was stripped of its inclusion proof can be read: what it lacks is for the checks to say. */
function fromJson(json) {
	try {
		return (0, import_dist$2.bundleFromJSON)(json);
	} catch (thrown) {
		const fields = thrown instanceof import_dist$2.ValidationError ? thrown.fields : [];
		const isStripped = fields.length > 0 && fields.every((field) => field.endsWith("].inclusionProof"));
		if (fields.length === 0) throw thrown;
		if (!isStripped) throw new Error(describeFields(fields), { cause: thrown });
		return import_dist$1.Bundle.fromJSON(json);
	}
}
/** By the format's names of algorithms, with the length of a digest in bytes. */
const ALGORITHMS$2 = {
	[import_dist$1.HashAlgorithm.SHA2_256]: ["sha256", 32],
	[import_dist$1.HashAlgorithm.SHA2_384]: ["sha384", 48],
	[import_dist$1.HashAlgorithm.SHA2_512]: ["sha512", 64]
};
function toHash({ algorithm, digest }) {
	const [name, length] = ALGORITHMS$2[algorithm] ?? [];
	if (name === void 0 || digest.length !== length) throw malformed$5("names no digest by SHA-256, SHA-384 or SHA-512");
	return {
		algorithm: name,
		bytes: digest
	};
}
/** The signer's alone: what else a chain holds, be it a root, counts only where the trusted root names it too. */
function readCertificate(key) {
	if (key.$case === "publicKey") return { error: new external_common_js_namespaceObject.Sr("EVIDENCE_CERTIFICATE_MISSING", "the bundle was signed with a managed key, and holds no certificate") };
	const [leaf, ...others] = key.$case === "certificate" ? [key.certificate] : key.x509CertificateChain.certificates;
	return (0,external_common_js_namespaceObject.gn)(() => {
		if (others.length > MAX_CERTIFICATES) throw malformed$5(`holds more than ${MAX_CERTIFICATES} certificates`);
		return parseCertificateDer(leaf?.rawBytes ?? Buffer.alloc(0));
	});
}
function toLogEntry$1(entry) {
	const { inclusionProof: proof, inclusionPromise, canonicalizedBody, logId, kindVersion } = entry;
	const leafHash = toLeafHash(canonicalizedBody);
	const kind = `${kindVersion.kind}/${kindVersion.version}`;
	return {
		uuid: `${proof?.checkpoint ? treeIdOf(parseCheckpoint(proof.checkpoint.envelope)) : ""}${leafHash.hex}`,
		kind,
		body: canonicalizedBody,
		leafHash,
		logId: logId.keyId.toString("hex"),
		logIndex: toCount(entry.logIndex),
		integratedTime: hasIntegratedTime(kind) ? /* @__PURE__ */ new Date(toCount(entry.integratedTime) * 1e3) : void 0,
		inclusionProof: proof && {
			logIndex: toCount(proof.logIndex),
			treeSize: toCount(proof.treeSize),
			rootHash: proof.rootHash,
			hashes: proof.hashes,
			checkpoint: proof.checkpoint?.envelope ?? ""
		},
		signedEntryTimestamp: inclusionPromise?.signedEntryTimestamp
	};
}
/** A 64-bit number as decimal text, as protobuf's JSON has it. */
function toCount(text) {
	const count = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
	if (!Number.isSafeInteger(count)) throw malformed$5(`holds "${text.slice(0, 20)}" where a number belongs`);
	return count;
}
function malformed$5(what, cause) {
	return new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", `the bundle ${what}`, { cause });
}
// src/files/write-file.ts
/** Windows has no such flag. */
const O_NOFOLLOW = import__late_node_fs.constants.O_NOFOLLOW ?? 0;
const CREATE = import__late_node_fs.constants.O_WRONLY | import__late_node_fs.constants.O_CREAT | import__late_node_fs.constants.O_EXCL | O_NOFOLLOW;
const PRIVATE_MODE = 384;
const WRITE_BYTES = 524288;
/**
* A new file; whatever was at the path stays as it was.
* @throws InstallError INSTALL_WRITE_FAILED, or what `write` throws
*/
async function writeWhole(path, write) {
	const file = await writeLocally(path, () => (0, import_promises$1.open)(path, CREATE, PRIVATE_MODE));
	try {
		const measured = await write(file);
		await writeLocally(path, () => file.close());
		return measured;
	} catch (thrown) {
		await file.close().catch(() => void 0);
		await removeOrLeave(path);
		throw thrown;
	}
}
/**
* One try into the file, from its start. Small chunks are gathered, since every write is a trip to another
* thread; each write runs while the next chunks come and are hashed, and one at most is waited for.
*/
async function writeOnce(file, { path, withSha512 = false }, transfer) {
	const sha256 = (0, import__late_node_crypto.createHash)("sha256");
	const sha512 = withSha512 ? (0, import__late_node_crypto.createHash)("sha512") : void 0;
	let gathered = [];
	let gatheredBytes = 0;
	let position = 0;
	let writing = Promise.resolve();
	const flush = () => {
		const at = position;
		const chunks = gathered;
		position += gatheredBytes;
		gathered = [];
		gatheredBytes = 0;
		writing = writing.then(() => writeLocally(path, () => writeAll(file, chunks, at)));
		writing.catch(() => void 0);
	};
	const { size: former } = await writeLocally(path, () => file.stat());
	if (former > 0) await writeLocally(path, () => file.truncate(0));
	const size = await transfer((chunk) => {
		sha256.update(chunk);
		sha512?.update(chunk);
		gathered.push(chunk);
		gatheredBytes += chunk.length;
		if (gatheredBytes < WRITE_BYTES) return void 0;
		const previous = writing;
		flush();
		return previous;
	}).finally(() => writing);
	flush();
	await writing;
	return {
		path,
		size,
		sha256: new external_common_js_namespaceObject.lr(sha256.digest()),
		...sha512 && { sha512: sha512.digest("hex") }
	};
}
/** The kernel may take less than it is given. */
async function writeAll(file, chunks, position) {
	let at = position;
	let rest = chunks;
	while (rest.length > 0) {
		let { bytesWritten } = await file.writev(rest, at);
		at += bytesWritten;
		rest = rest.flatMap((chunk) => {
			const written = Math.min(bytesWritten, chunk.length);
			bytesWritten -= written;
			return written === chunk.length ? [] : [chunk.subarray(written)];
		});
	}
}
/** What the local file system refuses is not the network's fault, and not tried again. */
async function writeLocally(path, step) {
	try {
		return await step();
	} catch (cause) {
		const message = `${path} cannot be written: ${(0,external_common_js_namespaceObject.jr)(cause)}`;
		throw new external_common_js_namespaceObject.Er("INSTALL_WRITE_FAILED", message, { cause });
	}
}
// src/files/measure.ts
const READ_BUFFER_BYTES = 1048576;
/** Up to this a file is read on this thread: to hand it to another takes longer than to read it. */
const MAX_SMALL_BYTES = 65536;
/** The digest of a file, in constant memory. */
async function digestOfFile(path, options = {}) {
	return (await measureFile(path, options)).sha256;
}
/** Size and digests of a file, in constant memory. */
async function measureFile(path, { withSha512 = false, ...where } = {}) {
	const opened = await (0,external_common_js_namespaceObject.mr)(path, where);
	try {
		return await measureOpened(opened, { withSha512 });
	} finally {
		await opened.handle.close();
	}
}
/** Metadata and digest of one file, as it was when it was opened; of many small files a hundred thousand take seconds. */
async function lookAtFile(path) {
	const small = lookNow(path);
	if (small !== void 0) return small;
	const opened = await (0,external_common_js_namespaceObject.mr)(path);
	try {
		return {
			stats: opened.stats,
			sha256: (await measureOpened(opened)).sha256
		};
	} finally {
		await opened.handle.close();
	}
}
/** Undefined of a file that is not small, or cannot be opened on this thread. */
function lookNow(path) {
	const opened = (0,external_common_js_namespaceObject.hr)(path);
	if (opened === void 0) return void 0;
	const { file, stats } = opened;
	try {
		const bytes = stats.size <= MAX_SMALL_BYTES ? readNow(file, Number(stats.size)) : void 0;
		return bytes && {
			stats,
			sha256: (0,external_common_js_namespaceObject.ur)(bytes)
		};
	} finally {
		(0, import__late_node_fs.closeSync)(file);
	}
}
/** All bytes of a small file; undefined when it has not the size that it had. */
function readNow(file, size) {
	const buffer = Buffer.allocUnsafe(size + 1);
	let read = 0;
	for (let more = -1; more !== 0 && read <= size; read += more) more = (0, import__late_node_fs.readSync)(file, buffer, read, buffer.length - read, null);
	return read === size ? buffer.subarray(0, size) : void 0;
}
/** Size and digests of a file that is open, from its start; it stays open. */
async function measureOpened(opened, { withSha512 = false } = {}) {
	const sha256 = (0, import__late_node_crypto.createHash)("sha256");
	const sha512 = withSha512 ? (0, import__late_node_crypto.createHash)("sha512") : void 0;
	return {
		size: await readAll$1(opened, (chunk) => {
			sha256.update(chunk);
			sha512?.update(chunk);
		}),
		sha256: new external_common_js_namespaceObject.lr(sha256.digest()),
		...sha512 && { sha512: sha512.digest("hex") }
	};
}
/**
* The SHA-384 and SHA-512 digests of a file that was measured before.
* @throws Error when it is not the same file any more
*/
async function measureFurther$1(path, { sha256, ...where }) {
	const opened = await (0,external_common_js_namespaceObject.mr)(path, where);
	const hashes = {
		sha256: (0, import__late_node_crypto.createHash)("sha256"),
		sha384: (0, import__late_node_crypto.createHash)("sha384"),
		sha512: (0, import__late_node_crypto.createHash)("sha512")
	};
	try {
		await readAll$1(opened, (chunk) => {
			for (const hash of Object.values(hashes)) hash.update(chunk);
		});
	} finally {
		await opened.handle.close();
	}
	if (!new external_common_js_namespaceObject.lr(hashes.sha256.digest()).equals(sha256)) throw new Error("it changed while it was looked at");
	return {
		sha384: hashes.sha384.digest(),
		sha512: hashes.sha512.digest()
	};
}
/** Copies an open file to a new one with mode 0600, measured on the way: what was hashed is what was written. */
async function copyOpened(opened, to, { withSha512 = false } = {}) {
	return writeWhole(to, (file) => writeOnce(file, {
		path: to,
		withSha512
	}, (onChunk) => readAll$1(opened, onChunk)));
}
/** @returns the number of bytes */
async function readAll$1({ handle }, onChunk) {
	let size = 0;
	const stream = handle.createReadStream({
		start: 0,
		highWaterMark: READ_BUFFER_BYTES,
		autoClose: false
	});
	for await (const chunk of stream) {
		await onChunk(chunk);
		size += chunk.length;
	}
	return size;
}
// src/files/young-generation.ts
var import_promises = (0,external_common_js_namespaceObject.br)();
var import_semver = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.cr)(), 1);
var import__late_node_v8 = (0,external_common_js_namespaceObject.fn)();
const MAX_BYTES = 8388608;
let isBound = false;
/**
* Ends the growth once the bound is reached; cheap enough for every few milliseconds. V8 reads this one flag each time
* that it would grow, which is why it may be set in a program that runs.
*/
function boundYoungGeneration() {
	if (isBound) return;
	const young = (0, import__late_node_v8.getHeapSpaceStatistics)().find(({ space_name: name }) => name === "new_space");
	if (young === void 0 || young.space_size < MAX_BYTES) return;
	isBound = true;
	(0, import__late_node_v8.setFlagsFromString)("--semi-space-growth-factor=1");
}
// src/files/turns.ts
/** Some milliseconds of small calls of the system. */
const STEPS = 256;
/** @returns what gives everything else its turn, every so many times that it is called */
function createTurns() {
	let steps = 0;
	return () => {
		if (++steps % STEPS !== 0) return void 0;
		boundYoungGeneration();
		return (0, import_promises.setImmediate)();
	};
}
// src/install/placed.ts
/** A file or folder, wherever it is moved to. As bigint: on Windows and on large file systems numbers would round. */
function identityOf$1({ dev, ino }) {
	return `${dev}:${ino}`;
}
/** Adds to the manifest what each thing is by its inode; taken in staging, which nobody else can write to. */
async function identify$1(manifest, folder) {
	const turn = createTurns();
	for (const [name, expected] of manifest) {
		const found = (0, import__late_node_fs.lstatSync)((0, import__late_node_path.join)(folder, name), { bigint: true });
		if (expected.kind !== "link") manifest.set(name, {
			...expected,
			identity: identityOf$1(found)
		});
		await turn();
	}
	return manifest;
}
/** Whether a thing stands at a path that was staged, where nobody can wait. */
function isStagedNow(path, expected) {
	const found = (0, import__late_node_fs.lstatSync)(path, {
		bigint: true,
		throwIfNoEntry: false
	});
	if (found === void 0 || expected === void 0 || expected.kind === "link") return false;
	return expected.identity === identityOf$1(found);
}
/**
* Checks everything in its place, where each file is read once. Another runner may have put its own in the place of
* ours meanwhile: by its digest it is as proven as ours, if it is nobody else's to write to.
* @returns whether it is the very thing that was staged
* @throws InstallError INSTALL_DIGEST_CHANGED, naming the file
*/
async function checkPlaced(folder, manifest, { name }) {
	return settle$1(await findFault$1(folder, manifest, { name }));
}
/** What a fault comes to. @throws InstallError its error, if it is one */
function settle$1(fault) {
	if (fault === void 0) return "ours";
	if (fault.kind === "replaced") return "replaced";
	throw fault.error;
}
/** What is wrong with what stands in a place; the worst fault, and of equal ones the first. */
async function findFault$1(folder, manifest, { name, isSame = true }) {
	let replaced;
	const turn = createTurns();
	for (const [path, expected] of manifest) {
		await turn();
		const fault = await findFaultAt((0, import__late_node_path.join)(folder, path), expected, name);
		if (fault === void 0) continue;
		if (fault.kind !== "replaced") return fault;
		if (isSame) replaced ??= fault;
	}
	return (manifest.get("")?.kind === "folder" ? await findAddition(folder, manifest, name) : void 0) ?? replaced;
}
async function findFaultAt(at, expected, name) {
	const fault = (kind, [what, wanted, actual]) => {
		const message = `${name} changed while it was installed: ${at} has another ${what}`;
		return {
			kind,
			error: new external_common_js_namespaceObject.Er("INSTALL_DIGEST_CHANGED", message, {
				artifact: name,
				expected: wanted,
				actual
			})
		};
	};
	try {
		if (expected.kind === "link") {
			const target = await (0, import_promises$1.readlink)(at);
			return target === expected.target ? void 0 : fault("changed", [
				"target",
				expected.target,
				target
			]);
		}
		const { stats, digest } = await look(at, expected.kind);
		const difference = (expected.kind === "file" ? await findDigestFault(at, expected, digest) : void 0) ?? findAccessFault(stats, expected.mode);
		if (difference !== void 0) return fault("changed", difference);
		const identity = identityOf$1(stats);
		if ((expected.kind === "folder" || digest?.equals(expected.digest) === true) && expected.identity === identity) return void 0;
		return fault("replaced", [
			"inode",
			expected.identity ?? "none",
			identity
		]);
	} catch (cause) {
		return fault(isGone(cause) ? "gone" : "changed", [
			"content",
			"what was verified",
			(0,external_common_js_namespaceObject.jr)(cause)
		]);
	}
}
/** Undefined when a file has the digest, or is another proof of the same. */
async function findDigestFault(at, { digest, isAsGood }, actual) {
	if (actual?.equals(digest) === true) return void 0;
	if (isAsGood?.(await (0,external_common_js_namespaceObject.mn)(at, 1048576, {})) === true) return void 0;
	return [
		"digest",
		digest.toString(),
		actual?.toString() ?? "none"
	];
}
function isGone(thrown) {
	return ["ENOENT", "ENOTDIR"].includes(thrown.code ?? "");
}
/** Whether there is more in a folder than the manifest says. */
async function findAddition(folder, manifest, name) {
	const toError = (what) => new external_common_js_namespaceObject.Er("INSTALL_DIGEST_CHANGED", `${name} changed while it was installed: ${what}`, { artifact: name });
	try {
		for await (const path of listTree(folder)) if (!manifest.has(path)) return {
			kind: "changed",
			error: toError(`"${path}" was added`)
		};
		return;
	} catch (cause) {
		return {
			kind: isGone(cause) ? "gone" : "changed",
			error: toError((0,external_common_js_namespaceObject.jr)(cause))
		};
	}
}
async function look(path, kind) {
	if (kind === "folder") {
		const stats = await (0, import_promises$1.lstat)(path, { bigint: true });
		if (!stats.isDirectory()) throw new Error("it is no folder");
		return { stats };
	}
	const { stats, sha256 } = await lookAtFile(path);
	return {
		stats,
		digest: sha256
	};
}
/** On Windows neither owner nor mode says who may write. */
function findAccessFault(stats, mode) {
	const euid = process.geteuid?.();
	if (euid === void 0) return void 0;
	if (stats.uid !== BigInt(euid)) return [
		"owner",
		String(euid),
		String(stats.uid)
	];
	const actual = Number(stats.mode) & 4095;
	return actual === mode ? void 0 : [
		"mode",
		mode.toString(8),
		actual.toString(8)
	];
}
/** Everything in a folder, as paths below it with slashes; one folder at a time, and links are not followed. */
async function* listTree(folder, below = "") {
	for (const entry of await (0, import_promises$1.readdir)((0, import__late_node_path.join)(folder, below), { withFileTypes: true })) {
		const path = `${below}${entry.name}`;
		yield path;
		if (entry.isDirectory()) yield* listTree(folder, `${path}/`);
	}
}
/** Whether this user may write into a folder, as the system says. */
async function isWritable(folder) {
	return (0, import_promises$1.access)(folder, import__late_node_fs.constants.W_OK).then(() => true, () => false);
}
// src/files/new-file.ts
/** A new file; whatever stands at the path is an error, and stays. */
async function writeNewFile(path, content) {
	await (0, import_promises$1.writeFile)(path, content, {
		flag: "wx",
		mode: 384
	});
}
/** Copies a regular file to a new one with mode 0600. */
async function copyFile(from, to) {
	const opened = await (0,external_common_js_namespaceObject.mr)(from);
	try {
		await copyOpened(opened, to);
	} finally {
		await opened.handle.close();
	}
}
/** Renames, or copies to another file system. */
async function moveFile(from, to) {
	try {
		await rename(from, to);
	} catch (thrown) {
		if (thrown.code !== "EXDEV") throw thrown;
		await copyFile(from, to);
	}
}
/** Exactly this mode, whatever the umask is. On Windows only its write bit counts. */
async function setMode(path, mode) {
	if ((await (0, import_promises$1.lstat)(path)).isSymbolicLink()) throw new external_common_js_namespaceObject.fr(`${path} is a link`);
	await (0, import_promises$1.chmod)(path, mode);
}
// src/verify/verified-artifact.ts
/** Bytes that were proven, and nothing else: only a result that is `verified` can make one. */
var VerifiedArtifact = class VerifiedArtifact {
	planned;
	/** The file that was hashed, and its digest: whoever moves it checks it again. */
	file;
	/** Its own proof, or the SBOM that proves it. */
	proof;
	/** It stands in the cache, where it was verified; else it is a temporary file, to be placed. */
	isInPlace;
	#result;
	constructor({ planned, file, proof, isInPlace, result }) {
		this.planned = planned;
		this.file = file;
		this.proof = proof;
		this.isInPlace = isInPlace;
		this.#result = result;
	}
	get digest() {
		return this.file.sha256;
	}
	get result() {
		return this.#result;
	}
	/** @throws InternalError unless the result is `verified`, in full depth, for these very bytes, on these grounds */
	static from(planned, result, grounds) {
		const { file, evidence, provenBy, isInPlace = false } = grounds;
		const isProven = result.outcome === "verified" && result.depth === "full" && result.digest?.equals(file.sha256) === true && result.signatureSource === planned.signatureSource;
		const proof = planned.signatureSource === "artifact" ? toBundle(file, evidence) : provenBy;
		if (!isProven || proof === void 0) throw new external_common_js_namespaceObject.Dr(`${planned.name} is not verified`);
		return new VerifiedArtifact({
			planned,
			file,
			proof,
			isInPlace,
			result
		});
	}
};
function toBundle({ sha256 }, evidence) {
	const { signature, certificate, logEntry, bundle, furtherDigest } = evidence ?? {};
	if (bundle !== void 0) return bundle;
	if (!signature?.value || !certificate?.value || !logEntry?.value) return void 0;
	return assembleBundle({
		digest: furtherDigest ?? sha256,
		signature: signature.value,
		certificateDer: certificate.value.der,
		logEntry: logEntry.value
	});
}
// src/install/stage.ts
/** The Sigstore bundle beside the artifact: its own, or that of the SBOM that proves it. */
function bundleName({ planned, proof }) {
	return `${proof instanceof VerifiedArtifact ? proof.planned.fileName : planned.fileName}.sigstore.json`;
}
/** The text of that bundle. */
function bundleText({ proof }) {
	const bundle = proof instanceof VerifiedArtifact ? proof.proof : proof;
	if (bundle instanceof VerifiedArtifact) throw new external_common_js_namespaceObject.Dr("an SBOM has to be proven by its own signature");
	return formatBundle(bundle);
}
/**
* Moves the artifact into a fresh folder of its own, with its proof beside it.
* @param folder in one that nobody else can write to
* @throws InstallError INSTALL_ARCHIVE_REFUSED when a tarball is to be unpacked and holds what may not be
*/
async function stageArtifact(artifact, folder, { extract, provesTheSame, withSbom = true }) {
	const { planned, proof, digest } = artifact;
	await (0, import_promises$1.mkdir)(folder);
	await setMode(folder, 493);
	const manifest = /* @__PURE__ */ new Map([["", {
		kind: "folder",
		mode: 493
	}]]);
	await stageFile(artifact, folder, manifest);
	const names = [planned.fileName];
	const isProvenBySbom = proof instanceof VerifiedArtifact;
	if (!isProvenBySbom || withSbom) {
		if (isProvenBySbom) {
			await stageFile(proof, folder, manifest);
			names.unshift(proof.planned.fileName);
		}
		const name = bundleName(artifact);
		await stageText(bundleText(artifact), (0, import__late_node_path.join)(folder, name));
		manifest.set(name, {
			...toFile((0,external_common_js_namespaceObject.ur)(Buffer.from(bundleText(artifact))), 292),
			isAsGood: (bytes) => provesTheSame(artifact, bytes.toString())
		});
		names.unshift(name);
	}
	if (extract && planned.kind === "tarball") {
		const unpacked = planned.fileName.replace(/\.tar\.gz$/, "");
		await (0, import_promises$1.mkdir)((0, import__late_node_path.join)(folder, unpacked));
		await setMode((0, import__late_node_path.join)(folder, unpacked), 493);
		manifest.set(unpacked, {
			kind: "folder",
			mode: 493
		});
		const { extractTarball } = await import(/* webpackIgnore: true */ "./tar.js").then((n) => n.t);
		const archive = (0, import__late_node_path.join)(folder, planned.fileName);
		for (const [path, expected] of await extractTarball(archive, (0, import__late_node_path.join)(folder, unpacked), { digest })) manifest.set(`${unpacked}/${path}`, expected);
		names.push(unpacked);
	}
	const identified = await identify$1(manifest, folder);
	return {
		artifact,
		folder,
		main: names.at(-1) ?? planned.fileName,
		names,
		manifest: identified
	};
}
async function stageFile({ file, planned, isInPlace }, folder, manifest) {
	const path = (0, import__late_node_path.join)(folder, planned.fileName);
	const mode = planned.kind === "binary" ? 365 : 292;
	if (planned.kind === "sbom" || isInPlace) await copyFile(file.path, path);
	else await moveFile(file.path, path);
	await setMode(path, mode);
	manifest.set(planned.fileName, toFile(file.sha256, mode));
}
async function stageText(text, path) {
	await writeNewFile(path, text);
	await setMode(path, 292);
}
function toFile(digest, mode) {
	return {
		kind: "file",
		digest,
		mode
	};
}
// src/install/folder.ts
var folder_exports = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.r)({ createFolderInstaller: () => createFolderInstaller });
/** In an export. */
const TRUSTED_ROOT = "trusted_root.json";
/** @param folder created when it is not there */
function createFolderInstaller(folder, { layout = "flat", cache = NO_CACHE } = {}) {
	const root = (0, import__late_node_path.resolve)(folder);
	return {
		cache,
		install: async (artifacts, papers, options) => {
			const all = layout === "flat" ? artifacts : [...artifacts, ...papers];
			return (await writing(root, () => installAll(all, {
				root,
				layout,
				options
			}))).slice(0, artifacts.length);
		}
	};
}
async function installAll(artifacts, { root, layout, options }) {
	const real = await makeFolder(root);
	const replacement = new Replacement();
	const staging = await createTemporaryFolder(real, "staging", {
		isHidden: true,
		beforeRemoval: () => {
			replacement.revert();
		}
	});
	try {
		const folders = layout === "flat" ? toFolders(artifacts, root) : toSiteFolders(artifacts, root);
		const staged = [];
		for (const [index, artifact] of artifacts.entries()) {
			const stageOptions = {
				...options,
				withSbom: layout === "flat"
			};
			staged.push(await stageArtifact(artifact, (0, import__late_node_path.join)(staging.path, `${index}.new`), stageOptions));
		}
		const installed = staged.map(({ artifact, main }, index) => {
			const folder = folders[index] ?? root;
			return {
				planned: artifact.planned,
				path: (0, import__late_node_path.join)(folder, main),
				bundlePath: (0, import__late_node_path.join)(folder, bundleName(artifact))
			};
		});
		const places = await Promise.all(folders.map((folder) => makeFolder((0, import__late_node_path.join)(real, (0, import__late_node_path.relative)(root, folder)), { root: real })));
		for (const [index, { names }] of staged.entries()) for (const name of names) await assertPlaceable((0, import__late_node_path.join)(places[index] ?? real, name), name, staged[index]);
		const files = await pendFiles([...layout === "release-site" ? [toTrustedRoot(root, options)] : [], ...await options.alongside?.(installed) ?? []]);
		try {
			for (const [index, each] of staged.entries()) await moveAll(each, places[index] ?? real, replacement);
			await files.commit();
		} catch (thrown) {
			files.revert();
			throw thrown;
		}
		await files.settle();
		await replacement.settle();
		return installed;
	} catch (thrown) {
		replacement.revert();
		throw thrown;
	} finally {
		await staging.remove();
	}
}
function toTrustedRoot(root, { trustedRoot }) {
	const json = (0,external_common_js_namespaceObject.Lr)(import_dist$1.TrustedRoot.toJSON(trustedRoot.document), 2);
	return {
		path: (0, import__late_node_path.join)(root, TRUSTED_ROOT),
		text: `${json}\n`,
		root
	};
}
/** An unpacked folder that is there already stays, if it is what would be placed: then nothing is lost. */
async function assertPlaceable(path, name, staged) {
	if (staged !== void 0 && await isUnpacked(path, name, staged)) return;
	await assertReplaceable(path);
}
async function isUnpacked(path, name, { manifest }) {
	if (manifest.get(name)?.kind !== "folder" || !await isThere(path)) return false;
	return await findFault$1(path, partOf(manifest, name), {
		name,
		isSame: false
	}) === void 0;
}
/** What a manifest says of one thing and all below it. */
function partOf(manifest, name) {
	const part = /* @__PURE__ */ new Map();
	for (const [path, expected] of manifest) if (path === name || path.startsWith(`${name}/`)) part.set(path.slice(name.length + 1), expected);
	return part;
}
async function moveAll(staged, folder, replacement) {
	for (const name of staged.names) {
		const to = (0, import__late_node_path.join)(folder, name);
		if (await isUnpacked(to, name, staged)) continue;
		await replacement.move((0, import__late_node_path.join)(staged.folder, name), to);
		await checkPlaced(to, partOf(staged.manifest, name), { name: staged.artifact.planned.name });
	}
}
function toFolders(artifacts, root) {
	const releases = new Set(artifacts.map(({ planned }) => planned.version));
	const files = new Set(artifacts.map(({ planned }) => planned.fileName));
	const isFlat = releases.size === 1 && files.size === artifacts.length;
	return artifacts.map(({ planned }) => isFlat ? root : (0, import__late_node_path.dirname)((0, import__late_node_path.join)(root, (0,external_common_js_namespaceObject.Tn)(planned))));
}
function toSiteFolders(artifacts, root) {
	return artifacts.map(({ planned }) => (0, import__late_node_path.dirname)((0, import__late_node_path.join)(root, "release", (0,external_common_js_namespaceObject.Tn)(planned))));
}
// node_modules/p-throttle/index.js
var import_dataloader = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((/* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	/**
	* Copyright (c) 2019-present, GraphQL Foundation
	*
	* This source code is licensed under the MIT license found in the
	* LICENSE file in the root directory of this source tree.
	*
	* 
	*/
	/**
	* A `DataLoader` creates a public API for loading data from a particular
	* data back-end with unique keys such as the `id` column of a SQL table or
	* document name in a MongoDB database, given a batch loading function.
	*
	* Each `DataLoader` instance contains a unique memoized cache. Use caution when
	* used in long-lived applications or those which serve many users with
	* different access permissions and consider creating a new instance per
	* web request.
	*/
	var DataLoader = /*#__PURE__*/ function() {
		function DataLoader(batchLoadFn, options) {
			if (typeof batchLoadFn !== "function") throw new TypeError("DataLoader must be constructed with a function which accepts " + ("Array<key> and returns Promise<Array<value>>, but got: " + batchLoadFn + "."));
			this._batchLoadFn = batchLoadFn;
			this._maxBatchSize = getValidMaxBatchSize(options);
			this._batchScheduleFn = getValidBatchScheduleFn(options);
			this._cacheKeyFn = getValidCacheKeyFn(options);
			this._cacheMap = getValidCacheMap(options);
			this._batch = null;
			this.name = getValidName(options);
		}
		var _proto = DataLoader.prototype;
		/**
		* Loads a key, returning a `Promise` for the value represented by that key.
		*/
		_proto.load = function load(key) {
			if (key === null || key === void 0) throw new TypeError("The loader.load() function must be called with a value, " + ("but got: " + String(key) + "."));
			var batch = getCurrentBatch(this);
			var cacheMap = this._cacheMap;
			var cacheKey;
			if (cacheMap) {
				cacheKey = this._cacheKeyFn(key);
				var cachedPromise = cacheMap.get(cacheKey);
				if (cachedPromise) {
					var cacheHits = batch.cacheHits || (batch.cacheHits = []);
					return new Promise(function(resolve) {
						cacheHits.push(function() {
							resolve(cachedPromise);
						});
					});
				}
			}
			batch.keys.push(key);
			var promise = new Promise(function(resolve, reject) {
				batch.callbacks.push({
					resolve,
					reject
				});
			});
			if (cacheMap) cacheMap.set(cacheKey, promise);
			return promise;
		};
		_proto.loadMany = function loadMany(keys) {
			if (!isArrayLike(keys)) throw new TypeError("The loader.loadMany() function must be called with Array<key> " + ("but got: " + keys + "."));
			var loadPromises = [];
			for (var i = 0; i < keys.length; i++) loadPromises.push(this.load(keys[i])["catch"](function(error) {
				return error;
			}));
			return Promise.all(loadPromises);
		};
		_proto.clear = function clear(key) {
			var cacheMap = this._cacheMap;
			if (cacheMap) {
				var cacheKey = this._cacheKeyFn(key);
				cacheMap["delete"](cacheKey);
			}
			return this;
		};
		_proto.clearAll = function clearAll() {
			var cacheMap = this._cacheMap;
			if (cacheMap) cacheMap.clear();
			return this;
		};
		_proto.prime = function prime(key, value) {
			var cacheMap = this._cacheMap;
			if (cacheMap) {
				var cacheKey = this._cacheKeyFn(key);
				if (cacheMap.get(cacheKey) === void 0) {
					var promise;
					if (value instanceof Error) {
						promise = Promise.reject(value);
						promise["catch"](function() {});
					} else promise = Promise.resolve(value);
					cacheMap.set(cacheKey, promise);
				}
			}
			return this;
		};
		return DataLoader;
	}();
	var enqueuePostPromiseJob = typeof process === "object" && typeof process.nextTick === "function" ? function(fn) {
		if (!resolvedPromise) resolvedPromise = Promise.resolve();
		resolvedPromise.then(function() {
			process.nextTick(fn);
		});
	} : typeof setImmediate === "function" ? function(fn) {
		setImmediate(fn);
	} : function(fn) {
		setTimeout(fn);
	};
	var resolvedPromise;
	function getCurrentBatch(loader) {
		var existingBatch = loader._batch;
		if (existingBatch !== null && !existingBatch.hasDispatched && existingBatch.keys.length < loader._maxBatchSize) return existingBatch;
		var newBatch = {
			hasDispatched: false,
			keys: [],
			callbacks: []
		};
		loader._batch = newBatch;
		loader._batchScheduleFn(function() {
			dispatchBatch(loader, newBatch);
		});
		return newBatch;
	}
	function dispatchBatch(loader, batch) {
		batch.hasDispatched = true;
		if (batch.keys.length === 0) {
			resolveCacheHits(batch);
			return;
		}
		var batchPromise;
		try {
			batchPromise = loader._batchLoadFn(batch.keys);
		} catch (e) {
			return failedDispatch(loader, batch, /* @__PURE__ */ new TypeError("DataLoader must be constructed with a function which accepts Array<key> and returns Promise<Array<value>>, but the function " + ("errored synchronously: " + String(e) + ".")));
		}
		if (!batchPromise || typeof batchPromise.then !== "function") return failedDispatch(loader, batch, /* @__PURE__ */ new TypeError("DataLoader must be constructed with a function which accepts Array<key> and returns Promise<Array<value>>, but the function did " + ("not return a Promise: " + String(batchPromise) + ".")));
		batchPromise.then(function(values) {
			if (!isArrayLike(values)) throw new TypeError("DataLoader must be constructed with a function which accepts Array<key> and returns Promise<Array<value>>, but the function did " + ("not return a Promise of an Array: " + String(values) + "."));
			if (values.length !== batch.keys.length) throw new TypeError("DataLoader must be constructed with a function which accepts Array<key> and returns Promise<Array<value>>, but the function did not return a Promise of an Array of the same length as the Array of keys." + ("\n\nKeys:\n" + String(batch.keys)) + ("\n\nValues:\n" + String(values)));
			resolveCacheHits(batch);
			for (var i = 0; i < batch.callbacks.length; i++) {
				var _value = values[i];
				if (_value instanceof Error) batch.callbacks[i].reject(_value);
				else batch.callbacks[i].resolve(_value);
			}
		})["catch"](function(error) {
			failedDispatch(loader, batch, error);
		});
	}
	function failedDispatch(loader, batch, error) {
		resolveCacheHits(batch);
		for (var i = 0; i < batch.keys.length; i++) {
			loader.clear(batch.keys[i]);
			batch.callbacks[i].reject(error);
		}
	}
	function resolveCacheHits(batch) {
		if (batch.cacheHits) for (var i = 0; i < batch.cacheHits.length; i++) batch.cacheHits[i]();
	}
	function getValidMaxBatchSize(options) {
		if (!(!options || options.batch !== false)) return 1;
		var maxBatchSize = options && options.maxBatchSize;
		if (maxBatchSize === void 0) return 1e400;
		if (typeof maxBatchSize !== "number" || maxBatchSize < 1) throw new TypeError("maxBatchSize must be a positive number: " + maxBatchSize);
		return maxBatchSize;
	}
	function getValidBatchScheduleFn(options) {
		var batchScheduleFn = options && options.batchScheduleFn;
		if (batchScheduleFn === void 0) return enqueuePostPromiseJob;
		if (typeof batchScheduleFn !== "function") throw new TypeError("batchScheduleFn must be a function: " + batchScheduleFn);
		return batchScheduleFn;
	}
	function getValidCacheKeyFn(options) {
		var cacheKeyFn = options && options.cacheKeyFn;
		if (cacheKeyFn === void 0) return function(key) {
			return key;
		};
		if (typeof cacheKeyFn !== "function") throw new TypeError("cacheKeyFn must be a function: " + cacheKeyFn);
		return cacheKeyFn;
	}
	function getValidCacheMap(options) {
		if (!(!options || options.cache !== false)) return null;
		var cacheMap = options && options.cacheMap;
		if (cacheMap === void 0) return /* @__PURE__ */ new Map();
		if (cacheMap !== null) {
			var missingFunctions = [
				"get",
				"set",
				"delete",
				"clear"
			].filter(function(fnName) {
				return cacheMap && typeof cacheMap[fnName] !== "function";
			});
			if (missingFunctions.length !== 0) throw new TypeError("Custom cacheMap missing methods: " + missingFunctions.join(", "));
		}
		return cacheMap;
	}
	function getValidName(options) {
		if (options && options.name) return options.name;
		return null;
	}
	function isArrayLike(x) {
		return typeof x === "object" && x !== null && typeof x.length === "number" && (x.length === 0 || x.length > 0 && Object.prototype.hasOwnProperty.call(x, x.length - 1));
	}
	module.exports = DataLoader;
})))(), 1);
const states = /* @__PURE__ */ new WeakMap();
const signalThrottleds = /* @__PURE__ */ new WeakMap();
const finalizationRegistry = new FinalizationRegistry(({ signalWeakRef, weakReference }) => {
	const signal = signalWeakRef.deref();
	if (!signal) return;
	const registration = signalThrottleds.get(signal);
	if (registration) {
		registration.throttleds.delete(weakReference);
		if (registration.throttleds.size === 0) {
			signal.removeEventListener("abort", registration.listener);
			signalThrottleds.delete(signal);
		}
	}
});
function pThrottle({ limit, interval, strict, signal, onDelay, weight }) {
	if (!Number.isFinite(limit)) throw new TypeError("Expected `limit` to be a finite number");
	if (!Number.isFinite(interval)) throw new TypeError("Expected `interval` to be a finite number");
	if (limit < 0) throw new TypeError("Expected `limit` to be >= 0");
	if (interval < 0) throw new TypeError("Expected `interval` to be >= 0");
	if (weight !== void 0 && typeof weight !== "function") throw new TypeError("Expected `weight` to be a function");
	if (weight && interval === 0) throw new TypeError("The `weight` option cannot be used with `interval` of 0");
	const state = {
		queue: /* @__PURE__ */ new Map(),
		strictTicks: [],
		currentTick: 0,
		activeWeight: 0
	};
	const strictCapacity = Math.max(limit, 1);
	const insertTickSorted = (tickRecord) => {
		if (state.strictTicks.length === 0 || tickRecord.time >= state.strictTicks.at(-1).time) state.strictTicks.push(tickRecord);
		else {
			const insertIndex = state.strictTicks.findIndex((tick) => tick.time > tickRecord.time);
			state.strictTicks.splice(insertIndex, 0, tickRecord);
		}
	};
	function windowedDelay(requestWeight) {
		const now = Date.now();
		if (now - state.currentTick > interval) {
			state.activeWeight = requestWeight;
			state.currentTick = now;
			return 0;
		}
		if (state.activeWeight + requestWeight <= limit) state.activeWeight += requestWeight;
		else {
			state.currentTick += interval;
			state.activeWeight = requestWeight;
		}
		return state.currentTick - now;
	}
	function weightedDelay(requestWeight, now, ticks) {
		const findBlockingTick = (time) => {
			let windowStart = 0;
			let windowWeight = 0;
			for (const [index, tick] of ticks.entries()) {
				if (tick.time >= time + interval) break;
				windowWeight += tick.weight;
				const windowEnd = Math.max(time, tick.time);
				while (windowStart <= index && ticks[windowStart].time <= windowEnd - interval) {
					windowWeight -= ticks[windowStart].weight;
					windowStart++;
				}
				if (windowWeight + requestWeight > limit) return ticks[windowStart];
			}
		};
		let nextExecutionTime = now;
		let blockingTick = findBlockingTick(nextExecutionTime);
		while (blockingTick) {
			nextExecutionTime = blockingTick.time + interval;
			blockingTick = findBlockingTick(nextExecutionTime);
		}
		const tickRecord = {
			time: nextExecutionTime,
			weight: requestWeight,
			isExecuted: false
		};
		insertTickSorted(tickRecord);
		return {
			delay: Math.max(0, nextExecutionTime - now),
			tickRecord
		};
	}
	function strictDelay(requestWeight) {
		const now = Date.now();
		if (state.strictTicks.length > 0 && now - state.strictTicks.at(-1).time > interval) state.strictTicks.length = 0;
		if (weight) {
			while (state.strictTicks.length > 0 && now - state.strictTicks[0].time >= interval) state.strictTicks.shift();
			return weightedDelay(requestWeight, now, state.strictTicks);
		}
		if (state.strictTicks.length < strictCapacity) {
			state.strictTicks.push({
				time: now,
				weight: requestWeight
			});
			return { delay: 0 };
		}
		const oldestTime = state.strictTicks[0].time;
		const mostRecentTime = state.strictTicks.at(-1).time;
		const baseTime = oldestTime + interval;
		const minSpacing = interval > 0 ? Math.ceil(interval / strictCapacity) : 0;
		const nextExecutionTime = baseTime <= mostRecentTime ? mostRecentTime + minSpacing : baseTime;
		state.strictTicks.shift();
		const tickRecord = {
			time: nextExecutionTime,
			weight: requestWeight
		};
		state.strictTicks.push(tickRecord);
		return {
			delay: Math.max(0, nextExecutionTime - now),
			tickRecord
		};
	}
	const getDelay = strict ? strictDelay : windowedDelay;
	return (function_) => {
		const throttled = function(...arguments_) {
			if (!throttled.isEnabled) return (async () => function_.apply(this, arguments_))();
			let timeoutId;
			return new Promise((resolve, reject) => {
				let requestWeight = 1;
				if (weight) {
					try {
						requestWeight = weight(...arguments_);
					} catch (error) {
						reject(error);
						return;
					}
					if (!Number.isFinite(requestWeight) || requestWeight < 0) {
						reject(/* @__PURE__ */ new TypeError("Expected `weight` to be a finite non-negative number"));
						return;
					}
					if (requestWeight > limit) {
						reject(/* @__PURE__ */ new TypeError(`Expected \`weight\` (${requestWeight}) to be <= \`limit\` (${limit})`));
						return;
					}
				}
				const delayResult = getDelay(requestWeight);
				const delay = strict ? delayResult.delay : delayResult;
				let tickRecord = strict ? delayResult.tickRecord : void 0;
				const execute = () => {
					if (tickRecord) {
						const actualTime = Date.now();
						if (weight) {
							const index = state.strictTicks.indexOf(tickRecord);
							if (index !== -1) state.strictTicks.splice(index, 1);
							const executedTicks = state.strictTicks.filter((tick) => tick.isExecuted);
							const updatedDelayResult = weightedDelay(requestWeight, actualTime, executedTicks);
							tickRecord = updatedDelayResult.tickRecord;
							if (updatedDelayResult.delay > 0) {
								state.queue.delete(timeoutId);
								timeoutId = setTimeout(execute, updatedDelayResult.delay);
								state.queue.set(timeoutId, reject);
								return;
							}
							tickRecord.isExecuted = true;
						} else tickRecord.time = actualTime;
					}
					try {
						resolve(function_.apply(this, arguments_));
					} catch (error) {
						reject(error);
					}
					state.queue.delete(timeoutId);
				};
				if (delay > 0) {
					timeoutId = setTimeout(execute, delay);
					state.queue.set(timeoutId, reject);
					try {
						onDelay?.(...arguments_);
					} catch {}
				} else execute();
			});
		};
		signal?.throwIfAborted();
		if (signal) {
			let registration = signalThrottleds.get(signal);
			if (!registration) {
				registration = {
					throttleds: /* @__PURE__ */ new Set(),
					listener: null
				};
				registration.listener = () => {
					for (const weakReference of registration.throttleds) {
						const function_ = weakReference.deref();
						if (!function_) continue;
						const functionState = states.get(function_);
						if (!functionState) continue;
						for (const timeout of functionState.queue.keys()) {
							clearTimeout(timeout);
							functionState.queue.get(timeout)(signal.reason);
						}
						functionState.queue.clear();
						functionState.strictTicks.length = 0;
						functionState.currentTick = 0;
						functionState.activeWeight = 0;
					}
					signalThrottleds.delete(signal);
				};
				signalThrottleds.set(signal, registration);
				signal.addEventListener("abort", registration.listener, { once: true });
			}
			const weakReference = new WeakRef(throttled);
			registration.throttleds.add(weakReference);
			finalizationRegistry.register(throttled, {
				signalWeakRef: new WeakRef(signal),
				weakReference
			});
		}
		throttled.isEnabled = true;
		Object.defineProperty(throttled, "queueSize", { get() {
			return state.queue.size;
		} });
		states.set(throttled, state);
		return throttled;
	};
}
// src/fetch/address-class.ts
var import__late_node_dns = (0,external_common_js_namespaceObject.tt)();
var import__late_node_net = (0,external_common_js_namespaceObject.et)();
/** From the most private to the most public. */
const ADDRESS_CLASSES = [
	"loopback",
	"link-local",
	"private",
	"public"
];
/** https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry. */
const NETWORKS = {
	loopback: [
		["127.0.0.0", 8],
		["0.0.0.0", 8],
		["::1", 128],
		["::", 128]
	],
	"link-local": [
		["169.254.0.0", 16],
		["168.63.129.16", 32],
		["224.0.0.0", 4],
		["240.0.0.0", 4],
		["fe80::", 10],
		["ff00::", 8]
	],
	private: [
		["10.0.0.0", 8],
		["172.16.0.0", 12],
		["192.168.0.0", 16],
		["100.64.0.0", 10],
		["198.18.0.0", 15],
		["192.0.0.0", 24],
		["fc00::", 7],
		["fec0::", 10]
	]
};
/** Made when it is first looked into: it takes milliseconds, and a run that reaches nobody never looks. */
function toList(networks) {
	let list;
	return { check: (address, family) => (list ??= fillList(networks)).check(address, family) };
}
function fillList(networks) {
	const list = new import__late_node_net.BlockList();
	for (const [network, prefix] of networks) list.addSubnet(network, prefix, (0, import__late_node_net.isIP)(network) === 6 ? "ipv6" : "ipv4");
	return list;
}
const LISTS = {
	loopback: toList(NETWORKS.loopback),
	"link-local": toList(NETWORKS["link-local"]),
	private: toList(NETWORKS.private)
};
/** IPv6 networks with an IPv4 address inside, and the 16-bit group that it begins with. */
const EMBEDDING = [{
	list: toList([
		["::ffff:0:0", 96],
		["::", 96],
		["::ffff:0:0:0", 96],
		["64:ff9b::", 96],
		["64:ff9b:1::", 48]
	]),
	group: 6
}, {
	list: toList([["2002::", 16]]),
	group: 1
}];
/** @param address as a socket or a resolver gives it, without brackets */
function classOfAddress(address) {
	const [bare = ""] = address.split("%");
	const family = (0, import__late_node_net.isIP)(bare) === 6 ? "ipv6" : "ipv4";
	const own = ADDRESS_CLASSES.find((each) => each !== "public" && LISTS[each].check(bare, family));
	if (own !== void 0) return own;
	const embedded = family === "ipv6" ? embeddedIn(bare) : void 0;
	return embedded === void 0 ? "public" : classOfAddress(embedded);
}
function embeddedIn(address) {
	const found = EMBEDDING.find(({ list }) => list.check(address, "ipv6"));
	if (found === void 0) return void 0;
	const [high = 0, low = 0] = groupsOf(address).slice(found.group);
	return [
		high >> 8,
		high & 255,
		low >> 8,
		low & 255
	].join(".");
}
/** The eight 16-bit groups. A URL's parser knows every way to write them. */
function groupsOf(address) {
	const [head = "", tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
	const read = (text) => text.split(":").filter(Boolean).map((each) => parseInt(each, 16));
	const before = read(head);
	const after = read(tail ?? "");
	return [
		...before,
		...Array(8 - before.length - after.length).fill(0),
		...after
	];
}
// src/fetch/url-policy.ts
/** How much of a foreign Location an error repeats, in characters. */
const EXCERPT_LENGTH$1 = 120;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/** RFC 6761 §6.3: on this machine whatever a resolver says, a proxy's included. */
const LOOPBACK_NAME = /^(?:.*\.)?localhost\.?$/;
const ANYWHERE = {
	name: "anywhere",
	classes: ADDRESS_CLASSES
};
const NOT_LOCAL = {
	name: "not local",
	classes: ["private", "public"]
};
const PUBLIC = {
	name: "public",
	classes: ["public"]
};
/** What http alone is good for, whatever a hosts file makes of `localhost`. */
const THIS_MACHINE = {
	name: "this machine",
	classes: ["loopback"]
};
const REACH_FROM = {
	loopback: ANYWHERE,
	"link-local": NOT_LOCAL,
	private: NOT_LOCAL,
	public: PUBLIC
};
/** Whether a URL names this machine by a literal or as localhost. */
function isLoopback({ hostname }) {
	return LOOPBACK.test(hostname);
}
/**
* Only https, or http to a loopback address; no credentials in the URL.
* @throws FetchError FETCH_HOST_NOT_ALLOWED
*/
function assertAllowed(url) {
	if (!isAllowed(url)) throw refuse$3(`requests to ${formatUrl(url)} are not allowed`, url);
}
function isAllowed(url) {
	return (url.protocol === "https:" || url.protocol === "http:" && isLoopback(url)) && url.username === "" && url.password === "";
}
/**
* Reads a URL that a server gave: never from https down to http, never with credentials.
* @param text the header, as the server wrote it
* @param how what the message says of it
* @throws FetchError FETCH_HOST_NOT_ALLOWED
*/
function resolveGiven(from, text, how = "redirects") {
	if (!URL.canParse(text, from.href)) throw refuse$3(`${formatUrl(from)} ${how} to "${text.slice(0, EXCERPT_LENGTH$1)}", which is no URL`, from);
	const to = new URL(text, from);
	if (from.protocol === "https:" && to.protocol !== "https:") throw refuse$3(`${formatUrl(from)} ${how} down to ${formatUrl(to)}`, from);
	if (!isAllowed(to)) throw refuse$3(`${formatUrl(from)} ${how} to ${formatUrl(to)}, where requests may not go`, from);
	return to;
}
/** @param given undefined for a URL, or an origin, of the user's own */
function reachOf(url, given) {
	if (url.protocol === "http:") return THIS_MACHINE;
	return given === void 0 ? ANYWHERE : REACH_FROM[given.fromClass];
}
/**
* Judges the host as it is written: an address, or a name of this machine. All that can be judged where
* a proxy looks names up, and what no resolver is asked about.
* @throws FetchError FETCH_HOST_NOT_ALLOWED
*/
function assertLiteral(url, given) {
	const found = classOfLiteral(url);
	if (found === void 0) return;
	const { classes } = reachOf(url, given);
	if (!classes.includes(found)) throw refuseAddress(url, given, `${bareHost(url)} is ${CALLED[found]}`);
}
/** @returns undefined for a name that somebody has to look up */
function classOfLiteral(url) {
	const host = bareHost(url);
	if (LOOPBACK_NAME.test(host)) return "loopback";
	return (0, import__late_node_net.isIP)(host) === 0 ? void 0 : classOfAddress(host);
}
/**
* A lookup for one request. Every address it finds is judged, and the connection is made to what it
* answers: nobody looks the name up again.
*/
function createGatedLookup(url, given) {
	const { classes } = reachOf(url, given);
	return (hostname, options, callback) => {
		(0, import__late_node_dns.lookup)(hostname, {
			...options,
			all: true
		}, (error, addresses) => {
			if (error !== null) return callback(error, "", 0);
			const stranger = addresses.find(({ address }) => !classes.includes(classOfAddress(address)));
			const [first] = addresses;
			if (stranger !== void 0) return callback(refuseAddress(url, given, `${hostname} is at ${CALLED[classOfAddress(stranger.address)]}, ${stranger.address}`), "", 0);
			if (options.all === true) return callback(null, addresses);
			return callback(null, first?.address ?? "", first?.family);
		});
	};
}
const CALLED = {
	loopback: "an address of this machine",
	"link-local": "a link-local address",
	private: "a private address",
	public: "a public address"
};
function refuseAddress(url, given, where) {
	const target = formatUrl(url);
	if (given === void 0) return refuse$3(`${target} is http, which is for this machine only; ${where}`, url);
	const { from, fromClass } = given;
	const why = `a server at ${CALLED[fromClass]} may not send us there`;
	return refuse$3(`${formatUrl(from)} leads to ${target}: ${where}, and ${why}`, from);
}
/** Origin and path: query and credentials may be secrets. */
function formatUrl({ protocol, host, pathname }) {
	return `${protocol}//${host}${pathname}`.slice(0, 240);
}
/** The host of a URL, an IPv6 address without its brackets. */
function bareHost({ hostname }) {
	return hostname.replace(/^\[(.*)\]$/, "$1");
}
function refuse$3(message, url) {
	return new external_common_js_namespaceObject.Cr("FETCH_HOST_NOT_ALLOWED", message, { url: formatUrl(url) });
}
// src/fetch/answer-form.ts
/** How much of an answer is looked at for a page. */
const HEAD_BYTES$1 = 512;
const PAGE = /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html|head|body)/i;
/** Of anything that is no page on the web. */
function findPage(bytes) {
	return PAGE.test(bytes.subarray(0, HEAD_BYTES$1).toString("latin1")) ? "an HTML page" : void 0;
}
/** Of a small file, which holds something. */
function findPageOrNothing(bytes) {
	return bytes.length === 0 ? "nothing" : findPage(bytes);
}
/** Of an API that answers in JSON, of which `isOfService` knows the form. */
function jsonFault(isOfService) {
	return (bytes) => {
		const text = bytes.toString();
		let json;
		try {
			json = (0,external_common_js_namespaceObject.xn)(text);
		} catch {
			return text.trim() === "" ? "nothing" : describeText(text);
		}
		return isOfService(json) ? void 0 : "other JSON";
	};
}
/** @throws FetchError FETCH_ANSWER_UNEXPECTED, which is tried again */
function assertForm(url, bytes, findFault) {
	const fault = findFault?.(bytes);
	if (fault === void 0) return;
	const message = `${formatUrl(url)} answered with ${fault}, and not in its form`;
	throw new external_common_js_namespaceObject.Cr("FETCH_ANSWER_UNEXPECTED", message, {
		url: formatUrl(url),
		retryable: true
	});
}
/** Whether a request failed because there is no such thing. */
function isNotFound(thrown) {
	return thrown instanceof external_common_js_namespaceObject.Cr && thrown.status === 404;
}
// src/fetch/transparency-log.ts
const MAX_ANSWER_BYTES = 1048576;
const MAX_BATCH_BYTES = 4194304;
/** Rekor has had three in five years. */
const MAX_SHARDS = 32;
/** In hex; the API writes it in decimal. */
const TREE_ID_LENGTH = 16;
/** Of an endpoint that a log or a mirror does not have, or has switched off. */
const NOT_OFFERED = [
	404,
	405,
	501
];
/** What decides nothing is done without where it takes longer. */
const HINT_PATIENCE_MS$1 = 3e3;
const JSON_TYPE = "application/json";
const UUID = /^(?:[0-9a-f]{16})?[0-9a-f]{64}$/;
const uuidsSchema = /* @__PURE__ */ array(/* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ regex(UUID)));
const answersSchema = /* @__PURE__ */ array(/* @__PURE__ */ record(/* @__PURE__ */ string(), /* @__PURE__ */ unknown()));
const shardSchema = /* @__PURE__ */ object({
	treeID: /* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ regex(/^\d{1,20}$/)),
	signedTreeHead: /* @__PURE__ */ optional(/* @__PURE__ */ string(), "")
});
const shardsSchema = /* @__PURE__ */ object({
	...shardSchema.entries,
	inactiveShards: /* @__PURE__ */ optional(/* @__PURE__ */ nullable(/* @__PURE__ */ pipe(/* @__PURE__ */ array(shardSchema), /* @__PURE__ */ maxLength(MAX_SHARDS))), [])
});
/** Entries under their UUIDs, one as a rule; whether each can be read is for its reader. */
const entrySchema$2 = /* @__PURE__ */ pipe(/* @__PURE__ */ record(/* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ regex(UUID)), /* @__PURE__ */ record(/* @__PURE__ */ string(), /* @__PURE__ */ unknown())), /* @__PURE__ */ check((entries) => Object.keys(entries).length > 0));
const consistencySchema = /* @__PURE__ */ object({ hashes: /* @__PURE__ */ pipe(/* @__PURE__ */ array(/* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ regex(/^[0-9a-f]{64}$/), /* @__PURE__ */ transform((hex) => Buffer.from(hex, "hex")))), /* @__PURE__ */ maxLength(126)) });
const consistencyFault = jsonFault((json) => /* @__PURE__ */ is(consistencySchema, json));
const entryFault = jsonFault((json) => /* @__PURE__ */ is(entrySchema$2, json));
const answersFault = jsonFault((json) => /* @__PURE__ */ is(answersSchema, json));
const shardsFault = jsonFault((json) => /* @__PURE__ */ is(shardsSchema, json));
const uuidsFault = jsonFault((json) => /* @__PURE__ */ is(uuidsSchema, json));
/** @param rekorUrl the part before `/api/v1/…` */
function createTransparencyLog(http, rekorUrl) {
	const options = {
		maxBytes: MAX_ANSWER_BYTES,
		accept: JSON_TYPE
	};
	const toUrl = (path) => new URL(`${rekorUrl.href.replace(/\/$/, "")}/api/v1/${path}`);
	const missing = (id, context = {}) => new external_common_js_namespaceObject.Sr("EVIDENCE_LOG_ENTRY_MISSING", `the log at ${rekorUrl.host} has no entry ${id}`, context);
	const fetchEntryBy = async (id, isExpected = false) => {
		const url = toUrl(typeof id === "number" ? `log/entries?logIndex=${id}` : `log/entries/${id}`);
		try {
			return (await http.fetchBytes(url, {
				...options,
				isExpected: () => isExpected,
				findFault: entryFault
			})).toString();
		} catch (cause) {
			if (!isNotFound(cause)) throw cause;
			throw missing(id, {
				cause,
				url: url.href
			});
		}
	};
	/** Up to ten entries, each shard's copy by itself; undefined where the log offers no such thing. */
	const retrieve = async (ids, { isHint } = {}) => {
		const json = JSON.stringify({ entryUUIDs: ids });
		const patienceMs = patienceOf(isHint);
		const batch = {
			maxBytes: MAX_BATCH_BYTES,
			accept: JSON_TYPE,
			json,
			findFault: answersFault,
			patienceMs
		};
		const answer = await (0,external_common_js_namespaceObject._n)(http.fetchBytes(toUrl("log/entries/retrieve"), batch));
		if (answer.error === void 0) return readAnswers(answer.value.toString());
		if (isNotOffered(answer.error)) return void 0;
		throw answer.error;
	};
	const fetchShards = async () => {
		const answer = await http.fetchBytes(toUrl("log"), {
			...options,
			findFault: shardsFault
		});
		const shards = /* @__PURE__ */ safeParse(shardsSchema, readJson$3(answer.toString()));
		if (shards.success) return [shards.output, ...shards.output.inactiveShards ?? []];
		throw notOfTheLog("with something else than its shards");
	};
	/** By the keys that its tree heads are signed with. A log that does not say is taken for the one that was meant. */
	const assertPromiser = async (logId) => {
		const { value: shards = [] } = await (0,external_common_js_namespaceObject._n)(fetchShards());
		const hints = shards.map(({ signedTreeHead }) => (0,external_common_js_namespaceObject.gn)(() => parseCheckpoint(signedTreeHead)).value).flatMap((head) => head?.signatures.map(({ keyHint }) => keyHint.toString("hex")) ?? []);
		if (hints.length === 0 || hints.some((hint) => logId.startsWith(hint))) return;
		throw notOfTheLog(`as another than ${logId}, which promised the entry`);
	};
	const listShards = async () => {
		const ids = (await fetchShards()).map(({ treeID }) => treeID);
		return [...new Set(ids)].map((id) => BigInt(id).toString(16).padStart(TREE_ID_LENGTH, "0"));
	};
	/** Shard by shard, where the log answers for all of them in no other way. */
	const fetchFromShards = async (leafHash) => {
		const shards = await (0,external_common_js_namespaceObject._n)(listShards());
		if (shards.error !== void 0) return {
			answers: [],
			isComplete: false,
			failure: shards.error
		};
		const found = await Promise.all(shards.value.map((shard) => (0,external_common_js_namespaceObject._n)(fetchEntryBy(`${shard}${leafHash.hex}`))));
		const failure = found.find(({ error }) => error !== void 0 && !isAbsence$1(error))?.error;
		return {
			answers: found.flatMap(({ value }) => value ?? []),
			isComplete: failure === void 0,
			...failure && { failure }
		};
	};
	return {
		fetchEntry: async (leafHash, { isExpected, promisedBy } = { isExpected: false }) => {
			if (promisedBy !== void 0) await assertPromiser(promisedBy);
			return {
				answers: [await fetchEntryBy(leafHash.hex, isExpected)],
				isComplete: false
			};
		},
		fetchCopies: async (leafHash) => {
			const { value: copies, error } = await (0,external_common_js_namespaceObject._n)(retrieve([leafHash.hex]));
			if (copies !== void 0) return {
				answers: answersFor(leafHash.hex, copies),
				isComplete: true
			};
			if (error !== void 0) return {
				answers: [],
				isComplete: false,
				failure: error
			};
			return fetchFromShards(leafHash);
		},
		fetchEntryBy: (id) => fetchEntryBy(id),
		fetchBatch: async (ids, hint) => {
			const found = await retrieve(ids, hint);
			if (found !== void 0) return ids.map((id) => {
				const answers = answersFor(id, found);
				return answers.length === 0 ? { error: missing(id) } : { value: {
					answers,
					isComplete: true
				} };
			});
			return Promise.all(ids.map(async (id) => (0,external_common_js_namespaceObject._n)(fetchEntryBy(id).then((answer) => ({
				answers: [answer],
				isComplete: false
			})))));
		},
		fetchConsistencyProof: async ({ treeId, firstSize, lastSize }) => {
			const query = `firstSize=${firstSize}&lastSize=${lastSize}&treeID=${BigInt(`0x${treeId}`)}`;
			const url = toUrl(`log/proof?${query}`);
			const answer = await http.fetchBytes(url, {
				...options,
				findFault: consistencyFault
			});
			const proof = /* @__PURE__ */ safeParse(consistencySchema, (0,external_common_js_namespaceObject.xn)(answer.toString()));
			if (proof.success) return proof.output.hashes;
			throw notOfTheLog("with something else than a consistency proof");
		},
		search: async (digest, { isHint } = {}) => {
			const json = JSON.stringify({ hash: digest.toString() });
			const answer = await http.fetchBytes(toUrl("index/retrieve"), {
				...options,
				json,
				findFault: uuidsFault,
				patienceMs: patienceOf(isHint)
			});
			const uuids = /* @__PURE__ */ safeParse(uuidsSchema, readJson$3(answer.toString()));
			if (uuids.success) return uuids.output;
			throw notOfTheLog("with something else than UUIDs to a search");
		}
	};
}
/** How long the log is waited for while it is away; undefined: as long as the run's patience lasts. */
function patienceOf(isHint = false) {
	return isHint ? HINT_PATIENCE_MS$1 : void 0;
}
/** A leaf hash is meant in every shard, a UUID in its own. */
function answersFor(id, answers) {
	return answers.filter(([uuid]) => uuid.endsWith(id)).map((answer) => JSON.stringify(Object.fromEntries([answer])));
}
function readAnswers(text) {
	const answers = /* @__PURE__ */ safeParse(answersSchema, readJson$3(text));
	if (answers.success) return answers.output.flatMap((each) => Object.entries(each));
	throw notOfTheLog("with something else than entries");
}
function isNotOffered(error) {
	return error instanceof external_common_js_namespaceObject.Cr && error.status !== void 0 && NOT_OFFERED.includes(error.status);
}
function isAbsence$1({ code }) {
	return code === "EVIDENCE_LOG_ENTRY_MISSING";
}
function notOfTheLog(how) {
	return new external_common_js_namespaceObject.Cr("FETCH_ANSWER_UNEXPECTED", `the log answered ${how}`);
}
function readJson$3(text) {
	try {
		return (0,external_common_js_namespaceObject.xn)(text);
	} catch {
		return;
	}
}
// src/fetch/rate-limited-log.ts
/** How long a batch waits for others to join it: less than an answer takes. */
const GATHERING_MS = 10;
const SECOND_MS = 1e3;
/** @param requestsPerSecond of all kinds together */
function createRateLimitedLog(http, rekorUrl, requestsPerSecond) {
	const log = createTransparencyLog({ fetchBytes: pThrottle({
		limit: requestsPerSecond,
		interval: SECOND_MS,
		strict: true
	})((url, options) => http.fetchBytes(url, options)) }, rekorUrl);
	const loader = new import_dataloader.default(async (ids) => (await log.fetchBatch(ids)).map(({ value, error }) => error ?? value), {
		maxBatchSize: 10,
		cache: false,
		batchScheduleFn: (dispatch) => void setTimeout(dispatch, GATHERING_MS)
	});
	return {
		...log,
		fetchEntry: (leafHash, options) => options?.isExpected === true ? log.fetchEntry(leafHash, options) : loader.load(leafHash.hex)
	};
}
// src/evidence/spdx-files.ts
/** A release has some hundred files. */
const MAX_FILES$1 = 1e5;
/** SPDX 2.3 §6.9: ISO 8601, UTC, in seconds. */
const CREATED = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
const HEX_LENGTHS$1 = {
	SHA256: 64,
	SHA512: 128
};
/** Gathers what a reader finds, in whatever order. */
var SpdxFiles = class {
	#files = /* @__PURE__ */ new Map();
	/** The file with a path, as it is listed: perhaps with `./` before it. */
	add(listed) {
		const path = listed.replace(/^\.\//, "");
		const file = this.#files.get(path) ?? {
			SHA256: /* @__PURE__ */ new Set(),
			SHA512: /* @__PURE__ */ new Set()
		};
		this.#files.set(path, file);
		if (this.#files.size > MAX_FILES$1) throw malformedSbom(`lists more than ${MAX_FILES$1} files`);
		return file;
	}
	toSbom(namespace, created) {
		const hexOf = (path, algorithm) => [...this.#files.get(path)?.[algorithm] ?? []];
		return {
			namespace,
			created: created !== void 0 && CREATED.test(created) ? new Date(created) : void 0,
			paths: [...this.#files.keys()],
			digestsOf: (path) => hexOf(path, "SHA256").map((hex) => new external_common_js_namespaceObject.lr(Buffer.from(hex, "hex"))),
			sha512Of: (path) => hexOf(path, "SHA512")
		};
	}
};
/**
* Notes a digest of a file; of other algorithms than SHA-256 and SHA-512 nothing is read.
* @param algorithm in any spelling: `SHA256`, `sha256`
* @throws EvidenceError EVIDENCE_UNREADABLE for a digest that is none
*/
function addDigest(file, algorithm, hex) {
	const name = algorithm.toUpperCase();
	if (name !== "SHA256" && name !== "SHA512") return;
	if (file === void 0) throw malformedSbom(`has a checksum that belongs to no file`);
	if (hex.length !== HEX_LENGTHS$1[name] || !/^[0-9a-fA-F]+$/.test(hex)) throw malformedSbom(`has a checksum of ${name} that is none`);
	file[name].add(hex.toLowerCase());
}
/** The error of a document that is no SBOM of a release. */
function malformedSbom(what, context = {}) {
	return new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", `the SBOM ${what}`, context);
}
// src/evidence/spdx-json.ts
/** A release has some hundred files, in JSON some hundred KB. */
const MAX_LENGTH$2 = 8388608;
/** Of the context of every 3.x. */
const SPDX_3 = "https://spdx.org/rdf/3.";
const version2 = /* @__PURE__ */ object({
	spdxVersion: /* @__PURE__ */ string(),
	documentNamespace: /* @__PURE__ */ string(),
	creationInfo: /* @__PURE__ */ optional(/* @__PURE__ */ object({ created: /* @__PURE__ */ optional(/* @__PURE__ */ string()) })),
	files: /* @__PURE__ */ optional(/* @__PURE__ */ array(/* @__PURE__ */ object({
		fileName: /* @__PURE__ */ string(),
		checksums: /* @__PURE__ */ optional(/* @__PURE__ */ array(/* @__PURE__ */ object({
			algorithm: /* @__PURE__ */ string(),
			checksumValue: /* @__PURE__ */ string()
		})), [])
	})), [])
});
const version3 = /* @__PURE__ */ object({
	"@context": /* @__PURE__ */ unknown(),
	"@graph": /* @__PURE__ */ array(/* @__PURE__ */ looseObject({
		type: /* @__PURE__ */ optional(/* @__PURE__ */ string()),
		"@type": /* @__PURE__ */ optional(/* @__PURE__ */ string())
	}))
});
const documentElement = /* @__PURE__ */ object({
	spdxId: /* @__PURE__ */ optional(/* @__PURE__ */ string()),
	"@id": /* @__PURE__ */ optional(/* @__PURE__ */ string())
});
const creationElement = /* @__PURE__ */ object({ created: /* @__PURE__ */ optional(/* @__PURE__ */ string()) });
const fileElement = /* @__PURE__ */ object({
	name: /* @__PURE__ */ string(),
	verifiedUsing: /* @__PURE__ */ optional(/* @__PURE__ */ array(/* @__PURE__ */ looseObject({
		algorithm: /* @__PURE__ */ optional(/* @__PURE__ */ string()),
		hashValue: /* @__PURE__ */ optional(/* @__PURE__ */ string())
	})), [])
});
/**
* Reads a document of either version.
* @throws EvidenceError EVIDENCE_UNREADABLE, which says what else it looks like
*/
function parseSpdxJson(text) {
	let json;
	try {
		if (text.length > MAX_LENGTH$2) throw new Error(`it has more than ${MAX_LENGTH$2} characters`);
		json = (0,external_common_js_namespaceObject.xn)(text);
	} catch (cause) {
		throw malformedSbom(`is no JSON that can be read: ${(0,external_common_js_namespaceObject.jr)(cause)}`);
	}
	if (has(json, "spdxVersion")) return parseVersion2(read$4(version2, json));
	if (has(json, "@graph")) return parseVersion3(read$4(version3, json));
	throw malformedSbom("is in no form that is known here", {
		expected: "SPDX 2 or 3",
		actual: has(json, "bomFormat") ? "CycloneDX JSON" : "other JSON"
	});
}
function parseVersion2(document) {
	const { spdxVersion, documentNamespace, creationInfo } = document;
	if (!/^SPDX-2\.\d$/.test(spdxVersion)) throw malformedSbom("is of a version that is not known here", {
		expected: "SPDX-2.2 or SPDX-2.3",
		actual: `SPDX JSON of the version "${spdxVersion.slice(0, 20)}"`
	});
	const files = new SpdxFiles();
	for (const { fileName, checksums } of document.files) {
		const file = files.add(fileName);
		for (const { algorithm, checksumValue } of checksums) addDigest(file, algorithm, checksumValue);
	}
	return files.toSbom(documentNamespace, creationInfo?.created);
}
function parseVersion3({ "@context": context, "@graph": graph }) {
	if (![context].flat().some((each) => typeof each === "string" && each.startsWith(SPDX_3))) throw malformedSbom("is JSON-LD, but not of SPDX 3", {
		expected: "SPDX 3",
		actual: "other JSON-LD"
	});
	const files = new SpdxFiles();
	const identifiers = [];
	let created;
	for (const element of graph) {
		const type = element.type ?? element["@type"];
		if (type === "SpdxDocument") {
			const { spdxId, "@id": id } = read$4(documentElement, element);
			identifiers.push(expand$1(spdxId ?? id ?? "", context));
		} else if (type === "CreationInfo") created ??= read$4(creationElement, element).created;
		else if (type === "software_File") {
			const { name, verifiedUsing } = read$4(fileElement, element);
			const file = files.add(name);
			for (const { algorithm = "", hashValue = "" } of verifiedUsing) addDigest(file, algorithm, hashValue);
		}
	}
	const [identifier] = identifiers;
	if (identifier === void 0 || identifiers.length !== 1) throw malformedSbom(`names ${identifiers.length} documents`, { expected: "one SpdxDocument" });
	return files.toSbom(namespaceOf(identifier), created);
}
/** An identifier is the namespace, a `#` or a slash, and the document's name. */
function namespaceOf(identifier) {
	const [namespace = ""] = identifier.split("#");
	return namespace.replace(/\/(?:SPDXRef-DOCUMENT|document)?$/i, "");
}
/** `k8s:document` by the prefix `k8s` that the document's own context declares. */
function expand$1(identifier, context) {
	const [, prefix = "", rest = ""] = /^([A-Za-z][\w-]*):(?!\/\/)(.*)$/.exec(identifier) ?? [];
	if (prefix === "") return identifier;
	for (const each of Array.isArray(context) ? context : [context]) {
		const start = has(each, prefix) ? each[prefix] : void 0;
		if (typeof start === "string") return start + rest;
	}
	return identifier;
}
function has(json, name) {
	return typeof json === "object" && json !== null && !Array.isArray(json) && Object.hasOwn(json, name);
}
function read$4(schema, json) {
	const parsed = /* @__PURE__ */ safeParse(schema, json, { abortEarly: true });
	if (parsed.success) return parsed.output;
	const [issue] = parsed.issues;
	throw malformedSbom(`has no ${/* @__PURE__ */ getDotPath(issue) ?? "content"} that can be read`);
}
// src/evidence/spdx-tag-value.ts
/** A release has some thousand lines. */
const MAX_LINES$2 = 5e5;
const TEXT_START = "<text>";
const TEXT_END = "</text>";
/**
* Reads a document, in one pass.
* @throws EvidenceError EVIDENCE_UNREADABLE
*/
function parseTagValue(text) {
	const files = new SpdxFiles();
	let namespace;
	let created;
	let file;
	for (const { tag, value } of readTags(text)) if (tag === "DocumentNamespace") {
		if (namespace !== void 0) throw malformedSbom("has more than one DocumentNamespace");
		namespace = value;
	} else if (tag === "Created") created ??= value;
	else if (tag === "FileName") file = files.add(value);
	else if (tag === "PackageName" || tag === "SnippetSPDXID") file = void 0;
	else if (tag === "FileChecksum") {
		const colon = value.indexOf(":");
		addDigest(file, value.slice(0, Math.max(colon, 0)), value.slice(colon + 1).trim());
	}
	if (namespace === void 0) throw malformedSbom("has no DocumentNamespace");
	return files.toSbom(namespace, created);
}
/** Each tag with its value. No character is looked at more often than a fixed number of times. */
function* readTags(text) {
	let lines = 0;
	let end;
	for (let start = 0; start < text.length; start = end + 1) {
		if (++lines > MAX_LINES$2) throw malformedSbom(`has more than ${MAX_LINES$2} lines`);
		end = endOfLine(text, start);
		const line = text.slice(start, end);
		const colon = line.indexOf(":");
		if (colon < 0 || line.startsWith("#")) continue;
		const tag = line.slice(0, colon).trim();
		let value = line.slice(colon + 1).trim();
		if (value.startsWith(TEXT_START)) {
			const from = text.indexOf(TEXT_START, start + colon) + 6;
			const to = text.indexOf(TEXT_END, from);
			if (to < 0) throw malformedSbom("has a <text> that does not end");
			value = text.slice(from, to).replaceAll("\r\n", "\n");
			end = endOfLine(text, to);
		}
		yield {
			tag,
			value
		};
	}
}
function endOfLine(text, start) {
	const end = text.indexOf("\n", start);
	return end < 0 ? text.length : end;
}
// src/evidence/spdx.ts
/** Real ones have 0.2 MB; whoever fetches or reads one goes no further. */
const MAX_SBOM_BYTES = 33554432;
/**
* Reads an SBOM. Call it on verified bytes only.
* @throws EvidenceError EVIDENCE_UNREADABLE
*/
function parseReleaseSbom(text) {
	if (text.length > 33554432) throw malformedSbom(`has more than ${MAX_SBOM_BYTES} bytes`);
	const unmarked = text.startsWith("﻿") ? text.slice(1) : text;
	if (/^\s{0,64}[[{]/.test(unmarked)) return parseSpdxJson(unmarked);
	if (/^\s{0,64}</.test(unmarked) || unmarked.trim() === "") throw malformedSbom(`is ${describeText(unmarked)}`, {
		expected: "SPDX",
		actual: describeText(unmarked)
	});
	return parseTagValue(unmarked);
}
// src/fetch/clock.ts
/** The machine's own clock, which only runs forward. */
const SYSTEM_CLOCK = {
	now: () => performance.now(),
	after: (milliseconds, callback) => {
		const timer = setTimeout(callback, milliseconds);
		return () => clearTimeout(timer);
	}
};
// src/fetch/neighbours.ts
/** What was the first answer about each half of a pair, by the artifact; only of those that were asked for. */
var Neighbours = class {
	/** By identity: it goes when the plan of the artifact does. */
	#halves = /* @__PURE__ */ new WeakMap();
	/** @param fetch is given what to ask when the answer is 404 */
	async fetchHalf(urls, half, fetch) {
		const halves = this.#halves.get(urls) ?? /* @__PURE__ */ new Map();
		this.#halves.set(urls, halves);
		const own = halves.get(half) ?? Promise.withResolvers();
		halves.set(half, own);
		try {
			const value = await fetch(async () => {
				own.resolve(false);
				return await halves.get(half === "signature" ? "certificate" : "signature")?.promise ?? false;
			});
			own.resolve(true);
			return value;
		} finally {
			own.resolve(false);
		}
	}
	/** Whether one of them is there; nobody is asked who would not be asked anyway. */
	async hasOne(urls) {
		const answers = [...this.#halves.get(urls)?.values() ?? []].map(async ({ promise }) => {
			if (!await promise) throw new Error("it is not there");
			return true;
		});
		return Promise.any(answers).catch(() => false);
	}
	/** Whether both are there. */
	async hasBoth(urls) {
		const halves = [...this.#halves.get(urls)?.values() ?? []];
		const answers = await Promise.all(halves.map(({ promise }) => promise));
		return answers.length === 2 && answers.every(Boolean);
	}
};
// src/plan/channel.ts
/** A channel file holds one version. */
const MAX_CHANNEL_BYTES = 1024;
const EXCERPT_LENGTH = 60;
/** Kubernetes has had no release before 1.0 since 2015: a channel that names one is stale beyond use. */
const OLDEST_MAJOR = 1;
/** No minor and no patch comes near; a range is resolved by counting up to them. */
const MAX_NUMBER = 999;
/** Where a site says which version a channel stands for. */
function channelUrl(releaseUrl, channel) {
	return new URL(`${releaseUrl.href.replace(/\/$/, "")}/release/${channel}.txt`);
}
/**
* Reads what a channel file answered.
* @throws ReleaseError RELEASE_CHANNEL_UNRESOLVED
*/
function parseChannel(channel, text) {
	const trimmed = text.trim();
	const version = trimmed.startsWith("v") ? (0,external_common_js_namespaceObject.nr)(trimmed) : void 0;
	if (version !== void 0 && fitsChannel(channel, version)) return version;
	const { kind, minor } = readChannel(channel);
	throw new external_common_js_namespaceObject.kr("RELEASE_CHANNEL_UNRESOLVED", `the release channel ${channel} does not name ${kind === "stable" ? "a stable release" : "a release"}${minor === void 0 ? "" : ` of ${minor}`}`, {
		expected: `a version like v${minor ?? "1.35"}.2`,
		actual: text.slice(0, EXCERPT_LENGTH)
	});
}
/** Whether a channel may name a version: of its minor, and a stable one unless it is the latest that is asked for. */
function fitsChannel(channel, version) {
	const { kind, minor } = readChannel(channel);
	return import_semver.default.major(version) >= OLDEST_MAJOR && import_semver.default.minor(version) <= MAX_NUMBER && import_semver.default.patch(version) <= MAX_NUMBER && (kind === "latest" || !(0,external_common_js_namespaceObject.er)(version)) && (minor === void 0 || (0,external_common_js_namespaceObject.tr)(version) === minor);
}
function readChannel(channel) {
	const [kind, minor] = channel.split("-");
	return {
		kind,
		minor
	};
}
// src/fetch/release-site.ts
const MAX_SIDECAR_BYTES = 65536;
/** Sums and provenance: real ones have 20 to 200 KB. */
const MAX_PAPER_BYTES = 4194304;
const MAX_ARTIFACT_BYTES = 4294967296;
/** How much longer than a signature and a certificate a bundle may take that nobody may have published. */
const GRACE_MS = 3e3;
/** A site, or a folder, that serves releases as dl.k8s.io does. */
function createReleaseSite({ http, folder, onProgress, papers, clock = SYSTEM_CLOCK }) {
	let files = 0;
	const neighbours = new Neighbours();
	const fetchSidecar = (url, toError, isExpected) => orMissing(http.fetchBytes(url, {
		maxBytes: MAX_SIDECAR_BYTES,
		isExpected,
		findFault: findPageOrNothing
	}), toError);
	const fetchFile = (kind) => kind === "sbom" && papers !== void 0 ? fetchIntoFile(papers.fetch) : (url, options) => http.fetchFile(url, options);
	return {
		fetchChannel: async (url) => {
			try {
				return (await http.fetchBytes(url, {
					maxBytes: MAX_CHANNEL_BYTES,
					findFault: findPageOrNothing
				})).toString("latin1");
			} catch (cause) {
				if (!(cause instanceof external_common_js_namespaceObject.Cr) || cause.code === "OFFLINE_MISS") throw cause;
				const message = `the release channel cannot be read: ${cause.message}`;
				throw new external_common_js_namespaceObject.kr("RELEASE_CHANNEL_UNRESOLVED", message, {
					cause,
					url: url.href
				});
			}
		},
		fetchSignature: (urls) => neighbours.fetchHalf(urls, "signature", (isExpected) => fetchSidecar(urls.signature, noEvidence("EVIDENCE_SIGNATURE_MISSING", urls.signature), isExpected)),
		fetchCertificate: (urls) => neighbours.fetchHalf(urls, "certificate", (isExpected) => fetchSidecar(urls.certificate, noEvidence("EVIDENCE_CERTIFICATE_MISSING", urls.certificate), isExpected)),
		fetchBundle: (urls) => {
			const { bundle } = urls;
			return orMissing(fetchUnlessIdle(bundle, (signal) => http.fetchBytes(bundle, {
				maxBytes: MAX_BUNDLE_BYTES,
				signal,
				findFault: findPageOrNothing
			}), {
				clock,
				canDoWithout: () => neighbours.hasBoth(urls)
			}), noEvidence("EVIDENCE_BUNDLE_MISSING", bundle));
		},
		fetchChecksum: ({ checksum }) => fetchSidecar(checksum, noEvidence("EVIDENCE_CHECKSUM_MISSING", checksum)),
		fetchChecksumSha512: ({ checksumSha512 }) => fetchSidecar(checksumSha512, notPublished("paper", checksumSha512)),
		fetchSize: ({ artifact }) => orMissing(http.fetchSize(artifact, {}), notPublished("artifact", artifact)),
		fetchPaper: ({ artifact }) => orMissing(http.fetchBytes(artifact, {
			maxBytes: MAX_PAPER_BYTES,
			findFault: findPageOrNothing
		}), notPublished("paper", artifact)),
		fetchArtifact: (planned, { withSha512, isListed }) => {
			const { kind, urls } = planned;
			const { artifact } = urls;
			let isExpected = false;
			return orMissing(fetchFile(kind)(artifact, {
				path: (0, import__late_node_path.join)(folder, `${++files}.unverified`),
				maxBytes: maxBytesOf(kind),
				withSha512,
				findFault: planned.version === void 0 ? void 0 : findPageOrNothing,
				onProgress: onProgress && !isPaper(kind) ? (progress) => {
					onProgress((0,external_common_js_namespaceObject.Tn)(planned), progress);
				} : void 0,
				isExpected: async () => {
					if (isPaper(kind)) return false;
					isExpected ||= await neighbours.hasOne(urls) || await isListed?.() === true;
					return isExpected;
				}
			}), notPublished("artifact", artifact, () => isExpected));
		},
		discard: ({ path }) => {
			if ((0, import__late_node_path.dirname)(path) !== folder) throw new external_common_js_namespaceObject.Dr(`${path} is not ours to remove`);
			return remove(path);
		},
		forgetPaper: async ({ artifact }) => papers?.forget(artifact),
		measureFurther: ({ path, sha256 }) => measureUnchanged(path, { sha256 }),
		readPaper: async ({ path, sha256 }) => {
			const bytes = await (0,external_common_js_namespaceObject.mn)(path, MAX_SBOM_BYTES, {});
			const actual = (0,external_common_js_namespaceObject.ur)(bytes);
			if (actual.equals(sha256)) return bytes;
			throw new external_common_js_namespaceObject.Er("INSTALL_DIGEST_CHANGED", "a paper changed after it was fetched", {
				expected: sha256.toString(),
				actual: actual.toString()
			});
		}
	};
}
/** @throws InstallError when it is another file by now */
async function measureUnchanged(path, options) {
	try {
		return await measureFurther$1(path, options);
	} catch (cause) {
		const message = `a file cannot be read again as it was: ${(0,external_common_js_namespaceObject.jr)(cause)}`;
		throw new external_common_js_namespaceObject.Er("INSTALL_DIGEST_CHANGED", message, {
			cause,
			expected: options.sha256.toString()
		});
	}
}
/** Through memory, for what is small enough. */
function fetchIntoFile(fetchBytes) {
	return async (url, options) => {
		const bytes = await fetchBytes(url, options);
		return writeWhole(options.path, (file) => writeOnce(file, options, async (onChunk) => {
			await onChunk(bytes);
			return bytes.length;
		}));
	};
}
function maxBytesOf(kind) {
	if (kind === "sbom") return MAX_SBOM_BYTES;
	return kind === "provenance" ? MAX_PAPER_BYTES : MAX_ARTIFACT_BYTES;
}
function isPaper(kind) {
	return kind === "sbom" || kind === "provenance";
}
const EVIDENCE_NAMES = {
	EVIDENCE_SIGNATURE_MISSING: "signature",
	EVIDENCE_CERTIFICATE_MISSING: "certificate",
	EVIDENCE_BUNDLE_MISSING: "bundle",
	EVIDENCE_CHECKSUM_MISSING: ".sha256 file"
};
function noEvidence(code, { href }) {
	return (cause) => new external_common_js_namespaceObject.Sr(code, `there is no ${EVIDENCE_NAMES[code]} at ${href}`, { cause });
}
/** @param isExpected whether it must be there, as far as is known when it is not */
function notPublished(what, { href: url }, isExpected = () => false) {
	const code = what === "paper" ? "RELEASE_PAPER_MISSING" : "RELEASE_ARTIFACT_NOT_PUBLISHED";
	return (cause) => {
		const more = isExpected() ? ", although its signature is there or the SBOM lists it: it is not published yet, or not for this platform, or a mirror holds a part of the release" : "";
		return new external_common_js_namespaceObject.kr(code, `there is no ${what} at ${url}${more}`, {
			cause,
			url
		});
	};
}
/** What is there for some artifacts only is given up when it does not answer, and is not needed. */
async function fetchUnlessIdle(url, fetch, { clock, canDoWithout }) {
	const controller = new AbortController();
	let callOff;
	let isDone = false;
	Promise.resolve().then(canDoWithout).then((can) => {
		if (!can || isDone) return;
		callOff = clock.after(GRACE_MS, () => {
			const message = `${formatUrl(url)} did not answer while its neighbours did, and is done without`;
			controller.abort(new external_common_js_namespaceObject.Cr("FETCH_TIMEOUT", message, { url: formatUrl(url) }));
		});
	});
	try {
		return await fetch(controller.signal);
	} finally {
		isDone = true;
		callOff?.();
	}
}
async function orMissing(answer, toError) {
	try {
		return await answer;
	} catch (thrown) {
		if (isNotFound(thrown)) throw toError(thrown);
		throw thrown;
	}
}
// src/fetch/file-at-hand.ts
/** @param paths of the user's own, by the name of the artifact: read, and never moved */
function withFilesAtHand(site, paths) {
	return {
		...site,
		measureFurther: ({ path, sha256 }) => measureUnchanged(path, {
			sha256,
			followLink: true
		}),
		fetchArtifact: async (planned, options) => {
			const path = paths.get(planned.name);
			if (path === void 0) return site.fetchArtifact(planned, options);
			try {
				return {
					path,
					...await measureFile(path, {
						followLink: true,
						...options
					})
				};
			} catch (cause) {
				const message = `cannot be read as a file: ${(0,external_common_js_namespaceObject.jr)(cause)}`;
				throw new external_common_js_namespaceObject.Tr([{
					code: "INPUT_INVALID",
					field: path,
					message
				}]);
			}
		}
	};
}
/** Places nothing but what is written alongside, and knows nothing from before. */
const NO_INSTALLER = {
	cache: NO_CACHE,
	install: async (_, __, { alongside }) => {
		const files = await pendFiles(await alongside?.([]) ?? []);
		await files.commit();
		await files.settle();
		return [];
	}
};
// src/fetch/folder-http.ts
var import__late_node_url = (0,external_common_js_namespaceObject.$)();
const READ_BYTES = 524288;
/** @param root a `file:` URL: nothing outside of it is read, by a link neither */
function createFolderHttp(root) {
	const fetchBytes = async (url, options) => {
		const chunks = [];
		await read$3(await openInside(root, url), {
			url,
			...options
		}, (chunk) => {
			chunks.push(chunk);
		});
		return Buffer.concat(chunks);
	};
	return {
		fetchBytes,
		fetchIfChanged: async (url, options) => ({
			bytes: await fetchBytes(url, options),
			etag: void 0
		}),
		fetchSize: async (url) => {
			const handle = await openInside(root, url);
			try {
				return (await handle.stat()).size;
			} finally {
				await handle.close();
			}
		},
		fetchFile: (url, options) => writeWhole(options.path, (file) => writeOnce(file, options, async (onChunk) => read$3(await openInside(root, url), {
			url,
			...options
		}, onChunk)))
	};
}
/** Reads to the end, and closes. */
async function read$3(handle, { url, maxBytes, onProgress }, onChunk) {
	try {
		const { size: totalBytes } = await handle.stat();
		let receivedBytes = 0;
		const stream = handle.createReadStream({
			highWaterMark: READ_BYTES,
			autoClose: false
		});
		for await (const chunk of stream) {
			receivedBytes += chunk.length;
			if (receivedBytes > maxBytes) {
				const context = {
					url: url.href,
					expected: `at most ${maxBytes} bytes`,
					actual: `${receivedBytes} bytes or more`
				};
				throw new external_common_js_namespaceObject.Cr("FETCH_TOO_LARGE", `${url.href} is larger than such a file may be`, context);
			}
			await onChunk(chunk);
			onProgress?.({
				receivedBytes,
				totalBytes
			});
		}
		return receivedBytes;
	} finally {
		await handle.close();
	}
}
async function openInside(root, url) {
	try {
		const { handle } = await (0,external_common_js_namespaceObject.mr)((0, import__late_node_url.fileURLToPath)(url), { root: (0, import__late_node_url.fileURLToPath)(root) });
		return handle;
	} catch (cause) {
		const status = cause.code === "ENOENT" ? { status: 404 } : {};
		throw new external_common_js_namespaceObject.Cr("FETCH_NETWORK", `${url.href} cannot be read: ${(0,external_common_js_namespaceObject.jr)(cause)}`, {
			cause,
			...status
		});
	}
}
// src/fetch/offline-http.ts
/** Opens no socket: it has none. */
function createOfflineHttp() {
	const miss = (url) => Promise.reject(new external_common_js_namespaceObject.Cr("OFFLINE_MISS", `offline, and not at hand: ${formatUrl(url)}`, { url: formatUrl(url) }));
	return {
		fetchBytes: miss,
		fetchFile: miss,
		fetchIfChanged: miss,
		fetchSize: miss,
		close: () => void 0
	};
}
// src/fetch/papers-cache.ts
const MAX_TAG_LENGTH = 1024;
const MAX_ENTRY_BYTES = 8192;
/** Printable ASCII: it goes into a header again. */
const tag = /* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ maxLength(MAX_TAG_LENGTH), /* @__PURE__ */ regex(/^(?:W\/)?"[\x21\x23-\x7e]*"$/));
const keptSchema = /* @__PURE__ */ strictObject({
	url: /* @__PURE__ */ string(),
	etag: tag,
	sha256: /* @__PURE__ */ string()
});
/**
* For papers that are signed alone: whoever forges another is found out.
* @param folder that is kept between runs; created when the first paper is kept. One that is not ours alone is not used
*/
function createPapersCache(http, folder) {
	const pathOf = (url) => (0, import__late_node_path.join)(folder, (0, import__late_node_crypto.createHash)("sha256").update(url.href).digest("hex"));
	const fetch = async (url, options) => {
		const path = pathOf(url);
		const kept = await isOurs(folder) ? await readKept(path, url, options) : void 0;
		const fetched = await http.fetchIfChanged(url, {
			...options,
			etag: kept?.etag
		});
		if (fetched === void 0) {
			if (kept !== void 0) return kept.bytes;
			return http.fetchBytes(url, options);
		}
		if (/* @__PURE__ */ is(tag, fetched.etag)) await keep(path, {
			url,
			etag: fetched.etag,
			bytes: fetched.bytes
		});
		return fetched.bytes;
	};
	const forget = async (url) => {
		if (await isOurs(folder)) await (0,external_common_js_namespaceObject._n)(remove(`${pathOf(url)}.json`));
	};
	return {
		fetch,
		forget
	};
}
/** A folder and no link, with nobody else to write to it. On Windows neither owner nor mode says so. */
async function isOurs(folder) {
	const found = await (0, import_promises$1.lstat)(folder).catch(() => void 0);
	if (found?.isDirectory() !== true) return false;
	return process.geteuid === void 0 || found.uid === process.geteuid() && (found.mode & 18) === 0;
}
/** @returns undefined when there is none, or none that is whole */
async function readKept(path, url, { maxBytes }) {
	try {
		const [json, bytes] = await Promise.all([(0,external_common_js_namespaceObject.mn)(`${path}.json`, MAX_ENTRY_BYTES, {}), (0,external_common_js_namespaceObject.mn)(path, maxBytes, {})]);
		const kept = parse(keptSchema, (0,external_common_js_namespaceObject.xn)(json.toString()));
		return kept.url === url.href && kept.sha256 === (0,external_common_js_namespaceObject.ur)(bytes).hex ? {
			etag: kept.etag,
			bytes
		} : void 0;
	} catch {
		return;
	}
}
/** A folder that cannot be written costs the next run a transfer, and this one nothing. */
async function keep(path, { url, etag, bytes }) {
	const json = JSON.stringify({
		url: url.href,
		etag,
		sha256: (0,external_common_js_namespaceObject.ur)(bytes).hex
	});
	const folder = (0, import__late_node_path.dirname)(path);
	try {
		await (0, import_promises$1.mkdir)(folder, {
			recursive: true,
			mode: 448
		});
		if (!await isOurs(folder)) return;
		await replaceFile({
			path,
			text: bytes,
			root: folder
		});
		await replaceFile({
			path: `${path}.json`,
			text: json,
			root: folder
		});
	} catch {
		return;
	}
}
// src/evidence/image-manifest.ts
const INDEX_TYPES = ["application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json"];
/** What an index and a manifest are called, by OCI and by Docker. */
const MANIFEST_TYPES = [
	...INDEX_TYPES,
	"application/vnd.oci.image.manifest.v1+json",
	"application/vnd.docker.distribution.manifest.v2+json"
];
/** Real images have some dozen. */
const MAX_DESCRIPTORS = 500;
const descriptors = /* @__PURE__ */ optional(/* @__PURE__ */ pipe(/* @__PURE__ */ array(/* @__PURE__ */ object({
	mediaType: /* @__PURE__ */ string(),
	digest: /* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ regex(/^[a-z0-9+._-]+:[A-Za-z0-9=_-]+$/, "is not a digest")),
	annotations: /* @__PURE__ */ fallback(/* @__PURE__ */ optional(/* @__PURE__ */ record(/* @__PURE__ */ string(), /* @__PURE__ */ string()), {}), {}),
	artifactType: /* @__PURE__ */ fallback(/* @__PURE__ */ optional(/* @__PURE__ */ string()), void 0)
})), /* @__PURE__ */ maxLength(MAX_DESCRIPTORS, `has more than ${MAX_DESCRIPTORS} parts`)), []);
const manifestSchema = /* @__PURE__ */ object({
	schemaVersion: /* @__PURE__ */ literal(2, "is not 2"),
	mediaType: /* @__PURE__ */ optional(/* @__PURE__ */ picklist(MANIFEST_TYPES, "is not one of a manifest or an index")),
	layers: descriptors,
	manifests: descriptors,
	config: /* @__PURE__ */ fallback(/* @__PURE__ */ optional(/* @__PURE__ */ object({ digest: /* @__PURE__ */ string() })), void 0)
});
const configSchema$1 = /* @__PURE__ */ fallback(/* @__PURE__ */ object({ architecture: /* @__PURE__ */ optional(/* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ regex(/^[a-z0-9]{1,32}$/))) }), {});
/**
* Reads a manifest or an index.
* @throws ImageError IMAGE_MANIFEST_MALFORMED with the JSON path
*/
function parseImageManifest(text) {
	const { mediaType, layers, manifests, config } = readJson$4(text, manifestSchema, { refuse: refuse$2(text) });
	return {
		layers: toDescriptors(layers),
		manifests: toDescriptors(manifests),
		isIndex: manifests.length > 0 || mediaType !== void 0 && INDEX_TYPES.includes(mediaType),
		config: parseSha256(config?.digest ?? "")
	};
}
/** What an image is built for, by its configuration: `amd64`; undefined where that does not say it. */
function parseArchitectureOf(text) {
	return readJson$4(text, configSchema$1, { refuse: refuse$2(text) }).architecture;
}
/** Without those of another algorithm: nobody asks for them, and nothing that we look for has one. */
function toDescriptors(listed) {
	return listed.flatMap((descriptor) => {
		const digest = parseSha256(descriptor.digest);
		return digest === void 0 ? [] : [{
			...descriptor,
			digest
		}];
	});
}
function parseSha256(text) {
	return /^sha256:[0-9a-f]{64}$/.test(text) ? (0,external_common_js_namespaceObject.dr)(text) : void 0;
}
const refuse$2 = (text) => ({ isJson, what, cause }) => {
	const why = isJson ? `in its format: ${what}` : `JSON but ${describeText(text)}`;
	return new external_common_js_namespaceObject.wr("IMAGE_MANIFEST_MALFORMED", `the manifest is not ${why}`, { cause });
};
// src/fetch/registry/pages.ts
/** Far longer than any real one. */
const MAX_LENGTH$1 = 8192;
const LINK = /<([^<>\s]*)>((?:\s*;\s*[\w*-]+(?:\s*=\s*(?:"[^"]*"|[^\s;,"]*))?)*)/g;
const NEXT = /;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next)(?=\s*(?:;|$))/i;
/**
* The URL of the next page.
* @param header the Link header, as the registry wrote it
* @param from the page that it came with
* @returns undefined when there is none
* @throws FetchError FETCH_HOST_NOT_ALLOWED when it lies at another origin: a list goes on where it began
*/
function nextPage(header, from) {
	if (header === void 0 || header.length > MAX_LENGTH$1) return void 0;
	const target = [...header.matchAll(LINK)].find(([, , parameters = ""]) => NEXT.test(parameters))?.[1];
	if (target === void 0) return void 0;
	const next = URL.canParse(target, from.href) ? new URL(target, from) : void 0;
	if (next?.origin === from.origin && next.username + next.password === "") return next;
	const message = `${formatUrl(from)} goes on at another place, to which nothing leads`;
	throw new external_common_js_namespaceObject.Cr("FETCH_HOST_NOT_ALLOWED", message, { url: formatUrl(from) });
}
// src/fetch/registry/challenge.ts
/** Far longer than any real one. */
const MAX_LENGTH = 8192;
/** Of the header, one after the other: blanks and commas, `name=value`, a scheme, what is neither. */
const PARTS = /[\s,]+|([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",=]+)(?=[\s,]|$))|([A-Za-z][\w!#$%&'*+.^`|~-]*)(?=[\s,]|$)|[^\s,]+/y;
/**
* Reads a header that may hold several challenges.
* @returns the first whose scheme we know, Bearer before Basic; undefined when there is none
*/
function parseChallenge(header) {
	if (header === void 0 || header.length > MAX_LENGTH) return void 0;
	const found = [];
	const parts = new RegExp(PARTS);
	for (let part = parts.exec(header); part !== null; part = parts.exec(header)) {
		const [, name, quoted, token = "", scheme] = part;
		const { parameters } = found.at(-1) ?? {};
		if (scheme !== void 0) found.push({
			scheme: scheme.toLowerCase(),
			parameters: {}
		});
		else if (name !== void 0 && parameters !== void 0) parameters[name.toLowerCase()] ??= quoted?.replace(/\\(.)/g, "$1") ?? token;
	}
	const known = found.filter((each) => each.scheme === "basic" || each.scheme === "bearer");
	return known.find(({ scheme }) => scheme === "bearer") ?? known[0];
}
// src/fetch/registry/docker-config.ts
/** The name under which docker keeps what is Docker Hub's. */
const DOCKER_HUB_SERVER = "https://index.docker.io/v1/";
const DOCKER_HUB_NAMES = [
	"docker.io",
	"index.docker.io",
	"registry-1.docker.io"
];
/** What goes into a header, or to a helper, has no line breaks. */
const SECRET = /^[^\p{Cc}]{1,16384}$/u;
const prove_text = /* @__PURE__ */ fallback(/* @__PURE__ */ optional(/* @__PURE__ */ string()), void 0);
const configSchema = /* @__PURE__ */ object({
	auths: /* @__PURE__ */ optional(/* @__PURE__ */ record(/* @__PURE__ */ string(), /* @__PURE__ */ fallback(/* @__PURE__ */ object({
		auth: prove_text,
		username: prove_text,
		password: prove_text,
		identitytoken: prove_text,
		registrytoken: prove_text
	}), {})), {}),
	credHelpers: /* @__PURE__ */ optional(/* @__PURE__ */ record(/* @__PURE__ */ string(), /* @__PURE__ */ string()), {}),
	credsStore: /* @__PURE__ */ optional(/* @__PURE__ */ string())
});
/** @returns undefined when the text is no such file */
function parseDockerConfig(content) {
	const json = readJson$2(content);
	const parsed = /* @__PURE__ */ safeParse(configSchema, json);
	return parsed.success && !Array.isArray(json) ? {
		credsStore: void 0,
		...parsed.output
	} : void 0;
}
/**
* The entry of the longest prefix: `registry.example/team/app`, `registry.example/team`, `registry.example`;
* docker writes the latter in other ways as well: `https://registry.example/v1/`.
*/
function findByPrefix(entries, { registry, repository }) {
	const name = normalize(`${registry}/${repository}`);
	return Object.entries(entries).map(([key, value]) => ({
		key,
		value,
		prefix: normalize(key)
	})).filter(({ prefix }) => name === prefix || name.startsWith(`${prefix}/`)).sort((a, b) => b.prefix.length - a.prefix.length)[0];
}
/** As a helper knows the registry. */
function serverOf({ registry }) {
	return DOCKER_HUB_NAMES.includes(registry) ? DOCKER_HUB_SERVER : registry;
}
/** @returns undefined of an entry that only says that a helper has the secret, or of a broken one */
function toLogin(entry) {
	const { identitytoken = "", registrytoken = "" } = entry;
	if (registrytoken !== "") return checked({
		kind: "registry-token",
		token: registrytoken
	});
	if (identitytoken !== "") return checked({
		kind: "identity-token",
		token: identitytoken
	});
	const decoded = Buffer.from(entry.auth ?? "", "base64").toString().replace(/\0+$/, "");
	const colon = decoded.indexOf(":");
	const username = colon > 0 ? decoded.slice(0, colon) : entry.username;
	const password = colon > 0 ? decoded.slice(colon + 1) : entry.password;
	if (!username || !password) return void 0;
	return checked({
		kind: "password",
		username,
		password
	});
}
/** What a helper answered; `<token>` as a name means that the secret is an identity token. */
function toHelperLogin(content) {
	const parsed = /* @__PURE__ */ safeParse(/* @__PURE__ */ object({
		Username: /* @__PURE__ */ string(),
		Secret: /* @__PURE__ */ string()
	}), readJson$2(content));
	if (!parsed.success) return void 0;
	const { Username: username, Secret: secret } = parsed.output;
	if (username === "" || secret === "") return void 0;
	return checked(username === "<token>" ? {
		kind: "identity-token",
		token: secret
	} : {
		kind: "password",
		username,
		password: secret
	});
}
/** Everything in a login, and every form of it that is sent, that no log may show. */
function secretsOf(login) {
	return login.kind === "password" ? [login.password, toBasic(login).slice(6)] : [login.token];
}
/** The value of an Authorization header (RFC 7617). */
function toBasic({ username, password }) {
	return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}
function checked(login) {
	const values = login.kind === "password" ? [login.username, login.password] : [login.token];
	return (login.kind !== "password" || !login.username.includes(":")) && values.every((value) => SECRET.test(value)) ? login : void 0;
}
function normalize(name) {
	const [host = "", ...path] = name.replace(/^https?:\/\//i, "").replace(/\/+$/, "").replace(/\/v[12]$/, "").split("/");
	return [DOCKER_HUB_NAMES.includes(host.toLowerCase()) ? "docker.io" : host.toLowerCase(), ...path].join("/");
}
function readJson$2(content) {
	try {
		return (0,external_common_js_namespaceObject.xn)(content);
	} catch {
		return;
	}
}
// src/fetch/registry/tokens.ts
const MAX_TOKEN_BYTES = 65536;
const CLIENT_ID = "verify-k8s-artifacts";
/** What goes into a header has to be one. */
const TOKEN = /^[\x21-\x7e]{1,16384}$/;
const answerSchema$1 = /* @__PURE__ */ object({
	token: /* @__PURE__ */ optional(/* @__PURE__ */ string()),
	access_token: /* @__PURE__ */ optional(/* @__PURE__ */ string())
});
/**
* Answers the challenge of a registry's refusal.
* @param refusal with the URL of the registry
* @returns the header's value
* @throws FetchError, the refusal itself with what is missing, or what the token service came to
*/
async function authorize(repository, refusal, { http, credentials, onSecret }) {
	const challenge = parseChallenge(refusal.challenge);
	if (challenge === void 0) throw refusal;
	const known = await credentials.find(repository);
	const { login, reasons } = known;
	if (login?.kind === "registry-token") return `Bearer ${login.token}`;
	if (challenge.scheme === "basic") {
		if (login?.kind === "password") return toBasic(login);
		throw explain(refusal, repository, reasons);
	}
	const token = await fetchToken(challenge, {
		http,
		registry: new URL(refusal.url ?? ""),
		login
	}).catch((thrown) => {
		throw thrown instanceof external_common_js_namespaceObject.Cr ? ofTokenService(thrown, repository, known) : thrown;
	});
	if (token === void 0) throw refusal;
	onSecret(token);
	return `Bearer ${token}`;
}
/** A refusal, with what would help; no secret is repeated. */
function explain(refusal, { registry }, reasons) {
	const { message, status, url } = refusal;
	const what = reasons === void 0 ? `${registry} refuses the login that is known of it` : [`no login for ${registry} is known`, ...reasons].join("; ");
	return new external_common_js_namespaceObject.Cr("FETCH_HTTP_STATUS", `${message}: ${what}`, {
		cause: refusal,
		expected: "200",
		...status !== void 0 && { actual: String(status) },
		...url !== void 0 && { url },
		hint: `Log in with docker login ${registry}, or name the file with the login in DOCKER_CONFIG or REGISTRY_AUTH_FILE.`
	});
}
/** Without a status: what the token service lacks is not what the registry lacks. */
function ofTokenService(refusal, repository, { login, reasons }) {
	if (refusal.status === 401 || refusal.status === 403) return explain(refusal, repository, login === void 0 ? reasons : void 0);
	if (refusal.status === void 0) return refusal;
	const { message, url } = refusal;
	return new external_common_js_namespaceObject.Cr("FETCH_HTTP_STATUS", message, {
		cause: refusal,
		url
	});
}
async function fetchToken({ parameters }, { http, registry, login }) {
	const { realm = "", service, scope } = parameters;
	if (realm === "") return void 0;
	const url = resolveGiven(registry, realm, "sends for a token");
	const wanted = {
		...service !== void 0 && { service },
		...scope !== void 0 && { scope }
	};
	const options = {
		maxBytes: MAX_TOKEN_BYTES,
		accept: "application/json",
		givenBy: registry
	};
	if (login?.kind === "identity-token") {
		const form = new URLSearchParams({
			grant_type: "refresh_token",
			refresh_token: login.token,
			client_id: CLIENT_ID,
			...wanted
		});
		return readToken(await http.fetchBytes(url, {
			...options,
			form: form.toString()
		}));
	}
	for (const [name, value] of Object.entries(wanted)) url.searchParams.set(name, value);
	if (login === void 0) return readToken(await http.fetchBytes(url, options));
	url.searchParams.set("account", login.username);
	return readToken(await http.fetchBytes(url, {
		...options,
		authorization: toBasic(login)
	}));
}
function readToken(answer) {
	let json;
	try {
		json = (0,external_common_js_namespaceObject.xn)(answer.toString());
	} catch (cause) {
		throw new external_common_js_namespaceObject.Cr("FETCH_ANSWER_UNEXPECTED", `the token service did not answer with JSON: ${(0,external_common_js_namespaceObject.jr)(cause).slice(0, 80)}`, { retryable: true });
	}
	const parsed = /* @__PURE__ */ safeParse(answerSchema$1, json);
	const token = parsed.success ? parsed.output.token ?? parsed.output.access_token : void 0;
	return token !== void 0 && TOKEN.test(token) ? token : void 0;
}
// src/fetch/registry/client.ts
/** The specification's own limit. */
const MAX_MANIFEST_BYTES = 4194304;
/** Payloads, bundles and configurations: we fetch no other blob. */
const MAX_BLOB_BYTES = 1048576;
/** Of referrers; a page has hundreds. */
const MAX_PAGES = 16;
const UNAUTHORIZED = 401;
const FORBIDDEN = 403;
/** How registries without a list of referrers say so. */
const NO_REFERRERS = [
	400,
	404,
	405,
	406,
	501
];
/** Docker Hub's images are named after a host that does not serve them. */
const DOCKER_HUB = ["docker.io", "index.docker.io"];
const DOCKER_HUB_HOST = "registry-1.docker.io";
/** How much of a blob is looked at for JSON. */
const HEAD_BYTES = 64;
/** Any JSON object may be a manifest of some kind. */
const findNoManifest = jsonFault((json) => typeof json === "object" && json !== null);
/** A page of theirs for what they do not know is no list of nothing. */
const findNoIndex = jsonFault((json) => hasAny(json, ["manifests"]));
/** Of what is signed, of a bundle, and of an image's configuration: the blobs that are asked for. */
const findNoBlob = jsonFault((json) => hasAny(json, [
	"critical",
	"mediaType",
	"architecture",
	"config"
]));
function hasAny(json, names) {
	return typeof json === "object" && json !== null && names.some((name) => name in json);
}
/** Half a blob, or somebody else's JSON, is from whatever stands in between; other bytes are the registry's own. */
function findForeignBlob(bytes, digest) {
	return /^\s*[{[]/.test(bytes.subarray(0, HEAD_BYTES).toString("latin1")) && !(0,external_common_js_namespaceObject.ur)(bytes).equals(digest) ? findNoBlob(bytes) : findPageOrNothing(bytes);
}
/** A client of registries that speaks the distribution protocol and logs in only when it is asked to. */
function createImageRegistry(http, { credentials, onSecret }) {
	/** By repository, since a token is for one. */
	const tokens = /* @__PURE__ */ new Map();
	async function fetchBytes(repository, url, options) {
		const key = `${repository.registry}/${repository.repository}`;
		let used = tokens.get(key);
		for (let isRenewed = false;; isRenewed = true) {
			const authorization = await used;
			try {
				return await http.fetchBytes(url, {
					...options,
					authorization
				});
			} catch (thrown) {
				if (!isRefusalOf(url, thrown)) throw thrown;
				if (thrown.status === FORBIDDEN && used === void 0) throw thrown;
				if (isRenewed || thrown.status === FORBIDDEN) throw await explainRefusal(thrown, repository);
				used = renew(key, used, () => authorize(repository, thrown, {
					http,
					credentials,
					onSecret
				}));
			}
		}
	}
	/** Unless another request has done so in the meantime. */
	function renew(key, used, fetchToken) {
		const known = tokens.get(key);
		if (known !== void 0 && known !== used) return known;
		const token = fetchToken();
		tokens.set(key, token);
		return token;
	}
	async function explainRefusal(refusal, repository) {
		const { login, reasons } = await credentials.find(repository);
		return explain(refusal, repository, login === void 0 ? reasons : void 0);
	}
	return {
		fetchManifest: async (repository, reference) => {
			const options = {
				maxBytes: MAX_MANIFEST_BYTES,
				accept: MANIFEST_TYPES.join(", "),
				findFault: findNoManifest
			};
			const bytes = await unless([404], fetchBytes(repository, toUrl(repository, `manifests/${reference.toString()}`), options));
			if (bytes !== void 0 && typeof reference !== "string") assertDigest(bytes, reference);
			return bytes;
		},
		fetchReferrers: async (repository, digest) => {
			const start = toUrl(repository, `referrers/${digest.toString()}`);
			const pages = [];
			let url = start;
			while (url !== void 0) {
				if (pages.length === MAX_PAGES) throw tooMany(digest);
				let link;
				const page = await unless(NO_REFERRERS, fetchBytes(repository, url, {
					maxBytes: MAX_MANIFEST_BYTES,
					findFault: findNoIndex,
					onHeaders: (headers) => {
						link = headers["link"]?.toString();
					}
				}));
				if (page === void 0) return pages.length === 0 ? void 0 : pages;
				pages.push(page);
				url = nextPage(link, url);
			}
			return pages;
		},
		fetchBlob: async (repository, digest) => {
			const bytes = await unless([404], fetchBytes(repository, toUrl(repository, `blobs/${digest.toString()}`), {
				maxBytes: MAX_BLOB_BYTES,
				findFault: (answer) => findForeignBlob(answer, digest)
			}));
			if (bytes === void 0) {
				const message = `the registry has no blob ${digest.toString()}, which its manifest names`;
				throw new external_common_js_namespaceObject.Sr("EVIDENCE_SIGNATURE_MISSING", message);
			}
			assertDigest(bytes, digest);
			return bytes;
		}
	};
}
/** Only the registry itself may ask who we are: not where it redirected to. */
function isRefusalOf(url, thrown) {
	if (!(thrown instanceof external_common_js_namespaceObject.Cr) || thrown.url === void 0) return false;
	if (thrown.status !== UNAUTHORIZED && thrown.status !== FORBIDDEN) return false;
	return URL.canParse(thrown.url) && new URL(thrown.url).origin === url.origin;
}
/** Undefined where the answer has one of the statuses that say that there is nothing. */
async function unless(statuses, bytes) {
	try {
		return await bytes;
	} catch (thrown) {
		if (thrown instanceof external_common_js_namespaceObject.Cr && thrown.status !== void 0 && statuses.includes(thrown.status)) return void 0;
		throw thrown;
	}
}
function tooMany(digest) {
	const message = `more refers to ${digest.toString()} than anybody makes`;
	return new external_common_js_namespaceObject.wr("IMAGE_MANIFEST_MALFORMED", message, { expected: `at most ${MAX_PAGES} pages` });
}
/** The digest is computed, not believed. */
function assertDigest(bytes, expected) {
	const actual = (0,external_common_js_namespaceObject.ur)(bytes);
	if (actual.equals(expected)) return;
	throw new external_common_js_namespaceObject.wr("IMAGE_DIGEST_MISMATCH", "the registry served other bytes than it was asked for", {
		expected: expected.toString(),
		actual: actual.toString()
	});
}
/** Docker Hub has a host of its own for this, and a folder for images without one. */
function toUrl({ registry, repository }, path) {
	const isHub = DOCKER_HUB.includes(registry);
	const host = isHub ? DOCKER_HUB_HOST : registry;
	const name = isHub && !repository.includes("/") ? `library/${repository}` : repository;
	const url = new URL(`https://${host}/v2/${name}/${path}`);
	if (isLoopback(url)) url.protocol = "http:";
	return url;
}
// src/fetch/registry/oci-layout.ts
const FOLDER = "oci:";
const ARCHIVE = "oci-archive:";
const MAX_PIECE_BYTES = 4194304;
/** As many manifests are looked at. */
const MAX_MANIFESTS = 500;
const NAME$1 = "org.opencontainers.image.ref.name";
/** What `cosign save` marks its manifests with. */
const KIND = "kind";
const SIGNATURES = "dev.cosignproject.cosign/sigs";
const IMAGES = ["dev.cosignproject.cosign/image", "dev.cosignproject.cosign/imageIndex"];
const INDEX_TYPE = "application/vnd.oci.image.index.v1+json";
const indexSchema = /* @__PURE__ */ object({ manifests: /* @__PURE__ */ pipe(/* @__PURE__ */ array(/* @__PURE__ */ object({
	mediaType: /* @__PURE__ */ string(),
	digest: /* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ regex(/^sha256:[0-9a-f]{64}$/)),
	annotations: /* @__PURE__ */ fallback(/* @__PURE__ */ optional(/* @__PURE__ */ record(/* @__PURE__ */ string(), /* @__PURE__ */ string()), {}), {})
})), /* @__PURE__ */ maxLength(MAX_MANIFESTS)) });
const subjectSchema = /* @__PURE__ */ object({ subject: /* @__PURE__ */ object({ digest: /* @__PURE__ */ string() }) });
/**
* A registry that also has what `oci:FOLDER` and `oci-archive:FILE` name.
* @param signatures another layout, which is asked as well for what says something of an image on the disk
*/
function withLayouts(registry, signatures) {
	const opened = /* @__PURE__ */ new Map();
	const openNamed = async (name) => {
		const opening = opened.get(name) ?? openLayout(name);
		opened.set(name, opening);
		return createLayout(await opening);
	};
	const open = async ({ registry: name }) => {
		if (!name.startsWith(FOLDER) && !name.startsWith(ARCHIVE)) return registry;
		const own = await openNamed(name);
		return signatures === void 0 ? own : withSignatures(own, await openNamed(signatures));
	};
	return {
		fetchManifest: async (place, reference) => (await open(place)).fetchManifest(place, reference),
		fetchReferrers: async (place, digest) => (await open(place)).fetchReferrers(place, digest),
		fetchBlob: async (place, digest) => (await open(place)).fetchBlob(place, digest)
	};
}
/** What a signature of an image is kept under, and a list of what refers to it. */
const OF_AN_IMAGE = /^sha256-[0-9a-f]{64}(?:\.sig)?$/;
/** The images of the one layout: what is asked for by a name is never the other's, but for what is said of an image. */
function withSignatures(own, others) {
	return {
		fetchManifest: async (place, reference) => {
			const isOfImage = typeof reference !== "string" || OF_AN_IMAGE.test(reference);
			return await own.fetchManifest(place, reference) ?? (isOfImage ? others.fetchManifest(place, reference) : void 0);
		},
		fetchReferrers: async (place, digest) => {
			return (await Promise.all([own, others].map((each) => each.fetchReferrers(place, digest)))).flatMap((list) => list ?? []);
		},
		fetchBlob: (place, digest) => own.fetchBlob(place, digest).catch((thrown) => {
			if (!(thrown instanceof external_common_js_namespaceObject.Sr)) throw thrown;
			return others.fetchBlob(place, digest);
		})
	};
}
function createLayout(read) {
	const readBlob = async (digest) => {
		const bytes = await read(`blobs/sha256/${digest.hex}`);
		if (bytes === void 0 || (0,external_common_js_namespaceObject.ur)(bytes).equals(digest)) return bytes;
		throw new external_common_js_namespaceObject.wr("IMAGE_DIGEST_MISMATCH", "a piece of the layout is not what it is called", {
			expected: digest.toString(),
			actual: (0,external_common_js_namespaceObject.ur)(bytes).toString()
		});
	};
	return {
		fetchManifest: async (_, reference) => {
			if (typeof reference !== "string") return readBlob(reference);
			const listed = await readIndex(read);
			const found = listed === void 0 ? void 0 : find$4(listed, reference);
			return found && readBlob((0,external_common_js_namespaceObject.dr)(found.digest));
		},
		fetchReferrers: async (_, digest) => {
			const listed = await readIndex(read) ?? [];
			const refers = await Promise.all(listed.map(async (each) => {
				const bytes = await readBlob((0,external_common_js_namespaceObject.dr)(each.digest));
				return bytes !== void 0 && subjectOf$1(bytes) === digest.toString();
			}));
			const manifests = listed.filter((_each, index) => refers[index]);
			return [Buffer.from(JSON.stringify({
				schemaVersion: 2,
				mediaType: INDEX_TYPE,
				manifests
			}))];
		},
		fetchBlob: async (_, digest) => {
			const bytes = await readBlob(digest);
			if (bytes !== void 0) return bytes;
			throw new external_common_js_namespaceObject.Sr("EVIDENCE_SIGNATURE_MISSING", `the layout has no blob ${digest.toString()}`);
		}
	};
}
/** By its name; without one, the only image; of signatures, those that cosign marks as such. */
function find$4(listed, tag) {
	const isNamed = ({ annotations }) => {
		const name = annotations[NAME$1] ?? "";
		return tag !== "" && (name === tag || name.endsWith(`:${tag}`));
	};
	if (tag.endsWith(".sig")) return listed.find((each) => isNamed(each) || each.annotations[KIND] === SIGNATURES);
	if (tag !== "") return listed.find(isNamed);
	const images = listed.filter(({ annotations }) => {
		const { [KIND]: kind, [NAME$1]: name = "" } = annotations;
		return kind === void 0 ? !/sha256-[0-9a-f]{64}(?:\.\w+)?$/.test(name) : IMAGES.includes(kind);
	});
	if (images.length <= 1) return images[0];
	const names = images.map(({ annotations, digest }) => annotations[NAME$1] ?? digest).join(", ");
	throw new external_common_js_namespaceObject.wr("IMAGE_NOT_FOUND", "the layout has several images, and none is named", {
		expected: "one image, or oci:FOLDER:TAG",
		actual: names
	});
}
async function readIndex(read) {
	const bytes = await read("index.json");
	if (bytes === void 0) return void 0;
	const parsed = /* @__PURE__ */ safeParse(indexSchema, readJson$1(bytes));
	if (parsed.success) return parsed.output.manifests;
	throw new external_common_js_namespaceObject.wr("IMAGE_MANIFEST_MALFORMED", "index.json is not that of an OCI layout");
}
function subjectOf$1(bytes) {
	const parsed = /* @__PURE__ */ safeParse(subjectSchema, readJson$1(bytes));
	return parsed.success ? parsed.output.subject.digest : void 0;
}
function readJson$1(bytes) {
	try {
		return (0,external_common_js_namespaceObject.xn)(bytes.toString());
	} catch {
		return;
	}
}
async function openLayout(name) {
	if (name.startsWith(FOLDER)) {
		const folder = name.slice(4);
		return (path) => readFrom(folder, path);
	}
	const { readOciArchive } = await import(/* webpackIgnore: true */ "./tar.js").then((n) => n.n);
	const pieces = await readOciArchive(name.slice(12));
	return (path) => Promise.resolve(pieces.get(path));
}
async function readFrom(folder, path) {
	try {
		return await (0,external_common_js_namespaceObject.mn)((0, import__late_node_path.join)(folder, path), MAX_PIECE_BYTES, { root: folder });
	} catch (thrown) {
		const { code } = thrown;
		if (code === "ENOENT" || code === "ENOTDIR") return void 0;
		throw new external_common_js_namespaceObject.wr("IMAGE_MANIFEST_MALFORMED", `${path} of the layout cannot be read: ${(0,external_common_js_namespaceObject.jr)(thrown)}`);
	}
}
// src/files/trusted-text.ts
const WRITABLE_BY_OTHERS$1 = 2n;
const ROOT_UID = 0n;
/**
* Reads a regular file, and says whether what it names may be run.
* @returns undefined when there is none; a reason when it cannot be read
*/
async function readTrustedText(path, { maxBytes, workspaces }) {
	try {
		const real = await (0, import_promises$1.realpath)(path);
		const { handle, stats } = await (0,external_common_js_namespaceObject.mr)(real);
		try {
			const buffer = Buffer.alloc(maxBytes + 1);
			let size = 0;
			for (;;) {
				const { bytesRead } = await handle.read(buffer, size, buffer.length - size);
				size += bytesRead;
				if (size > maxBytes) return { reason: `it has more than ${maxBytes} bytes` };
				if (bytesRead === 0) break;
			}
			const distrust = (await Promise.all(workspaces.map((folder) => (0, import_promises$1.realpath)(folder).catch(() => (0, import__late_node_path.resolve)(folder))))).some((folder) => (0,external_common_js_namespaceObject.pr)(real, folder)) ? "the file lies in the workspace" : distrustOfOwner(stats);
			return {
				text: buffer.toString("utf8", 0, size),
				distrust
			};
		} finally {
			await handle.close();
		}
	} catch (thrown) {
		if (thrown instanceof external_common_js_namespaceObject.fr) return { reason: thrown.message };
		const { code } = thrown;
		return code === "ENOENT" || code === "ENOTDIR" ? void 0 : { reason: code ?? (0,external_common_js_namespaceObject.jr)(thrown) };
	}
}
/** Windows has no such owner and mode. */
function distrustOfOwner({ uid, mode }) {
	const own = process.geteuid?.();
	if (own === void 0) return void 0;
	if (uid !== BigInt(own) && uid !== ROOT_UID) return "the file belongs to another user";
	return (mode & WRITABLE_BY_OTHERS$1) === 0n ? void 0 : "everybody may write to the file";
}
// src/fetch/registry/credential-helper.ts
const NAME = /^[a-z0-9][a-z0-9._-]*$/;
const TIMEOUT_MS = 2e4;
const MAX_OUTPUT_BYTES = 65536;
/** Never rejects. @param server as the helper knows it: a host, or docker's URL of Docker Hub */
async function askHelper(name, server, surroundings) {
	if (!NAME.test(name)) return { reason: "a credential helper has a name that no program of the kind has" };
	const program = `docker-credential-${name}`;
	const path = await locate(program, surroundings);
	if (path === void 0) return { reason: `${program} is not in PATH` };
	return run$2({
		path,
		program,
		server
	}, surroundings);
}
/** In absolute folders only: a relative one would be found in whatever folder we stand in. */
async function locate(program, { environment, platform }) {
	const file = platform === "win32" ? `${program}.exe` : program;
	const folders = (environment["PATH"] ?? environment["Path"] ?? "").split(import__late_node_path.delimiter).filter(import__late_node_path.isAbsolute);
	for (const folder of folders) {
		const path = (0, import__late_node_path.join)(folder, file);
		if (await (0, import_promises$1.access)(path, import__late_node_fs.constants.X_OK).then(() => true, () => false)) return path;
	}
}
function run$2({ path, program, server }, { environment, timeoutMs = TIMEOUT_MS }) {
	return new Promise((resolve) => {
		const child = (0, import__late_node_child_process.spawn)(path, ["get"], {
			stdio: [
				"pipe",
				"pipe",
				"ignore"
			],
			env: environment,
			shell: false,
			windowsHide: true
		});
		const chunks = [];
		let size = 0;
		const end = (answer) => {
			clearTimeout(timer);
			child.stdout.destroy();
			child.kill("SIGKILL");
			resolve(answer);
		};
		const timer = setTimeout(() => {
			end({ reason: `${program} did not answer within ${timeoutMs / 1e3} s` });
		}, timeoutMs);
		child.stdout.on("data", (chunk) => {
			size += chunk.length;
			chunks.push(chunk);
			if (size > MAX_OUTPUT_BYTES) end({ reason: `${program} answered with more than ${MAX_OUTPUT_BYTES} bytes` });
		});
		child.stdin.on("error", () => void 0);
		child.on("error", ({ message }) => {
			end({ reason: `${program} cannot be run: ${message}` });
		});
		child.on("close", (code, signal) => {
			if (code === 0) end({ output: Buffer.concat(chunks).toString() });
			else end({ reason: `${program} ended with ${signal ?? `status ${code}`}` });
		});
		child.stdin.end(`${server}\n`);
	});
}
// src/fetch/registry/credentials.ts
/** In bytes. Real ones have some hundred, and with pasted keys some thousand. */
const MAX_CONFIG_BYTES = 1048576;
/** Logins as docker and podman keep them, read when a registry asks for one. */
function createCredentials(options) {
	const known = /* @__PURE__ */ new Map();
	return { find: ({ registry, repository }) => {
		const key = `${registry}/${repository}`;
		const finding = known.get(key) ?? find$3({
			registry,
			repository
		}, options);
		known.set(key, finding);
		return finding;
	} };
}
/** REGISTRY_AUTH_FILE goes first; then docker's own file. */
function placesOf$1({ environment, home }) {
	const { REGISTRY_AUTH_FILE: authFile = "", DOCKER_CONFIG: folder = "" } = environment;
	const docker = folder === "" ? home && (0, import__late_node_path.join)(home, ".docker") : folder;
	return [...authFile === "" ? [] : [{
		name: "REGISTRY_AUTH_FILE",
		path: authFile
	}], ...docker ? [{
		name: folder === "" ? "~/.docker/config.json" : "DOCKER_CONFIG",
		path: (0, import__late_node_path.join)(docker, "config.json")
	}] : []];
}
async function find$3(repository, options) {
	const reasons = [];
	for (const { name, path } of placesOf$1(options)) {
		const read = await readConfig(name, path, options);
		if (typeof read === "string") reasons.push(read);
		if (typeof read !== "object") continue;
		const found = await findIn(read, repository, options);
		reasons.push(...found.reasons);
		if (found.login === void 0) continue;
		for (const secret of secretsOf(found.login)) options.onSecret(secret);
		return {
			login: found.login,
			reasons
		};
	}
	return { reasons };
}
/** @returns a sentence when it is there, and cannot be read; undefined when it is not */
async function readConfig(name, path, { workspaces }) {
	const file = await readTrustedText(path, {
		maxBytes: MAX_CONFIG_BYTES,
		workspaces
	});
	if (file === void 0) return void 0;
	if ("reason" in file) return `${name} cannot be read: ${file.reason}`;
	const config = parseDockerConfig(file.text);
	return config === void 0 ? `${name} is no docker configuration` : {
		name,
		file,
		config
	};
}
/** As docker looks: the registry's own helper, the helper of all, and then the file itself. */
async function findIn({ name, file, config }, repository, options) {
	const helper = findByPrefix(config.credHelpers, repository)?.value ?? config.credsStore;
	const reasons = [];
	if (helper !== void 0) {
		if (file.distrust !== void 0) reasons.push(`the credential helper that ${name} names is not run: ${file.distrust}`);
		else {
			const answer = await askHelper(helper, serverOf(repository), {
				environment: options.environment,
				platform: options.platform,
				...options.helperTimeoutMs !== void 0 && { timeoutMs: options.helperTimeoutMs }
			});
			if ("reason" in answer) reasons.push(answer.reason);
			const login = "output" in answer ? toHelperLogin(answer.output) : void 0;
			if (login !== void 0) return {
				login,
				reasons
			};
		}
	}
	const entry = findByPrefix(config.auths, repository)?.value;
	const login = entry && toLogin(entry);
	return {
		...login !== void 0 && { login },
		reasons
	};
}
// src/fetch/registry/open-registry.ts
/** A client for registries, and for layouts on the disk. */
function openRegistry(http, { onSecret = () => void 0, signatures } = {}) {
	const home = homeOf();
	return withLayouts(createImageRegistry(http, {
		credentials: createCredentials({
			environment: process.env,
			home,
			platform: process.platform,
			workspaces: workspacesOf(home),
			onSecret
		}),
		onSecret
	}), signatures);
}
/** The checkout of a job, and the folder we stand in; but not where that is the user's own home, or all of the disk. */
function workspacesOf(home) {
	const { GITHUB_WORKSPACE: checkout = "" } = process.env;
	const folder = process.cwd();
	const way = home === void 0 ? ".." : (0, import__late_node_path.relative)(folder, home);
	const isHomeInside = way !== ".." && !way.startsWith(`..${import__late_node_path.sep}`) && !(0, import__late_node_path.isAbsolute)(way);
	return [...checkout === "" ? [] : [checkout], ...isHomeInside ? [] : [folder]];
}
/** It throws for a user that the system does not know. */
function homeOf() {
	try {
		return (0, import__late_node_os.homedir)();
	} catch {
		return;
	}
}
// src/files/read-standard-input.ts
/**
* Reads standard input up to a cap.
* @throws TooLargeError, or what the stream says
*/
async function readStandardInput(maxBytes) {
	const chunks = [];
	let size = 0;
	for await (const chunk of process.stdin) {
		size += chunk.length;
		if (size > maxBytes) throw new external_common_js_namespaceObject.pn(`it has more than ${maxBytes} bytes`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
// src/files/lock-file.ts
/** An entry has some 8 KB, and a whole release some 120 entries. */
const MAX_LOCK_BYTES = 33554432;
/** A checkpoint has some 300 bytes, and a log a handful of trees. */
const MAX_CHECKPOINT_BYTES = 1048576;
/** Reads a lock file. */
function createLockFile(path) {
	return createFile(path, MAX_LOCK_BYTES, (why) => {
		return new external_common_js_namespaceObject.Or("LOCK_MISSING", `the lock file "${path}" cannot be read: ${why}`);
	});
}
/**
* Reads the text of a lock file that is piped in.
* @throws LockError LOCK_MISSING
*/
async function readPipedLock() {
	try {
		return (await readStandardInput(MAX_LOCK_BYTES)).toString();
	} catch (cause) {
		throw new external_common_js_namespaceObject.Or("LOCK_MISSING", `standard input cannot be read as a lock file: ${(0,external_common_js_namespaceObject.jr)(cause)}`);
	}
}
/** Reads a file of checkpoints. */
function createCheckpointFile(path) {
	return createFile(path, MAX_CHECKPOINT_BYTES, (why) => {
		return new external_common_js_namespaceObject.Or("LOG_CHECKPOINT_MALFORMED", `the checkpoint file "${path}" cannot be read: ${why}`);
	});
}
function createFile(path, maxBytes, toError) {
	return { read: async () => {
		try {
			return (await (0,external_common_js_namespaceObject.mn)(path, maxBytes)).toString();
		} catch (cause) {
			if (cause.code === "ENOENT") return void 0;
			throw toError((0,external_common_js_namespaceObject.jr)(cause));
		}
	} };
}
// src/fetch/local-evidence.ts
/** As for sidecars and log answers from servers: no evidence is larger. */
const MAX_EVIDENCE_BYTES = 1048576;
/** Evidence, keys and files by name: on this machine, or by https. */
function createLocalEvidence(http) {
	return {
		readLockFile: async (path) => {
			const text = await createLockFile(path).read();
			if (text === void 0) throw new external_common_js_namespaceObject.Or("LOCK_MISSING", `there is no lock file "${path}"`);
			return text;
		},
		readEvidence: async (location, missing) => location.kind === "url" ? fetchEvidence(http, location.url, missing) : readEvidenceFile(location.path, missing),
		readKey: async (path) => {
			try {
				return parsePublicKey(await (0,external_common_js_namespaceObject.mn)(path, MAX_EVIDENCE_BYTES));
			} catch (cause) {
				const message = `"${path}" holds no public key that can be used: ${(0,external_common_js_namespaceObject.jr)(cause)}; allowed: an EC key on P-256 or P-384, in PEM`;
				throw new external_common_js_namespaceObject.Tr([{
					code: "INPUT_INVALID",
					field: "--key",
					message
				}]);
			}
		},
		measure: async (path) => {
			try {
				return await digestOfFile(path, { followLink: true });
			} catch (cause) {
				const message = `cannot be read as a file: ${(0,external_common_js_namespaceObject.jr)(cause)}`;
				throw new external_common_js_namespaceObject.Tr([{
					code: "INPUT_INVALID",
					field: path,
					message
				}]);
			}
		},
		measureFurther: async (path, sha256) => {
			try {
				return await measureFurther$1(path, {
					followLink: true,
					sha256
				});
			} catch (cause) {
				const message = `cannot be read again: ${(0,external_common_js_namespaceObject.jr)(cause)}`;
				throw new external_common_js_namespaceObject.Tr([{
					code: "INPUT_INVALID",
					field: path,
					message
				}]);
			}
		}
	};
}
/** Never a private key's file, of which Node would make the public one. */
function parsePublicKey(pem) {
	if (!/^\s*-----BEGIN PUBLIC KEY-----/.test(pem.toString("latin1"))) throw new Error("it is not a public key in PEM");
	const key = (0, import__late_node_crypto.createPublicKey)(pem);
	const { namedCurve } = key.asymmetricKeyDetails ?? {};
	if (namedCurve === "prime256v1" || namedCurve === "secp384r1") return key;
	throw new Error(`it is of the kind ${namedCurve ?? key.asymmetricKeyType ?? "unknown"}`);
}
async function fetchEvidence(http, url, missing) {
	try {
		return await http.fetchBytes(url, { maxBytes: MAX_EVIDENCE_BYTES });
	} catch (cause) {
		if (!isNotFound(cause)) throw cause;
		throw new external_common_js_namespaceObject.Sr(missing, `there is nothing at ${url.href}`, { cause });
	}
}
async function readEvidenceFile(path, missing) {
	try {
		return await (0,external_common_js_namespaceObject.mn)(path, MAX_EVIDENCE_BYTES);
	} catch (cause) {
		if (cause instanceof external_common_js_namespaceObject.fr) throw new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", `${path} cannot be evidence: ${cause.message}`, { cause });
		throw new external_common_js_namespaceObject.Sr(missing, `${path} cannot be read: ${(0,external_common_js_namespaceObject.jr)(cause)}`, { cause });
	}
}
// src/fetch/hint-site.ts
/** What is asked for here decides nothing. */
const HINT_PATIENCE_MS = 3e3;
/** @param releaseUrl the part before `/release/…` */
function createHintSite(releaseUrl, http) {
	const impatient = {
		...http,
		fetchBytes: (url, options) => http.fetchBytes(url, {
			...options,
			patienceMs: HINT_PATIENCE_MS
		})
	};
	return createReleaseSite({
		http: releaseUrl.protocol === "file:" ? createFolderHttp(releaseUrl) : impatient,
		folder: ""
	});
}
// src/fetch/reached-hosts.ts
/** Begins a list. */
function createReachedHosts() {
	const endpoints = /* @__PURE__ */ new Set();
	return {
		onReached: ({ hostname, port, protocol }) => {
			endpoints.add(`${hostname}:${port || (protocol === "http:" ? 80 : 443)}`);
		},
		list: () => [...endpoints].sort()
	};
}
// src/fetch/with-authorization.ts
/** @param value of the Authorization header; undefined changes nothing */
function withAuthorization(http, origin, value) {
	if (value === void 0) return http;
	const authorized = (url, options) => url.origin === origin ? {
		...options,
		authorization: value
	} : options;
	return {
		fetchBytes: (url, options) => http.fetchBytes(url, authorized(url, options)),
		fetchFile: (url, options) => http.fetchFile(url, authorized(url, options)),
		fetchIfChanged: (url, options) => http.fetchIfChanged(url, authorized(url, options)),
		fetchSize: (url, options) => http.fetchSize(url, authorized(url, options))
	};
}
// node_modules/@sigstore/tuf/seeds.json
var https___tuf_repo_cdn_sigstore_dev = {
	"root.json": "ewogInNpZ25hdHVyZXMiOiBbCiAgewogICAia2V5aWQiOiAiZTcxYTU0ZDU0MzgzNWJhODZhZGFkOTQ2MDM3OWM3NjQxZmI4NzI2ZDE2NGVhNzY2ODAxYTFjNTIyYWJhN2VhMiIsCiAgICJzaWciOiAiMzA0NTAyMjA2NWM2OGYyOGViZTQ0ZDBhNGUwNDdhNmUyODdmOTY2OWM4ZTNiMzFlMDg1MzYzOTZjNjdhMTQ4MzMyNmJlOGM2MDIyMTAwZTc1MjRhODg5ZTQwZGUwZGY4NDIzMWRkNDBlMWZjYzU3ZmJiYmY2MjA1NWMxNzA3NjU2ODMwN2RiYzUwOTA0NiIKICB9LAogIHsKICAgImtleWlkIjogIjIyZjRjYWVjNmQ4ZTZmOTU1NWFmNjZiM2Q0YzNjYjA2YTNiYjIzZmRjN2UzOWM5MTZjNjFmNDYyZTZmNTJiMDYiLAogICAic2lnIjogIjMwNDUwMjIwNmZlZGM0YTM4MmEwYzUxNTVlODEyYzliNzQ2MWZlMzg4ZWY3MDRmZWY5ZTA5M2M1YzIzNmUyMGFiYmY4ZTY2MjAyMjEwMDhiYmVjMzZiNjNiZjliYWViYzAzYTgzYzc3MGNmOTM4N2VmYzkwOTA3ZWI4MzA3MGI3YTg3NTEyOTUxMmQ2ODciCiAgfSwKICB7CiAgICJrZXlpZCI6ICI2MTY0MzgzODEyNWI0NDBiNDBkYjY5NDJmNWNiNWEzMWMwZGMwNDM2ODMxNmViMmFhYTU4Yjk1OTA0YTU4MjIyIiwKICAgInNpZyI6ICIzMDQ1MDIyMDQ2OGY0MjE5ZGI1MWM3ZTgxNWUxZTNkMzNkOTk4Nzg3OGFhMTJhZWFmMzMxNjA0ZDUxODBkZDYwYjE5ZGZiMzUwMjIxMDA5Zjc3OGVmNWU5NjY0N2MwOGJkMjNkNjNmNjljMGNjZTZmYzM1M2Q3NDdiOWQ1MWYzNWRjMGY4Njc4ZGU5ZmVmIgogIH0sCiAgewogICAia2V5aWQiOiAiYTY4N2U1YmY0ZmFiODJiMGVlNThkNDZlMDVjOTUzNTE0NWEyYzlhZmI0NThmNDNkNDJiNDVjYTBmZGNlMmE3MCIsCiAgICJzaWciOiAiMzA0NTAyMjAyOWUyNTE4YTdiY2FjMDVlYzBiMjI3ODA5Y2UwYzk2OTQwNjc0MzQxMmY5MGRjNTI1NTQwMWFmYjEzMzYzZjQ2MDIyMTAwODdhNjQxODIyNDllNDFkZDExZGU5MWM5ZjM4NWEzMzY1OWJkNjAxNDdhOTNkMTNjODZiN2E2NGU0NDdmOTgyNiIKICB9LAogIHsKICAgImtleWlkIjogIjE4M2U2NGYzNzY3MGRjMTNjYTBkMjg5OTVhMzA1M2YzNzQwOTU0ZGRjZTQ0MzIxYTQxZTQ2NTM0Y2Y0NGU2MzIiLAogICAic2lnIjogIjMwNDUwMjIxMDA4MDUxYzQ1NmVkMmJmNDhhYTVmYzU3NDI5MjhhYjA5MDQyNjZjMWQ2YmRkZTVmYzc1YWUyMGYxMmQwOThhOTU1MDIyMDNjYzY4M2JkODY3OTM4MDhlNmM5Zjg5ZTJjYTkzZjgwYjAwYzZlYTY0ODgwYWM0ZTM3ZGI2OWUyZTg2YjI0ZTMiCiAgfQogXSwKICJzaWduZWQiOiB7CiAgIl90eXBlIjogInJvb3QiLAogICJjb25zaXN0ZW50X3NuYXBzaG90IjogdHJ1ZSwKICAiZXhwaXJlcyI6ICIyMDI3LTA0LTIyVDE5OjI3OjMxWiIsCiAgImtleXMiOiB7CiAgICIwYzg3NDMyYzNiZjA5ZmQ5OTE4OWZkYzMyZmE1ZWFlZGY0ZTRhNWZhYzdiYWI3M2ZhMDRhMmUwZmM2NGFmNmY1IjogewogICAgImtleWlkX2hhc2hfYWxnb3JpdGhtcyI6IFsKICAgICAic2hhMjU2IiwKICAgICAic2hhNTEyIgogICAgXSwKICAgICJrZXl0eXBlIjogImVjZHNhIiwKICAgICJrZXl2YWwiOiB7CiAgICAgInB1YmxpYyI6ICItLS0tLUJFR0lOIFBVQkxJQyBLRVktLS0tLVxuTUZrd0V3WUhLb1pJemowQ0FRWUlLb1pJemowREFRY0RRZ0FFV1JpR3I1K2orM0o1U3NIK1p0cjVuRTJIMndPN1xuQlYrbk8zczkzZ0xjYTE4cVRPekhZMW9XeUFHRHlrTVNzR1RVQlN0OUQrQW4wS2ZLc0QybWZTTTQyUT09XG4tLS0tLUVORCBQVUJMSUMgS0VZLS0tLS1cbiIKICAgIH0sCiAgICAic2NoZW1lIjogImVjZHNhLXNoYTItbmlzdHAyNTYiLAogICAgIngtdHVmLW9uLWNpLW9ubGluZS11cmkiOiAiZ2Nwa21zOnByb2plY3RzL3NpZ3N0b3JlLXJvb3Qtc2lnbmluZy9sb2NhdGlvbnMvZ2xvYmFsL2tleVJpbmdzL3Jvb3QvY3J5cHRvS2V5cy90aW1lc3RhbXAvY3J5cHRvS2V5VmVyc2lvbnMvMSIKICAgfSwKICAgIjE4M2U2NGYzNzY3MGRjMTNjYTBkMjg5OTVhMzA1M2YzNzQwOTU0ZGRjZTQ0MzIxYTQxZTQ2NTM0Y2Y0NGU2MzIiOiB7CiAgICAia2V5dHlwZSI6ICJlY2RzYSIsCiAgICAia2V5dmFsIjogewogICAgICJwdWJsaWMiOiAiLS0tLS1CRUdJTiBQVUJMSUMgS0VZLS0tLS1cbk1Ga3dFd1lIS29aSXpqMENBUVlJS29aSXpqMERBUWNEUWdBRU14cFBPSkNJWjVvdEc0MTA2ZkdKc2VFUWkzVjlcbnBrTVlRNHV5VjlUajFNN1dIWEl5TEcramtmdnVHMGdsUTFKWmJSWlpCVjNnQVI0c29qZEdISVNlb3c9PVxuLS0tLS1FTkQgUFVCTElDIEtFWS0tLS0tXG4iCiAgICB9LAogICAgInNjaGVtZSI6ICJlY2RzYS1zaGEyLW5pc3RwMjU2IiwKICAgICJ4LXR1Zi1vbi1jaS1rZXlvd25lciI6ICJAbGFuY2UiCiAgIH0sCiAgICIyMmY0Y2FlYzZkOGU2Zjk1NTVhZjY2YjNkNGMzY2IwNmEzYmIyM2ZkYzdlMzljOTE2YzYxZjQ2MmU2ZjUyYjA2IjogewogICAgImtleWlkX2hhc2hfYWxnb3JpdGhtcyI6IFsKICAgICAic2hhMjU2IiwKICAgICAic2hhNTEyIgogICAgXSwKICAgICJrZXl0eXBlIjogImVjZHNhIiwKICAgICJrZXl2YWwiOiB7CiAgICAgInB1YmxpYyI6ICItLS0tLUJFR0lOIFBVQkxJQyBLRVktLS0tLVxuTUZrd0V3WUhLb1pJemowQ0FRWUlLb1pJemowREFRY0RRZ0FFekJ6Vk9tSENQb2pNVkxTSTM2NFdpaVY4TlByRFxuNklnUnhWbGlza3ovdit5M0pFUjVtY1ZHY09ObGlEY1dNQzVKMmxmSG1qUE5QaGI0SDd4bThMemZTQT09XG4tLS0tLUVORCBQVUJMSUMgS0VZLS0tLS1cbiIKICAgIH0sCiAgICAic2NoZW1lIjogImVjZHNhLXNoYTItbmlzdHAyNTYiLAogICAgIngtdHVmLW9uLWNpLWtleW93bmVyIjogIkBzYW50aWFnb3RvcnJlcyIKICAgfSwKICAgIjYxNjQzODM4MTI1YjQ0MGI0MGRiNjk0MmY1Y2I1YTMxYzBkYzA0MzY4MzE2ZWIyYWFhNThiOTU5MDRhNTgyMjIiOiB7CiAgICAia2V5aWRfaGFzaF9hbGdvcml0aG1zIjogWwogICAgICJzaGEyNTYiLAogICAgICJzaGE1MTIiCiAgICBdLAogICAgImtleXR5cGUiOiAiZWNkc2EiLAogICAgImtleXZhbCI6IHsKICAgICAicHVibGljIjogIi0tLS0tQkVHSU4gUFVCTElDIEtFWS0tLS0tXG5NRmt3RXdZSEtvWkl6ajBDQVFZSUtvWkl6ajBEQVFjRFFnQUVpbmlrU3NBUW1Za05lSDVlWXEvQ25JekxhYWNPXG54bFNhYXdRRE93cUt5L3RDcXhxNXh4UFNKYzIxSzRXSWhzOUd5T2tLZnp1ZVkzR0lMemNNSlo0Y1d3PT1cbi0tLS0tRU5EIFBVQkxJQyBLRVktLS0tLVxuIgogICAgfSwKICAgICJzY2hlbWUiOiAiZWNkc2Etc2hhMi1uaXN0cDI1NiIsCiAgICAieC10dWYtb24tY2kta2V5b3duZXIiOiAiQGJvYmNhbGxhd2F5IgogICB9LAogICAiYTY4N2U1YmY0ZmFiODJiMGVlNThkNDZlMDVjOTUzNTE0NWEyYzlhZmI0NThmNDNkNDJiNDVjYTBmZGNlMmE3MCI6IHsKICAgICJrZXlpZF9oYXNoX2FsZ29yaXRobXMiOiBbCiAgICAgInNoYTI1NiIsCiAgICAgInNoYTUxMiIKICAgIF0sCiAgICAia2V5dHlwZSI6ICJlY2RzYSIsCiAgICAia2V5dmFsIjogewogICAgICJwdWJsaWMiOiAiLS0tLS1CRUdJTiBQVUJMSUMgS0VZLS0tLS1cbk1Ga3dFd1lIS29aSXpqMENBUVlJS29aSXpqMERBUWNEUWdBRTBnaHJoOTJMdzFZcjNpZEdWNVdxQ3RNREI4Q3hcbitEOGhkQzR3MlpMTklwbFZSb1ZHTHNrWWEzZ2hlTXlPamlKOGtQaTE1YVEyLy83UCtvajdVdkpQR3c9PVxuLS0tLS1FTkQgUFVCTElDIEtFWS0tLS0tXG4iCiAgICB9LAogICAgInNjaGVtZSI6ICJlY2RzYS1zaGEyLW5pc3RwMjU2IiwKICAgICJ4LXR1Zi1vbi1jaS1rZXlvd25lciI6ICJAam9zaHVhZ2wiCiAgIH0sCiAgICJlNzFhNTRkNTQzODM1YmE4NmFkYWQ5NDYwMzc5Yzc2NDFmYjg3MjZkMTY0ZWE3NjY4MDFhMWM1MjJhYmE3ZWEyIjogewogICAgImtleWlkX2hhc2hfYWxnb3JpdGhtcyI6IFsKICAgICAic2hhMjU2IiwKICAgICAic2hhNTEyIgogICAgXSwKICAgICJrZXl0eXBlIjogImVjZHNhIiwKICAgICJrZXl2YWwiOiB7CiAgICAgInB1YmxpYyI6ICItLS0tLUJFR0lOIFBVQkxJQyBLRVktLS0tLVxuTUZrd0V3WUhLb1pJemowQ0FRWUlLb1pJemowREFRY0RRZ0FFRVhzejNTWlhGYjhqTVY0Mmo2cEpseWpialI4S1xuTjNCd29jZXhxNkxNSWI1cXNXS09RdkxOMTZOVWVmTGM0SHN3T291bVJzVlZhYWpTcFFTNmZvYmtSdz09XG4tLS0tLUVORCBQVUJMSUMgS0VZLS0tLS1cbiIKICAgIH0sCiAgICAic2NoZW1lIjogImVjZHNhLXNoYTItbmlzdHAyNTYiLAogICAgIngtdHVmLW9uLWNpLWtleW93bmVyIjogIkBtbm02NzgiCiAgIH0KICB9LAogICJyb2xlcyI6IHsKICAgInJvb3QiOiB7CiAgICAia2V5aWRzIjogWwogICAgICJlNzFhNTRkNTQzODM1YmE4NmFkYWQ5NDYwMzc5Yzc2NDFmYjg3MjZkMTY0ZWE3NjY4MDFhMWM1MjJhYmE3ZWEyIiwKICAgICAiMjJmNGNhZWM2ZDhlNmY5NTU1YWY2NmIzZDRjM2NiMDZhM2JiMjNmZGM3ZTM5YzkxNmM2MWY0NjJlNmY1MmIwNiIsCiAgICAgIjYxNjQzODM4MTI1YjQ0MGI0MGRiNjk0MmY1Y2I1YTMxYzBkYzA0MzY4MzE2ZWIyYWFhNThiOTU5MDRhNTgyMjIiLAogICAgICJhNjg3ZTViZjRmYWI4MmIwZWU1OGQ0NmUwNWM5NTM1MTQ1YTJjOWFmYjQ1OGY0M2Q0MmI0NWNhMGZkY2UyYTcwIiwKICAgICAiMTgzZTY0ZjM3NjcwZGMxM2NhMGQyODk5NWEzMDUzZjM3NDA5NTRkZGNlNDQzMjFhNDFlNDY1MzRjZjQ0ZTYzMiIKICAgIF0sCiAgICAidGhyZXNob2xkIjogMwogICB9LAogICAic25hcHNob3QiOiB7CiAgICAia2V5aWRzIjogWwogICAgICIwYzg3NDMyYzNiZjA5ZmQ5OTE4OWZkYzMyZmE1ZWFlZGY0ZTRhNWZhYzdiYWI3M2ZhMDRhMmUwZmM2NGFmNmY1IgogICAgXSwKICAgICJ0aHJlc2hvbGQiOiAxLAogICAgIngtdHVmLW9uLWNpLWV4cGlyeS1wZXJpb2QiOiAzNjUwLAogICAgIngtdHVmLW9uLWNpLXNpZ25pbmctcGVyaW9kIjogMzY1CiAgIH0sCiAgICJ0YXJnZXRzIjogewogICAgImtleWlkcyI6IFsKICAgICAiZTcxYTU0ZDU0MzgzNWJhODZhZGFkOTQ2MDM3OWM3NjQxZmI4NzI2ZDE2NGVhNzY2ODAxYTFjNTIyYWJhN2VhMiIsCiAgICAgIjIyZjRjYWVjNmQ4ZTZmOTU1NWFmNjZiM2Q0YzNjYjA2YTNiYjIzZmRjN2UzOWM5MTZjNjFmNDYyZTZmNTJiMDYiLAogICAgICI2MTY0MzgzODEyNWI0NDBiNDBkYjY5NDJmNWNiNWEzMWMwZGMwNDM2ODMxNmViMmFhYTU4Yjk1OTA0YTU4MjIyIiwKICAgICAiYTY4N2U1YmY0ZmFiODJiMGVlNThkNDZlMDVjOTUzNTE0NWEyYzlhZmI0NThmNDNkNDJiNDVjYTBmZGNlMmE3MCIsCiAgICAgIjE4M2U2NGYzNzY3MGRjMTNjYTBkMjg5OTVhMzA1M2YzNzQwOTU0ZGRjZTQ0MzIxYTQxZTQ2NTM0Y2Y0NGU2MzIiCiAgICBdLAogICAgInRocmVzaG9sZCI6IDMKICAgfSwKICAgInRpbWVzdGFtcCI6IHsKICAgICJrZXlpZHMiOiBbCiAgICAgIjBjODc0MzJjM2JmMDlmZDk5MTg5ZmRjMzJmYTVlYWVkZjRlNGE1ZmFjN2JhYjczZmEwNGEyZTBmYzY0YWY2ZjUiCiAgICBdLAogICAgInRocmVzaG9sZCI6IDEsCiAgICAieC10dWYtb24tY2ktZXhwaXJ5LXBlcmlvZCI6IDcsCiAgICAieC10dWYtb24tY2ktc2lnbmluZy1wZXJpb2QiOiA2CiAgIH0KICB9LAogICJzcGVjX3ZlcnNpb24iOiAiMS4wIiwKICAidmVyc2lvbiI6IDE2LAogICJ4LXR1Zi1vbi1jaS1leHBpcnktcGVyaW9kIjogMTk3LAogICJ4LXR1Zi1vbi1jaS1zaWduaW5nLXBlcmlvZCI6IDQ2CiB9Cn0=",
	"targets": {
		"trusted_root.json": "ewogICJtZWRpYVR5cGUiOiAiYXBwbGljYXRpb24vdm5kLmRldi5zaWdzdG9yZS50cnVzdGVkcm9vdCtqc29uO3ZlcnNpb249MC4xIiwKICAidGxvZ3MiOiBbCiAgICB7CiAgICAgICJiYXNlVXJsIjogImh0dHBzOi8vcmVrb3Iuc2lnc3RvcmUuZGV2IiwKICAgICAgImhhc2hBbGdvcml0aG0iOiAiU0hBMl8yNTYiLAogICAgICAicHVibGljS2V5IjogewogICAgICAgICJyYXdCeXRlcyI6ICJNRmt3RXdZSEtvWkl6ajBDQVFZSUtvWkl6ajBEQVFjRFFnQUUyRzJZKzJ0YWJkVFY1QmNHaUJJeDBhOWZBRndya0JibUxTR3RrczRMM3FYNnlZWTB6dWZCbmhDOFVyL2l5NTVHaFdQLzlBL2JZMkxoQzMwTTkrUll0dz09IiwKICAgICAgICAia2V5RGV0YWlscyI6ICJQS0lYX0VDRFNBX1AyNTZfU0hBXzI1NiIsCiAgICAgICAgInZhbGlkRm9yIjogewogICAgICAgICAgInN0YXJ0IjogIjIwMjEtMDEtMTJUMTE6NTM6MjdaIgogICAgICAgIH0KICAgICAgfSwKICAgICAgImxvZ0lkIjogewogICAgICAgICJrZXlJZCI6ICJ3Tkk5YXRRR2x6K1ZXZk82TFJ5Z0g0UVVmWS84VzRSRndpVDVpNVdSZ0IwPSIKICAgICAgfQogICAgfSwKICAgIHsKICAgICAgImJhc2VVcmwiOiAiaHR0cHM6Ly9sb2cyMDI1LTEucmVrb3Iuc2lnc3RvcmUuZGV2IiwKICAgICAgImhhc2hBbGdvcml0aG0iOiAiU0hBMl8yNTYiLAogICAgICAicHVibGljS2V5IjogewogICAgICAgICJyYXdCeXRlcyI6ICJNQ293QlFZREsyVndBeUVBdDhybHAxa25Hd2pmYmNYQVlQWUFrbjBYaUx6MXg4TzR0MFlrRWhpZTI0ND0iLAogICAgICAgICJrZXlEZXRhaWxzIjogIlBLSVhfRUQyNTUxOSIsCiAgICAgICAgInZhbGlkRm9yIjogewogICAgICAgICAgInN0YXJ0IjogIjIwMjUtMDktMjNUMDA6MDA6MDBaIgogICAgICAgIH0KICAgICAgfSwKICAgICAgImxvZ0lkIjogewogICAgICAgICJrZXlJZCI6ICJ6eEdaRlZ2ZDBGRW1qUjhXckZ3TWRjQUo5dnRhWS9RWGY0NFkxd1VlUDZBPSIKICAgICAgfQogICAgfQogIF0sCiAgImNlcnRpZmljYXRlQXV0aG9yaXRpZXMiOiBbCiAgICB7CiAgICAgICJzdWJqZWN0IjogewogICAgICAgICJvcmdhbml6YXRpb24iOiAic2lnc3RvcmUuZGV2IiwKICAgICAgICAiY29tbW9uTmFtZSI6ICJzaWdzdG9yZSIKICAgICAgfSwKICAgICAgInVyaSI6ICJodHRwczovL2Z1bGNpby5zaWdzdG9yZS5kZXYiLAogICAgICAiY2VydENoYWluIjogewogICAgICAgICJjZXJ0aWZpY2F0ZXMiOiBbCiAgICAgICAgICB7CiAgICAgICAgICAgICJyYXdCeXRlcyI6ICJNSUlCK0RDQ0FYNmdBd0lCQWdJVE5Wa0Rab0Npb2ZQRHN5N2RmbTZnZUxidWh6QUtCZ2dxaGtqT1BRUURBekFxTVJVd0V3WURWUVFLRXd4emFXZHpkRzl5WlM1a1pYWXhFVEFQQmdOVkJBTVRDSE5wWjNOMGIzSmxNQjRYRFRJeE1ETXdOekF6TWpBeU9Wb1hEVE14TURJeU16QXpNakF5T1Zvd0tqRVZNQk1HQTFVRUNoTU1jMmxuYzNSdmNtVXVaR1YyTVJFd0R3WURWUVFERXdoemFXZHpkRzl5WlRCMk1CQUdCeXFHU000OUFnRUdCU3VCQkFBaUEySUFCTFN5QTdJaTVrK3BOTzhaRVdZMHlsZW1XRG93T2tOYTNrTCtHWkU1WjVHV2VoTDkvQTliUk5BM1JicnNaNWkwSmNhc3RhUkw3U3A1ZnAvakQ1ZHhxYy9VZFRWbmx2UzE2YW4rMllmc3dlL1F1TG9sUlVDcmNPRTIrMmlBNSt0emQ2Tm1NR1F3RGdZRFZSMFBBUUgvQkFRREFnRUdNQklHQTFVZEV3RUIvd1FJTUFZQkFmOENBUUV3SFFZRFZSME9CQllFRk1qRkhRQkJtaVFwTWxFazZ3MnVTdTFLQnRQc01COEdBMVVkSXdRWU1CYUFGTWpGSFFCQm1pUXBNbEVrNncydVN1MUtCdFBzTUFvR0NDcUdTTTQ5QkFNREEyZ0FNR1VDTUg4bGlXSmZNdWk2dlhYQmhqRGdZNE13c2xtTi9USnhWZS84M1dyRm9td21OZjA1NnkxWDQ4RjljNG0zYTNvelhBSXhBS2pSYXk1L2FqL2pzS0tHSWttUWF0akk4dXVwSHIvK0N4RnZhSldtcFlxTmtMREdSVSs5b3J6aDVoSTJScmN1YVE9PSIKICAgICAgICAgIH0KICAgICAgICBdCiAgICAgIH0sCiAgICAgICJ2YWxpZEZvciI6IHsKICAgICAgICAic3RhcnQiOiAiMjAyMS0wMy0wN1QwMzoyMDoyOVoiLAogICAgICAgICJlbmQiOiAiMjAyMi0xMi0zMVQyMzo1OTo1OS45OTlaIgogICAgICB9CiAgICB9LAogICAgewogICAgICAic3ViamVjdCI6IHsKICAgICAgICAib3JnYW5pemF0aW9uIjogInNpZ3N0b3JlLmRldiIsCiAgICAgICAgImNvbW1vbk5hbWUiOiAic2lnc3RvcmUiCiAgICAgIH0sCiAgICAgICJ1cmkiOiAiaHR0cHM6Ly9mdWxjaW8uc2lnc3RvcmUuZGV2IiwKICAgICAgImNlcnRDaGFpbiI6IHsKICAgICAgICAiY2VydGlmaWNhdGVzIjogWwogICAgICAgICAgewogICAgICAgICAgICAicmF3Qnl0ZXMiOiAiTUlJQ0dqQ0NBYUdnQXdJQkFnSVVBTG5WaVZmblUwYnJKYXNtUmtIcm4vVW5mYVF3Q2dZSUtvWkl6ajBFQXdNd0tqRVZNQk1HQTFVRUNoTU1jMmxuYzNSdmNtVXVaR1YyTVJFd0R3WURWUVFERXdoemFXZHpkRzl5WlRBZUZ3MHlNakEwTVRNeU1EQTJNVFZhRncwek1URXdNRFV4TXpVMk5UaGFNRGN4RlRBVEJnTlZCQW9UREhOcFozTjBiM0psTG1SbGRqRWVNQndHQTFVRUF4TVZjMmxuYzNSdmNtVXRhVzUwWlhKdFpXUnBZWFJsTUhZd0VBWUhLb1pJemowQ0FRWUZLNEVFQUNJRFlnQUU4UlZTL3lzSCtOT3Z1RFp5UEladGlsZ1VGOU5sYXJZcEFkOUhQMXZCQkgxVTVDVjc3TFNTN3MwWmlING5FN0h2N3B0UzZMdnZSL1NUazc5OExWZ016TGxKNEhlSWZGM3RIU2FleExjWXBTQVNyMWtTME4vUmdCSnovOWpXQ2lYbm8zc3dlVEFPQmdOVkhROEJBZjhFQkFNQ0FRWXdFd1lEVlIwbEJBd3dDZ1lJS3dZQkJRVUhBd013RWdZRFZSMFRBUUgvQkFnd0JnRUIvd0lCQURBZEJnTlZIUTRFRmdRVTM5UHB6MVlrRVpiNXFOanBLRldpeGk0WVpEOHdId1lEVlIwakJCZ3dGb0FVV01BZVg1RkZwV2FwZXN5UW9aTWkwQ3JGeGZvd0NnWUlLb1pJemowRUF3TURad0F3WkFJd1BDc1FLNERZaVpZRFBJYURpNUhGS25meFh4NkFTU1ZtRVJmc3luWUJpWDJYNlNKUm5aVTg0LzlEWmRuRnZ2eG1BakJPdDZRcEJsYzRKLzBEeHZrVENxcGNsdnppTDZCQ0NQbmpkbElCM1B1M0J4c1BteWdVWTdJaTJ6YmRDZGxpaW93PSIKICAgICAgICAgIH0sCiAgICAgICAgICB7CiAgICAgICAgICAgICJyYXdCeXRlcyI6ICJNSUlCOXpDQ0FYeWdBd0lCQWdJVUFMWk5BUEZkeEhQd2plRGxvRHd5WUNoQU8vNHdDZ1lJS29aSXpqMEVBd013S2pFVk1CTUdBMVVFQ2hNTWMybG5jM1J2Y21VdVpHVjJNUkV3RHdZRFZRUURFd2h6YVdkemRHOXlaVEFlRncweU1URXdNRGN4TXpVMk5UbGFGdzB6TVRFd01EVXhNelUyTlRoYU1Db3hGVEFUQmdOVkJBb1RESE5wWjNOMGIzSmxMbVJsZGpFUk1BOEdBMVVFQXhNSWMybG5jM1J2Y21Vd2RqQVFCZ2NxaGtqT1BRSUJCZ1VyZ1FRQUlnTmlBQVQ3WGVGVDRyYjNQUUd3UzRJYWp0TGszL09sbnBnYW5nYUJjbFlwc1lCcjVpKzR5bkIwN2NlYjNMUDBPSU9aZHhleFg2OWM1aVZ1eUpSUStIejA1eWkrVUYzdUJXQWxIcGlTNXNoMCtIMkdIRTdTWHJrMUVDNW0xVHIxOUw5Z2c5MmpZekJoTUE0R0ExVWREd0VCL3dRRUF3SUJCakFQQmdOVkhSTUJBZjhFQlRBREFRSC9NQjBHQTFVZERnUVdCQlJZd0I1ZmtVV2xacWw2ekpDaGt5TFFLc1hGK2pBZkJnTlZIU01FR0RBV2dCUll3QjVma1VXbFpxbDZ6SkNoa3lMUUtzWEYrakFLQmdncWhrak9QUVFEQXdOcEFEQm1BakVBajFuSGVYWnArMTNOV0JOYStFRHNEUDhHMVdXZzF0Q01XUC9XSFBxcGFWbzBqaHN3ZU5GWmdTczBlRTd3WUk0cUFqRUEyV0I5b3Q5OHNJa29GM3ZaWWRkMy9WdFdCNWI5VE5NZWE3SXgvc3RKNVRmY0xMZUFCTEU0Qk5KT3NRNHZuQkhKIgogICAgICAgICAgfQogICAgICAgIF0KICAgICAgfSwKICAgICAgInZhbGlkRm9yIjogewogICAgICAgICJzdGFydCI6ICIyMDIyLTA0LTEzVDIwOjA2OjE1WiIKICAgICAgfQogICAgfQogIF0sCiAgImN0bG9ncyI6IFsKICAgIHsKICAgICAgImJhc2VVcmwiOiAiaHR0cHM6Ly9jdGZlLnNpZ3N0b3JlLmRldi90ZXN0IiwKICAgICAgImhhc2hBbGdvcml0aG0iOiAiU0hBMl8yNTYiLAogICAgICAicHVibGljS2V5IjogewogICAgICAgICJyYXdCeXRlcyI6ICJNRmt3RXdZSEtvWkl6ajBDQVFZSUtvWkl6ajBEQVFjRFFnQUViZndSK1JKdWRYc2NnUkJScEtYMVhGRHkzUHl1ZER4ei9TZm5SaTFmVDhla3BmQmQyTzF1b3o3anIzWjhuS3p4QTY5RVVRK2VGQ0ZJM3pldWJQV1U3dz09IiwKICAgICAgICAia2V5RGV0YWlscyI6ICJQS0lYX0VDRFNBX1AyNTZfU0hBXzI1NiIsCiAgICAgICAgInZhbGlkRm9yIjogewogICAgICAgICAgInN0YXJ0IjogIjIwMjEtMDMtMTRUMDA6MDA6MDBaIiwKICAgICAgICAgICJlbmQiOiAiMjAyMi0xMC0zMVQyMzo1OTo1OS45OTlaIgogICAgICAgIH0KICAgICAgfSwKICAgICAgImxvZ0lkIjogewogICAgICAgICJrZXlJZCI6ICJDR0NTOENoUy8yaEYwZEZySjRTY1JXY1lyQlk5d3pqU2JlYThJZ1kyYjNJPSIKICAgICAgfQogICAgfSwKICAgIHsKICAgICAgImJhc2VVcmwiOiAiaHR0cHM6Ly9jdGZlLnNpZ3N0b3JlLmRldi8yMDIyIiwKICAgICAgImhhc2hBbGdvcml0aG0iOiAiU0hBMl8yNTYiLAogICAgICAicHVibGljS2V5IjogewogICAgICAgICJyYXdCeXRlcyI6ICJNRmt3RXdZSEtvWkl6ajBDQVFZSUtvWkl6ajBEQVFjRFFnQUVpUFNsRmkwQ21GVGZFakNVcUY5SHVDRWNZWE5LQWFZYWxJSm1CWjh5eWV6UGpUcWh4cktCcE1uYW9jVnRMSkJJMWVNM3VYblF6UUdBSmRKNGdzOUZ5dz09IiwKICAgICAgICAia2V5RGV0YWlscyI6ICJQS0lYX0VDRFNBX1AyNTZfU0hBXzI1NiIsCiAgICAgICAgInZhbGlkRm9yIjogewogICAgICAgICAgInN0YXJ0IjogIjIwMjItMTAtMjBUMDA6MDA6MDBaIgogICAgICAgIH0KICAgICAgfSwKICAgICAgImxvZ0lkIjogewogICAgICAgICJrZXlJZCI6ICIzVDB3YXNiSEVUSmpHUjRjbVdjM0FxSktYcmplUEszL2g0cHlnQzhwN280PSIKICAgICAgfQogICAgfQogIF0sCiAgInRpbWVzdGFtcEF1dGhvcml0aWVzIjogWwogICAgewogICAgICAic3ViamVjdCI6IHsKICAgICAgICAib3JnYW5pemF0aW9uIjogInNpZ3N0b3JlLmRldiIsCiAgICAgICAgImNvbW1vbk5hbWUiOiAic2lnc3RvcmUtdHNhLXNlbGZzaWduZWQiCiAgICAgIH0sCiAgICAgICJ1cmkiOiAiaHR0cHM6Ly90aW1lc3RhbXAuc2lnc3RvcmUuZGV2L2FwaS92MS90aW1lc3RhbXAiLAogICAgICAiY2VydENoYWluIjogewogICAgICAgICJjZXJ0aWZpY2F0ZXMiOiBbCiAgICAgICAgICB7CiAgICAgICAgICAgICJyYXdCeXRlcyI6ICJNSUlDRURDQ0FaYWdBd0lCQWdJVU9oTlVMd3lRWWU2OHdVTXZ5NHFPaXlvaml3d3dDZ1lJS29aSXpqMEVBd013T1RFVk1CTUdBMVVFQ2hNTWMybG5jM1J2Y21VdVpHVjJNU0F3SGdZRFZRUURFeGR6YVdkemRHOXlaUzEwYzJFdGMyVnNabk5wWjI1bFpEQWVGdzB5TlRBME1EZ3dOalU1TkROYUZ3MHpOVEEwTURZd05qVTVORE5hTUM0eEZUQVRCZ05WQkFvVERITnBaM04wYjNKbExtUmxkakVWTUJNR0ExVUVBeE1NYzJsbmMzUnZjbVV0ZEhOaE1IWXdFQVlIS29aSXpqMENBUVlGSzRFRUFDSURZZ0FFNHJhMlo4aEtOaWcyVDlrRmpDQVRvR0czMGpreStXUXYzQnpMK21LdmgxU0tOUi9Vd3V3c2ZOQ2c0c3J5b1lBZDhFNmlzb3ZWQTNNNGFvTmRtOVFEaTUwWjhuVEV5dnFnZkRQdFRJd1hJdGZpVy9BRmYxVjd1d2tia0FvajB4eGNvMm93YURBT0JnTlZIUThCQWY4RUJBTUNCNEF3SFFZRFZSME9CQllFRkluOWVVT0h6OUJsUnNNQ1JzY3NjMXQ5dE9zRE1COEdBMVVkSXdRWU1CYUFGSmpzQWU5L3UxSC8xSlVlYjRxSW1GTUhpYzYvTUJZR0ExVWRKUUVCL3dRTU1Bb0dDQ3NHQVFVRkJ3TUlNQW9HQ0NxR1NNNDlCQU1EQTJnQU1HVUNNRHRwc1YvNkthTzBxeUYvVU1zWDJhU1VYS1FGZG9HVHB0UUdjMGZ0cTFjc3VsSFBHRzZkc215TU5kM0pCK0czRVFJeEFPYWp2QmNqcEptS2I0TnYrMlRhb2o4VWM1K2I2aWg2RlhDQ0tyYVNxdXBlMDd6cXN3TWNYSlRlMWNFeHZIdnZsdz09IgogICAgICAgICAgfSwKICAgICAgICAgIHsKICAgICAgICAgICAgInJhd0J5dGVzIjogIk1JSUI5ekNDQVh5Z0F3SUJBZ0lVVjdmMEdMRE9vRXpJaDhMWFNXODBPSmlVcDE0d0NnWUlLb1pJemowRUF3TXdPVEVWTUJNR0ExVUVDaE1NYzJsbmMzUnZjbVV1WkdWMk1TQXdIZ1lEVlFRREV4ZHphV2R6ZEc5eVpTMTBjMkV0YzJWc1puTnBaMjVsWkRBZUZ3MHlOVEEwTURnd05qVTVORE5hRncwek5UQTBNRFl3TmpVNU5ETmFNRGt4RlRBVEJnTlZCQW9UREhOcFozTjBiM0psTG1SbGRqRWdNQjRHQTFVRUF4TVhjMmxuYzNSdmNtVXRkSE5oTFhObGJHWnphV2R1WldRd2RqQVFCZ2NxaGtqT1BRSUJCZ1VyZ1FRQUlnTmlBQVFVUU50ZlJUL291M1lBVGE2d0Iva0tUZTcwY2ZKd3lSSUJvdk1udDhSY0pwaC9DT0U4MnV5UzZGbXBwTExMMVZCUEdjUGZwUVBZSk5Yeld3aThpY3doS1E2Vy9RZTJoM29lYkJiMkZIcHdOSkRxbytUTWFDL3RkZmt2L0VsSkI3MmpSVEJETUE0R0ExVWREd0VCL3dRRUF3SUJCakFTQmdOVkhSTUJBZjhFQ0RBR0FRSC9BZ0VBTUIwR0ExVWREZ1FXQkJTWTdBSHZmN3RSLzlTVkhtK0tpSmhUQjRuT3Z6QUtCZ2dxaGtqT1BRUURBd05wQURCbUFqRUF3R0VHcmZHWlIxY2VuMVI4L0RUVk1JOTQzTHNzWm1KUnREcC9pN1NmR0htR1JQNmdSYnVqOXZPSzNiNjdaMFFRQWpFQXVUMkg2NzNMUUVhSFRjeVFTWnJrcDRtWDdXd2ttRitzVmJrWVk1bVhOK1JNSDEzS1VFSEhPcUFTYWVtWVdLL0UiCiAgICAgICAgICB9CiAgICAgICAgXQogICAgICB9LAogICAgICAidmFsaWRGb3IiOiB7CiAgICAgICAgInN0YXJ0IjogIjIwMjUtMDctMDRUMDA6MDA6MDBaIgogICAgICB9CiAgICB9CiAgXQp9Cg==",
		"registry.npmjs.org%2Fkeys.json": "ewogICAgImtleXMiOiBbCiAgICAgICAgewogICAgICAgICAgICAia2V5SWQiOiAiU0hBMjU2OmpsM2J3c3d1ODBQampva0NnaDBvMnc1YzJVNExoUUFFNTdnajljejFrekEiLAogICAgICAgICAgICAia2V5VXNhZ2UiOiAibnBtOnNpZ25hdHVyZXMiLAogICAgICAgICAgICAicHVibGljS2V5IjogewogICAgICAgICAgICAgICAgInJhd0J5dGVzIjogIk1Ga3dFd1lIS29aSXpqMENBUVlJS29aSXpqMERBUWNEUWdBRTFPbGIzek1BRkZ4WEtIaUlrUU81Y0ozWWhsNWk2VVBwK0lodXRlQkpidUhjQTVVb2dLbzBFV3RsV3dXNktTYUtvVE5FWUw3SmxDUWlWbmtoQmt0VWdnPT0iLAogICAgICAgICAgICAgICAgImtleURldGFpbHMiOiAiUEtJWF9FQ0RTQV9QMjU2X1NIQV8yNTYiLAogICAgICAgICAgICAgICAgInZhbGlkRm9yIjogewogICAgICAgICAgICAgICAgICAgICJzdGFydCI6ICIxOTk5LTAxLTAxVDAwOjAwOjAwLjAwMFoiLAogICAgICAgICAgICAgICAgICAgICJlbmQiOiAiMjAyNS0wMS0yOVQwMDowMDowMC4wMDBaIgogICAgICAgICAgICAgICAgfQogICAgICAgICAgICB9CiAgICAgICAgfSwKICAgICAgICB7CiAgICAgICAgICAgICJrZXlJZCI6ICJTSEEyNTY6amwzYndzd3U4MFBqam9rQ2doMG8ydzVjMlU0TGhRQUU1N2dqOWN6MWt6QSIsCiAgICAgICAgICAgICJrZXlVc2FnZSI6ICJucG06YXR0ZXN0YXRpb25zIiwKICAgICAgICAgICAgInB1YmxpY0tleSI6IHsKICAgICAgICAgICAgICAgICJyYXdCeXRlcyI6ICJNRmt3RXdZSEtvWkl6ajBDQVFZSUtvWkl6ajBEQVFjRFFnQUUxT2xiM3pNQUZGeFhLSGlJa1FPNWNKM1lobDVpNlVQcCtJaHV0ZUJKYnVIY0E1VW9nS28wRVd0bFd3VzZLU2FLb1RORVlMN0psQ1FpVm5raEJrdFVnZz09IiwKICAgICAgICAgICAgICAgICJrZXlEZXRhaWxzIjogIlBLSVhfRUNEU0FfUDI1Nl9TSEFfMjU2IiwKICAgICAgICAgICAgICAgICJ2YWxpZEZvciI6IHsKICAgICAgICAgICAgICAgICAgICAic3RhcnQiOiAiMjAyMi0xMi0wMVQwMDowMDowMC4wMDBaIiwKICAgICAgICAgICAgICAgICAgICAiZW5kIjogIjIwMjUtMDEtMjlUMDA6MDA6MDAuMDAwWiIKICAgICAgICAgICAgICAgIH0KICAgICAgICAgICAgfQogICAgICAgIH0sCiAgICAgICAgewogICAgICAgICAgICAia2V5SWQiOiAiU0hBMjU2OkRoUTh3UjVBUEJ2RkhMRi8rVGMrQVl2UE9kVHBjSURxT2h4c0JIUndDN1UiLAogICAgICAgICAgICAia2V5VXNhZ2UiOiAibnBtOnNpZ25hdHVyZXMiLAogICAgICAgICAgICAicHVibGljS2V5IjogewogICAgICAgICAgICAgICAgInJhd0J5dGVzIjogIk1Ga3dFd1lIS29aSXpqMENBUVlJS29aSXpqMERBUWNEUWdBRVk2WWE3VysrN2FVUHp2TVRyZXpINlljeDNjK0hPS1lDY05HeWJKWlNDSnEvZmQ3UWE4dXVBS3RkSWtVUXRRaUVLRVJoQW1FNWxNTUpoUDhPa0RPYTJnPT0iLAogICAgICAgICAgICAgICAgImtleURldGFpbHMiOiAiUEtJWF9FQ0RTQV9QMjU2X1NIQV8yNTYiLAogICAgICAgICAgICAgICAgInZhbGlkRm9yIjogewogICAgICAgICAgICAgICAgICAgICJzdGFydCI6ICIyMDI1LTAxLTEzVDAwOjAwOjAwLjAwMFoiCiAgICAgICAgICAgICAgICB9CiAgICAgICAgICAgIH0KICAgICAgICB9LAogICAgICAgIHsKICAgICAgICAgICAgImtleUlkIjogIlNIQTI1NjpEaFE4d1I1QVBCdkZITEYvK1RjK0FZdlBPZFRwY0lEcU9oeHNCSFJ3QzdVIiwKICAgICAgICAgICAgImtleVVzYWdlIjogIm5wbTphdHRlc3RhdGlvbnMiLAogICAgICAgICAgICAicHVibGljS2V5IjogewogICAgICAgICAgICAgICAgInJhd0J5dGVzIjogIk1Ga3dFd1lIS29aSXpqMENBUVlJS29aSXpqMERBUWNEUWdBRVk2WWE3VysrN2FVUHp2TVRyZXpINlljeDNjK0hPS1lDY05HeWJKWlNDSnEvZmQ3UWE4dXVBS3RkSWtVUXRRaUVLRVJoQW1FNWxNTUpoUDhPa0RPYTJnPT0iLAogICAgICAgICAgICAgICAgImtleURldGFpbHMiOiAiUEtJWF9FQ0RTQV9QMjU2X1NIQV8yNTYiLAogICAgICAgICAgICAgICAgInZhbGlkRm9yIjogewogICAgICAgICAgICAgICAgICAgICJzdGFydCI6ICIyMDI1LTAxLTEzVDAwOjAwOjAwLjAwMFoiCiAgICAgICAgICAgICAgICB9CiAgICAgICAgICAgIH0KICAgICAgICB9CiAgICBdCn0K"
	}
};
// src/trust/staging.json
var root_json = "ewogInNpZ25hdHVyZXMiOiBbCiAgewogICAia2V5aWQiOiAiYWE2MWUwOWY2YWY3NjYyYWM2ODZjZjBjNjM2NDA3OWY2M2QzZTdhODY4MzY2ODRlZWNlZDkzZWFjZTNhY2Q4MSIsCiAgICJzaWciOiAiMzA0NTAyMjAxNDE5YTZmMDAzMjkxYmU0Y2QwMGMxMTBhMDBlOWQ5YjE1MmE3ODE4MWVkM2M1NGVkZjlkMjJhNzk5MzgyNzZmMDIyMTAwZjc1MTA1OGM2YzNlYjZhZWNmMjc3ZGIzNjdiNDg1OGQzNjEyYWJkMWFkOTZjNDBmZDcxZWJiZDI2Yzk0NDA1NSIKICB9LAogIHsKICAgImtleWlkIjogIjYxZjk2MDlkMjY1NWIzNDZmY2ViY2NkNjZiNTA5ZDU4MjgxNjhkNWU0NDcxMTBlMjYxZjBiY2M4NTUzNjI0YmMiLAogICAic2lnIjogIjMwNDUwMjIwMDczMTNlMGFmZDVmMjgyYTEzODNhNGY4ZjdhMTUwZTI2NmEwNTk0MjBlMTAzNmVlZTIyMmNlMDA1M2UzNmE2NzAyMjEwMGRmYjA1YTRkMWU2YmUyZjQzY2UzMGYwMzA3ODNmZjdhNzQ3Y2RhNWQ4NGYzNDFmZDAzYjA2ZGZmMzJmYmE1YmQiCiAgfSwKICB7CiAgICJrZXlpZCI6ICI5NDcxZmJkYTk1NDExZDEwMTA5ZTQ2N2FkNTI2MDgyZDE1ZjE0YTM4ZGU1NGVhMmFkYTk2ODdhYjM5ZDhlMjM3IiwKICAgInNpZyI6ICIiCiAgfSwKICB7CiAgICJrZXlpZCI6ICIwMzc0YTllMThhMjBhMjEwMzczNmNiNDI3N2UyZmRkN2Y4NDUzNjQyYzdkOWVhZjRhZDhhZWU5Y2YyZDQ3YmI1IiwKICAgInNpZyI6ICIiCiAgfQogXSwKICJzaWduZWQiOiB7CiAgIl90eXBlIjogInJvb3QiLAogICJjb25zaXN0ZW50X3NuYXBzaG90IjogdHJ1ZSwKICAiZXhwaXJlcyI6ICIyMDI2LTEwLTE2VDE5OjM5OjQzWiIsCiAgImtleXMiOiB7CiAgICIwMzc0YTllMThhMjBhMjEwMzczNmNiNDI3N2UyZmRkN2Y4NDUzNjQyYzdkOWVhZjRhZDhhZWU5Y2YyZDQ3YmI1IjogewogICAgImtleXR5cGUiOiAiZWNkc2EiLAogICAgImtleXZhbCI6IHsKICAgICAicHVibGljIjogIi0tLS0tQkVHSU4gUFVCTElDIEtFWS0tLS0tXG5NRmt3RXdZSEtvWkl6ajBDQVFZSUtvWkl6ajBEQVFjRFFnQUVveGt2RE9tdEdFa25CM00rWmtQdHM4am9ETTBYXG5JSDVKWndQbGdDMkNYcy9lcU91TkY4QWNFV3dHWVJpRGhWL0lNbFF3NWJnOFBMSUNRY2dzYnJEaUtnPT1cbi0tLS0tRU5EIFBVQkxJQyBLRVktLS0tLVxuIgogICAgfSwKICAgICJzY2hlbWUiOiAiZWNkc2Etc2hhMi1uaXN0cDI1NiIsCiAgICAieC10dWYtb24tY2kta2V5b3duZXIiOiAiQG1ubTY3OCIKICAgfSwKICAgIjYxZjk2MDlkMjY1NWIzNDZmY2ViY2NkNjZiNTA5ZDU4MjgxNjhkNWU0NDcxMTBlMjYxZjBiY2M4NTUzNjI0YmMiOiB7CiAgICAia2V5dHlwZSI6ICJlY2RzYSIsCiAgICAia2V5dmFsIjogewogICAgICJwdWJsaWMiOiAiLS0tLS1CRUdJTiBQVUJMSUMgS0VZLS0tLS1cbk1Ga3dFd1lIS29aSXpqMENBUVlJS29aSXpqMERBUWNEUWdBRSsrV3YrRGNMUmsrbWZrbWxwQ3dsMUdVaTlFTWhcbnBCVVR6OEswZkg3YkU0bVF1VmlHU3lXQS9leU1jMEh2elppNlhyMGRpSHcwL2xVUEJ2b2syMTRZUXc9PVxuLS0tLS1FTkQgUFVCTElDIEtFWS0tLS0tXG4iCiAgICB9LAogICAgInNjaGVtZSI6ICJlY2RzYS1zaGEyLW5pc3RwMjU2IiwKICAgICJ4LXR1Zi1vbi1jaS1rZXlvd25lciI6ICJAa29tbWVuZG9ya2FwdGVuIgogICB9LAogICAiOTQ3MWZiZGE5NTQxMWQxMDEwOWU0NjdhZDUyNjA4MmQxNWYxNGEzOGRlNTRlYTJhZGE5Njg3YWIzOWQ4ZTIzNyI6IHsKICAgICJrZXl0eXBlIjogImVjZHNhIiwKICAgICJrZXl2YWwiOiB7CiAgICAgInB1YmxpYyI6ICItLS0tLUJFR0lOIFBVQkxJQyBLRVktLS0tLVxuTUZrd0V3WUhLb1pJemowQ0FRWUlLb1pJemowREFRY0RRZ0FFRkhEYjg1SkgrSllSMUxRbXhpejRVTW9rVk1uUFxueEtvV3BhRW5GQ0tYSDhXNEZjL0RmSXhNbmtwakN1dldVQmRKWGtPMGFESXh3c2lqOFRPRmgyUjdkdz09XG4tLS0tLUVORCBQVUJMSUMgS0VZLS0tLS1cbiIKICAgIH0sCiAgICAic2NoZW1lIjogImVjZHNhLXNoYTItbmlzdHAyNTYiLAogICAgIngtdHVmLW9uLWNpLWtleW93bmVyIjogIkBqb3NodWFnbCIKICAgfSwKICAgImFhNjFlMDlmNmFmNzY2MmFjNjg2Y2YwYzYzNjQwNzlmNjNkM2U3YTg2ODM2Njg0ZWVjZWQ5M2VhY2UzYWNkODEiOiB7CiAgICAia2V5dHlwZSI6ICJlY2RzYSIsCiAgICAia2V5dmFsIjogewogICAgICJwdWJsaWMiOiAiLS0tLS1CRUdJTiBQVUJMSUMgS0VZLS0tLS1cbk1Ga3dFd1lIS29aSXpqMENBUVlJS29aSXpqMERBUWNEUWdBRW9ocUlkRSt5VGw0T3hwWDhaeE5VUHJnM1NMOUhcbkJEbmhadWNlS2t4eTJvTWhVT3hoV3dlWmVHM2JmTTFUNFpMbkppbUM2Q0FZVlU1K0Y1alpDb2Z0Unc9PVxuLS0tLS1FTkQgUFVCTElDIEtFWS0tLS0tXG4iCiAgICB9LAogICAgInNjaGVtZSI6ICJlY2RzYS1zaGEyLW5pc3RwMjU2IiwKICAgICJ4LXR1Zi1vbi1jaS1rZXlvd25lciI6ICJAamt1IgogICB9LAogICAiYzM0NzkwMDdlODYxNDQ1Y2U1ZGMxMDlkOTY2MWVkNzdiMzViYmMwZTNmMTYxODUyYzQ2MTE0MjY2ZmMyZGFhNCI6IHsKICAgICJrZXl0eXBlIjogImVjZHNhIiwKICAgICJrZXl2YWwiOiB7CiAgICAgInB1YmxpYyI6ICItLS0tLUJFR0lOIFBVQkxJQyBLRVktLS0tLVxuTUZrd0V3WUhLb1pJemowQ0FRWUlLb1pJemowREFRY0RRZ0FFeHhtRXRtaEY1VStpK3YvNmhlNEJjU0x6Q2dNeFxuLzBxU3J2RGc2YlVXd1Vya1NLUzJ2RHBjSnJoR3k1Zm1taFJyR2F3alBwMUFMcEMzeTFrcUZUcFhEZz09XG4tLS0tLUVORCBQVUJMSUMgS0VZLS0tLS1cbiIKICAgIH0sCiAgICAic2NoZW1lIjogImVjZHNhLXNoYTItbmlzdHAyNTYiLAogICAgIngtdHVmLW9uLWNpLW9ubGluZS11cmkiOiAiZ2Nwa21zOnByb2plY3RzL3Byb2plY3RzaWdzdG9yZS1zdGFnaW5nL2xvY2F0aW9ucy9nbG9iYWwva2V5UmluZ3MvdHVmLWtleXJpbmcvY3J5cHRvS2V5cy90dWYta2V5L2NyeXB0b0tleVZlcnNpb25zLzIiCiAgIH0KICB9LAogICJyb2xlcyI6IHsKICAgInJvb3QiOiB7CiAgICAia2V5aWRzIjogWwogICAgICJhYTYxZTA5ZjZhZjc2NjJhYzY4NmNmMGM2MzY0MDc5ZjYzZDNlN2E4NjgzNjY4NGVlY2VkOTNlYWNlM2FjZDgxIiwKICAgICAiNjFmOTYwOWQyNjU1YjM0NmZjZWJjY2Q2NmI1MDlkNTgyODE2OGQ1ZTQ0NzExMGUyNjFmMGJjYzg1NTM2MjRiYyIsCiAgICAgIjk0NzFmYmRhOTU0MTFkMTAxMDllNDY3YWQ1MjYwODJkMTVmMTRhMzhkZTU0ZWEyYWRhOTY4N2FiMzlkOGUyMzciLAogICAgICIwMzc0YTllMThhMjBhMjEwMzczNmNiNDI3N2UyZmRkN2Y4NDUzNjQyYzdkOWVhZjRhZDhhZWU5Y2YyZDQ3YmI1IgogICAgXSwKICAgICJ0aHJlc2hvbGQiOiAyCiAgIH0sCiAgICJzbmFwc2hvdCI6IHsKICAgICJrZXlpZHMiOiBbCiAgICAgImMzNDc5MDA3ZTg2MTQ0NWNlNWRjMTA5ZDk2NjFlZDc3YjM1YmJjMGUzZjE2MTg1MmM0NjExNDI2NmZjMmRhYTQiCiAgICBdLAogICAgInRocmVzaG9sZCI6IDEsCiAgICAieC10dWYtb24tY2ktZXhwaXJ5LXBlcmlvZCI6IDM2NTAsCiAgICAieC10dWYtb24tY2ktc2lnbmluZy1wZXJpb2QiOiAzNjUKICAgfSwKICAgInRhcmdldHMiOiB7CiAgICAia2V5aWRzIjogWwogICAgICJhYTYxZTA5ZjZhZjc2NjJhYzY4NmNmMGM2MzY0MDc5ZjYzZDNlN2E4NjgzNjY4NGVlY2VkOTNlYWNlM2FjZDgxIiwKICAgICAiNjFmOTYwOWQyNjU1YjM0NmZjZWJjY2Q2NmI1MDlkNTgyODE2OGQ1ZTQ0NzExMGUyNjFmMGJjYzg1NTM2MjRiYyIsCiAgICAgIjk0NzFmYmRhOTU0MTFkMTAxMDllNDY3YWQ1MjYwODJkMTVmMTRhMzhkZTU0ZWEyYWRhOTY4N2FiMzlkOGUyMzciLAogICAgICIwMzc0YTllMThhMjBhMjEwMzczNmNiNDI3N2UyZmRkN2Y4NDUzNjQyYzdkOWVhZjRhZDhhZWU5Y2YyZDQ3YmI1IgogICAgXSwKICAgICJ0aHJlc2hvbGQiOiAxCiAgIH0sCiAgICJ0aW1lc3RhbXAiOiB7CiAgICAia2V5aWRzIjogWwogICAgICJjMzQ3OTAwN2U4NjE0NDVjZTVkYzEwOWQ5NjYxZWQ3N2IzNWJiYzBlM2YxNjE4NTJjNDYxMTQyNjZmYzJkYWE0IgogICAgXSwKICAgICJ0aHJlc2hvbGQiOiAxLAogICAgIngtdHVmLW9uLWNpLWV4cGlyeS1wZXJpb2QiOiA3LAogICAgIngtdHVmLW9uLWNpLXNpZ25pbmctcGVyaW9kIjogNgogICB9CiAgfSwKICAic3BlY192ZXJzaW9uIjogIjEuMCIsCiAgInZlcnNpb24iOiAxNCwKICAieC10dWYtb24tY2ktZXhwaXJ5LXBlcmlvZCI6IDE4MiwKICAieC10dWYtb24tY2ktc2lnbmluZy1wZXJpb2QiOiAzNQogfQp9";
var trusted_root_json = "ewogICJtZWRpYVR5cGUiOiAiYXBwbGljYXRpb24vdm5kLmRldi5zaWdzdG9yZS50cnVzdGVkcm9vdCtqc29uO3ZlcnNpb249MC4xIiwKICAidGxvZ3MiOiBbCiAgICB7CiAgICAgICJiYXNlVXJsIjogImh0dHBzOi8vcmVrb3Iuc2lnc3RhZ2UuZGV2IiwKICAgICAgImhhc2hBbGdvcml0aG0iOiAiU0hBMl8yNTYiLAogICAgICAicHVibGljS2V5IjogewogICAgICAgICJyYXdCeXRlcyI6ICJNRmt3RXdZSEtvWkl6ajBDQVFZSUtvWkl6ajBEQVFjRFFnQUVET0RSVTY4OFVZR3V5NTRtTlVsYUVCaVFkVEU5bllMcjBsZzZSWG93SS9RVi9SRTFhekJuNEVnNS8ydVRPTWJoQjEvZ2ZjSHppanpGaTlUaytnMVByZz09IiwKICAgICAgICAia2V5RGV0YWlscyI6ICJQS0lYX0VDRFNBX1AyNTZfU0hBXzI1NiIsCiAgICAgICAgInZhbGlkRm9yIjogewogICAgICAgICAgInN0YXJ0IjogIjIwMjEtMDEtMTJUMTE6NTM6MjdaIgogICAgICAgIH0KICAgICAgfSwKICAgICAgImxvZ0lkIjogewogICAgICAgICJrZXlJZCI6ICIweTh3bzhNdFk1d3JkaUlGb2h4N3NIZUk1b0tEcEs1dlFoR0hJNkcrcEpZPSIKICAgICAgfQogICAgfSwKICAgIHsKICAgICAgImJhc2VVcmwiOiAiaHR0cHM6Ly9sb2cyMDI1LWFscGhhMS5yZWtvci5zaWdzdGFnZS5kZXYiLAogICAgICAiaGFzaEFsZ29yaXRobSI6ICJTSEEyXzI1NiIsCiAgICAgICJwdWJsaWNLZXkiOiB7CiAgICAgICAgInJhd0J5dGVzIjogIk1Db3dCUVlESzJWd0F5RUFQbitBUkVIb0JhWjd3Z1MxekJxcHhtTFNHbnloeFhqNGxGeFNkV1ZCOG84PSIsCiAgICAgICAgImtleURldGFpbHMiOiAiUEtJWF9FRDI1NTE5IiwKICAgICAgICAidmFsaWRGb3IiOiB7CiAgICAgICAgICAic3RhcnQiOiAiMjAyNS0wNC0xNlQwMDowMDowMFoiLAogICAgICAgICAgImVuZCI6ICIyMDI1LTA5LTA0VDAwOjAwOjAwWiIKICAgICAgICB9CiAgICAgIH0sCiAgICAgICJsb2dJZCI6IHsKICAgICAgICAia2V5SWQiOiAiOHcxYW1aMlM1bUpJUWtRbVB4ZE11T3JML29Ka3ZGZzlNblFYbWVPQ1hjaz0iCiAgICAgIH0KICAgIH0sCiAgICB7CiAgICAgICJiYXNlVXJsIjogImh0dHBzOi8vbG9nMjAyNS1hbHBoYTIucmVrb3Iuc2lnc3RhZ2UuZGV2IiwKICAgICAgImhhc2hBbGdvcml0aG0iOiAiU0hBMl8yNTYiLAogICAgICAicHVibGljS2V5IjogewogICAgICAgICJyYXdCeXRlcyI6ICJNQ293QlFZREsyVndBeUVBa3JBOE91MkZ0TjdrWVhDUC9scHZGOHZRcnZoNG5qKzkxK1BXT0dHemZHYz0iLAogICAgICAgICJrZXlEZXRhaWxzIjogIlBLSVhfRUQyNTUxOSIsCiAgICAgICAgInZhbGlkRm9yIjogewogICAgICAgICAgInN0YXJ0IjogIjIwMjUtMDgtMDhUMDA6MDA6MDBaIiwKICAgICAgICAgICJlbmQiOiAiMjAyNS0wOS0yOFQwMDowMDowMFoiCiAgICAgICAgfQogICAgICB9LAogICAgICAibG9nSWQiOiB7CiAgICAgICAgImtleUlkIjogIktmU2lTWDJpUkx5aEs2MlNVVkw0N3ZWY3FxUngvUkFld3BLSm04SWRaVG89IgogICAgICB9CiAgICB9LAogICAgewogICAgICAiYmFzZVVybCI6ICJodHRwczovL2xvZzIwMjUtYWxwaGEzLnJla29yLnNpZ3N0YWdlLmRldiIsCiAgICAgICJoYXNoQWxnb3JpdGhtIjogIlNIQTJfMjU2IiwKICAgICAgInB1YmxpY0tleSI6IHsKICAgICAgICAicmF3Qnl0ZXMiOiAiTUNvd0JRWURLMlZ3QXlFQWxEM2RWYzh5YVAyNW1QdFQvc0o1OUQzTEx4R0JnVy9xWXJNNng2S21PcWs9IiwKICAgICAgICAia2V5RGV0YWlscyI6ICJQS0lYX0VEMjU1MTkiLAogICAgICAgICJ2YWxpZEZvciI6IHsKICAgICAgICAgICJzdGFydCI6ICIyMDI1LTA5LTIyVDAwOjAwOjAwWiIKICAgICAgICB9CiAgICAgIH0sCiAgICAgICJsb2dJZCI6IHsKICAgICAgICAia2V5SWQiOiAiMDlPbkRLRXc3L2hwWmlZVlBvVFJ6UmJnbEhrMHN5bHNVb3ZlZ25SVWxKWT0iCiAgICAgIH0KICAgIH0KICBdLAogICJjZXJ0aWZpY2F0ZUF1dGhvcml0aWVzIjogWwogICAgewogICAgICAic3ViamVjdCI6IHsKICAgICAgICAib3JnYW5pemF0aW9uIjogInNpZ3N0b3JlLmRldiIsCiAgICAgICAgImNvbW1vbk5hbWUiOiAic2lnc3RvcmUiCiAgICAgIH0sCiAgICAgICJ1cmkiOiAiaHR0cHM6Ly9mdWxjaW8uc2lnc3RhZ2UuZGV2IiwKICAgICAgImNlcnRDaGFpbiI6IHsKICAgICAgICAiY2VydGlmaWNhdGVzIjogWwogICAgICAgICAgewogICAgICAgICAgICAicmF3Qnl0ZXMiOiAiTUlJQ0dUQ0NBYUNnQXdJQkFnSVRKdGEvb2tmZ0h2amFiR20xQk96dWhyd0ExVEFLQmdncWhrak9QUVFEQXpBcU1SVXdFd1lEVlFRS0V3eHphV2R6ZEc5eVpTNWtaWFl4RVRBUEJnTlZCQU1UQ0hOcFozTjBiM0psTUI0WERUSXlNRFF4TkRJeE16ZzBNRm9YRFRNeU1ETXlNakUyTlRBME5Wb3dOekVWTUJNR0ExVUVDaE1NYzJsbmMzUnZjbVV1WkdWMk1SNHdIQVlEVlFRREV4VnphV2R6ZEc5eVpTMXBiblJsY20xbFpHbGhkR1V3ZGpBUUJnY3Foa2pPUFFJQkJnVXJnUVFBSWdOaUFBU29zQXlTV0pRL3RLNXI4VDVhSHFhdmswb0krQktRYm5MTGRtT01SWEhRRi80SHg5S3ROZnBjZGpIOWhOS1FTQnhTbExGRk4zdHZGQ2NvMHFGQnpXWXdadHNZc0JlMWw5MXFZbi85VkhGVGFFVndZUVdJSkVFdnJzMGZ2UHVBcWphamV6QjVNQTRHQTFVZER3RUIvd1FFQXdJQkJqQVRCZ05WSFNVRUREQUtCZ2dyQmdFRkJRY0RBekFTQmdOVkhSTUJBZjhFQ0RBR0FRSC9BZ0VBTUIwR0ExVWREZ1FXQkJSeGhqQ21GSHhpYi9uMzF2UUZHbjlmLyt0dnJEQWZCZ05WSFNNRUdEQVdnQlQvUWpLNmFIMnJPbkN2M0F6VUd1SStoNDltWlRBS0JnZ3Foa2pPUFFRREF3Tm5BREJrQWpBTTFsYktrY3FRbEUvVXNwTVRiV05vMXkyVGFKNDR0eDNsL0ZKRmNlVFNkRForMFcxT0hIZVU0dHdpZS9scThYZ0NNSFF4Z0V2MjZ4Tk5pQUd5UFhia1lnckRQdmJPcXAwVWVXWDRtSm5MU3JCcjNhTi9LWDFTQnJLUXUyMjBGbVZMMFE9PSIKICAgICAgICAgIH0sCiAgICAgICAgICB7CiAgICAgICAgICAgICJyYXdCeXRlcyI6ICJNSUlCOWpDQ0FYdWdBd0lCQWdJVERkRUp2bHVsaUUwQXpZYUlFNGpUTWRuRlR6QUtCZ2dxaGtqT1BRUURBekFxTVJVd0V3WURWUVFLRXd4emFXZHpkRzl5WlM1a1pYWXhFVEFQQmdOVkJBTVRDSE5wWjNOMGIzSmxNQjRYRFRJeU1ETXlOVEUyTlRBME5sb1hEVE15TURNeU1qRTJOVEEwTlZvd0tqRVZNQk1HQTFVRUNoTU1jMmxuYzNSdmNtVXVaR1YyTVJFd0R3WURWUVFERXdoemFXZHpkRzl5WlRCMk1CQUdCeXFHU000OUFnRUdCU3VCQkFBaUEySUFCTW85QlVOazlRSVlpc1l5c0MyNCsyT3l0b1Y3MllpTG9uWWNxUjN5ZVZuWXppUHQ3WHYrK0NZRTh5b0NUaXdlZFVFQ0NXS09jdlFLUkNKWmI5aHQ0SHp5K1Z2QngzNmhLK0M2c0VDQ1NSMHg2cFBTaXorY1RrMWY3ODhaakJsVVphTmpNR0V3RGdZRFZSMFBBUUgvQkFRREFnRUdNQThHQTFVZEV3RUIvd1FGTUFNQkFmOHdIUVlEVlIwT0JCWUVGUDlDTXJwb2ZhczZjSy9jRE5RYTRqNkhqMlpsTUI4R0ExVWRJd1FZTUJhQUZQOUNNcnBvZmFzNmNLL2NETlFhNGo2SGoyWmxNQW9HQ0NxR1NNNDlCQU1EQTJrQU1HWUNNUUQra29qdXpNd3p0TmF5OUliemp1ay8vWkw1bTZUMk9Dc200NWwxbFkwMDRwY2I5ODRMOTI2Qm93b2RvaXJGTWNNQ01RRElKdEZIaFAvMUQzYStNM2RBR29tT2I2TzRDbVRyeTNUVFBiUHNBRm52MjJZQTBZK1AyMU5Wb3hLRGpkdTB0a3c9IgogICAgICAgICAgfQogICAgICAgIF0KICAgICAgfSwKICAgICAgInZhbGlkRm9yIjogewogICAgICAgICJzdGFydCI6ICIyMDIyLTA0LTE0VDIxOjM4OjQwWiIKICAgICAgfQogICAgfQogIF0sCiAgImN0bG9ncyI6IFsKICAgIHsKICAgICAgImJhc2VVcmwiOiAiaHR0cHM6Ly9jdGZlLnNpZ3N0YWdlLmRldi90ZXN0IiwKICAgICAgImhhc2hBbGdvcml0aG0iOiAiU0hBMl8yNTYiLAogICAgICAicHVibGljS2V5IjogewogICAgICAgICJyYXdCeXRlcyI6ICJNSUlDQ2dLQ0FnRUEyN0EyTVBRWG0wSTB2Ny9MeTVCSWF1RGpSWkY1Sm9yOXZVK1FoZW9FMlVJSXNaSGN5WXEzc2xIelNTSHkybExqMVpEMmQ5MUN0SjQ5MlpYcW5CbXNyNFR3WjlqUTA1dFcybUdJUkk4dTJEcU44THB1TllaR3ovZjlTWnJqaFFRbVV0dHFXbXR1M1VvTGZLejZOYk5YVW5vbytOaFpGY0ZSTFhKOFZwb3JWaHVpQW1MN3pxVDUzY1hSM3lRZkZQQ1VEZUduUmtzbmxoVklBSmMzQUhaWlNIUUo4REVYTWhoMzVUVnYyblloVEkzcklEN0d3alhYdzRvY3o3UkdERDM3a3k2cDM5VGw1TkI3MWdUMWVTcWhaaEdIRVlISVBYcmFFQmQ1KzN3OXFJdUxXbHA1RWovSzZNdTRFTGlvWEtDVWltQ2J3eStDczhVaEhGbHFjeWc0QXlzT0hKd0lhZFhJYThMc1k1MWpuVlNHckdPRUJaZXZvcG1RUE5QdHlmRlkzZG1YU1MrNlozUkQyR2Q2b0RuTkdKenBTeUVrNDEwQWc1dXZORGZZekpMQ1dYOXRVOGxJeE53ZEZZbUl3cGQ4OUhpanlSeW9Hbm9KM2VudGQ2M2N2S2Z1dWl4NXIrR0h5S3AxWG0xTDVqNUFXTTZQK3oweGlnd2tpWG50K2FkZXhBbDFKOXdkRHh2L3BVRkVFU1JGNERHOERGR1Z0YmRINmFSMUE1L3ZENGtyTzR0QzFRWVVTZXlMNU12c3c4V1JxSUZIY1h0Z3lidHh5bGxqdk5jR01WMUtYUUM4VUZEbXBHWlZEU0h4NnYzZS9CSE1yWjdnam9DQ2ZWTVovY0ZjUWkwVzJBSUhQWUVNSC9DOTVKMnI0WGJITVJkWVhwb3ZwT29UNUNhNzhnc0NBd0VBQVE9PSIsCiAgICAgICAgImtleURldGFpbHMiOiAiUEtDUzFfUlNBX1BLQ1MxVjUiLAogICAgICAgICJ2YWxpZEZvciI6IHsKICAgICAgICAgICJzdGFydCI6ICIyMDIxLTAzLTE0VDAwOjAwOjAwWiIsCiAgICAgICAgICAiZW5kIjogIjIwMjItMDctMzFUMDA6MDA6MDBaIgogICAgICAgIH0KICAgICAgfSwKICAgICAgImxvZ0lkIjogewogICAgICAgICJrZXlJZCI6ICJHM3dVS2s2Wks2ZmZIaC9GZENSVUUyd1Zla3l6SEVFSXBTRzRzYXZudjB3PSIKICAgICAgfQogICAgfSwKICAgIHsKICAgICAgImJhc2VVcmwiOiAiaHR0cHM6Ly9jdGZlLnNpZ3N0YWdlLmRldi8yMDIyIiwKICAgICAgImhhc2hBbGdvcml0aG0iOiAiU0hBMl8yNTYiLAogICAgICAicHVibGljS2V5IjogewogICAgICAgICJyYXdCeXRlcyI6ICJNRmt3RXdZSEtvWkl6ajBDQVFZSUtvWkl6ajBEQVFjRFFnQUVoOTl4dVJpNnNsQkZkOFZVSm9LL3JMaWd5NGJZZVNZV08vZkU2QnI3cjBEOE5wTUk5NCtBNjNMUi9Xdkx4cFVVR0JwWThJSkEzaVUydGVsYWc1Q1JwQT09IiwKICAgICAgICAia2V5RGV0YWlscyI6ICJQS0lYX0VDRFNBX1AyNTZfU0hBXzI1NiIsCiAgICAgICAgInZhbGlkRm9yIjogewogICAgICAgICAgInN0YXJ0IjogIjIwMjItMDctMDFUMDA6MDA6MDBaIiwKICAgICAgICAgICJlbmQiOiAiMjAyMi0wNy0zMVQwMDowMDowMFoiCiAgICAgICAgfQogICAgICB9LAogICAgICAibG9nSWQiOiB7CiAgICAgICAgImtleUlkIjogIisrSktPTVF0N1NKM3luVUhuQ2ZuRGhjS1A4LzU4SjRUdWVNcVh1azNIbUE9IgogICAgICB9CiAgICB9LAogICAgewogICAgICAiYmFzZVVybCI6ICJodHRwczovL2N0ZmUuc2lnc3RhZ2UuZGV2LzIwMjItMiIsCiAgICAgICJoYXNoQWxnb3JpdGhtIjogIlNIQTJfMjU2IiwKICAgICAgInB1YmxpY0tleSI6IHsKICAgICAgICAicmF3Qnl0ZXMiOiAiTUZrd0V3WUhLb1pJemowQ0FRWUlLb1pJemowREFRY0RRZ0FFOGdFREtObWU4QW5YdVBCZ0hqcnRYZFM2bWlIcWMyNENSYmxORU9GcGlKUm5nZXE4S283M1krSzE4eVJZVmYxRFhENEFWTHd2S3l6ZE5kbDVuMGpVU1E9PSIsCiAgICAgICAgImtleURldGFpbHMiOiAiUEtJWF9FQ0RTQV9QMjU2X1NIQV8yNTYiLAogICAgICAgICJ2YWxpZEZvciI6IHsKICAgICAgICAgICJzdGFydCI6ICIyMDIyLTA3LTAxVDAwOjAwOjAwWiIKICAgICAgICB9CiAgICAgIH0sCiAgICAgICJsb2dJZCI6IHsKICAgICAgICAia2V5SWQiOiAiS3pDODNHaUl5ZUxoMkNZcFhuUWZTRGt4bGdMeW5EUExYa05BL3JLc2hubz0iCiAgICAgIH0KICAgIH0sCiAgICB7CiAgICAgICJiYXNlVXJsIjogImh0dHBzOi8vbG9nMjAyNi0xLmN0ZmUuc2lnc3RhZ2UuZGV2IiwKICAgICAgImhhc2hBbGdvcml0aG0iOiJTSEEyXzI1NiIsCiAgICAgICJwdWJsaWNLZXkiOiB7CiAgICAgICAgInJhd0J5dGVzIjogIk1Ga3dFd1lIS29aSXpqMENBUVlJS29aSXpqMERBUWNEUWdBRXY4K0ZwK2tsVE1sT2QwRlUrZWVrb3RQemxhRjlvcnZ2OVpnZExYcTUrTW1vR1RoTE5pZ1hJYXBYalcwbHVqc1U2K1pIS1o2VVB6U3V6K1Y4WXhMb1F3PT0iLAogICAgICAgICJrZXlEZXRhaWxzIjogIlBLSVhfRUNEU0FfUDI1Nl9TSEFfMjU2IiwKICAgICAgICAidmFsaWRGb3IiOiB7CiAgICAgICAgICAic3RhcnQiOiAiMjAyNi0wMS0xNFQwMDowMDowMFoiCiAgICAgICAgfQogICAgICB9LAogICAgICAibG9nSWQiOiB7CiAgICAgICAgImtleUlkIjogIlBtQnhVM1J1R0pMZ2tMSTJzVWwySnk5bnRFMXZrczV2ZHhGS3R5S2dwclk9IgogICAgICB9CiAgICB9CiAgXSwKICAidGltZXN0YW1wQXV0aG9yaXRpZXMiOiBbCiAgICB7CiAgICAgICJzdWJqZWN0IjogewogICAgICAgICJvcmdhbml6YXRpb24iOiAic2lnc3RvcmUuZGV2IiwKICAgICAgICAiY29tbW9uTmFtZSI6ICJzaWdzdG9yZS10c2Etc2VsZnNpZ25lZCIKICAgICAgfSwKICAgICAgInVyaSI6ICJodHRwczovL3RpbWVzdGFtcC5zaWdzdGFnZS5kZXYvYXBpL3YxL3RpbWVzdGFtcCIsCiAgICAgICJjZXJ0Q2hhaW4iOiB7CiAgICAgICAgImNlcnRpZmljYXRlcyI6IFsKICAgICAgICAgIHsKICAgICAgICAgICAgInJhd0J5dGVzIjogIk1JSUNEekNDQVphZ0F3SUJBZ0lVQ2pXaEJtSFY0a0Z6eG9tV3AvSjk4bjREZktjd0NnWUlLb1pJemowRUF3TXdPVEVWTUJNR0ExVUVDaE1NYzJsbmMzUnZjbVV1WkdWMk1TQXdIZ1lEVlFRREV4ZHphV2R6ZEc5eVpTMTBjMkV0YzJWc1puTnBaMjVsWkRBZUZ3MHlOVEF6TWpnd09URTBNRFphRncwek5UQXpNall3T0RFME1EWmFNQzR4RlRBVEJnTlZCQW9UREhOcFozTjBiM0psTG1SbGRqRVZNQk1HQTFVRUF4TU1jMmxuYzNSdmNtVXRkSE5oTUhZd0VBWUhLb1pJemowQ0FRWUZLNEVFQUNJRFlnQUV4MXY1RjNIcEQ5ZWdIdWtucEJGbFJ6N1FCUkRKdTRhZVZ6dDl6SkxSWTBsdm14MWxGN1dCTTJjOUFOOFpHUFFzbURxSGxKTjJSLzcrUnhMa3ZsTHprYzE5SU94Mzh0N21HR0VjQjdhZ1VEZENGL0t5M1JUTFNLMFhvLzBBZ0hRZG8yb3dhREFPQmdOVkhROEJBZjhFQkFNQ0I0QXdIUVlEVlIwT0JCWUVGS2o4WlBZbzNpN21PM05QVkl4U3hPR2MzVk9sTUI4R0ExVWRJd1FZTUJhQUZEc2dSbGxldFRKTlJ6RE9ibVB1YzNSSDhnUjlNQllHQTFVZEpRRUIvd1FNTUFvR0NDc0dBUVVGQndNSU1Bb0dDQ3FHU000OUJBTURBMmNBTUdRQ01FU3ZWUzZHR3RGMzMrSjE5VGZ3RU5XSlhqUnY0aTAvSFFGd0xVU2tYNlRmVjdnMG5HOFZucU5ISkx2RXBBdE9qUUl3VUQzdXl3VFhvclFQMURnYlYwOXJGOVllbitDRXFzL2lFcGllSldQc3QyODBTU09aNU5hK2R5UFZrOS84U0ZrNiIKICAgICAgICAgIH0sCiAgICAgICAgICB7CiAgICAgICAgICAgICJyYXdCeXRlcyI6ICJNSUlCOXpDQ0FYeWdBd0lCQWdJVUNQRXhFRktpUWgwZFA0c3A1bHRtU1lTU2tGVXdDZ1lJS29aSXpqMEVBd013T1RFVk1CTUdBMVVFQ2hNTWMybG5jM1J2Y21VdVpHVjJNU0F3SGdZRFZRUURFeGR6YVdkemRHOXlaUzEwYzJFdGMyVnNabk5wWjI1bFpEQWVGdzB5TlRBek1qZ3dPVEUwTURaYUZ3MHpOVEF6TWpZd09ERTBNRFphTURreEZUQVRCZ05WQkFvVERITnBaM04wYjNKbExtUmxkakVnTUI0R0ExVUVBeE1YYzJsbmMzUnZjbVV0ZEhOaExYTmxiR1p6YVdkdVpXUXdkakFRQmdjcWhrak9QUUlCQmdVcmdRUUFJZ05pQUFUdDB0SURXeW80QVJmTDlCYVNvMFc1YkpRRWJLSlRVL3U3bGx2ZGpTSTVhVGtPQUphOHRpeG4yK0xFZlBHNGRNRmRzTVB0c0l1VTFxbjJPcUZpdU1rNnZIdi9jK2F6MjVSUVZZMW9vNTBpTWIwaklMM040Rmd3aFBGcFpuQ2JRUE9qUlRCRE1BNEdBMVVkRHdFQi93UUVBd0lCQmpBU0JnTlZIUk1CQWY4RUNEQUdBUUgvQWdFQU1CMEdBMVVkRGdRV0JCUTdJRVpaWHJVeVRVY3d6bTVqN25OMFIvSUVmVEFLQmdncWhrak9QUVFEQXdOcEFEQm1BakVBMk1JMVZYZ2JmM2RVT1NjOTVoU1J5cEJLT2FiMThlaDJ4elF0eFVzSHZXZVkrMWlGZ3lNbHVVdU5SNnRhb1NtRkFqRUEzMW0yY3pndVpoS1lYKzRKU0t1NXBSWWhCVFhBZDhLS1EzeGRQUlgvcUNhTHZUMnFKQUVRMVlRTTNFSlJydEk3IgogICAgICAgICAgfQogICAgICAgIF0KICAgICAgfSwKICAgICAgInZhbGlkRm9yIjogewogICAgICAgICJzdGFydCI6ICIyMDI1LTA0LTA5VDAwOjAwOjAwWiIKICAgICAgfQogICAgfQogIF0KfQo=";
// src/trust/trusted-root.ts
/** The lists of the document. */
const FIELDS = [
	"certificateAuthorities",
	"ctlogs",
	"timestampAuthorities",
	"tlogs"
];
/** Whether the time lies in the validity, ends included. */
function isValidAt(validity, time) {
	return validity.start <= time && (validity.end === void 0 || time <= validity.end);
}
const MEDIA_TYPE = "application/vnd.dev.sigstore.trustedroot";
/** The production root has some ten parts, and each costs time. */
const MAX_PARTS = 256;
/** What this version verifies signatures by. */
const KEY_KINDS = [
	"ec",
	"ed25519",
	"rsa"
];
const CURVES$1 = [
	"prime256v1",
	"secp384r1",
	"secp521r1"
];
/**
* Reads a TrustedRoot document. A part that cannot be read is left out; it is for the caller to say so. Every
* authority needs a start of validity: without one a key that was added in secret would count for all of the past.
* @param text JSON
* @throws TrustError TRUSTED_ROOT_MALFORMED when it is none, or when of what is needed nothing could be read
*/
function parseTrustedRoot(text, source, { certificates = true, isOwn = false } = {}) {
	const { mediaType, ...lists } = readLists(text);
	const leftOut = [];
	const keep = (field, read) => lists[field].flatMap((json, index) => {
		try {
			return [read(json)];
		} catch (thrown) {
			const message = `the trusted root's ${field}[${index}]${nameOf$2(json)} cannot be read and is left out: ${(0,external_common_js_namespaceObject.jr)(thrown)}`;
			leftOut.push({
				field,
				message
			});
			return [];
		}
	});
	const toAuthorityPart = (json) => {
		const part = import_dist$1.CertificateAuthority.fromJSON(normalizeProtobufJson(json));
		return [part, toAuthority(part)];
	};
	const toLogPart = (json) => {
		const part = import_dist$1.TransparencyLogInstance.fromJSON(normalizeProtobufJson(json));
		const log = toLogAuthority(part);
		return [{
			...part,
			baseUrl: log.baseUrl
		}, log];
	};
	const certificateAuthorities = keep("certificateAuthorities", toAuthorityPart);
	const timestampAuthorities = keep("timestampAuthorities", toAuthorityPart);
	const tlogs = keep("tlogs", toLogPart);
	const ctlogs = keep("ctlogs", toLogPart);
	const kept = {
		certificateAuthorities,
		timestampAuthorities,
		tlogs,
		ctlogs
	};
	const needed = certificates ? [
		"certificateAuthorities",
		"ctlogs",
		"tlogs"
	] : ["tlogs"];
	const fatal = leftOut.find(({ field }) => needed.includes(field) && kept[field].length === 0);
	if (fatal !== void 0) throw malformed$4(`${fatal.field} hold nothing that can be read: ${fatal.message}`);
	return {
		source,
		isStale: false,
		isWithoutCtLogs: isOwn && lists.ctlogs.length === 0,
		leftOut,
		certificateAuthorities: certificateAuthorities.map(([, authority]) => authority),
		timestampAuthorities: timestampAuthorities.map(([, authority]) => authority),
		transparencyLogs: tlogs.map(([, log]) => log),
		certificateTransparencyLogs: ctlogs.map(([, log]) => log),
		document: {
			mediaType,
			certificateAuthorities: certificateAuthorities.map(([part]) => part),
			timestampAuthorities: timestampAuthorities.map(([part]) => part),
			tlogs: tlogs.map(([part]) => part),
			ctlogs: ctlogs.map(([part]) => part)
		}
	};
}
function readLists(text) {
	let json;
	try {
		json = (0,external_common_js_namespaceObject.xn)(text);
	} catch (cause) {
		throw malformed$4("(root) cannot be read: it is not JSON", cause);
	}
	if (!isRecord(json)) throw malformed$4("(root) is no JSON object");
	const { mediaType, media_type: otherName } = json;
	const type = mediaType ?? otherName;
	if (typeof type !== "string" || !type.startsWith(MEDIA_TYPE)) throw malformed$4(`mediaType is not a trusted root's: ${JSON.stringify(type ?? null).slice(0, 100)}`);
	const list = (field) => {
		const value = json[field] ?? json[field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] ?? [];
		if (!Array.isArray(value)) throw malformed$4(`${field} is not a list`);
		if (value.length > MAX_PARTS) throw malformed$4(`${field} has more than ${MAX_PARTS} entries`);
		return value;
	};
	const lists = Object.fromEntries(FIELDS.map((field) => [field, list(field)]));
	if (FIELDS.every((field) => lists[field].length === 0)) throw malformed$4("lists are all empty: it names no authority");
	return {
		mediaType: type,
		...lists
	};
}
function isRecord(json) {
	return typeof json === "object" && json !== null && !Array.isArray(json);
}
/** How much of a foreign name a message repeats. */
const MAX_NAME_LENGTH = 80;
/** What a part calls itself. */
function nameOf$2(json) {
	if (!isRecord(json)) return "";
	const name = json["baseUrl"] ?? json["base_url"] ?? json["uri"];
	return typeof name === "string" && name !== "" ? ` (${name.slice(0, MAX_NAME_LENGTH)})` : "";
}
function toAuthority({ certChain, validFor }) {
	const certificates = certChain?.certificates ?? [];
	if (certificates.length === 0) throw new Error("its certChain is empty");
	return {
		chain: certificates.map(({ rawBytes }, position) => at$1(`its certChain.certificates[${position}]`, () => toAuthorityCertificate(Buffer.from(rawBytes)))),
		validFor: toValidity(validFor)
	};
}
function toAuthorityCertificate(der) {
	const native = new import__late_node_crypto.X509Certificate(der);
	if (!native.raw.equals(der)) throw new Error("there are bytes after the certificate");
	const x509 = import_dist$3.X509Certificate.parse(der);
	if ([x509.notBefore, x509.notAfter].some((time) => isNaN(time.getTime()))) throw new Error("its validity is no time");
	return {
		x509,
		native,
		publicKey: toKnownKey(native.publicKey),
		extensions: readExtensions(x509)
	};
}
function toLogAuthority({ baseUrl, hashAlgorithm, publicKey, checkpointKeyId, logId }) {
	const { rawBytes, validFor, keyDetails } = publicKey ?? {};
	const { keyId } = checkpointKeyId ?? logId ?? {};
	if (hashAlgorithm !== import_dist$1.HashAlgorithm.HASH_ALGORITHM_UNSPECIFIED && hashAlgorithm !== import_dist$1.HashAlgorithm.SHA2_256) throw new Error("its hashAlgorithm is not SHA2_256");
	if (rawBytes === void 0) throw new Error("its publicKey.rawBytes is missing");
	if (keyId === void 0 || keyId.length === 0) throw new Error("its logId.keyId is missing");
	const url = URL.canParse(baseUrl) ? new URL(baseUrl) : void 0;
	return {
		logId: Buffer.from(keyId).toString("hex"),
		baseUrl: url?.href.replace(/\/$/, "") ?? baseUrl,
		host: url?.hostname ?? "",
		publicKey: at$1("its publicKey.rawBytes", () => toKnownKey(toKey(rawBytes, keyDetails))),
		validFor: toValidity(validFor)
	};
}
function toKey(rawBytes, keyDetails) {
	return (0, import__late_node_crypto.createPublicKey)({
		key: Buffer.from(rawBytes),
		format: "der",
		type: keyDetails === import_dist$1.PublicKeyDetails.PKCS1_RSA_PKCS1V5 ? "pkcs1" : "spki"
	});
}
/** Node knows more kinds of keys, such as ML-DSA, than there is a rule for how a log of Sigstore signs by them. */
function toKnownKey(key) {
	const { asymmetricKeyType: kind = "unknown", asymmetricKeyDetails: { namedCurve } = {} } = key;
	if (!KEY_KINDS.includes(kind) || namedCurve !== void 0 && !CURVES$1.includes(namedCurve)) throw new Error(`this version does not verify by keys of the kind ${namedCurve ?? kind}`);
	return key;
}
function toValidity(range) {
	if (range?.start === void 0) throw new Error("its validFor.start is missing");
	if (isNaN(range.start.getTime())) throw new Error("its validFor.start is not a time");
	if (range.end !== void 0 && isNaN(range.end.getTime())) throw new Error("its validFor.end is not a time");
	return {
		start: range.start,
		end: range.end
	};
}
function at$1(path, read) {
	try {
		return read();
	} catch (cause) {
		throw new Error(`${path} cannot be read: ${(0,external_common_js_namespaceObject.jr)(cause)}`, { cause });
	}
}
function malformed$4(what, cause) {
	return new external_common_js_namespaceObject.Ar("TRUSTED_ROOT_MALFORMED", `the trusted root's ${what}`, { cause });
}
// src/trust/embedded.ts
const productionSeed = https___tuf_repo_cdn_sigstore_dev;
/** The TUF repository of the staging instance. */
const STAGING_TUF_URL = new URL("https://tuf-repo-cdn.sigstage.dev");
/** TUF's root.json, the start of its chain of trust. */
function embeddedTufRoot() {
	return Buffer.from(productionSeed["root.json"], "base64");
}
/** The root of TUF that Sigstore's staging instance was seeded with. */
function embeddedStagingTufRoot() {
	return Buffer.from(root_json, "base64");
}
/**
* The embedded trusted root, its date in `source`.
* @param now milliseconds since the epoch: past its date it is stale
*/
function embeddedTrustedRoot(needs, now = Date.now()) {
	const text = Buffer.from(productionSeed.targets["trusted_root.json"], "base64").toString();
	const { described, expires } = describe$2(embeddedTufRoot());
	return {
		...parseTrustedRoot(text, `embedded (${described})`, needs),
		isStale: now > expires
	};
}
/** The same of the staging instance, which vouches for tests of signing and for nothing else. */
function embeddedStagingRoot(needs, now = Date.now()) {
	const text = Buffer.from(trusted_root_json, "base64").toString();
	const { described, expires } = describe$2(embeddedStagingTufRoot());
	return {
		...parseTrustedRoot(text, `embedded, staging (${described})`, needs),
		isStale: now > expires
	};
}
function describe$2(tufRoot) {
	const { signed } = (0,external_common_js_namespaceObject.xn)(tufRoot.toString());
	return {
		described: `TUF root ${signed.version}, good until ${signed.expires.slice(0, 10)}`,
		expires: Date.parse(signed.expires)
	};
}
// src/trust/sources.ts
/** Where there is another root at hand, a repository that is out of reach costs no more than this. */
const FALLBACK_PATIENCE_MS = 1e4;
/** Sigstore's production root has some 10 KB. */
const MAX_FILE_BYTES = 1048576;
/**
* The trusted root that the user chose.
* @throws TrustError
*/
async function loadTrustedRoot(options) {
	const root = await loadChosen(options);
	for (const { message } of root.leftOut) options.warn(`${message}. A newer version may know it`);
	if (root.isStale && options.choice.kind.startsWith("embedded")) options.warn(`the trusted root is past its date: ${root.source}`);
	return root;
}
async function loadChosen(options) {
	const { choice, needs } = options;
	switch (choice.kind) {
		case "file": return parseTrustedRoot(await readRootFile(choice.path), `file ${choice.path}`, {
			...needs,
			isOwn: true
		});
		case "embedded": return embeddedTrustedRoot(needs);
		case "embedded-staging": return embeddedStagingRoot(needs);
		case "tuf": return fetchByTuf(options);
		case "auto": return fetchOr(() => embeddedTrustedRoot(needs), options);
		case "staging": return fetchOr(() => embeddedStagingRoot(needs), {
			...options,
			tufUrl: options.tufUrl.href === PRODUCTION_TUF_URL ? STAGING_TUF_URL : options.tufUrl,
			initialRoot: embeddedStagingTufRoot()
		});
	}
}
/** The default of tuf-url, which is no word about the staging instance. */
const PRODUCTION_TUF_URL = new URL("https://tuf-repo-cdn.sigstore.dev").href;
/** Where TUF gives a root that cannot be read, an older one would bring back what was revoked since. */
async function fetchOr(embedded, options) {
	try {
		return await fetchByTuf({
			...options,
			patienceMs: FALLBACK_PATIENCE_MS
		});
	} catch (thrown) {
		const { code, message } = (0,external_common_js_namespaceObject.Mr)(thrown);
		if (code === "TRUSTED_ROOT_MALFORMED") throw thrown;
		const root = embedded();
		options.warn(`${message}; using the trusted root that is ${root.source}`);
		return {
			...root,
			isStale: true
		};
	}
}
/** TUF's client is loaded only when it is asked for: it costs start-up time. */
async function fetchByTuf(options) {
	const { fetchTufTrustedRoot } = await import(/* webpackIgnore: true */ "./tuf.js");
	return fetchTufTrustedRoot(options);
}
async function readRootFile(path) {
	try {
		return (await (0,external_common_js_namespaceObject.mn)(path, MAX_FILE_BYTES)).toString();
	} catch (cause) {
		throw new external_common_js_namespaceObject.Ar("TRUSTED_ROOT_UNAVAILABLE", `the trusted root file "${path}" cannot be read: ${(0,external_common_js_namespaceObject.jr)(cause)}`, {
			cause,
			hint: "Set trusted-root to auto, tuf, embedded, staging, or the path of a trusted_root.json."
		});
	}
}
// src/world.ts
/** A site that nobody asks. */
const NOWHERE = new URL("https://invalid.invalid");
/** Loaded by who may reach anybody: it brings Node's own clients of HTTP and TLS. */
async function openHttp(options) {
	const { createHttp } = await import(/* webpackIgnore: true */ "./http.js").then((n) => n.t);
	return createHttp(options);
}
/** Calls `use` with ports, and leaves no connection and no temporary file behind. */
async function withWorld(request, { installer, sharedCache, temporaryRoot, tufCacheFolder, onProgress, onWaiting, http: httpOptions, papersFolder, logRequestsPerSecond, filesAtHand, onSecret }, use) {
	const { lockFile, logCheckpoint } = request;
	const { releaseUrl, mirrorAuthorization } = request;
	const { onReached, list: reachedHosts } = createReachedHosts();
	const http = request.isOffline ? createOfflineHttp() : await openHttp({
		onWaiting,
		patienceMs: request.patienceMs,
		onReached,
		...httpOptions
	});
	const siteHttp = withAuthorization(http, releaseUrl.origin, mirrorAuthorization);
	const site = releaseUrl.protocol === "file:" ? createFolderHttp(releaseUrl) : siteHttp;
	const folder = await createTemporaryFolder(temporaryRoot, "run");
	const papers = papersFolder === void 0 ? void 0 : createPapersCache(site, papersFolder);
	const releaseSite = createReleaseSite({
		http: site,
		folder: folder.path,
		onProgress,
		papers
	});
	const logHttp = request.isFrozen ? createOfflineHttp() : http;
	const transparencyLog = logRequestsPerSecond === void 0 ? createTransparencyLog(logHttp, request.rekorUrl) : createRateLimitedLog(logHttp, request.rekorUrl, logRequestsPerSecond);
	try {
		return await use({
			releaseSite: filesAtHand === void 0 ? releaseSite : withFilesAtHand(releaseSite, filesAtHand),
			hintSite: createHintSite(releaseUrl, siteHttp),
			imageRegistry: openRegistry(http, { onSecret }),
			transparencyLog,
			loadTrustedRoot: (warn) => loadTrustedRoot({
				choice: request.trustedRoot,
				tufUrl: request.tufUrl,
				fetchBytes: (url, options) => http.fetchBytes(url, options),
				cacheFolder: tufCacheFolder,
				warn
			}),
			installer,
			sharedCache,
			lockFile: lockFile === void 0 ? void 0 : createLockFile(lockFile),
			checkpointFile: logCheckpoint === void 0 ? void 0 : createCheckpointFile(logCheckpoint),
			now: () => Date.now(),
			reachedHosts
		});
	} finally {
		http.close();
		await folder.remove();
		await sharedCache?.close();
	}
}
/** As withWorld, where nothing is fetched into files and nothing is installed. */
async function withLocalWorld(options, use) {
	const { releaseUrl = NOWHERE, mirrorAuthorization, isOffline = false, rekorUrl, patienceMs, onWaiting, onSecret, logCheckpoint, signatures } = options;
	const { trustedRoot: choice, tufUrl, tufCacheFolder: cacheFolder } = options;
	const { onReached, list: reachedHosts } = createReachedHosts();
	const http = isOffline ? createOfflineHttp() : await openHttp({
		onWaiting,
		patienceMs,
		onReached
	});
	const site = withAuthorization(http, releaseUrl.origin, mirrorAuthorization);
	try {
		return await use({
			...createLocalEvidence(http),
			hintSite: createHintSite(releaseUrl, site),
			imageRegistry: openRegistry(http, {
				onSecret,
				signatures
			}),
			transparencyLog: createTransparencyLog(http, rekorUrl),
			checkpointFile: logCheckpoint === void 0 ? void 0 : createCheckpointFile(logCheckpoint),
			loadTrustedRoot: (warn, needs) => loadTrustedRoot({
				choice,
				tufUrl,
				fetchBytes: (url, given) => http.fetchBytes(url, given),
				cacheFolder,
				warn,
				...needs && { needs }
			}),
			now: () => Date.now(),
			reachedHosts
		});
	} finally {
		http.close();
	}
}
// node_modules/yocto-queue/index.js
var Node = class {
	value;
	next;
	constructor(value) {
		this.value = value;
	}
};
var Queue = class {
	#head;
	#tail;
	#size;
	constructor() {
		this.clear();
	}
	enqueue(value) {
		const node = new Node(value);
		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}
		this.#size++;
	}
	dequeue() {
		const current = this.#head;
		if (!current) return;
		this.#head = this.#head.next;
		this.#size--;
		if (!this.#head) this.#tail = void 0;
		return current.value;
	}
	peek() {
		if (!this.#head) return;
		return this.#head.value;
	}
	clear() {
		this.#head = void 0;
		this.#tail = void 0;
		this.#size = 0;
	}
	get size() {
		return this.#size;
	}
	*[Symbol.iterator]() {
		let current = this.#head;
		while (current) {
			yield current.value;
			current = current.next;
		}
	}
	*drain() {
		while (this.#head) yield this.dequeue();
	}
};
// node_modules/p-limit/index.js
function pLimit(concurrency) {
	let rejectOnClear = false;
	if (typeof concurrency === "object") ({concurrency, rejectOnClear = false} = concurrency);
	validateConcurrency(concurrency);
	if (typeof rejectOnClear !== "boolean") throw new TypeError("Expected `rejectOnClear` to be a boolean");
	const queue = new Queue();
	let activeCount = 0;
	const resumeNext = () => {
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};
	const next = () => {
		activeCount--;
		resumeNext();
	};
	const run = async (function_, resolve, arguments_) => {
		const result = (async () => function_(...arguments_))();
		resolve(result);
		try {
			await result;
		} catch {}
		next();
	};
	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = { reject };
		new Promise((internalResolve) => {
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(void 0, function_, resolve, arguments_));
		if (activeCount < concurrency) resumeNext();
	};
	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});
	Object.defineProperties(generator, {
		activeCount: { get: () => activeCount },
		pendingCount: { get: () => queue.size },
		clearQueue: { value() {
			if (!rejectOnClear) {
				queue.clear();
				return;
			}
			const abortError = AbortSignal.abort().reason;
			while (queue.size > 0) queue.dequeue().reject(abortError);
		} },
		concurrency: {
			get: () => concurrency,
			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;
				queueMicrotask(() => {
					while (activeCount < concurrency && queue.size > 0) resumeNext();
				});
			}
		},
		map: { async value(iterable, function_) {
			const promises = [];
			try {
				Array.from(iterable, (value, index) => {
					const promise = generator(function_, value, index);
					promises.push(promise);
					return promise;
				});
			} catch (error) {
				for (const promise of promises) promise.catch(() => {});
				throw error;
			}
			return Promise.all(promises);
		} }
	});
	return generator;
}
function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) throw new TypeError("Expected `concurrency` to be a number from 1 and up");
}
// src/evidence/image-name.ts
/** `registry.k8s.io/coredns/coredns:v1.13.1@sha256:…` → `coredns` */
function lastNameOf(reference) {
	const path = reference.split("@", 1)[0] ?? "";
	return path.slice(path.lastIndexOf("/") + 1).split(":", 1)[0] ?? "";
}
/**
* Every last name that an image may have been signed under: each of Kubernetes's is published once more by its
* architecture, the very same image as in the index, so that a child's name may have it, or lack it.
* @param architecture of an image that is no index
*/
function toNames$1(repository, architecture) {
	const name = lastNameOf(repository);
	if (name === "") return [];
	if (architecture === void 0) return [name];
	const ending = `-${architecture}`;
	return name.endsWith(ending) ? [name, name.slice(0, -ending.length)] : [name, `${name}${ending}`];
}
// src/diagnose/image-notices.ts
/** All of it as sentences that begin with the code. */
function describeImages(images) {
	return [...images.flatMap((image) => noticesOfImage(image, image.result.artifact.name)), ...noticesOfShared(images)].map(({ code, message }) => `${code}: ${message}`);
}
/** @param title how the sentences begin: what was asked for */
function noticesOfImage({ reference, result, isIndex }, title) {
	if (result.outcome !== "verified") return [];
	const name = lastNameOf(reference.repository);
	const unbound = result.checks.find(({ code }) => code === "IMAGE_NAME_UNBOUND");
	const isOdd = isIndex === false && (0,external_common_js_namespaceObject.Bn)(name) && !(0,external_common_js_namespaceObject.Vn)(name);
	return [...unbound ? [{
		code: "IMAGE_NAME_UNBOUND",
		message: `${title}: ${unbound.detail}`
	}] : [], ...isOdd ? [{
		code: "IMAGE_SINGLE_PLATFORM",
		message: `${title}: the tag stands for the image of a single platform, where Kubernetes has an index of all`
	}] : []];
}
/** One sentence for each digest that was answered for several names: at most one of them is what it is called. */
function noticesOfShared(images) {
	const verified = images.filter(({ result }) => result.outcome === "verified");
	return [...Map.groupBy(verified, ({ result }) => result.digest?.hex).values()].flatMap((group) => {
		const names = new Set(group.map(({ reference }) => lastNameOf(reference.repository)));
		if (names.size < 2) return [];
		return [{
			code: "IMAGE_DIGEST_SHARED",
			message: `${[...names].join(", ")} are one and the same image`
		}];
	});
}
// src/lock/lock.ts
const VERSION$1 = 1;
const releaseVersion = /* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ check((text) => (0,external_common_js_namespaceObject.nr)(text) === text, "is not a release like v1.35.2"), /* @__PURE__ */ transform((text) => text));
const digest = /* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ regex(/^sha256:[0-9a-f]{64}$/, "is not sha256: and 64 hex characters"), /* @__PURE__ */ transform((text) => (0,external_common_js_namespaceObject.dr)(text)));
const names = /* @__PURE__ */ array(/* @__PURE__ */ string());
const proofSchema = {
	signer: /* @__PURE__ */ strictObject({
		certificateIdentity: /* @__PURE__ */ string(),
		oidcIssuer: /* @__PURE__ */ string()
	}),
	logIndex: /* @__PURE__ */ pipe(/* @__PURE__ */ number(), /* @__PURE__ */ safeInteger("is not a whole number"), /* @__PURE__ */ minValue(0, "is negative")),
	bundle: /* @__PURE__ */ record(/* @__PURE__ */ string(), /* @__PURE__ */ unknown())
};
/** Without a version, the artifact of a URL, whose host and path are its path. */
const placeSchema = {
	version: /* @__PURE__ */ optional(releaseVersion),
	path: /* @__PURE__ */ string(),
	platform: /* @__PURE__ */ optional(/* @__PURE__ */ string()),
	digest
};
const lockSchema = /* @__PURE__ */ strictObject({
	lockfileVersion: /* @__PURE__ */ literal(VERSION$1, `is not ${VERSION$1}`),
	request: /* @__PURE__ */ strictObject({
		versions: /* @__PURE__ */ record(/* @__PURE__ */ string(), /* @__PURE__ */ array(releaseVersion)),
		artifacts: names,
		platforms: names,
		urls: /* @__PURE__ */ optional(names)
	}),
	artifacts: /* @__PURE__ */ array(/* @__PURE__ */ union([/* @__PURE__ */ strictObject({
		...placeSchema,
		...proofSchema
	}), /* @__PURE__ */ strictObject({
		...placeSchema,
		version: releaseVersion,
		signatureSource: /* @__PURE__ */ literal("release-sbom")
	})]))
});
/**
* Reads a lock file.
* @param name how errors call it
* @throws LockError LOCK_MALFORMED with the JSON path
*/
function parseLock(text, name = "the lock file") {
	const malformed = (what) => new external_common_js_namespaceObject.Or("LOCK_MALFORMED", `${name} is not in its format: ${what}`);
	const refuse = ({ issue, cause }) => {
		if (issue !== void 0) return malformed(`${deepestPath(issue)}: ${deepest(issue).message}`);
		return new external_common_js_namespaceObject.Or("LOCK_MALFORMED", `${name} is not JSON: ${(0,external_common_js_namespaceObject.jr)(cause)}`, { cause });
	};
	const lock = readJson$4(text, lockSchema, { refuse });
	const { artifacts } = lock;
	const seen = /* @__PURE__ */ new Set();
	for (const [index, entry] of artifacts.entries()) {
		const foreign = "bundle" in entry ? findForeignField(entry.bundle) : void 0;
		if (foreign !== void 0) throw malformed(`${[
			"artifacts",
			index,
			"bundle",
			...foreign
		].join(".")}: is no field of a bundle`);
		const place = (0,external_common_js_namespaceObject.Tn)(entry);
		if (seen.has(place)) throw malformed(`artifacts.${index}: names ${place} twice`);
		seen.add(place);
	}
	return lock;
}
/** The text of a lock file, the same for the same content. */
function formatLock({ lockfileVersion, request, artifacts }) {
	const sorted = {
		lockfileVersion,
		request: {
			versions: Object.fromEntries(Object.entries(request.versions).sort(byText(([key]) => key))),
			artifacts: [...request.artifacts].sort(),
			platforms: [...request.platforms].sort(),
			...request.urls && { urls: [...request.urls].sort() }
		},
		artifacts: [...artifacts].sort(byText(external_common_js_namespaceObject.Tn))
	};
	return `${(0,external_common_js_namespaceObject.Lr)(sorted, 2)}\n`;
}
/** The entry of a lock for a path of a release, or for a URL. */
function findEntry(lock, { version, path }) {
	return lock?.artifacts.find((entry) => entry.version === version && entry.path === path);
}
/**
* The path of a field that the library reads over: nobody would verify what a reviewer reads there. A bundle that is
* none at all says so itself, once it is to prove something.
*/
function findForeignField(bundle) {
	try {
		return findExcess(bundle, toBundleJson((0, import_dist$2.bundleFromJSON)(bundle)));
	} catch {
		return;
	}
}
/** The path of the first field in one value that the other lacks. */
function findExcess(value, known) {
	if (typeof value !== "object" || value === null) return void 0;
	for (const [key, inner] of Object.entries(value)) {
		if (!(typeof known === "object" && known !== null && Object.hasOwn(known, key))) return [key];
		const path = findExcess(inner, known[key]);
		if (path !== void 0) return [key, ...path];
	}
}
/** By code units: the same on every machine. */
function byText(toText) {
	return (a, b) => toText(a) < toText(b) ? -1 : 1;
}
/** Of a union's issues, that of the alternative which came furthest. */
function deepest(issue) {
	const inner = [...issue.issues ?? []].sort((a, b) => (b.path?.length ?? 0) - (a.path?.length ?? 0))[0];
	return inner === void 0 ? issue : deepest(inner);
}
function deepestPath(issue) {
	const inner = deepest(issue);
	return [...issue.path ?? [], ...inner === issue ? [] : inner.path ?? []].map(({ key }) => String(key)).join(".") || "(root)";
}
// src/lock/frozen.ts
/** How many gaps an error names. */
const MAX_NAMED = 10;
/**
* The releases that a version means by the lock, with nothing asked.
* @throws LockError LOCK_INCOMPLETE, LOCK_MISMATCH
*/
function resolveFrozen(spec, lock) {
	const key = (0,external_common_js_namespaceObject.xt)(spec);
	const versions = lockedOf(spec, lock);
	if (versions.length === 0) throw incomplete([`the version ${key}`]);
	const expected = findMisfit(spec, versions);
	if (expected === void 0) return versions;
	throw new external_common_js_namespaceObject.Or("LOCK_MISMATCH", `the lock file has ${versions.join(", ")} for ${key}`, {
		expected,
		actual: versions.join(", ")
	});
}
/** The releases that a spec meant by the lock; of several ranges under one key, each means the newest that is its own. */
function lockedOf(spec, { request: { versions } }) {
	const key = (0,external_common_js_namespaceObject.xt)(spec);
	const locked = Object.hasOwn(versions, key) ? versions[key] ?? [] : [];
	if (spec.kind !== "range" || spec.skewOf === void 0) return locked;
	const newest = newestOf(locked.filter((version) => import_semver.default.satisfies(version, spec.range)));
	return newest === void 0 ? locked : [newest];
}
/** The newest minor and the two before it are always patched, and at times a fourth. */
const MOST_SUPPORTED = 4;
/** What a spec would allow, if it cannot mean these releases: whoever changed the lock chose them. */
function findMisfit(spec, versions) {
	const [first, ...others] = versions;
	const isOne = first !== void 0 && others.length === 0;
	switch (spec.kind) {
		case "exact": return isOne && first === spec.version ? void 0 : spec.version;
		case "channel": return isOne && fitsChannel(spec.channel, first) ? void 0 : `one release of the channel ${spec.channel}`;
		case "range": return isOne && import_semver.default.satisfies(first, spec.range) ? void 0 : `one stable release in ${spec.range}`;
		case "supported": {
			const minors = versions.map((version) => import_semver.default.minor(version)).sort((a, b) => b - a);
			const areInRow = minors.every((minor, index) => minor === (minors[0] ?? 0) - index);
			const areStable = versions.every((version) => !(0,external_common_js_namespaceObject.er)(version));
			return areInRow && areStable && minors.length <= MOST_SUPPORTED ? void 0 : "one stable release of each of the newest minors";
		}
	}
}
/**
* Whether the lock holds all that is planned.
* @throws LockError LOCK_INCOMPLETE, naming what it lacks
*/
function assertCovered(request, { releases, byUrl }, lock) {
	const lacks = (listed, what, asked) => asked.filter((name) => !listed.includes(name)).map((name) => `${what} ${name}`);
	const planned = [...releases, byUrl].flatMap(listPlanned);
	const missing = [
		...lacks(lock.request.artifacts, "the artifact", request.artifacts.map(({ entry }) => entry.name)),
		...lacks(lock.request.platforms, "the platform", request.platforms.map(external_common_js_namespaceObject.ar)),
		...planned.filter((artifact) => !isCovered(artifact, lock)).map(external_common_js_namespaceObject.Tn)
	];
	if (missing.length > 0) throw incomplete(missing);
}
/**
* Whether what is planned is all that the lock holds: of the rest nobody would say whether it is proven.
* @throws LockError LOCK_MALFORMED
*/
function assertNothingElse({ releases, byUrl }, { artifacts }) {
	const planned = new Set([...releases, byUrl].flatMap(listPlanned).map(external_common_js_namespaceObject.Tn));
	const index = artifacts.findIndex((entry) => !planned.has((0,external_common_js_namespaceObject.Tn)(entry)));
	if (index < 0) return;
	const message = `the lock file is not in its format: artifacts.${index}: is not what its request asks for`;
	throw new external_common_js_namespaceObject.Or("LOCK_MALFORMED", message);
}
/** Everything of a group that a lock has an entry for. */
function listPlanned({ artifacts, sbom }) {
	return [...artifacts, ...sbom ? [sbom] : []];
}
function isCovered(planned, lock) {
	const entry = findEntry(lock, planned);
	const platform = planned.platform && (0,external_common_js_namespaceObject.ar)(planned.platform);
	if (entry === void 0 || entry.platform !== platform) return false;
	return planned.signatureSource === "release-sbom" || "bundle" in entry;
}
/**
* A channel file is unsigned: whoever serves it could bring back an old release with known faults.
* @throws LockError LOCK_VERSION_BACKWARDS
*/
function assertNotBackwards(spec, versions, lock) {
	for (const version of versions) {
		const former = formerOf(spec, version, lock);
		if (former === void 0 || import_semver.default.gte(version, former)) continue;
		const message = `${(0,external_common_js_namespaceObject.xt)(spec)} has gone back from ${former} to ${version}`;
		throw new external_common_js_namespaceObject.Or("LOCK_VERSION_BACKWARDS", message, {
			expected: `${former} or newer`,
			actual: version
		});
	}
}
/** The release that a spec meant by the lock, of the line that another release of it belongs to. */
function formerOf(spec, version, lock) {
	const locked = listFormer(spec, lock);
	const ofMinor = locked.find((each) => (0,external_common_js_namespaceObject.tr)(each) === (0,external_common_js_namespaceObject.tr)(version));
	return spec.kind === "supported" ? ofMinor : ofMinor ?? newestOf(locked);
}
/** What the lock has for a spec; where it knows only others, whatever of theirs the spec could mean as well. */
function listFormer(spec, lock) {
	const { versions } = lock.request;
	if (Object.hasOwn(versions, (0,external_common_js_namespaceObject.xt)(spec))) return lockedOf(spec, lock);
	return Object.values(versions).flat().filter((version) => findMisfit(spec, [version]) === void 0);
}
function newestOf(versions) {
	return [...versions].sort(import_semver.default.rcompare)[0];
}
function incomplete(missing) {
	const more = missing.length > MAX_NAMED ? ` and ${missing.length - MAX_NAMED} more` : "";
	const message = `the lock file does not cover ${missing.slice(0, MAX_NAMED).join(", ")}${more}`;
	return new external_common_js_namespaceObject.Or("LOCK_INCOMPLETE", message);
}
// src/lock/record.ts
/** The text of the lock file for what a request came to. */
function recordLock(request, bySpec, verified) {
	const versions = Object.entries(bySpec).map(([spec, list]) => [spec, [...list]]);
	return formatLock({
		lockfileVersion: 1,
		request: {
			versions: Object.fromEntries(versions),
			artifacts: request.artifacts.map(({ entry }) => entry.name),
			platforms: request.platforms.map(external_common_js_namespaceObject.ar),
			...request.urls.length > 0 && { urls: request.urls.map(({ href }) => href) }
		},
		artifacts: [...new Set(verified)].map(toEntry)
	});
}
function toEntry({ planned, digest, proof, result }) {
	const { version, path, platform } = planned;
	const place = {
		...version && { version },
		path,
		...platform && { platform: (0,external_common_js_namespaceObject.ar)(platform) },
		digest
	};
	if (proof instanceof VerifiedArtifact && version !== void 0) return {
		...place,
		version,
		signatureSource: "release-sbom"
	};
	if (proof instanceof VerifiedArtifact) throw new external_common_js_namespaceObject.Dr(`${path} is proven by the SBOM of no release`);
	const { signer, logEntry } = result;
	if (!signer || !logEntry) throw new external_common_js_namespaceObject.Dr(`${path} counts as verified without signer or log entry`);
	const { logIndex } = logEntry;
	return {
		...place,
		signer,
		logIndex,
		bundle: toBundleJson(proof)
	};
}
// src/evidence/candidate.ts
/** What a source is called in a sentence. */
const SOURCE_NAMES = {
	"named-bundle": "the bundle",
	"named-pair": "the signature and the certificate",
	lock: "the lock file",
	cache: "the cached bundle",
	bundle: "the bundle",
	pair: "the .sig and the .cert",
	search: "the log's entry",
	"image-tag": "the signature under the .sig tag",
	"image-signature": "the signature that refers to the image",
	"image-referrer": "the bundle that refers to the image"
};
/** Evidence in which every piece is missing for one reason. */
function toNoEvidence(error) {
	return {
		signature: { error },
		certificate: { error },
		logEntry: { error }
	};
}
/** Whether there is nothing in it: neither signature nor certificate was there at all. */
function isNothing({ evidence: { signature, certificate } }) {
	return isMissing(signature.error) && isMissing(certificate.error);
}
function isMissing(error) {
	return error !== void 0 && /^EVIDENCE_[A-Z]+_MISSING$/.test(error.code);
}
// src/evidence/log-entry.ts
/** Deeper than any tree that has fewer than 2^63 leaves. */
const MAX_PROOF_HASHES = 63;
/** Date's own limit, in seconds. */
const MAX_UNIX_SECONDS = 864e10;
const base64 = /* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ check((text) => parseBase64(text) !== void 0, "is not base64"), /* @__PURE__ */ transform((text) => Buffer.from(text, "base64")));
const index = /* @__PURE__ */ pipe(/* @__PURE__ */ number(), /* @__PURE__ */ safeInteger("is not a whole number"), /* @__PURE__ */ minValue(0, "is negative"));
const sha256Hex = /* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ regex(/^[0-9a-f]{64}$/, "is not 64 hex characters"));
const sha256$1 = /* @__PURE__ */ pipe(sha256Hex, /* @__PURE__ */ transform((text) => Buffer.from(text, "hex")));
const uuid = /* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ regex(/^(?:[0-9a-f]{16})?[0-9a-f]{64}$/, "is not 64 or 80 hex characters"));
const entrySchema = /* @__PURE__ */ object({
	body: base64,
	integratedTime: /* @__PURE__ */ pipe(index, /* @__PURE__ */ maxValue(MAX_UNIX_SECONDS, "is not a time")),
	logID: sha256Hex,
	logIndex: index,
	verification: /* @__PURE__ */ optional(/* @__PURE__ */ object({
		inclusionProof: /* @__PURE__ */ optional(/* @__PURE__ */ object({
			logIndex: index,
			treeSize: index,
			rootHash: sha256$1,
			hashes: /* @__PURE__ */ pipe(/* @__PURE__ */ array(sha256$1), /* @__PURE__ */ maxLength(MAX_PROOF_HASHES, "has too many hashes")),
			checkpoint: /* @__PURE__ */ string()
		})),
		signedEntryTimestamp: /* @__PURE__ */ optional(base64)
	}))
});
/** The log's answer: entries under their UUIDs. */
const answerSchema = /* @__PURE__ */ record(uuid, /* @__PURE__ */ unknown());
/** The same with the UUID inside, as people write single entries down. */
const flatSchema = /* @__PURE__ */ object({
	uuid,
	...entrySchema.entries
});
/** Every shard's copy of one entry, and room for what else may stand beside it. */
const MAX_ENTRIES$3 = 64;
/**
* Reads one log entry.
* @param text JSON from the log, or from a file the user gave
* @throws EvidenceError EVIDENCE_UNREADABLE with the JSON path, or when it is not one entry
*/
function parseLogEntry(text) {
	const [first, ...others] = parseLogEntries(text);
	if (first === void 0) throw malformed$3("holds no entry");
	if (others.length > 0) throw malformed$3(`holds ${others.length + 1} entries where one was asked for`);
	return (0,external_common_js_namespaceObject.vn)(first);
}
/**
* Reads every entry in an answer, each by itself: one that cannot be read hides no other.
* @throws EvidenceError EVIDENCE_UNREADABLE when the answer as a whole is none
*/
function parseLogEntries(text) {
	const json = readJson(text);
	if (typeof json === "object" && json !== null && "uuid" in json) return [(0,external_common_js_namespaceObject.gn)(() => {
		const flat = read$2(flatSchema, json);
		return toLogEntry(flat.uuid, flat);
	})];
	const answers = Object.entries(read$2(answerSchema, json));
	if (answers.length > MAX_ENTRIES$3) throw malformed$3(`holds more than ${MAX_ENTRIES$3} entries`);
	return answers.map(([id, entry]) => (0,external_common_js_namespaceObject.gn)(() => toLogEntry(id, read$2(entrySchema, entry, id))));
}
function toLogEntry(id, entry) {
	const leafHash = toLeafHash(entry.body);
	if (!id.endsWith(leafHash.hex)) throw new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", "the log entry is filed under a UUID that is not its own", {
		expected: leafHash.hex,
		actual: id
	});
	return {
		uuid: id,
		kind: kindOf(entry.body) ?? "hashedrekord/0.0.1",
		body: entry.body,
		leafHash,
		logId: entry.logID,
		logIndex: entry.logIndex,
		integratedTime: /* @__PURE__ */ new Date(entry.integratedTime * 1e3),
		inclusionProof: entry.verification?.inclusionProof,
		signedEntryTimestamp: entry.verification?.signedEntryTimestamp
	};
}
/** @returns undefined when the body does not say it; then it is of no kind that could be rebuilt */
function kindOf(body) {
	try {
		const { kind, apiVersion } = (0,external_common_js_namespaceObject.xn)(body.toString());
		return typeof kind === "string" && typeof apiVersion === "string" ? `${kind}/${apiVersion}` : void 0;
	} catch {
		return;
	}
}
function readJson(text) {
	try {
		return (0,external_common_js_namespaceObject.xn)(text);
	} catch (cause) {
		throw new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", `the log entry is not JSON but ${describeText(text)}`, { cause });
	}
}
function read$2(schema, json, parent = "") {
	const inParent = (what) => parent === "" ? what : `${parent}.${what}`.replace(`${parent}.(root)`, parent);
	return readValue(json, schema, { refuse: ({ what }) => malformed$3(inParent(what)) });
}
function malformed$3(what) {
	return new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", `the log entry is not what the log's API promises: ${what}`);
}
// src/evidence/signature.ts
/** The DER tag of a SEQUENCE: every ECDSA-Sig-Value (RFC 3279 §2.2.3) starts with it. */
const DER_SEQUENCE = 48;
/**
* Reads a `.sig` file.
* @returns the DER bytes; whether they are a signature over anything is for `verify/` to say
* @throws EvidenceError EVIDENCE_UNREADABLE
*/
function parseSignature(file) {
	if (isDerSequence(file)) return Buffer.from(file);
	const text = toText$2(file);
	const der = parseAnyBase64(text.replace(/\s+/g, ""));
	if (der?.[0] === DER_SEQUENCE) return der;
	throw new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", `the signature file is ${describeText(text)}`, {
		expected: "a DER ECDSA signature, or base64 over it",
		actual: describeText(text)
	});
}
// src/evidence/image-signature.ts
/** The media type of a layer that cosign signed in its simple form. */
const SIMPLE_SIGNING_TYPE = "application/vnd.dev.cosign.simplesigning.v1+json";
const SIGNATURE = "dev.cosignproject.cosign/signature";
const CERTIFICATE = "dev.sigstore.cosign/certificate";
const BUNDLE = "dev.sigstore.cosign/bundle";
const PAYLOAD_TYPE = "cosign container image signature";
const payloadSchema = /* @__PURE__ */ object({ critical: /* @__PURE__ */ object({
	identity: /* @__PURE__ */ object({ "docker-reference": /* @__PURE__ */ string() }),
	image: /* @__PURE__ */ object({ "docker-manifest-digest": /* @__PURE__ */ string() }),
	type: /* @__PURE__ */ string()
}) });
const promiseSchema = /* @__PURE__ */ object({
	SignedEntryTimestamp: /* @__PURE__ */ string(),
	Payload: /* @__PURE__ */ object({
		body: /* @__PURE__ */ string(),
		integratedTime: /* @__PURE__ */ number(),
		logIndex: /* @__PURE__ */ number(),
		logID: /* @__PURE__ */ string()
	})
});
/**
* Reads a payload.
* @throws EvidenceError EVIDENCE_UNREADABLE
*/
function parseSimpleSigning(text) {
	const { critical } = read$1(payloadSchema, text, "the signed payload");
	if (critical.type !== PAYLOAD_TYPE) {
		const context = {
			expected: PAYLOAD_TYPE,
			actual: critical.type
		};
		throw new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", "the signed payload is of another type", context);
	}
	const named = critical.image["docker-manifest-digest"];
	const manifest = named.startsWith("sha256:") ? (0,external_common_js_namespaceObject.dr)(named) : void 0;
	if (manifest !== void 0) return {
		manifest,
		reference: critical.identity["docker-reference"]
	};
	throw new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", "the signed payload names no SHA-256 digest of a manifest");
}
/** The evidence in the annotations of a layer. */
function readImageEvidence(annotations) {
	const { [SIGNATURE]: signature, [CERTIFICATE]: certificate, [BUNDLE]: promise } = annotations;
	return {
		signature: signature === void 0 ? { error: new external_common_js_namespaceObject.Sr("EVIDENCE_SIGNATURE_MISSING", `the layer has no ${SIGNATURE}`) } : (0,external_common_js_namespaceObject.gn)(() => parseSignature(Buffer.from(signature))),
		certificate: certificate === void 0 ? { error: new external_common_js_namespaceObject.Sr("EVIDENCE_CERTIFICATE_MISSING", `the layer has no ${CERTIFICATE}`) } : (0,external_common_js_namespaceObject.gn)(() => parseCertificate(Buffer.from(certificate))),
		logEntry: promise === void 0 ? { error: new external_common_js_namespaceObject.Sr("EVIDENCE_LOG_ENTRY_MISSING", `the layer has no ${BUNDLE}`) } : (0,external_common_js_namespaceObject.gn)(() => parsePromise(promise))
	};
}
/** Read in the form of the log's own answer, without the inclusion proof that cosign leaves out. */
function parsePromise(text) {
	const { SignedEntryTimestamp, Payload } = read$1(promiseSchema, text, "the log's promise");
	const leafHash = toLeafHash(Buffer.from(Payload.body, "base64")).hex;
	const verification = { signedEntryTimestamp: SignedEntryTimestamp };
	return parseLogEntry(JSON.stringify({ [leafHash]: {
		...Payload,
		verification
	} }));
}
function read$1(schema, text, what) {
	const refuse = ({ isJson, what: fault, cause }) => {
		const message = isJson ? `${what}: ${fault}` : `${what} is not JSON but ${describeText(text)}`;
		return new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", message, { cause });
	};
	return readJson$4(text, schema, { refuse });
}
// src/gather/image-layer.ts
/** How the media type of every Sigstore bundle begins. */
const BUNDLE_TYPE = "application/vnd.dev.sigstore.bundle";
/** What cosign's bundles state about an image that they sign. Other statements are about an image, no signature of it. */
const SIGNATURE_PREDICATE = "https://sigstore.dev/cosign/sign/v1";
/** A signature in cosign's own form: the layer is what is signed, its annotations are the evidence. */
async function readSignatureLayer({ digest, annotations }, { source, places, registry }) {
	const payload = await (0,external_common_js_namespaceObject._n)(fetchBlob(places, digest, registry));
	const signed = payload.error === void 0 ? (0,external_common_js_namespaceObject.gn)(() => parseSimpleSigning(payload.value.toString())) : payload;
	return {
		source,
		evidence: readImageEvidence(annotations),
		alternatives: [],
		payload: {
			digest: { value: digest },
			manifest: (0,external_common_js_namespaceObject.hn)(signed, ({ manifest }) => manifest),
			reference: signed.value?.reference
		}
	};
}
/** A bundle that signs the image; or the type of what it states about it instead. */
async function readBundleLayer({ digest }, { place, manifest, registry }) {
	const { evidence, alternatives, digest: signed } = parseBundle((await registry.fetchBlob(place, digest)).toString());
	const statement = evidence.envelope && parseStatement(evidence.envelope);
	if (statement !== void 0 && statement.predicateType !== SIGNATURE_PREDICATE) return { statement: statement.predicateType };
	const named = statement?.named.find((subject) => subject.digest.equals(manifest));
	return {
		source: "image-referrer",
		evidence,
		alternatives,
		payload: {
			digest: { value: manifest },
			manifest: { value: signed ?? manifest },
			reference: named?.name
		}
	};
}
/** From the first place that has it: some mirrors serve a signature's manifest, and not what it names. */
async function fetchBlob([first, ...others], digest, registry) {
	if (first === void 0) throw new external_common_js_namespaceObject.Dr("there is no place to fetch from");
	const blob = await (0,external_common_js_namespaceObject._n)(registry.fetchBlob(first, digest));
	if (blob.error === void 0) return blob.value;
	if (others.length === 0) throw blob.error;
	const other = await (0,external_common_js_namespaceObject._n)(fetchBlob(others, digest, registry));
	if (other.error !== void 0) throw blob.error;
	return other.value;
}
// src/gather/image.ts
/** Several signatures are normal: the staging signer's comes before the promoter's. */
const MAX_SIGNATURES = 32;
/** What refers to an image may be anything, and is opened before it tells; so many are. */
const MAX_REFERRERS = 64;
/** Types of what is opened first: where there is more than is opened, these are the likely ones. */
const LIKELY = /^application\/vnd\.dev\.(?:sigstore\.bundle|cosign\.artifact\.sig)/;
/** Where an image's signatures may lie: the repository that was named, then the one that it is a mirror of. */
function placesOf({ registry, repository }) {
	const named = {
		registry,
		repository
	};
	if (registry !== "registry.k8s.io") return [named];
	const { host, prefix } = external_common_js_namespaceObject.Ln;
	return [named, {
		registry: host,
		repository: `${prefix}${repository}`
	}];
}
/** The signatures under the `.sig` tag of the first place. What they are over may lie in any of them. */
async function gatherTagged(places, manifest, registry) {
	const source = "image-tag";
	const tag = `sha256-${manifest.hex}.sig`;
	const layers = await (0,external_common_js_namespaceObject._n)(fetchLayers(places[0], tag, registry));
	if (layers.error !== void 0) return {
		candidates: [],
		absent: [{
			source,
			error: layers.error
		}]
	};
	if (layers.value.length === 0) return {
		candidates: [],
		absent: [toMissing$1(source, manifest, [])]
	};
	const candidates = layers.value.map((layer) => readSignatureLayer(layer, {
		source,
		places,
		registry
	}));
	return {
		candidates: await Promise.all(candidates),
		absent: []
	};
}
/** Signatures and bundles that refer to the manifest (OCI 1.1), told by what is in them. */
async function gatherReferrers(place, manifest, registry) {
	const source = "image-referrer";
	const lists = await Promise.all([(0,external_common_js_namespaceObject._n)(listReferrers(place, manifest, registry)), (0,external_common_js_namespaceObject._n)(listTagged(place, manifest, registry))]);
	const failures = lists.flatMap(({ error }) => error === void 0 ? [] : [{
		source,
		error
	}]);
	const listed = unique(lists.flatMap(({ value = [] }) => value));
	const opened = listed.slice(0, MAX_REFERRERS);
	const found = await Promise.all(opened.map(({ digest }) => readReferrer(digest, {
		place,
		manifest,
		registry
	}).catch((thrown) => ({
		candidates: [toNoSignature(source, (0,external_common_js_namespaceObject.Mr)(thrown))],
		statements: []
	}))));
	const candidates = found.flatMap((each) => each.candidates);
	const statements = found.flatMap((each) => each.statements);
	const unopened = listed.length - opened.length;
	const cut = unopened > 0 ? [toUnopened(unopened)] : [];
	const missing = candidates.length > 0 ? [] : [toMissing$1(source, manifest, statements)];
	return {
		candidates,
		absent: [
			...failures,
			...cut,
			...missing
		]
	};
}
/** A candidate that says why there is none. */
function toNoSignature(source, error) {
	const payload = {
		digest: { error },
		manifest: { error }
	};
	return {
		source,
		evidence: toNoEvidence(error),
		alternatives: [],
		payload
	};
}
async function fetchLayers(place, tag, registry) {
	const bytes = await registry.fetchManifest(place, tag);
	if (bytes === void 0) return [];
	const layers = parseImageManifest(bytes.toString()).layers.filter(({ mediaType }) => mediaType === SIMPLE_SIGNING_TYPE);
	assertBounded(layers);
	return layers;
}
/** As the registry lists them; none where it has no such list. */
async function listReferrers(place, manifest, registry) {
	return (await registry.fetchReferrers(place, manifest) ?? []).flatMap((page) => parseImageManifest(page.toString()).manifests);
}
/** As clients keep them under a tag, where the registry has no list, or had none when they were pushed. */
async function listTagged(place, manifest, registry) {
	const bytes = await registry.fetchManifest(place, `sha256-${manifest.hex}`);
	return bytes === void 0 ? [] : parseImageManifest(bytes.toString()).manifests;
}
/** Each once, the likely ones first; but none is left out for what the list says of it. */
function unique(listed) {
	const manifests = [...new Map(listed.map((descriptor) => [descriptor.digest.hex, descriptor])).values()].filter(({ mediaType }) => MANIFEST_TYPES.includes(mediaType));
	const isLikely = ({ artifactType = "" }) => LIKELY.test(artifactType);
	return [...manifests.filter(isLikely), ...manifests.filter((each) => !isLikely(each))];
}
async function readReferrer(digest, { place, manifest, registry }) {
	const bytes = await registry.fetchManifest(place, digest);
	const { layers } = bytes === void 0 ? { layers: [] } : parseImageManifest(bytes.toString());
	const signatures = layers.filter(({ mediaType }) => mediaType === SIMPLE_SIGNING_TYPE);
	assertBounded(signatures);
	if (signatures.length > 0) {
		const options = {
			source: "image-signature",
			places: [place],
			registry
		};
		const candidates = signatures.map((layer) => readSignatureLayer(layer, options));
		return {
			candidates: await Promise.all(candidates),
			statements: []
		};
	}
	const bundle = layers.find(({ mediaType }) => mediaType.startsWith(BUNDLE_TYPE));
	if (bundle === void 0) return {
		candidates: [],
		statements: []
	};
	const read = await readBundleLayer(bundle, {
		place,
		manifest,
		registry
	});
	return "statement" in read ? {
		candidates: [],
		statements: [read.statement]
	} : {
		candidates: [read],
		statements: []
	};
}
function toMissing$1(source, manifest, statements) {
	const what = [...new Set(statements)].join(", ");
	const beside = what === "" ? "" : `: what refers to it are statements about it (${what}), and no signature`;
	const message = `there is no signature of ${manifest.toString()}${beside}`;
	return {
		source,
		error: new external_common_js_namespaceObject.wr("IMAGE_SIGNATURE_MISSING", message)
	};
}
function toUnopened(count) {
	const message = `more refers to the image than is opened: ${count} were left out`;
	return {
		source: "image-referrer",
		error: new external_common_js_namespaceObject.wr("IMAGE_MANIFEST_MALFORMED", message, { expected: `at most ${MAX_REFERRERS}` })
	};
}
function assertBounded(signatures) {
	if (signatures.length <= MAX_SIGNATURES) return;
	throw new external_common_js_namespaceObject.wr("IMAGE_MANIFEST_MALFORMED", "the image has more signatures than anybody makes", {
		expected: `at most ${MAX_SIGNATURES}`,
		actual: String(signatures.length)
	});
}
// src/verify/proof.ts
/**
* The first that is verified, in the order given; else one that a service left unfinished, whatever others contradict,
* since it might have proven it; else the one that says most.
*/
function chooseCandidate(judged) {
	return judged.reduce((best, each) => best === void 0 || weigh(each) > weigh(best) ? each : best, void 0);
}
/** What lies beside an artifact. That others sign an image, too, is normal. */
const BESIDE = ["bundle", "pair"];
/** What lies beside a proof that holds and is none itself: said, and of no consequence. */
function listDisregarded({ result, judged }) {
	if (result.outcome !== "verified") return [];
	return judged.filter(({ candidate, result: other }) => {
		if (other.outcome === "verified" || isNothing(candidate)) return false;
		if (!BESIDE.includes(candidate.source)) return false;
		return !(candidate.lookup?.state === "not-asked") || other.outcome === "rejected";
	});
}
/** That it was signed, and by whom it has to be. */
const OF_THE_SIGNER = [
	"signature",
	"certificate-chain",
	"certificate-identity",
	"oidc-issuer"
];
function isOfImage({ source }) {
	return source.startsWith("image-");
}
/** What was read and contradicts says more than what could not be read, and that more than what is not there. */
function weigh({ candidate, result }) {
	const { outcome, checks } = result;
	if (outcome === "verified") return 1e400;
	if ((0,external_common_js_namespaceObject.en)(result)) return 3 * checks.length;
	const passed = checks.filter(({ status }) => status === "passed").length;
	if (outcome === "rejected") return checks.length + passed;
	if (isOfImage(candidate) && (0,external_common_js_namespaceObject.$t)(checks, ...OF_THE_SIGNER)) return 2 * checks.length + passed;
	return isNothing(candidate) ? -1 : passed;
}
// src/evidence/further-digests.ts
/** Whether it can be judged only by the artifact's SHA-384 or SHA-512: its signature's own, or its statement's only ones. */
function needsFurther({ envelope, furtherDigest }) {
	if (envelope === void 0) return furtherDigest !== void 0;
	return (0,external_common_js_namespaceObject.gn)(() => parseStatement(envelope)).value?.subjects.length === 0;
}
/** The same, or a signature that may be. */
function mayNeedFurther(evidence) {
	return needsFurther(evidence) || mayBeOverSha384(evidence, evidence.certificate.value?.publicKey);
}
/**
* Whether a signature may be over SHA-384 though nothing says so: neither file of a pair says by which algorithm it is,
* and cosign's algorithm for keys on P-384 goes with SHA-384. A bundle says it.
*/
function mayBeOverSha384({ bundle, envelope, furtherDigest }, publicKey) {
	return !(bundle !== void 0 || envelope !== void 0 || furtherDigest !== void 0) && publicKey?.asymmetricKeyDetails?.namedCurve === "secp384r1";
}
// node_modules/@noble/hashes/_u64.js
const U32_MASK64 = /* @__PURE__ */ (() => BigInt(2 ** 32 - 1))();
const _32n = /* @__PURE__ */ BigInt(32);
function fromBig(n, le = false) {
	if (le) return {
		h: Number(n & U32_MASK64),
		l: Number(n >> _32n & U32_MASK64)
	};
	return {
		h: Number(n >> _32n & U32_MASK64) | 0,
		l: Number(n & U32_MASK64) | 0
	};
}
function split(lst, le = false) {
	const len = lst.length;
	let Ah = new Uint32Array(len);
	let Al = new Uint32Array(len);
	for (let i = 0; i < len; i++) {
		const { h, l } = fromBig(lst[i], le);
		[Ah[i], Al[i]] = [h, l];
	}
	return [Ah, Al];
}
const fromNumH = (n) => n / 2 ** 32 | 0;
const fromNumL = (n) => n >>> 0;
function setU64FromNum(view, byteOffset, n, isLE) {
	const h = fromNumH(n);
	const l = fromNumL(n);
	view.setUint32(byteOffset, isLE ? l : h, isLE);
	view.setUint32(byteOffset + 4, isLE ? h : l, isLE);
}
const shrSH = (h, _l, s) => h >>> s;
const shrSL = (h, l, s) => h << 32 - s | l >>> s;
const rotrSH = (h, l, s) => h >>> s | l << 32 - s;
const rotrSL = (h, l, s) => h << 32 - s | l >>> s;
const rotrBH = (h, l, s) => h << 64 - s | l >>> s - 32;
const rotrBL = (h, l, s) => h >>> s - 32 | l << 64 - s;
function add(Ah, Al, Bh, Bl) {
	const l = (Al >>> 0) + (Bl >>> 0);
	return {
		h: Ah + Bh + (l / 2 ** 32 | 0) | 0,
		l: l | 0
	};
}
const add3L = (Al, Bl, Cl) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0);
const add3H = (low, Ah, Bh, Ch) => Ah + Bh + Ch + (low / 2 ** 32 | 0) | 0;
const add4L = (Al, Bl, Cl, Dl) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0) + (Dl >>> 0);
const add4H = (low, Ah, Bh, Ch, Dh) => Ah + Bh + Ch + Dh + (low / 2 ** 32 | 0) | 0;
const add5L = (Al, Bl, Cl, Dl, El) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0) + (Dl >>> 0) + (El >>> 0);
const add5H = (low, Ah, Bh, Ch, Dh, Eh) => Ah + Bh + Ch + Dh + Eh + (low / 2 ** 32 | 0) | 0;
// node_modules/@noble/hashes/utils.js
/**
* Checks if something is Uint8Array. Be careful: nodejs Buffer will return true.
* @param a - value to test
* @returns `true` when the value is a Uint8Array-compatible view.
* @example
* Check whether a value is a Uint8Array-compatible view.
* ```ts
* isBytes(new Uint8Array([1, 2, 3]));
* ```
*/
function isBytes$1(a) {
	return a instanceof Uint8Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint8Array" && "BYTES_PER_ELEMENT" in a && a.BYTES_PER_ELEMENT === 1;
}
const atitle$1 = (title) => title ? `"${title}" ` : "";
/**
* Asserts something is a non-negative integer.
* @param n - number to validate
* @param title - label included in thrown errors
* @returns The validated number.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Validate a non-negative integer option.
* ```ts
* anumber(32, 'length');
* ```
*/
function anumber$1(n, title = "") {
	if (typeof n !== "number") throw new TypeError(atitle$1(title) + "expected number, got " + typeof n);
	if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(atitle$1(title) + "expected integer >= 0, got " + n);
	return n;
}
/**
* Asserts something is Uint8Array.
* @param value - value to validate
* @param length - optional exact length constraint
* @param title - label included in thrown errors
* @returns The validated byte array.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Validate that a value is a byte array.
* ```ts
* abytes(new Uint8Array([1, 2, 3]));
* ```
*/
function abytes$1(value, length, title = "") {
	if (isBytes$1(value) && (length === void 0 || value.length === length)) return value;
	if (length !== void 0) anumber$1(length, "length");
	const bytes = isBytes$1(value);
	const ofLen = length !== void 0 ? ` of length ${length}` : "";
	const got = bytes ? `length=${value.length}` : `type=${typeof value}`;
	const message = atitle$1(title) + "expected Uint8Array" + ofLen + ", got " + got;
	if (!bytes) throw new TypeError(message);
	throw new RangeError(message);
}
/**
* Asserts something is a wrapped hash constructor.
* @param h - hash constructor to validate
* @throws On wrong argument types or invalid hash wrapper shape. {@link TypeError}
* @throws On invalid hash metadata ranges or values. {@link RangeError}
* @throws If the hash metadata allows empty outputs or block sizes. {@link Error}
* @example
* Validate a callable hash wrapper.
* ```ts
* import { ahash } from '@noble/hashes/utils.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* ahash(sha256);
* ```
*/
function ahash(h) {
	if (typeof h !== "function" || typeof h.create !== "function") throw new TypeError("expected hash wrapped by utils.createHasher");
	anumber$1(h.outputLen);
	anumber$1(h.blockLen);
	if (h.outputLen < 1 || h.blockLen < 1) throw new Error("hash blockLen / outputLen must be >= 1");
}
const aobject$1 = (value, label) => {
	if (value === null || typeof value !== "object" || Array.isArray(value)) throw new TypeError((label === "object" ? "" : `"${label}" `) + "expected object, got type=" + typeof value);
};
const aopts = (value, label) => {
	aobject$1(value, label);
	const proto = Object.getPrototypeOf(value);
	if (proto !== Object.prototype && proto !== null) throw new TypeError(`"${label}" expected plain object`);
	if (Object.hasOwn(value, "__proto__")) throw new TypeError(`"${label}.__proto__" is not allowed`);
};
/**
* Asserts a hash instance has not been destroyed or finished.
* @param instance - hash instance to validate
* @param checkFinished - whether to reject finalized instances
* @throws If the hash instance has already been destroyed or finalized. {@link Error}
* @example
* Validate that a hash instance is still usable.
* ```ts
* import { aexists } from '@noble/hashes/utils.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* const hash = sha256.create();
* aexists(hash);
* ```
*/
function aexists(instance, checkFinished = true) {
	if (instance.destroyed) throw new Error("hash was destroyed");
	if (checkFinished && instance.finished) throw new Error("digest() was already called");
}
/**
* Asserts output is a sufficiently-sized byte array.
* @param out - destination buffer
* @param instance - hash instance providing output length
* Oversized buffers are allowed; downstream code only promises to fill the first `outputLen` bytes.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Validate a caller-provided digest buffer.
* ```ts
* import { aoutput } from '@noble/hashes/utils.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* const hash = sha256.create();
* aoutput(new Uint8Array(hash.outputLen), hash);
* ```
*/
function aoutput(out, instance) {
	abytes$1(out, void 0, "output");
	const min = instance.outputLen;
	if (!(out.length >= min)) throw new RangeError("\"output\" expected length >= " + min);
}
/**
* Zeroizes typed arrays in place. Warning: JS provides no guarantees.
* @param arrays - arrays to overwrite with zeros
* @example
* Zeroize sensitive buffers in place.
* ```ts
* clean(new Uint8Array([1, 2, 3]));
* ```
*/
function clean(...arrays) {
	for (let i = 0; i < arrays.length; i++) arrays[i].fill(0);
}
/**
* Creates a DataView for byte-level manipulation.
* @param arr - source typed array
* @returns DataView over the same buffer region.
* @example
* Create a DataView over an existing buffer.
* ```ts
* createView(new Uint8Array(4));
* ```
*/
function createView(arr) {
	return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
}
/**
* Rotate-right operation for uint32 values.
* @param word - source word
* @param shift - shift amount in bits
* @returns Rotated word.
* @example
* Rotate a 32-bit word to the right.
* ```ts
* rotr(0x12345678, 8);
* ```
*/
function rotr(word, shift) {
	return word << 32 - shift | word >>> shift;
}
const hasHexBuiltin = /* @__PURE__ */ (() => typeof Uint8Array.from([]).toHex === "function" && typeof Uint8Array.fromHex === "function")();
const hexes = /* @__PURE__ */ Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));
/**
* Convert byte array to hex string.
* Uses the built-in function when available and assumes it matches the tested
* fallback semantics.
* @param bytes - bytes to encode
* @returns Lowercase hexadecimal string.
* @throws On wrong argument types. {@link TypeError}
* @example
* Convert bytes to lowercase hexadecimal.
* ```ts
* bytesToHex(Uint8Array.from([0xca, 0xfe, 0x01, 0x23])); // 'cafe0123'
* ```
*/
function bytesToHex$1(bytes) {
	abytes$1(bytes);
	if (hasHexBuiltin) return bytes.toHex();
	let hex = "";
	for (let i = 0; i < bytes.length; i++) hex += hexes[bytes[i]];
	return hex;
}
function asciiToBase16(ch) {
	return ch >= 48 && ch <= 57 ? ch - 48 : ch >= 65 && ch <= 70 ? ch - 55 : ch >= 97 && ch <= 102 ? ch - 87 : void 0;
}
/**
* Convert hex string to byte array. Uses built-in function, when available.
* @param hex - hexadecimal string to decode
* @returns Decoded bytes.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Decode lowercase hexadecimal into bytes.
* ```ts
* hexToBytes('cafe0123'); // Uint8Array.from([0xca, 0xfe, 0x01, 0x23])
* ```
*/
function hexToBytes$1(hex) {
	if (typeof hex !== "string") throw new TypeError("hex string expected, got " + typeof hex);
	if (hasHexBuiltin) try {
		return Uint8Array.fromHex(hex);
	} catch (error) {
		if (error instanceof SyntaxError) throw new RangeError(error.message);
		throw error;
	}
	const hl = hex.length;
	const al = hl / 2;
	if (hl % 2) throw new RangeError("hex string expected, got unpadded hex of length " + hl);
	const array = new Uint8Array(al);
	for (let ai = 0, hi = 0; ai < al; ai++, hi += 2) {
		const n1 = asciiToBase16(hex.charCodeAt(hi));
		const n2 = asciiToBase16(hex.charCodeAt(hi + 1));
		if (n1 === void 0 || n2 === void 0) {
			const char = hex[hi] + hex[hi + 1];
			throw new RangeError("hex string expected, got non-hex character \"" + char + "\" at index " + hi);
		}
		array[ai] = n1 * 16 + n2;
	}
	return array;
}
/**
* Copies several Uint8Arrays into one.
* @param arrays - arrays to concatenate
* @returns Concatenated byte array.
* @throws On wrong argument types. {@link TypeError}
* @example
* Concatenate multiple byte arrays.
* ```ts
* concatBytes(new Uint8Array([1]), new Uint8Array([2]));
* ```
*/
function concatBytes$1(...arrays) {
	let sum = 0;
	for (let i = 0; i < arrays.length; i++) {
		const a = arrays[i];
		abytes$1(a);
		sum += a.length;
	}
	const res = new Uint8Array(sum);
	for (let i = 0, pad = 0; i < arrays.length; i++) {
		const a = arrays[i];
		res.set(a, pad);
		pad += a.length;
	}
	return res;
}
/**
* Merges default options and passed options.
* @param defaults - base option object
* @param opts - user overrides
* @param title - label included in thrown override errors
* @returns Fresh merged option object with a null prototype.
* @throws On wrong argument types. {@link TypeError}
* @example
* Merge user overrides onto default options.
* ```ts
* checkOpts({ dkLen: 32 }, { asyncTick: 10 });
* ```
*/
function checkOpts(defaults, opts, title = "opts") {
	aopts(defaults, "defaults");
	if (opts !== void 0) aopts(opts, title);
	return Object.assign(Object.create(null), defaults, opts);
}
/**
* Creates a callable hash function from a stateful class constructor.
* @param hashCons - hash constructor or factory
* @param info - optional metadata such as DER OID
* @returns Frozen callable hash wrapper with `.create()`.
*   Wrapper construction eagerly calls `hashCons(undefined)` once to read
*   `outputLen` / `blockLen`, so constructor side effects happen at module
*   init time.
* @throws On wrong argument types. {@link TypeError}
* @example
* Wrap a stateful hash constructor into a callable helper.
* ```ts
* import { createHasher } from '@noble/hashes/utils.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* const wrapped = createHasher(sha256.create, { oid: sha256.oid });
* wrapped(new Uint8Array([1]));
* ```
*/
function createHasher(hashCons, info = {}) {
	if (typeof hashCons !== "function") throw new TypeError("\"hashCons\" expected function, got type=" + typeof hashCons);
	info = checkOpts({}, info, "info");
	const hashC = (msg, opts) => hashCons(opts).update(msg).digest();
	const tmp = hashCons(void 0);
	hashC.outputLen = tmp.outputLen;
	hashC.blockLen = tmp.blockLen;
	hashC.canXOF = tmp.canXOF;
	hashC.create = (opts) => hashCons(opts);
	Object.assign(hashC, info);
	return Object.freeze(hashC);
}
/**
* Cryptographically secure PRNG backed by `crypto.getRandomValues`.
* @param bytesLength - number of random bytes to generate
* @returns Random bytes.
* The platform `getRandomValues()` implementation still defines any
* single-call length cap, and this helper rejects oversize requests
* with a stable library `RangeError` instead of host-specific errors.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @throws If the current runtime does not provide `crypto.getRandomValues`. {@link Error}
* @example
* Generate a fresh random key or nonce.
* ```ts
* const key = randomBytes(16);
* ```
*/
function randomBytes$1(bytesLength = 32) {
	anumber$1(bytesLength, "bytesLength");
	const cr = typeof globalThis === "object" ? globalThis.crypto : null;
	if (typeof cr?.getRandomValues !== "function") throw new Error("crypto.getRandomValues must be defined");
	if (bytesLength > 65536) throw new RangeError(`"bytesLength" expected <= 65536, got ${bytesLength}`);
	return cr.getRandomValues(new Uint8Array(bytesLength));
}
/**
* Creates OID metadata for NIST hashes with prefix `06 09 60 86 48 01 65 03 04 02`.
* @param suffix - final OID byte for the selected hash.
*   The helper accepts any byte even though only the documented NIST hash
*   suffixes are meaningful downstream.
* @returns Object containing the DER-encoded OID.
* @example
* Build OID metadata for a NIST hash.
* ```ts
* oidNist(0x01);
* ```
*/
const oidNist = (suffix) => ({ oid: Uint8Array.from([
	6,
	9,
	96,
	134,
	72,
	1,
	101,
	3,
	4,
	2,
	suffix
]) });
// node_modules/@noble/hashes/_md.js
/**
* Internal Merkle-Damgard hash utils.
* @module
*/
/**
* Shared 32-bit conditional boolean primitive reused by SHA-256, SHA-1, and MD5 `F`.
* Returns bits from `b` when `a` is set, otherwise from `c`.
* The XOR form is equivalent to MD5's `F(X,Y,Z) = XY v not(X)Z` because the masked terms never
* set the same bit.
* @param a - selector word
* @param b - word chosen when selector bit is set
* @param c - word chosen when selector bit is clear
* @returns Mixed 32-bit word.
* @example
* Combine three words with the shared 32-bit choice primitive.
* ```ts
* Chi(0xffffffff, 0x12345678, 0x87654321);
* ```
*/
function Chi(a, b, c) {
	return a & b ^ ~a & c;
}
/**
* Shared 32-bit majority primitive reused by SHA-256 and SHA-1.
* Returns bits shared by at least two inputs.
* @param a - first input word
* @param b - second input word
* @param c - third input word
* @returns Mixed 32-bit word.
* @example
* Combine three words with the shared 32-bit majority primitive.
* ```ts
* Maj(0xffffffff, 0x12345678, 0x87654321);
* ```
*/
function Maj(a, b, c) {
	return a & b ^ a & c ^ b & c;
}
/**
* Merkle-Damgard hash construction base class.
* Could be used to create MD5, RIPEMD, SHA1, SHA2.
* Accepts only byte-aligned `Uint8Array` input, even when the underlying spec describes bit
* strings with partial-byte tails.
* @param blockLen - internal block size in bytes
* @param outputLen - digest size in bytes
* @param padOffset - trailing length field size in bytes
* @param isLE - whether length and state words are encoded in little-endian
* @example
* Use a concrete subclass to get the shared Merkle-Damgard update/digest flow.
* ```ts
* import { _SHA1 } from '@noble/hashes/legacy.js';
* const hash = new _SHA1();
* hash.update(new Uint8Array([97, 98, 99]));
* hash.digest();
* ```
*/
var HashMD = class {
	blockLen;
	outputLen;
	canXOF = false;
	padOffset;
	isLE;
	buffer;
	view;
	finished = false;
	length = 0;
	pos = 0;
	destroyed = false;
	constructor(blockLen, outputLen, padOffset, isLE) {
		this.blockLen = blockLen;
		this.outputLen = outputLen;
		this.padOffset = padOffset;
		this.isLE = isLE;
		this.buffer = new Uint8Array(blockLen);
		this.view = createView(this.buffer);
	}
	update(data) {
		aexists(this);
		abytes$1(data);
		const { view, buffer, blockLen } = this;
		const len = data.length;
		let processed = false;
		for (let pos = 0; pos < len;) {
			const take = Math.min(blockLen - this.pos, len - pos);
			if (take === blockLen) {
				const dataView = createView(data);
				for (; blockLen <= len - pos; pos += blockLen) this.process(dataView, pos);
				processed = true;
				continue;
			}
			buffer.set(pos === 0 && take === len ? data : data.subarray(pos, pos + take), this.pos);
			this.pos += take;
			pos += take;
			if (this.pos === blockLen) {
				this.process(view, 0);
				this.pos = 0;
				processed = true;
			}
		}
		this.length += data.length;
		if (processed) this.roundClean();
		return this;
	}
	digestInto(out) {
		aexists(this);
		aoutput(out, this);
		this.finished = true;
		const { buffer, view, blockLen, isLE } = this;
		let { pos } = this;
		buffer[pos++] = 128;
		buffer.fill(0, pos);
		if (this.padOffset > blockLen - pos) {
			this.process(view, 0);
			buffer.fill(0);
		}
		setU64FromNum(view, blockLen - 8, this.length * 8, isLE);
		this.process(view, 0);
		this.roundClean();
		const oview = out === buffer ? view : createView(out);
		const len = this.outputLen;
		const outLen = len / 4;
		const state = this.get();
		if (len % 4 || outLen > state.length) throw new Error("invalid outputLen");
		for (let i = 0; i < outLen; i++) oview.setUint32(4 * i, state[i], isLE);
	}
	digest() {
		const { buffer, outputLen } = this;
		this.digestInto(buffer);
		const res = buffer.slice(0, outputLen);
		this.destroy();
		return res;
	}
	_cloneIntoMeta(to) {
		const { buffer, length, finished, destroyed, pos } = this;
		to.destroyed = destroyed;
		to.finished = finished;
		to.length = length;
		to.pos = pos;
		if (pos) to.buffer.set(buffer);
		return to;
	}
	clone() {
		return this._cloneInto();
	}
};
/**
* Initial SHA-2 state: fractional parts of square roots of first 16 primes 2..53.
* Check out `test/misc/sha2-gen-iv.js` for recomputation guide.
*/
/** Initial SHA256 state from RFC 6234 §6.1: the first 32 bits of the fractional parts of the
* square roots of the first eight prime numbers. Exported as a shared table; callers must treat
* it as read-only because constructors copy words from it by index. */
const SHA256_IV = /* @__PURE__ */ Uint32Array.from([
	1779033703,
	3144134277,
	1013904242,
	2773480762,
	1359893119,
	2600822924,
	528734635,
	1541459225
]);
/** Initial SHA384 state from RFC 6234 §6.3: eight RFC 64-bit `H(0)` words stored as sixteen
* big-endian 32-bit halves. Derived from the fractional parts of the square roots of the ninth
* through sixteenth prime numbers. Exported as a shared table; callers must treat it as read-only
* because constructors copy halves from it by index. */
const SHA384_IV = /* @__PURE__ */ Uint32Array.from([
	3418070365,
	3238371032,
	1654270250,
	914150663,
	2438529370,
	812702999,
	355462360,
	4144912697,
	1731405415,
	4290775857,
	2394180231,
	1750603025,
	3675008525,
	1694076839,
	1203062813,
	3204075428
]);
// node_modules/@noble/hashes/sha2.js
/**
* SHA2 hash function. A.k.a. sha256, sha384, sha512, sha512_224, sha512_256.
* SHA256 is the fastest hash implementable in JS, even faster than Blake3.
* Check out {@link https://www.rfc-editor.org/rfc/rfc4634 | RFC 4634} and
* {@link https://nvlpubs.nist.gov/nistpubs/FIPS/NIST.FIPS.180-4.pdf | FIPS 180-4}.
* @module
*/
/**
* SHA-224 / SHA-256 round constants from RFC 6234 §5.1: the first 32 bits
* of the cube roots of the first 64 primes (2..311).
*/
const SHA256_K = /* @__PURE__ */ Uint32Array.from([
	1116352408,
	1899447441,
	3049323471,
	3921009573,
	961987163,
	1508970993,
	2453635748,
	2870763221,
	3624381080,
	310598401,
	607225278,
	1426881987,
	1925078388,
	2162078206,
	2614888103,
	3248222580,
	3835390401,
	4022224774,
	264347078,
	604807628,
	770255983,
	1249150122,
	1555081692,
	1996064986,
	2554220882,
	2821834349,
	2952996808,
	3210313671,
	3336571891,
	3584528711,
	113926993,
	338241895,
	666307205,
	773529912,
	1294757372,
	1396182291,
	1695183700,
	1986661051,
	2177026350,
	2456956037,
	2730485921,
	2820302411,
	3259730800,
	3345764771,
	3516065817,
	3600352804,
	4094571909,
	275423344,
	430227734,
	506948616,
	659060556,
	883997877,
	958139571,
	1322822218,
	1537002063,
	1747873779,
	1955562222,
	2024104815,
	2227730452,
	2361852424,
	2428436474,
	2756734187,
	3204031479,
	3329325298
]);
/** Reusable SHA-224 / SHA-256 message schedule buffer `W_t` from RFC 6234 §6.2 step 1. */
const SHA256_W = /* @__PURE__ */ new Uint32Array(64);
/** Internal SHA-224 / SHA-256 compression engine from RFC 6234 §6.2. */
var SHA2_32B = class extends HashMD {
	A = 0;
	B = 0;
	C = 0;
	D = 0;
	E = 0;
	F = 0;
	G = 0;
	H = 0;
	constructor(outputLen, IV) {
		super(64, outputLen, 8, false);
		this.A = IV[0] | 0;
		this.B = IV[1] | 0;
		this.C = IV[2] | 0;
		this.D = IV[3] | 0;
		this.E = IV[4] | 0;
		this.F = IV[5] | 0;
		this.G = IV[6] | 0;
		this.H = IV[7] | 0;
	}
	get() {
		const { A, B, C, D, E, F, G, H } = this;
		return [
			A,
			B,
			C,
			D,
			E,
			F,
			G,
			H
		];
	}
	set(A, B, C, D, E, F, G, H) {
		this.A = A | 0;
		this.B = B | 0;
		this.C = C | 0;
		this.D = D | 0;
		this.E = E | 0;
		this.F = F | 0;
		this.G = G | 0;
		this.H = H | 0;
	}
	_cloneInto(to) {
		(to ||= new this.constructor()).set(...this.get());
		return this._cloneIntoMeta(to);
	}
	process(view, offset) {
		for (let i = 0; i < 16; i++, offset += 4) SHA256_W[i] = view.getUint32(offset, false);
		for (let i = 16; i < 64; i++) {
			const W15 = SHA256_W[i - 15];
			const W2 = SHA256_W[i - 2];
			const s0 = rotr(W15, 7) ^ rotr(W15, 18) ^ W15 >>> 3;
			const s1 = rotr(W2, 17) ^ rotr(W2, 19) ^ W2 >>> 10;
			SHA256_W[i] = s1 + SHA256_W[i - 7] + s0 + SHA256_W[i - 16] | 0;
		}
		let { A, B, C, D, E, F, G, H } = this;
		for (let i = 0; i < 64; i++) {
			const sigma1 = rotr(E, 6) ^ rotr(E, 11) ^ rotr(E, 25);
			const T1 = H + sigma1 + Chi(E, F, G) + SHA256_K[i] + SHA256_W[i] | 0;
			const T2 = (rotr(A, 2) ^ rotr(A, 13) ^ rotr(A, 22)) + Maj(A, B, C) | 0;
			H = G;
			G = F;
			F = E;
			E = D + T1 | 0;
			D = C;
			C = B;
			B = A;
			A = T1 + T2 | 0;
		}
		A = A + this.A | 0;
		B = B + this.B | 0;
		C = C + this.C | 0;
		D = D + this.D | 0;
		E = E + this.E | 0;
		F = F + this.F | 0;
		G = G + this.G | 0;
		H = H + this.H | 0;
		this.set(A, B, C, D, E, F, G, H);
	}
	roundClean() {
		clean(SHA256_W);
	}
	destroy() {
		this.destroyed = true;
		this.set(0, 0, 0, 0, 0, 0, 0, 0);
		clean(this.buffer);
	}
};
/** Internal SHA-256 hash class grounded in RFC 6234 §6.2. */
var _SHA256 = class extends SHA2_32B {
	constructor() {
		super(32, SHA256_IV);
	}
};
const K512 = /* @__PURE__ */ (() => split([
	"0x428a2f98d728ae22",
	"0x7137449123ef65cd",
	"0xb5c0fbcfec4d3b2f",
	"0xe9b5dba58189dbbc",
	"0x3956c25bf348b538",
	"0x59f111f1b605d019",
	"0x923f82a4af194f9b",
	"0xab1c5ed5da6d8118",
	"0xd807aa98a3030242",
	"0x12835b0145706fbe",
	"0x243185be4ee4b28c",
	"0x550c7dc3d5ffb4e2",
	"0x72be5d74f27b896f",
	"0x80deb1fe3b1696b1",
	"0x9bdc06a725c71235",
	"0xc19bf174cf692694",
	"0xe49b69c19ef14ad2",
	"0xefbe4786384f25e3",
	"0x0fc19dc68b8cd5b5",
	"0x240ca1cc77ac9c65",
	"0x2de92c6f592b0275",
	"0x4a7484aa6ea6e483",
	"0x5cb0a9dcbd41fbd4",
	"0x76f988da831153b5",
	"0x983e5152ee66dfab",
	"0xa831c66d2db43210",
	"0xb00327c898fb213f",
	"0xbf597fc7beef0ee4",
	"0xc6e00bf33da88fc2",
	"0xd5a79147930aa725",
	"0x06ca6351e003826f",
	"0x142929670a0e6e70",
	"0x27b70a8546d22ffc",
	"0x2e1b21385c26c926",
	"0x4d2c6dfc5ac42aed",
	"0x53380d139d95b3df",
	"0x650a73548baf63de",
	"0x766a0abb3c77b2a8",
	"0x81c2c92e47edaee6",
	"0x92722c851482353b",
	"0xa2bfe8a14cf10364",
	"0xa81a664bbc423001",
	"0xc24b8b70d0f89791",
	"0xc76c51a30654be30",
	"0xd192e819d6ef5218",
	"0xd69906245565a910",
	"0xf40e35855771202a",
	"0x106aa07032bbd1b8",
	"0x19a4c116b8d2d0c8",
	"0x1e376c085141ab53",
	"0x2748774cdf8eeb99",
	"0x34b0bcb5e19b48a8",
	"0x391c0cb3c5c95a63",
	"0x4ed8aa4ae3418acb",
	"0x5b9cca4f7763e373",
	"0x682e6ff3d6b2b8a3",
	"0x748f82ee5defb2fc",
	"0x78a5636f43172f60",
	"0x84c87814a1f0ab72",
	"0x8cc702081a6439ec",
	"0x90befffa23631e28",
	"0xa4506cebde82bde9",
	"0xbef9a3f7b2c67915",
	"0xc67178f2e372532b",
	"0xca273eceea26619c",
	"0xd186b8c721c0c207",
	"0xeada7dd6cde0eb1e",
	"0xf57d4f7fee6ed178",
	"0x06f067aa72176fba",
	"0x0a637dc5a2c898a6",
	"0x113f9804bef90dae",
	"0x1b710b35131c471b",
	"0x28db77f523047d84",
	"0x32caab7b40c72493",
	"0x3c9ebe0a15c9bebc",
	"0x431d67c49c100d4c",
	"0x4cc5d4becb3e42b6",
	"0x597f299cfc657e2a",
	"0x5fcb6fab3ad6faec",
	"0x6c44198c4a475817"
].map((n) => BigInt(n))))();
const SHA512_Kh = /* @__PURE__ */ (() => K512[0])();
const SHA512_Kl = /* @__PURE__ */ (() => K512[1])();
const SHA512_W_H = /* @__PURE__ */ new Uint32Array(80);
const SHA512_W_L = /* @__PURE__ */ new Uint32Array(80);
/** Internal SHA-384 / SHA-512 compression engine from RFC 6234 §6.4. */
var SHA2_64B = class extends HashMD {
	Ah = 0;
	Al = 0;
	Bh = 0;
	Bl = 0;
	Ch = 0;
	Cl = 0;
	Dh = 0;
	Dl = 0;
	Eh = 0;
	El = 0;
	Fh = 0;
	Fl = 0;
	Gh = 0;
	Gl = 0;
	Hh = 0;
	Hl = 0;
	constructor(outputLen, IV) {
		super(128, outputLen, 16, false);
		this.Ah = IV[0] | 0;
		this.Al = IV[1] | 0;
		this.Bh = IV[2] | 0;
		this.Bl = IV[3] | 0;
		this.Ch = IV[4] | 0;
		this.Cl = IV[5] | 0;
		this.Dh = IV[6] | 0;
		this.Dl = IV[7] | 0;
		this.Eh = IV[8] | 0;
		this.El = IV[9] | 0;
		this.Fh = IV[10] | 0;
		this.Fl = IV[11] | 0;
		this.Gh = IV[12] | 0;
		this.Gl = IV[13] | 0;
		this.Hh = IV[14] | 0;
		this.Hl = IV[15] | 0;
	}
	get() {
		const { Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl } = this;
		return [
			Ah,
			Al,
			Bh,
			Bl,
			Ch,
			Cl,
			Dh,
			Dl,
			Eh,
			El,
			Fh,
			Fl,
			Gh,
			Gl,
			Hh,
			Hl
		];
	}
	set(Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl) {
		this.Ah = Ah | 0;
		this.Al = Al | 0;
		this.Bh = Bh | 0;
		this.Bl = Bl | 0;
		this.Ch = Ch | 0;
		this.Cl = Cl | 0;
		this.Dh = Dh | 0;
		this.Dl = Dl | 0;
		this.Eh = Eh | 0;
		this.El = El | 0;
		this.Fh = Fh | 0;
		this.Fl = Fl | 0;
		this.Gh = Gh | 0;
		this.Gl = Gl | 0;
		this.Hh = Hh | 0;
		this.Hl = Hl | 0;
	}
	_cloneInto(to) {
		(to ||= new this.constructor()).set(...this.get());
		return this._cloneIntoMeta(to);
	}
	process(view, offset) {
		for (let i = 0; i < 16; i++, offset += 4) {
			SHA512_W_H[i] = view.getUint32(offset);
			SHA512_W_L[i] = view.getUint32(offset += 4);
		}
		for (let i = 16; i < 80; i++) {
			const W15h = SHA512_W_H[i - 15] | 0;
			const W15l = SHA512_W_L[i - 15] | 0;
			const s0h = rotrSH(W15h, W15l, 1) ^ rotrSH(W15h, W15l, 8) ^ shrSH(W15h, W15l, 7);
			const s0l = rotrSL(W15h, W15l, 1) ^ rotrSL(W15h, W15l, 8) ^ shrSL(W15h, W15l, 7);
			const W2h = SHA512_W_H[i - 2] | 0;
			const W2l = SHA512_W_L[i - 2] | 0;
			const s1h = rotrSH(W2h, W2l, 19) ^ rotrBH(W2h, W2l, 61) ^ shrSH(W2h, W2l, 6);
			const s1l = rotrSL(W2h, W2l, 19) ^ rotrBL(W2h, W2l, 61) ^ shrSL(W2h, W2l, 6);
			const SUMl = add4L(s0l, s1l, SHA512_W_L[i - 7], SHA512_W_L[i - 16]);
			const SUMh = add4H(SUMl, s0h, s1h, SHA512_W_H[i - 7], SHA512_W_H[i - 16]);
			SHA512_W_H[i] = SUMh | 0;
			SHA512_W_L[i] = SUMl | 0;
		}
		let { Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl } = this;
		for (let i = 0; i < 80; i++) {
			const sigma1h = rotrSH(Eh, El, 14) ^ rotrSH(Eh, El, 18) ^ rotrBH(Eh, El, 41);
			const sigma1l = rotrSL(Eh, El, 14) ^ rotrSL(Eh, El, 18) ^ rotrBL(Eh, El, 41);
			const CHIh = Eh & Fh ^ ~Eh & Gh;
			const CHIl = El & Fl ^ ~El & Gl;
			const T1ll = add5L(Hl, sigma1l, CHIl, SHA512_Kl[i], SHA512_W_L[i]);
			const T1h = add5H(T1ll, Hh, sigma1h, CHIh, SHA512_Kh[i], SHA512_W_H[i]);
			const T1l = T1ll | 0;
			const sigma0h = rotrSH(Ah, Al, 28) ^ rotrBH(Ah, Al, 34) ^ rotrBH(Ah, Al, 39);
			const sigma0l = rotrSL(Ah, Al, 28) ^ rotrBL(Ah, Al, 34) ^ rotrBL(Ah, Al, 39);
			const MAJh = Ah & Bh ^ Ah & Ch ^ Bh & Ch;
			const MAJl = Al & Bl ^ Al & Cl ^ Bl & Cl;
			Hh = Gh | 0;
			Hl = Gl | 0;
			Gh = Fh | 0;
			Gl = Fl | 0;
			Fh = Eh | 0;
			Fl = El | 0;
			({h: Eh, l: El} = add(Dh | 0, Dl | 0, T1h | 0, T1l | 0));
			Dh = Ch | 0;
			Dl = Cl | 0;
			Ch = Bh | 0;
			Cl = Bl | 0;
			Bh = Ah | 0;
			Bl = Al | 0;
			const All = add3L(T1l, sigma0l, MAJl);
			Ah = add3H(All, T1h, sigma0h, MAJh);
			Al = All | 0;
		}
		({h: Ah, l: Al} = add(this.Ah | 0, this.Al | 0, Ah | 0, Al | 0));
		({h: Bh, l: Bl} = add(this.Bh | 0, this.Bl | 0, Bh | 0, Bl | 0));
		({h: Ch, l: Cl} = add(this.Ch | 0, this.Cl | 0, Ch | 0, Cl | 0));
		({h: Dh, l: Dl} = add(this.Dh | 0, this.Dl | 0, Dh | 0, Dl | 0));
		({h: Eh, l: El} = add(this.Eh | 0, this.El | 0, Eh | 0, El | 0));
		({h: Fh, l: Fl} = add(this.Fh | 0, this.Fl | 0, Fh | 0, Fl | 0));
		({h: Gh, l: Gl} = add(this.Gh | 0, this.Gl | 0, Gh | 0, Gl | 0));
		({h: Hh, l: Hl} = add(this.Hh | 0, this.Hl | 0, Hh | 0, Hl | 0));
		this.set(Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl);
	}
	roundClean() {
		clean(SHA512_W_H, SHA512_W_L);
	}
	destroy() {
		this.destroyed = true;
		clean(this.buffer);
		this.set(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
	}
};
/** Internal SHA-384 hash class grounded in RFC 6234 §6.3 and §6.4. */
var _SHA384 = class extends SHA2_64B {
	constructor() {
		super(48, SHA384_IV);
	}
};
/**
* SHA2-256 hash function from RFC 4634. In JS it's the fastest: even faster than Blake3. Some info:
*
* - Trying 2^128 hashes would get 50% chance of collision, using birthday attack.
* - BTC network is doing 2^70 hashes/sec (2^95 hashes/year) as per 2025.
* - Each sha256 hash is executing 2^18 bit operations.
* - Good 2024 ASICs can do 200Th/sec with 3500 watts of power, corresponding to 2^36 hashes/joule.
* @param msg - message bytes to hash
* @param opts - Reserved hash options.
* @returns Digest bytes.
* @example
* Hash a message with SHA2-256.
* ```ts
* sha256(new Uint8Array([97, 98, 99]));
* ```
*/
const sha256 = /* @__PURE__ */ createHasher(() => new _SHA256(), /* @__PURE__ */ oidNist(1));
/**
* SHA2-384 hash function from RFC 4634.
* @param msg - message bytes to hash
* @param opts - Reserved hash options.
* @returns Digest bytes.
* @example
* Hash a message with SHA2-384.
* ```ts
* sha384(new Uint8Array([97, 98, 99]));
* ```
*/
const sha384 = /* @__PURE__ */ createHasher(() => new _SHA384(), /* @__PURE__ */ oidNist(2));
// node_modules/@noble/curves/utils.js
/**
* Hex, bytes and number utilities.
* @module
*/
/**
* Validates that a value is an array, optionally validating each element.
* @param item - Value to validate.
* @param title - Label included in thrown errors.
* @param inner - Optional per-element validator, called with the element and its label.
* @returns The validated array.
* @example
* Validate an array of points before batch processing.
*
* ```ts
* aarray([1n, 2n], 'scalars');
* ```
*/
function aarray(item, title, inner = () => {}) {
	if (!Array.isArray(item)) throw new TypeError(`"${title}" expected array, got type=${typeof item}`);
	for (let i = 0; i < item.length; i++) inner(item[i], `${title}[${i}]`);
	return item;
}
/**
* Validates that a value is a byte array.
* @param value - Value to validate.
* @param length - Optional exact byte length.
* @param title - Optional field name.
* @returns Original byte array.
* @example
* Reject non-byte input before passing data into curve code.
*
* ```ts
* abytes(new Uint8Array(1));
* ```
*/
const abytes = (value, length, title) => abytes$1(value, length, title);
/**
* Validates that a value is a non-negative safe integer.
* @param n - Value to validate.
* @param title - Optional field name.
* @returns The validated number.
* @example
* Validate a numeric length before allocating buffers.
*
* ```ts
* anumber(1);
* ```
*/
const anumber = anumber$1;
/**
* Asserts something is a string.
* @param value - Value to validate.
* @param title - Label included in thrown errors.
* @returns The validated string.
* @throws On wrong argument types. {@link TypeError}
* @example
* Validate a label string.
*
* ```ts
* astring('example', 'label');
* ```
*/
function astring(value, title = "") {
	if (typeof value !== "string") {
		const prefix = title && `"${title}" `;
		throw new TypeError(prefix + "expected string, got type=" + typeof value);
	}
	return value;
}
/**
* Asserts something is a plain object-ish value, not null or array.
* @param value - Value to validate.
* @param title - Label included in thrown errors.
* @returns The validated object.
* @throws On wrong argument types. {@link TypeError}
* @example
* Validate an options object before checking fields.
*
* ```ts
* aobject({ flag: true });
* ```
*/
function aobject(value, title = "object") {
	if (value === null || typeof value !== "object" || Array.isArray(value)) throw new TypeError(title === "object" ? "expected valid options object" : `"${title}" expected object, got type=${typeof value}`);
	return value;
}
/**
* Asserts something is a function.
* @param value - Value to validate.
* @param title - Label included in thrown errors.
* @returns The validated function.
* @throws On wrong argument types. {@link TypeError}
* @example
* Validate a required method before calling it.
*
* ```ts
* afunction(() => true, 'predicate');
* ```
*/
function afunction(value, title) {
	if (typeof value !== "function") throw new TypeError(`"${title}" is invalid: expected function, got ${typeof value}`);
	return value;
}
/**
* Encodes bytes as lowercase hex.
* @param bytes - Bytes to encode.
* @returns Lowercase hex string.
* @example
* Serialize bytes as hex for logging or fixtures.
*
* ```ts
* bytesToHex(Uint8Array.of(1, 2, 3));
* ```
*/
const bytesToHex = bytesToHex$1;
/**
* Concatenates byte arrays.
* @param arrays - Byte arrays to join.
* @returns Concatenated bytes.
* @example
* Join domain-separated chunks into one buffer.
*
* ```ts
* concatBytes(Uint8Array.of(1), Uint8Array.of(2));
* ```
*/
const concatBytes = (...arrays) => concatBytes$1(...arrays);
/**
* Decodes lowercase or uppercase hex into bytes.
* @param hex - Hex string to decode.
* @returns Decoded bytes.
* @example
* Parse fixture hex into bytes before hashing.
*
* ```ts
* hexToBytes('0102');
* ```
*/
const hexToBytes = (hex) => hexToBytes$1(hex);
/**
* Checks whether a value is a Uint8Array.
* @param a - Value to inspect.
* @returns `true` when `a` is a Uint8Array.
* @example
* Branch on byte input before decoding it.
*
* ```ts
* isBytes(new Uint8Array(1));
* ```
*/
const isBytes = isBytes$1;
/**
* Reads random bytes from the platform CSPRNG.
* @param bytesLength - Number of random bytes to read.
* @returns Fresh random bytes.
* @example
* Generate a random seed for a keypair.
*
* ```ts
* randomBytes(2);
* ```
*/
const randomBytes = (bytesLength) => randomBytes$1(bytesLength);
const _0n$4 = /* @__PURE__ */ BigInt(0);
const _1n$3 = /* @__PURE__ */ BigInt(1);
const atitle = (title) => title ? `"${title}" ` : "";
/**
* Validates that a flag is boolean.
* @param value - Value to validate.
* @param title - Optional field name.
* @returns Original value.
* @throws On wrong argument types. {@link TypeError}
* @example
* Reject non-boolean option flags early.
*
* ```ts
* abool(true);
* ```
*/
function abool(value, title = "") {
	if (typeof value !== "boolean") throw new TypeError(atitle(title) + "expected boolean, got type=" + typeof value);
	return value;
}
/**
* Validates that a value is a non-negative bigint or safe integer.
* @param n - Value to validate.
* @returns The same validated value.
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Validate one integer-like value before serializing it.
*
* ```ts
* abignumber(1n);
* ```
*/
function abignumber(n) {
	if (typeof n === "bigint") {
		if (!isPosBig(n)) throw new RangeError("positive bigint expected, got " + n);
	} else anumber(n);
	return n;
}
/**
* Validates that a value is a safe integer.
* @param value - Integer to validate.
* @param title - Optional field name.
* @throws On wrong argument types. {@link TypeError}
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Validate a window size before scalar arithmetic uses it.
*
* ```ts
* asafenumber(1);
* ```
*/
function asafenumber(value, title = "") {
	if (typeof value !== "number") {
		const prefix = title && `"${title}" `;
		throw new TypeError(prefix + "expected number, got type=" + typeof value);
	}
	if (!Number.isSafeInteger(value)) {
		const prefix = title && `"${title}" `;
		throw new RangeError(prefix + "expected safe integer, got " + value);
	}
}
/**
* Encodes a bigint into even-length big-endian hex.
* The historical "unpadded" name only means "no fixed-width field padding"; odd-length hex still
* gets one leading zero nibble so the result always represents whole bytes.
* @param num - Number to encode.
* @returns Big-endian hex string.
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Encode a scalar into hex without a `0x` prefix.
*
* ```ts
* numberToHexUnpadded(255n);
* ```
*/
function numberToHexUnpadded(num) {
	const hex = abignumber(num).toString(16);
	return hex.length & 1 ? "0" + hex : hex;
}
/**
* Parses a big-endian hex string into bigint.
* Accepts odd-length hex through the native `BigInt('0x' + hex)` parser and currently surfaces the
* same native `SyntaxError` for malformed hex instead of wrapping it in a library-specific error.
* @param hex - Hex string without `0x`.
* @returns Parsed bigint value.
* @throws On wrong argument types. {@link TypeError}
* @example
* Parse a scalar from fixture hex.
*
* ```ts
* hexToNumber('ff');
* ```
*/
function hexToNumber(hex) {
	if (typeof hex !== "string") throw new TypeError("hex string expected, got " + typeof hex);
	return hex === "" ? _0n$4 : BigInt("0x" + hex);
}
/**
* Parses big-endian bytes into bigint.
* @param bytes - Bytes in big-endian order.
* @returns Parsed bigint value.
* @throws On wrong argument types. {@link TypeError}
* @example
* Read a scalar encoded in network byte order.
*
* ```ts
* bytesToNumberBE(Uint8Array.of(1, 0));
* ```
*/
function bytesToNumberBE(bytes) {
	return hexToNumber(bytesToHex$1(bytes));
}
/**
* Parses little-endian bytes into bigint.
* @param bytes - Bytes in little-endian order.
* @returns Parsed bigint value.
* @throws On wrong argument types. {@link TypeError}
* @example
* Read a scalar encoded in little-endian form.
*
* ```ts
* bytesToNumberLE(Uint8Array.of(1, 0));
* ```
*/
function bytesToNumberLE(bytes) {
	return hexToNumber(bytesToHex$1(copyBytes(abytes$1(bytes)).reverse()));
}
/**
* Encodes a bigint into fixed-length big-endian bytes.
* @param n - Number to encode.
* @param len - Output length in bytes. Must be greater than zero.
* @returns Big-endian byte array.
* @throws On wrong argument ranges or values. {@link RangeError}
* @throws If a documented runtime validation or state check fails. {@link Error}
* @example
* Serialize a scalar into a 32-byte field element.
*
* ```ts
* numberToBytesBE(255n, 2);
* ```
*/
function numberToBytesBE(n, len) {
	anumber$1(len);
	if (len === 0) throw new Error("zero output length is invalid");
	n = abignumber(n);
	const expectedLen = len * 2;
	const hex = n.toString(16);
	if (hex.length > expectedLen) throw new RangeError("number is too large");
	return hexToBytes$1(hex.padStart(expectedLen, "0"));
}
/**
* Encodes a bigint into fixed-length little-endian bytes.
* @param n - Number to encode.
* @param len - Output length in bytes.
* @returns Little-endian byte array.
* @throws On wrong argument ranges or values. {@link RangeError}
* @throws If a documented runtime validation or state check fails. {@link Error}
* @example
* Serialize a scalar for little-endian protocols.
*
* ```ts
* numberToBytesLE(255n, 2);
* ```
*/
function numberToBytesLE(n, len) {
	return numberToBytesBE(n, len).reverse();
}
/**
* Copies Uint8Array. We can't use u8a.slice(), because u8a can be Buffer,
* and Buffer#slice creates mutable copy. Never use Buffers!
* @param bytes - Bytes to copy.
* @returns Detached copy.
* @example
* Make an isolated copy before mutating serialized bytes.
*
* ```ts
* copyBytes(Uint8Array.of(1, 2, 3));
* ```
*/
function copyBytes(bytes) {
	return Uint8Array.from(abytes(bytes));
}
/**
* Checks whether n is non-negative bigint. Historical name.
* @param n - candidate value
* @returns `true` when the value is bigint and 0 or larger
* @example
* Check a candidate scalar before range validation.
*
* ```ts
* isPosBig(2n);
* ```
*/
function isPosBig(n) {
	return typeof n === "bigint" && _0n$4 <= n;
}
/**
* Checks whether a bigint lies inside a half-open range.
* @param n - Candidate value.
* @param min - Inclusive lower bound.
* @param max - Exclusive upper bound.
* @returns `true` when the value is inside the range.
* @example
* Check whether a candidate scalar fits the field order.
*
* ```ts
* inRange(2n, 1n, 3n);
* ```
*/
function inRange(n, min, max) {
	return isPosBig(n) && isPosBig(min) && isPosBig(max) && min <= n && n < max;
}
/**
* Asserts `min <= n < max`. NOTE: upper bound is exclusive.
* @param title - Value label for error messages.
* @param n - Candidate value.
* @param min - Inclusive lower bound.
* @param max - Exclusive upper bound.
* Wrong-type inputs are not separated from out-of-range values here: they still flow through the
* shared `RangeError` path because this is only a throwing wrapper around `inRange(...)`.
* @throws On wrong argument ranges or values. {@link RangeError}
* @example
* Assert that a bigint stays within one half-open range.
*
* ```ts
* aInRange('x', 2n, 1n, 256n);
* ```
*/
function aInRange(title, n, min, max) {
	if (!inRange(n, min, max)) throw new RangeError("expected valid " + title + ": " + min + " <= n < " + max + ", got " + n);
}
/**
* Calculates amount of bits in a bigint.
* Same as `n.toString(2).length`
* TODO: merge with nLength in modular
* @param n - Value to inspect.
* @returns Bit length.
* @throws If the value is negative. {@link Error}
* @example
* Measure the bit length of a scalar before serialization.
*
* ```ts
* bitLen(8n);
* ```
*/
function bitLen(n) {
	if (n < _0n$4) throw new Error("expected non-negative bigint, got " + n);
	return n === _0n$4 ? 0 : n.toString(2).length;
}
/**
* Calculate mask for N bits. Not using ** operator with bigints because of old engines.
* Same as BigInt(`0b${Array(i).fill('1').join('')}`)
* @param n - Number of bits. Negative widths are currently passed through to raw bigint shift
*   semantics and therefore produce `-1n`.
* @returns Bitmask value.
* @example
* Calculate mask for N bits.
*
* ```ts
* bitMask(4);
* ```
*/
const bitMask = (n) => {
	asafenumber(n, "n");
	return (_1n$3 << BigInt(n)) - _1n$3;
};
/**
* Minimal HMAC-DRBG from NIST 800-90 for RFC6979 sigs.
* @param hashLen - Hash output size in bytes. Callers are expected to pass a positive length; `0`
*   is not rejected here and would make the internal generate loop non-progressing.
* @param qByteLen - Requested output size in bytes. Callers are expected to pass a positive length.
* @param hmacFn - HMAC implementation.
* @returns Function that will call DRBG until the predicate returns anything
*   other than `undefined`.
* @throws On wrong argument types. {@link TypeError}
* @example
* Build a deterministic nonce generator for RFC6979-style signing.
*
* ```ts
* import { createHmacDrbg } from '@noble/curves/utils.js';
* import { hmac } from '@noble/hashes/hmac.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* const hmacFn = (key: Uint8Array, msg: Uint8Array) => hmac(sha256, key, msg);
* const drbg = createHmacDrbg(32, 32, hmacFn);
* const seed = new Uint8Array(32);
* drbg(seed, (bytes) => bytes);
* ```
*/
function createHmacDrbg(hashLen, qByteLen, hmacFn) {
	anumber$1(hashLen, "hashLen");
	anumber$1(qByteLen, "qByteLen");
	if (typeof hmacFn !== "function") throw new TypeError("hmacFn must be a function");
	const u8n = (len) => new Uint8Array(len);
	const NULL = Uint8Array.of();
	const byte0 = Uint8Array.of(0);
	const byte1 = Uint8Array.of(1);
	const _maxDrbgIters = 1e3;
	let v = u8n(hashLen);
	let k = u8n(hashLen);
	let i = 0;
	const reset = () => {
		v.fill(1);
		k.fill(0);
		i = 0;
	};
	const h = (...msgs) => hmacFn(k, concatBytes(v, ...msgs));
	const reseed = (seed = NULL) => {
		k = h(byte0, seed);
		v = h();
		if (seed.length === 0) return;
		k = h(byte1, seed);
		v = h();
	};
	const gen = () => {
		if (i++ >= _maxDrbgIters) throw new Error("drbg: tried max amount of iterations");
		let len = 0;
		const out = [];
		while (len < qByteLen) {
			v = h();
			const sl = v.slice();
			out.push(sl);
			len += v.length;
		}
		return concatBytes(...out);
	};
	const genUntil = (seed, pred) => {
		reset();
		reseed(seed);
		let res = void 0;
		while ((res = pred(gen())) === void 0) reseed();
		reset();
		return res;
	};
	return genUntil;
}
/**
* Validates declared required and optional field types on a plain object.
* Extra keys are intentionally ignored because many callers validate only the subset they use from
* richer option bags or runtime objects.
* This walks field schemas and formats detailed errors, so avoid it on hot paths; use direct
* one-line guards such as `aobject()`, `afunction()`, `abool()`, or `asafenumber()` instead.
* @param object - Object to validate.
* @param fields - Required field types.
* @param optFields - Optional field types.
* @param title - Object label included in thrown errors.
* @throws On wrong argument types. {@link TypeError}
* @example
* Check user options before building a curve helper.
*
* ```ts
* validateObject({ flag: true }, { flag: 'boolean' });
* ```
*/
function validateObject(object, fields = {}, optFields = {}, title = "object") {
	aobject(object, title);
	aobject(fields, "fields");
	aobject(optFields, "optFields");
	function checkField(fieldName, expectedType, isOpt) {
		const label = title === "object" ? `param "${String(fieldName)}"` : `"${title}.${String(fieldName)}"`;
		const val = object[fieldName];
		if (!Object.hasOwn(object, fieldName) && (isOpt ? val !== void 0 : expectedType !== "function")) throw new TypeError(`${label} is invalid: expected own property`);
		if (isOpt && val === void 0) return;
		const current = typeof val;
		if (current !== expectedType || val === null) throw new TypeError(`${label} is invalid: expected ${expectedType}, got ${current}`);
	}
	const iter = (f, isOpt) => Object.entries(f).forEach(([k, v]) => checkField(k, v, isOpt));
	iter(fields, false);
	iter(optFields, true);
}
// node_modules/@noble/curves/abstract/modular.js
/**
* Utils for modular division and fields.
* Field over 11 is a finite (Galois) field is integer number operations `mod 11`.
* There is no division: it is replaced by modular multiplicative inverse.
* @module
*/
const _0n$3 = /* @__PURE__ */ BigInt(0);
const _1n$2 = /* @__PURE__ */ BigInt(1);
const _2n$1 = /* @__PURE__ */ BigInt(2);
const _3n$1 = /* @__PURE__ */ BigInt(3);
const _4n$2 = /* @__PURE__ */ BigInt(4);
const _5n = /* @__PURE__ */ BigInt(5);
const _7n = /* @__PURE__ */ BigInt(7);
const _8n = /* @__PURE__ */ BigInt(8);
const _9n = /* @__PURE__ */ BigInt(9);
const _15n = /* @__PURE__ */ BigInt(15);
const _16n = /* @__PURE__ */ BigInt(16);
const POW_WINDOWED_MIN = /* @__PURE__ */ BigInt("0x10000000000000000");
/**
* @param a - Dividend value.
* @param b - Positive modulus.
* @returns Reduced value in `[0, b)` only when `b` is positive.
* @throws If the modulus is not positive. {@link Error}
* @example
* Normalize a bigint into one field residue.
*
* ```ts
* mod(-1n, 5n);
* ```
*/
function mod(a, b) {
	if (b <= _0n$3) throw new Error("mod: expected positive modulus, got " + b);
	const result = a % b;
	return result >= _0n$3 ? result : b + result;
}
/**
* Efficiently raise num to a power with modular reduction.
* Unsafe in some contexts: uses ladder, so can expose bigint bits.
* Low-level helper: callers that need canonical residues must pass a valid `num` for the chosen
* modulus instead of relying on the `power===0/1` fast paths to normalize it.
* @param num - Base value.
* @param power - Exponent value.
* @param modulo - Reduction modulus.
* @returns Modular exponentiation result.
* @throws If the modulus or exponent is invalid. {@link Error}
* @example
* Raise one bigint to a modular power.
*
* ```ts
* pow(2n, 6n, 11n) // 64n % 11n == 9n
* ```
*/
function pow(num, power, modulo) {
	if (modulo <= _1n$2) throw new Error("pow: expected modulus > 1, got " + modulo);
	if (typeof power !== "bigint") throw new TypeError("invalid exponent: expected bigint, got " + typeof power);
	if (power < _0n$3) throw new Error("invalid exponent, negatives unsupported");
	if (power === _0n$3) return _1n$2;
	if (power === _1n$2) return num;
	let d = num % modulo;
	if (d < _0n$3) d += modulo;
	if (power < POW_WINDOWED_MIN) {
		let p = _1n$2;
		while (power > _0n$3) {
			if (power & _1n$2) p = p * d % modulo;
			d = d * d % modulo;
			power >>= _1n$2;
		}
		return p;
	}
	const digits = [];
	while (power > _0n$3) {
		digits.push(Number(power & _15n));
		power >>= _4n$2;
	}
	const table = new Array(16);
	table[0] = _1n$2;
	table[1] = d;
	for (let i = 2; i < 16; i++) table[i] = table[i - 1] * d % modulo;
	let p = table[digits[digits.length - 1]];
	for (let w = digits.length - 2; w >= 0; w--) {
		p = p * p % modulo;
		p = p * p % modulo;
		p = p * p % modulo;
		p = p * p % modulo;
		const digit = digits[w];
		if (digit !== 0) p = p * table[digit] % modulo;
	}
	return p;
}
/**
* Inverses number over modulo.
* Implemented using the {@link https://brilliant.org/wiki/extended-euclidean-algorithm/ | extended Euclidean algorithm}.
* @param number - Value to invert.
* @param modulo - Modulus greater than 1.
* @returns Multiplicative inverse.
* @throws If the modulus is invalid or the inverse does not exist. {@link Error}
* @example
* Compute one modular inverse with the extended Euclidean algorithm.
*
* ```ts
* invert(3n, 11n);
* ```
*/
function invert(number, modulo) {
	if (number === _0n$3) throw new Error("invert: expected non-zero number");
	if (modulo <= _1n$2) throw new Error("invert: expected modulus > 1, got " + modulo);
	let a = mod(number, modulo);
	let b = modulo;
	let x = _0n$3, u = _1n$2;
	while (a !== _0n$3) {
		const q = b / a;
		const r = b - a * q;
		const m = x - u * q;
		b = a, a = r, x = u, u = m;
	}
	if (b !== _1n$2) throw new Error("invert: does not exist");
	return mod(x, modulo);
}
/**
* Inverses number over modulo using Fermat's little theorem: `a^(p-2) ≡ a⁻¹ (mod p)`.
*
* Unlike {@link invert} (extended Euclidean), the exponent `p-2` is a public constant, so the
* underlying square-and-multiply has the same control flow for every secret `a`: there is no
* data-dependent branching or loop count that could leak `a` through timing (e.g. Minerva-style
* ECDSA nonce-inversion attacks). This is only "algorithmically" constant-time — JS bigint
* multiplication/reduction is still value-dependent — and it is roughly 4x slower than
* {@link invert}.
*
* REQUIRES a prime modulus; Fermat's theorem does not hold otherwise. The result is verified to be
* a real inverse, so a non-prime modulus (or a non-invertible input) fails closed with an error
* instead of returning a wrong value.
* @param a - Value to invert.
* @param prime - Prime modulus.
* @returns Multiplicative inverse in `[1, prime)`.
* @throws If the modulus is below 2, the input reduces to zero, or the inverse does not exist.
*   {@link Error}
* @example
* Compute one modular inverse without secret-dependent branching.
*
* ```ts
* invertCt(3n, 11n); // 4n, since 3 * 4 = 12 ≡ 1 (mod 11)
* ```
*/
function invertCt(a, prime) {
	if (prime <= _1n$2) throw new Error("invertCt: expected prime modulus > 1, got " + prime);
	const an = mod(a, prime);
	if (an === _0n$3) throw new Error("invertCt: expected non-zero number");
	const inverse = pow(an, prime - _2n$1, prime);
	if (mod(an * inverse, prime) !== _1n$2) throw new Error("invertCt: does not exist");
	return inverse;
}
function assertIsSquare(Fp, root, n) {
	const F = Fp;
	if (!F.eql(F.sqr(root), n)) throw new Error("Cannot find square root");
}
function aoddModulus(order, fnName) {
	if ((order & _1n$2) === _0n$3) throw new Error(fnName + ": expected odd modulus, got " + order);
}
function sqrt3mod4(Fp, n) {
	const F = Fp;
	const p1div4 = (F.ORDER + _1n$2) / _4n$2;
	const root = F.pow(n, p1div4);
	assertIsSquare(F, root, n);
	return root;
}
function sqrt5mod8(Fp, n) {
	const F = Fp;
	const p5div8 = (F.ORDER - _5n) / _8n;
	const n2 = F.mul(n, _2n$1);
	const v = F.pow(n2, p5div8);
	const nv = F.mul(n, v);
	const i = F.mul(F.mul(nv, _2n$1), v);
	const root = F.mul(nv, F.sub(i, F.ONE));
	assertIsSquare(F, root, n);
	return root;
}
function sqrt9mod16(P) {
	const Fp_ = Field(P);
	const tn = tonelliShanks(P);
	const c1 = tn(Fp_, Fp_.neg(Fp_.ONE));
	const c2 = tn(Fp_, c1);
	const c3 = tn(Fp_, Fp_.neg(c1));
	const c4 = (P + _7n) / _16n;
	return ((Fp, n) => {
		const F = Fp;
		let tv1 = F.pow(n, c4);
		let tv2 = F.mul(tv1, c1);
		const tv3 = F.mul(tv1, c2);
		const tv4 = F.mul(tv1, c3);
		const e1 = F.eql(F.sqr(tv2), n);
		const e2 = F.eql(F.sqr(tv3), n);
		tv1 = F.cmov(tv1, tv2, e1);
		tv2 = F.cmov(tv4, tv3, e2);
		const e3 = F.eql(F.sqr(tv2), n);
		const root = F.cmov(tv1, tv2, e3);
		assertIsSquare(F, root, n);
		return root;
	});
}
/**
* Tonelli-Shanks square root search algorithm.
* This implementation is variable-time: it searches data-dependently for the first non-residue `Z`
* and for the smallest `i` in the main loop, unlike RFC 9380 Appendix I.4's constant-time shape.
* 1. {@link https://eprint.iacr.org/2012/685.pdf | eprint 2012/685}, page 12
* 2. Square Roots from 1; 24, 51, 10 to Dan Shanks
* @param P - field order
* @returns function that takes field Fp (created from P) and number n
* @throws If the field is too small, non-prime, or the square root does not exist. {@link Error}
* @example
* Construct a square-root helper for primes that need Tonelli-Shanks.
*
* ```ts
* import { Field, tonelliShanks } from '@noble/curves/abstract/modular.js';
* const Fp = Field(17n);
* const sqrt = tonelliShanks(17n)(Fp, 4n);
* ```
*/
function tonelliShanks(P) {
	if (P < _3n$1) throw new Error("sqrt is not defined for small field");
	aoddModulus(P, "tonelliShanks");
	let Q = P - _1n$2;
	let S = 0;
	while (Q % _2n$1 === _0n$3) {
		Q /= _2n$1;
		S++;
	}
	let Z = _2n$1;
	const _Fp = Field(P);
	while (FpLegendre(_Fp, Z) === 1) if (Z++ > 1e3) throw new Error("Cannot find square root: probably non-prime P");
	if (S === 1) return sqrt3mod4;
	let cc = _Fp.pow(Z, Q);
	const Q1div2 = (Q + _1n$2) / _2n$1;
	return function tonelliSlow(Fp, n) {
		const F = Fp;
		if (F.is0(n)) return n;
		if (FpLegendre(F, n) !== 1) throw new Error("Cannot find square root");
		let M = S;
		let c = F.mul(F.ONE, cc);
		let t = F.pow(n, Q);
		let R = F.pow(n, Q1div2);
		while (!F.eql(t, F.ONE)) {
			if (F.is0(t)) throw new Error("Cannot find square root: probably non-prime P");
			let i = 1;
			let t_tmp = F.sqr(t);
			while (!F.eql(t_tmp, F.ONE)) {
				i++;
				t_tmp = F.sqr(t_tmp);
				if (i === M) throw new Error("Cannot find square root");
			}
			const exponent = _1n$2 << BigInt(M - i - 1);
			const b = F.pow(c, exponent);
			M = i;
			c = F.sqr(b);
			t = F.mul(t, c);
			R = F.mul(R, b);
		}
		return R;
	};
}
/**
* Square root for a finite field. Will try optimized versions first:
*
* 1. P ≡ 3 (mod 4)
* 2. P ≡ 5 (mod 8)
* 3. P ≡ 9 (mod 16)
* 4. Tonelli-Shanks algorithm
*
* Different algorithms can give different roots, it is up to user to decide which one they want.
* For example there is FpSqrtOdd/FpSqrtEven to choose a root by oddness
* (used for hash-to-curve).
* @param P - Field order.
* @returns Square-root helper. The generic fallback inherits Tonelli-Shanks' variable-time
*   behavior and this selector assumes prime-field-style integer moduli.
* @throws If the field is unsupported or the square root does not exist. {@link Error}
* @example
* Choose the square-root helper appropriate for one field modulus.
*
* ```ts
* import { Field, FpSqrt } from '@noble/curves/abstract/modular.js';
* const Fp = Field(17n);
* const sqrt = FpSqrt(17n)(Fp, 4n);
* ```
*/
function FpSqrt(P) {
	aoddModulus(P, "Fp.sqrt");
	if (P % _4n$2 === _3n$1) return sqrt3mod4;
	if (P % _8n === _5n) return sqrt5mod8;
	if (P % _16n === _9n) return sqrt9mod16(P);
	return tonelliShanks(P);
}
const FIELD_FIELDS = [
	"create",
	"isValid",
	"is0",
	"neg",
	"inv",
	"sqrt",
	"sqr",
	"eql",
	"add",
	"sub",
	"mul",
	"pow",
	"div",
	"addN",
	"subN",
	"mulN",
	"sqrN"
];
/**
* @param field - Field implementation.
* @returns Validated field. This only checks the arithmetic subset needed by generic helpers; it
*   does not guarantee full runtime-method coverage for serialization, batching, `cmov`, or
*   field-specific extras beyond positive `BYTES` / `BITS`.
* @throws If the field shape or numeric metadata are invalid. {@link Error}
* @example
* Check that a field implementation exposes the operations curve code expects.
*
* ```ts
* import { Field, validateField } from '@noble/curves/abstract/modular.js';
* const Fp = validateField(Field(17n));
* ```
*/
function validateField(field) {
	aobject(field, "field");
	if (typeof field.ORDER !== "bigint") throw new TypeError("param \"ORDER\" is invalid: expected bigint, got " + typeof field.ORDER);
	asafenumber(field.BYTES, "BYTES");
	asafenumber(field.BITS, "BITS");
	for (const name of FIELD_FIELDS) afunction(field[name], "field." + name);
	if (field.BYTES < 1 || field.BITS < 1) throw new Error("invalid field: expected BYTES/BITS > 0");
	if (field.ORDER <= _1n$2) throw new Error("invalid field: expected ORDER > 1, got " + field.ORDER);
	return field;
}
function FpInvertBatch(Fp, nums, passZero = false) {
	validateField(Fp);
	aarray(nums, "nums");
	abool(passZero, "passZero");
	const F = Fp;
	const inverted = new Array(nums.length).fill(passZero ? F.ZERO : void 0);
	const multipliedAcc = nums.reduce((acc, num, i) => {
		if (F.is0(num)) return acc;
		inverted[i] = acc;
		return F.mul(acc, num);
	}, F.ONE);
	const invertedAcc = F.inv(multipliedAcc);
	nums.reduceRight((acc, num, i) => {
		if (F.is0(num)) return acc;
		inverted[i] = F.mul(acc, inverted[i]);
		return F.mul(acc, num);
	}, invertedAcc);
	return inverted;
}
/**
* Legendre symbol.
* Legendre constant is used to calculate Legendre symbol (a | p)
* which denotes the value of a^((p-1)/2) (mod p).
*
* * (a | p) ≡ 1    if a is a square (mod p), quadratic residue
* * (a | p) ≡ -1   if a is not a square (mod p), quadratic non residue
* * (a | p) ≡ 0    if a ≡ 0 (mod p)
* @param Fp - Field implementation.
* @param n - Value to inspect.
* @returns Legendre symbol.
* @throws If the powered value does not match a valid Legendre symbol. {@link Error}
* @example
* Compute the Legendre symbol of one field element.
*
* ```ts
* import { Field, FpLegendre } from '@noble/curves/abstract/modular.js';
* const Fp = Field(17n);
* const symbol = FpLegendre(Fp, 4n);
* ```
*/
function FpLegendre(Fp, n) {
	validateField(Fp);
	const F = Fp;
	aoddModulus(F.ORDER, "FpLegendre");
	const p1mod2 = (F.ORDER - _1n$2) / _2n$1;
	const powered = F.pow(n, p1mod2);
	const yes = F.eql(powered, F.ONE);
	const zero = F.eql(powered, F.ZERO);
	const no = F.eql(powered, F.neg(F.ONE));
	if (!yes && !zero && !no) throw new Error("invalid Legendre symbol result");
	return yes ? 1 : zero ? 0 : -1;
}
/**
* @param n - Curve order. Callers are expected to pass a positive order.
* @param nBitLength - Optional cached bit length. Callers are expected to pass a positive cached
*   value when overriding the derived bit length.
* @returns Byte and bit lengths.
* @throws If the order or cached bit length is invalid. {@link Error}
* @example
* Measure the encoding sizes needed for one modulus.
*
* ```ts
* nLength(255n);
* ```
*/
function nLength(n, nBitLength) {
	if (nBitLength !== void 0) anumber(nBitLength);
	if (n <= _0n$3) throw new Error("invalid n length: expected positive n, got " + n);
	if (nBitLength !== void 0 && nBitLength < 1) throw new Error("invalid n length: expected positive bit length, got " + nBitLength);
	const bits = bitLen(n);
	if (nBitLength !== void 0 && nBitLength < bits) throw new Error(`invalid n length: expected nBitLength (${nBitLength}) >= bitLen(n) (${bits})`);
	const _nBitLength = nBitLength !== void 0 ? nBitLength : bits;
	return {
		nBitLength: _nBitLength,
		nByteLength: Math.ceil(_nBitLength / 8)
	};
}
const FIELD_SQRT = /* @__PURE__ */ new WeakMap();
var _Field = class {
	ORDER;
	BITS;
	BYTES;
	isLE;
	ZERO = _0n$3;
	ONE = _1n$2;
	_lengths;
	_mod;
	constructor(ORDER, opts = {}) {
		if (ORDER <= _1n$2) throw new Error("invalid field: expected ORDER > 1, got " + ORDER);
		let _nbitLength = void 0;
		this.isLE = false;
		if (opts != null && typeof opts === "object") {
			if (typeof opts.BITS === "number") _nbitLength = opts.BITS;
			if (typeof opts.sqrt === "function") Object.defineProperty(this, "sqrt", {
				value: opts.sqrt,
				enumerable: true
			});
			if (typeof opts.isLE === "boolean") this.isLE = opts.isLE;
			if (opts.allowedLengths) this._lengths = Object.freeze(opts.allowedLengths.slice());
			if (typeof opts.modFromBytes === "boolean") this._mod = opts.modFromBytes;
		}
		const { nBitLength, nByteLength } = nLength(ORDER, _nbitLength);
		if (nByteLength > 2048) throw new Error("invalid field: expected ORDER of <= 2048 bytes");
		this.ORDER = ORDER;
		this.BITS = nBitLength;
		this.BYTES = nByteLength;
		Object.freeze(this);
	}
	create(num) {
		return mod(num, this.ORDER);
	}
	isValid(num) {
		if (typeof num !== "bigint") throw new TypeError("invalid field element: expected bigint, got " + typeof num);
		return _0n$3 <= num && num < this.ORDER;
	}
	is0(num) {
		return num === _0n$3;
	}
	isValidNot0(num) {
		return !this.is0(num) && this.isValid(num);
	}
	isOdd(num) {
		return (num & _1n$2) === _1n$2;
	}
	neg(num) {
		return mod(-num, this.ORDER);
	}
	eql(lhs, rhs) {
		return lhs === rhs;
	}
	sqr(num) {
		return mod(num * num, this.ORDER);
	}
	add(lhs, rhs) {
		return mod(lhs + rhs, this.ORDER);
	}
	sub(lhs, rhs) {
		return mod(lhs - rhs, this.ORDER);
	}
	mul(lhs, rhs) {
		return mod(lhs * rhs, this.ORDER);
	}
	pow(num, power) {
		return pow(num, power, this.ORDER);
	}
	div(lhs, rhs) {
		return mod(lhs * invert(rhs, this.ORDER), this.ORDER);
	}
	sqrN(num) {
		return num * num;
	}
	addN(lhs, rhs) {
		return lhs + rhs;
	}
	subN(lhs, rhs) {
		return lhs - rhs;
	}
	mulN(lhs, rhs) {
		return lhs * rhs;
	}
	inv(num) {
		return invert(num, this.ORDER);
	}
	sqrt(num) {
		let sqrt = FIELD_SQRT.get(this);
		if (!sqrt) FIELD_SQRT.set(this, sqrt = FpSqrt(this.ORDER));
		return sqrt(this, num);
	}
	toBytes(num) {
		return this.isLE ? numberToBytesLE(num, this.BYTES) : numberToBytesBE(num, this.BYTES);
	}
	fromBytes(bytes, skipValidation = false) {
		abytes(bytes);
		const { _lengths: allowedLengths, BYTES, isLE, ORDER, _mod: modFromBytes } = this;
		if (allowedLengths) {
			if (bytes.length < 1 || !allowedLengths.includes(bytes.length) || bytes.length > BYTES) throw new Error("Field.fromBytes: expected " + allowedLengths + " bytes, got " + bytes.length);
			const padded = new Uint8Array(BYTES);
			padded.set(bytes, isLE ? 0 : padded.length - bytes.length);
			bytes = padded;
		}
		if (bytes.length !== BYTES) throw new Error("Field.fromBytes: expected " + BYTES + " bytes, got " + bytes.length);
		let scalar = isLE ? bytesToNumberLE(bytes) : bytesToNumberBE(bytes);
		if (modFromBytes) scalar = mod(scalar, ORDER);
		if (!skipValidation) {
			if (!this.isValid(scalar)) throw new Error("invalid field element: outside of range 0..ORDER");
		}
		return scalar;
	}
	invertBatch(lst) {
		return FpInvertBatch(this, lst, true);
	}
	cmov(a, b, condition) {
		abool(condition, "condition");
		return condition ? b : a;
	}
};
/**
* Creates a finite field. Major performance optimizations:
* * 1. Denormalized operations like mulN instead of mul.
* * 2. Identical object shape: never add or remove keys.
* * 3. Frozen stable object shape; the lazy sqrt cache lives in a module-level `WeakMap`.
* Fragile: always run a benchmark on a change.
* Security note: operations and low-level serializers like `toBytes` don't check `isValid` for
* all elements for performance and protocol-flexibility reasons; callers are responsible for
* supplying valid elements when they need canonical field behavior.
* This is low-level code, please make sure you know what you're doing.
*
* Note about field properties:
* * CHARACTERISTIC p = prime number, number of elements in main subgroup.
* * ORDER q = similar to cofactor in curves, may be composite `q = p^m`.
*
* @param ORDER - field order, probably prime, or could be composite
* @param opts - Field options such as bit length or endianness. See {@link FieldOpts}.
* @returns Frozen field instance with a stable object shape. This wrapper forwards `opts` straight
*   into `_Field`, so it inherits `_Field`'s assumptions about cached sizes and `allowedLengths`.
* @example
* Construct one prime field with optional overrides.
*
* ```ts
* Field(11n);
* ```
*/
function Field(ORDER, opts = {}) {
	Object.freeze(_Field.prototype);
	return new _Field(ORDER, opts);
}
/**
* Returns total number of bytes consumed by the field element.
* For example, 32 bytes for usual 256-bit weierstrass curve.
* @param fieldOrder - number of field elements, usually CURVE.n. Callers are expected to pass an
*   order greater than 1.
* @returns byte length of field
* @throws If the field order is not a bigint. {@link Error}
* @example
* Read the fixed-width byte length of one field.
*
* ```ts
* getFieldBytesLength(255n);
* ```
*/
function getFieldBytesLength(fieldOrder) {
	if (typeof fieldOrder !== "bigint") throw new Error("field order must be bigint");
	if (fieldOrder <= _1n$2) throw new Error("field order must be greater than 1");
	const bitLength = bitLen(fieldOrder - _1n$2);
	return Math.ceil(bitLength / 8);
}
/**
* Returns minimal amount of bytes that can be safely reduced
* by field order.
* Should be 2^-128 for 128-bit curve such as P256.
* This is the reduction / modulo-bias lower bound; higher-level helpers may still impose a larger
* absolute floor for policy reasons.
* @param fieldOrder - number of field elements greater than 1, usually CURVE.n.
* @returns byte length of target hash
* @throws If the field order is invalid. {@link Error}
* @example
* Compute the minimum hash length needed for field reduction.
*
* ```ts
* getMinHashLength(255n);
* ```
*/
function getMinHashLength(fieldOrder) {
	const length = getFieldBytesLength(fieldOrder);
	return length + Math.ceil(length / 2);
}
/**
* "Constant-time" private key generation utility.
* Can take (n + n/2) or more bytes of uniform input e.g. from CSPRNG or KDF
* and convert them into private scalar, with the modulo bias being negligible.
* Needs at least 48 bytes of input for 32-byte private key. The implementation also keeps a hard
* 16-byte minimum even when `getMinHashLength(...)` is smaller, so toy-small inputs do not look
* accidentally acceptable for real scalar derivation.
* See {@link https://research.kudelskisecurity.com/2020/07/28/the-definitive-guide-to-modulo-bias-and-how-to-avoid-it/ | Kudelski's modulo-bias guide},
* {@link https://csrc.nist.gov/publications/detail/fips/186/5/final | FIPS 186-5 appendix A.2}, and
* {@link https://www.rfc-editor.org/rfc/rfc9380#section-5 | RFC 9380 section 5}. Unlike RFC 9380
* `hash_to_field`, this helper intentionally maps into the non-zero private-scalar range `1..n-1`.
* @param key - Uniform input bytes.
* @param fieldOrder - Size of subgroup.
* @param isLE - interpret hash bytes as LE num
* @returns valid private scalar
* @throws If the hash length or field order is invalid for scalar reduction. {@link Error}
* @example
* Map hash output into a private scalar range.
*
* ```ts
* mapHashToField(new Uint8Array(48).fill(1), 255n);
* ```
*/
function mapHashToField(key, fieldOrder, isLE = false) {
	abytes(key);
	const len = key.length;
	const fieldLen = getFieldBytesLength(fieldOrder);
	const minLen = Math.max(getMinHashLength(fieldOrder), 16);
	if (len < minLen || len > 1024) throw new Error("expected " + minLen + "-1024 bytes of input, got " + len);
	const reduced = mod(isLE ? bytesToNumberLE(key) : bytesToNumberBE(key), fieldOrder - _1n$2) + _1n$2;
	return isLE ? numberToBytesLE(reduced, fieldLen) : numberToBytesBE(reduced, fieldLen);
}
// node_modules/@noble/curves/abstract/curve.js
/**
* Methods for elliptic curve multiplication by scalars.
* Contains wNAF-based ScalarMultiplier, pippenger.
* @module
*/
const _0n$2 = /* @__PURE__ */ BigInt(0);
const _1n$1 = /* @__PURE__ */ BigInt(1);
const _4n$1 = /* @__PURE__ */ BigInt(4);
const BLIND_BYTES = 16;
const BLIND_BITS = 128;
const FW_WINDOW = 5;
const TABLE_BYTES_MAX = /* @__PURE__ */ (() => 2 ** 31)();
/**
* Validates the static surface of a point constructor.
* This is only a cheap sanity check for the constructor hooks and fields consumed by generic
* factories; it does not certify `BASE`/`ZERO` semantics or prove the curve implementation itself.
* @param Point - Runtime point constructor.
* @throws On missing constructor hooks or malformed field metadata. {@link TypeError}
* @example
* Check that one point constructor exposes the static hooks generic helpers need.
*
* ```ts
* import { ed25519 } from '@noble/curves/ed25519.js';
* import { validatePointCons } from '@noble/curves/abstract/curve.js';
* validatePointCons(ed25519.Point);
* ```
*/
function validatePointCons(Point) {
	const pc = Point;
	if (typeof pc !== "function") throw new TypeError("\"Point\" expected constructor, got type=" + typeof Point);
	afunction(pc.fromAffine, "Point.fromAffine");
	afunction(pc.fromBytes, "Point.fromBytes");
	afunction(pc.fromHex, "Point.fromHex");
	aobject(pc.BASE, "Point.BASE");
	aobject(pc.ZERO, "Point.ZERO");
	validateField(pc.Fp);
	validateField(pc.Fn);
}
/**
* Takes a bunch of Projective Points but executes only one
* inversion on all of them. Inversion is very slow operation,
* so this improves performance massively.
* Optimization: converts a list of projective points to a list of identical points with Z=1.
* Input points are left unchanged; the normalized points are returned as fresh instances.
* @param c - Point constructor.
* @param points - Projective points.
* @returns Fresh projective points reconstructed from normalized affine coordinates.
* @example
* Batch-normalize projective points with a single shared inversion.
*
* ```ts
* import { normalizeZ } from '@noble/curves/abstract/curve.js';
* import { p256 } from '@noble/curves/nist.js';
* const points = normalizeZ(p256.Point, [p256.Point.BASE, p256.Point.BASE.double()]);
* ```
*/
function normalizeZ(c, points) {
	validatePointCons(c);
	validateMSMPoints(points, c);
	const invertedZs = FpInvertBatch(c.Fp, points.map((p) => p.Z));
	return points.map((p, i) => c.fromAffine(p.toAffine(invertedZs[i])));
}
function validateW(W, bits, min = 1) {
	if (!Number.isSafeInteger(W) || W < min || W > bits) throw new Error("invalid window size, expected [" + min + ".." + bits + "], got W=" + W);
}
function validateTableBytes(numPoints, fpBytes) {
	const bytes = numPoints * (4 * fpBytes + 128);
	if (bytes > TABLE_BYTES_MAX) throw new Error("invalid window size: table would need ~" + Math.ceil(bytes / 2 ** 20) + " MiB, max " + TABLE_BYTES_MAX / 2 ** 20 + " MiB");
}
/**
* Probes an RNG once, at construction time: returns `undefined` when it is unavailable —
* throws or returns malformed bytes — so callers can downgrade to their unblinded /
* deterministic constant-time fallback. Blinding is defense-in-depth (DPA/template
* hardening), not a correctness or key-secrecy requirement, so availability-based
* downgrade is acceptable.
*
* The downgrade decision is deliberately static. After a successful probe the RNG becomes
* part of the trusted contract: later misbehavior must fail closed in per-call validation
* (throw), never downgrade — a dynamic fallback would let a tampered RNG silently strip
* blinding on demand. A probe can only ever classify broken environments, not adversarial
* RNGs: a stateful RNG can always behave while probed and misbehave later.
* @param randomBytes - RNG to probe, or `undefined` when the environment provides none.
* @param length - Byte length requested from the probe call.
* @returns The RNG when the probe produced `length` valid bytes; `undefined` otherwise.
* @example
* Probe an RNG once before enabling scalar blinding.
*
* ```ts
* import { probeRandomBytes } from '@noble/curves/abstract/curve.js';
* import { randomBytes } from '@noble/hashes/utils.js';
* const rng = probeRandomBytes(randomBytes, 16);
* ```
*/
function probeRandomBytes(randomBytes, length) {
	if (randomBytes === void 0) return void 0;
	afunction(randomBytes, "randomBytes");
	try {
		const probe = randomBytes(length);
		if (!isBytes(probe) || probe.length !== length) return void 0;
	} catch {
		return;
	}
	return randomBytes;
}
function validateMSMPoints(points, c) {
	aarray(points, "points");
	points.forEach((p, i) => {
		if (!(p instanceof c)) throw new Error("invalid point at index " + i);
	});
}
function validateMSMScalars(scalars, field, maxScalar) {
	if (!Array.isArray(scalars)) throw new Error("array of scalars expected");
	scalars.forEach((s, i) => {
		if (!(maxScalar === void 0 ? field.isValid(s) : isPosBig(s) && s < maxScalar)) throw new Error("invalid scalar at index " + i);
	});
}
const pointWindowSizes = /* @__PURE__ */ new WeakMap();
function getWindowSize(P) {
	return pointWindowSizes.get(P) || 1;
}
/** Table of odd multiples [1P, 3P, ..., (2⋅size−1)P]; width-W wNAF uses size = 2^(W−2). */
function oddMultiples(p, size) {
	const dbl = p.double();
	const t = [p];
	for (let j = 1; j < size; j++) t.push(t[j - 1].add(dbl));
	return t;
}
/**
* Width-W wNAF signed-digit recoding (W >= 2), LSB-first: digits are 0 or odd with
* |digit| < 2^(W−1); nonzero density ~1/(W+1) (a nonzero digit is followed by W−1 zeros).
*/
function wnafDigits(n, W) {
	const size = 2 ** W;
	const half = size / 2;
	const mask = BigInt(size - 1);
	const d = [];
	while (n > _0n$2) {
		let w = 0;
		if (n & _1n$1) {
			w = Number(n & mask);
			if (w >= half) w -= size;
			n -= BigInt(w);
		}
		d.push(w);
		n >>= _1n$1;
	}
	return d;
}
/**
* Fixed-position signed-window recoding for precomputed wNAF: `n = Σ digits[w]⋅2^(w⋅W)` with
* digits in `[−2^(W−1)+1, 2^(W−1)]`. Digit count is fixed by `windows` (callers reserve one
* extra window for the final carry), so recoding length does not depend on the scalar.
*/
function signedWindowDigits(n, W, windows) {
	const size = 2 ** W;
	const half = size / 2;
	const mask = BigInt(size - 1);
	const shiftBy = BigInt(W);
	const d = [];
	for (let w = 0; w < windows; w++) {
		let v = Number(n & mask);
		n >>= shiftBy;
		if (v > half) {
			v -= size;
			n += _1n$1;
		}
		d.push(v);
	}
	if (n !== _0n$2) throw new Error("invalid wnaf");
	return d;
}
/**
* Shared vartime walk over per-scalar wNAF digit streams: one doubling of a single shared
* accumulator per bit position of the longest recoding, one signed table addition per
* nonzero digit. `tables[i]` must hold the odd multiples of the i-th point.
*/
function wnafWalk(zero, tables, digits) {
	let max = 0;
	for (const d of digits) max = Math.max(max, d.length);
	let acc = zero;
	for (let bit = max - 1; bit >= 0; bit--) {
		if (bit !== max - 1) acc = acc.double();
		for (let i = 0; i < digits.length; i++) {
			const w = digits[i][bit];
			if (w) {
				const item = tables[i][Math.abs(w) - 1 >> 1];
				acc = acc.add(w < 0 ? item.negate() : item);
			}
		}
	}
	return acc;
}
/**
* Elliptic curve multiplication of Point by scalar.
* Routes between cached-table, fixed-window, and one-shot wNAF paths; entry points validate
* their own scalars (`mulCT`/`mulCTBlinded`: `1 <= s < Fn.ORDER`; `mulUnsafe`: up to the
* `Fn.ORDER^4` DoS cap via {@link mulAddUnsafe}).
* Table generation is expensive and happens on first call of `multiply()`
* (or eagerly via `precompute(W, false)`). By default, `BASE` point is precomputed.
*
* Cached algorithm is signed fixed-window wNAF:
* - table stores, for every window w, the multiples `[1..2^(W−1)]⋅2^(w⋅W)⋅P` — all doublings
*   are baked in, so a multiplication is exactly one table addition per window
* - window count is fixed (`ceil(bits/W) + 1`), so the point-operation count is scalar-independent
*   (basis of the constant-time path)
* - for a 256-bit curve and W=6: 44⋅32 = 1408 table points, 44 additions per multiply
* - secret scalars are additionally blinded (see {@link ScalarMultiplier.mulCTBlinded}), which
*   widens tables by 128 bits
* @param Point - Point constructor.
* @param randomBytes - RNG used for scalar blinding; required by the blinded secret path.
* @example
* Elliptic curve multiplication of Point by scalar.
*
* ```ts
* import { ScalarMultiplier } from '@noble/curves/abstract/curve.js';
* import { p256 } from '@noble/curves/nist.js';
* const mul = new ScalarMultiplier(p256.Point);
* ```
*/
var ScalarMultiplier = class {
	Point;
	BASE;
	ZERO;
	randomBytes;
	wnafPrecomputes = /* @__PURE__ */ new WeakMap();
	baseCanBeBlinded;
	bits;
	constructor(Point, randomBytes) {
		validatePointCons(Point);
		this.randomBytes = probeRandomBytes(randomBytes, BLIND_BYTES);
		this.Point = Point;
		this.BASE = Point.BASE;
		this.ZERO = Point.ZERO;
		this.bits = Point.Fn.BITS;
	}
	/**
	* Creates a signed fixed-window wNAF precomputation table: for every window w, the
	* multiples `[1..2^(W−1)]⋅2^(w⋅W)⋅P`, flattened. All doublings are baked into the table,
	* so cached multiplication is additions-only. `windows = ceil(bits/W) + 1`: the extra
	* window absorbs the final carry of signed-digit recoding.
	* For a 256-bit curve and W=6, the table is 44⋅32 = 1408 points.
	* @param point - Point instance
	* @param W - window size
	* @param bits - scalar bitlength the table must cover
	*/
	buildWnafTable(point, W, bits) {
		const windows = Math.ceil(bits / W) + 1;
		const half = 2 ** (W - 1);
		const comp = [];
		let base = point;
		for (let w = 0; w < windows; w++) {
			let acc = base;
			for (let i = 0; i < half; i++) {
				comp.push(acc);
				acc = acc.add(base);
			}
			base = comp[comp.length - 1].double();
		}
		return {
			W,
			bits,
			windows,
			comp
		};
	}
	/**
	* Implements ec multiplication using precomputed signed fixed-window wNAF tables.
	* Constant-time: fixed window count with one table addition per window — zero digits feed
	* the fake accumulator — and no doublings; the lookup scans the whole window slice.
	* Scalar bounds are validated by the public entry points ({@link ScalarMultiplier.mulCT},
	* {@link ScalarMultiplier.mulCTBlinded}, {@link ScalarMultiplier.mulUnsafe});
	* signedWindowDigits throws if `n` exceeds the table.
	* @returns real and fake (for const-time) points
	*/
	wnafCachedCT(precomputes, n) {
		const { W, windows, comp } = precomputes;
		const half = 2 ** (W - 1);
		const digits = signedWindowDigits(n, W, windows);
		let p = this.ZERO;
		let f = this.BASE;
		for (let w = 0; w < windows; w++) {
			const digit = digits[w];
			const start = w * half;
			const idx = Math.abs(digit) - 1;
			let sel = comp[start];
			for (let i = 1; i < half; i++) sel = i === idx ? comp[start + i] : sel;
			const neg = sel.negate();
			if (digit === 0) f = f.add(comp[start]);
			else p = p.add(digit < 0 ? neg : sel);
		}
		return {
			p,
			f
		};
	}
	getWnafPrecomputes(W, point, bits, transform) {
		let entries = this.wnafPrecomputes.get(point);
		let comp = entries?.find((entry) => entry.W === W && entry.bits === bits);
		if (!comp) {
			comp = this.buildWnafTable(point, W, bits);
			if (typeof transform === "function") comp = {
				...comp,
				comp: transform(comp.comp)
			};
			if (!entries) {
				entries = [];
				this.wnafPrecomputes.set(point, entries);
			}
			entries.push(comp);
		}
		return comp;
	}
	assertPoint(point) {
		if (!(point instanceof this.Point)) throw new TypeError("\"point\" expected Point instance, got type=" + typeof point);
	}
	validateMulInput(point, scalar) {
		this.assertPoint(point);
		if (!inRange(scalar, _1n$1, this.Point.Fn.ORDER)) throw new Error("invalid scalar");
	}
	runCT(point, n, bits, transform) {
		const W = getWindowSize(point);
		if (W === 1) return this.fixedWindowCT(point, n, bits);
		return this.wnafCachedCT(this.getWnafPrecomputes(W, point, bits, transform), n);
	}
	mulCT(point, scalar, transform) {
		this.validateMulInput(point, scalar);
		return this.runCT(point, scalar, this.bits, transform);
	}
	mulCTBlinded(point, scalar, transform) {
		this.validateMulInput(point, scalar);
		if (this.randomBytes === void 0) throw new Error("randomBytes is required for scalar blinding");
		const bits = this.Point.Fn.BITS + BLIND_BITS;
		const blind = this.randomBytes(BLIND_BYTES);
		if (!isBytes(blind) || blind.length !== BLIND_BYTES) throw new Error("randomBytes returned invalid byte array");
		blind[0] = blind[0] & 63 | 128;
		const n = scalar + bytesToNumberBE(blind) * this.Point.Fn.ORDER;
		return this.runCT(point, n, bits, transform);
	}
	/**
	* Constant-time multiplication `n*point` for an un-precomputed point, via a small fixed window.
	* A cached wNAF table only pays off when reused; a flat 2^FW_WINDOW table (`size-1` adds) is
	* far cheaper to build for a single use. The point-operation sequence is independent of `n`:
	* build the table, then per window exactly FW_WINDOW doublings, a data-oblivious scan over
	* every table entry, and one addition (adds the identity when the window digit is 0 — never
	* skipped).
	*
	* `n` must be `< 2^bits`. Assumes complete addition (adding the identity costs the same as any
	* add), which holds for the Weierstrass/Edwards point types used here. The table is left in
	* projective form (no normalizeZ): normalizing this small a table costs more than the
	* mixed-add savings it would buy for a single multiply.
	* @returns real point `p`; `f` duplicates it only to match {@link wnafCachedCT}'s return shape
	* (this path needs no fake accumulator — its op-count is already scalar-independent).
	*/
	fixedWindowCT(point, n, bits) {
		const W = FW_WINDOW;
		const size = 32;
		const mask = bitMask(W);
		const table = new Array(size);
		table[0] = this.ZERO;
		for (let i = 1; i < size; i++) table[i] = table[i - 1].add(point);
		const windows = Math.ceil(bits / W);
		let acc = this.ZERO;
		for (let window = windows - 1; window >= 0; window--) {
			if (window !== windows - 1) for (let d = 0; d < W; d++) acc = acc.double();
			const digit = Number(n >> BigInt(window * W) & mask);
			let sel = table[0];
			for (let i = 1; i < size; i++) sel = i === digit ? table[i] : sel;
			acc = acc.add(sel);
		}
		return {
			p: acc,
			f: acc
		};
	}
	shouldBlind(point, cofactor) {
		if (this.randomBytes === void 0) return false;
		if (cofactor === _1n$1) return true;
		if (point !== this.BASE) return false;
		if (this.baseCanBeBlinded === void 0) this.baseCanBeBlinded = this.mulUnsafe(this.BASE, this.Point.Fn.ORDER).is0();
		return this.baseCanBeBlinded;
	}
	mulSecret(point, scalar, cofactor, transform) {
		return this.shouldBlind(point, cofactor) ? this.mulCTBlinded(point, scalar, transform) : this.mulCT(point, scalar, transform);
	}
	mulUnsafe(point, scalar, transform) {
		this.assertPoint(point);
		if (!isPosBig(scalar)) throw new Error("invalid scalar");
		const W = getWindowSize(point);
		if (W === 1 || scalar >= this.Point.Fn.ORDER) return mulAddUnsafe(this.Point, [point], [scalar], true);
		const precomputes = this.getWnafPrecomputes(W, point, this.bits, transform);
		return this.wnafCachedCT(precomputes, scalar).p;
	}
	setWindowSize(point, W) {
		this.assertPoint(point);
		validateW(W, this.bits);
		validateTableBytes((Math.ceil((this.bits + BLIND_BITS) / W) + 1) * 2 ** (W - 1), this.Point.Fp.BYTES);
		pointWindowSizes.set(point, W);
		this.wnafPrecomputes.delete(point);
	}
	hasWindowSize(point) {
		return getWindowSize(point) !== 1;
	}
};
/**
* Combined multi-scalar multiplication `Σ scalars[i]⋅points[i]` via interleaved width-4 wNAF
* (Strauss–Shamir). Every input gets its own table of odd multiples `[1P, 3P, 5P, 7P]` and
* signed-digit recoding, but all walks share one doubling chain, so total cost is
* `~bits` doublings + `L⋅bits/5` additions instead of `L⋅bits` doublings for separate
* multiplications. Intended for the 2-4 point shapes of signature verification
* (`R = u1⋅G + u2⋅P`); use {@link pippenger} for larger batches.
*
* Not constant-time: only for public inputs. Scalars must satisfy `0 <= s < Fn.ORDER`;
* fold negative signs into the points before calling.
* @param c - Point constructor.
* @param points - Array of curve points.
* @param scalars - Array of non-negative scalars, same length as points.
* @param allowOversized - Replace the `s < Fn.ORDER` scalar check with a `Fn.ORDER^4` DoS cap.
*   Off by default. For scalars that must NOT be reduced mod ORDER: torsion checks
*   (`Fn.ORDER⋅P ≟ O`) and cofactor-clearing multiples. Walk length grows with `bitLen(s)`.
* @returns Combined multiplication result; identity for empty input.
* @throws If the point set or scalar set is invalid. {@link Error}
* @example
* Combined multi-scalar multiplication via Strauss–Shamir.
*
* ```ts
* import { mulAddUnsafe } from '@noble/curves/abstract/curve.js';
* import { p256 } from '@noble/curves/nist.js';
* const G = p256.Point.BASE;
* const R = mulAddUnsafe(p256.Point, [G, G.double()], [2n, 3n]); // 2⋅G + 3⋅(2⋅G)
* ```
*/
function mulAddUnsafe(c, points, scalars, allowOversized = false) {
	validatePointCons(c);
	validateMSMPoints(points, c);
	abool(allowOversized, "allowOversized");
	validateMSMScalars(scalars, c.Fn, allowOversized ? c.Fn.ORDER ** _4n$1 : void 0);
	if (points.length !== scalars.length) throw new Error("arrays of points and scalars must have equal length");
	const tables = points.map((p) => oddMultiples(p, 4));
	const digits = scalars.map((n) => wnafDigits(n, 4));
	return wnafWalk(c.ZERO, tables, digits);
}
function createField(order, field, isLE) {
	if (field) {
		if (field.ORDER !== order) throw new Error("Field.ORDER must match order: Fp == p, Fn == n");
		validateField(field);
		return field;
	} else return Field(order, { isLE });
}
/**
* Validates basic CURVE shape and field membership, then creates fields.
* This does not prove that the generator is on-curve, that subgroup/order data are consistent, or
* that the curve equation itself is otherwise sane.
* @param type - Curve family.
* @param CURVE - Curve parameters.
* @param curveOpts - Optional field overrides. See {@link FpFn}:
*   - `Fp` (optional): Optional base-field override.
*   - `Fn` (optional): Optional scalar-field override.
* @param FpFnLE - Whether field encoding is little-endian.
* @returns Frozen curve parameters and fields.
* @throws If the curve parameters or field overrides are invalid. {@link Error}
* @example
* Build curve fields from raw constants before constructing a curve instance.
*
* ```ts
* const curve = createCurveFields('weierstrass', {
*   p: 17n,
*   n: 19n,
*   h: 1n,
*   a: 2n,
*   b: 2n,
*   Gx: 5n,
*   Gy: 1n,
* });
* ```
*/
function createCurveFields(type, CURVE, curveOpts = {}, FpFnLE) {
	if (type !== "weierstrass" && type !== "edwards") throw new Error("expected curve type \"weierstrass\" or \"edwards\"");
	if (FpFnLE === void 0) FpFnLE = type === "edwards";
	if (!CURVE || typeof CURVE !== "object") throw new Error(`expected valid ${type} CURVE object`);
	validateObject(curveOpts);
	for (const p of [
		"p",
		"n",
		"h"
	]) {
		const val = CURVE[p];
		if (!(isPosBig(val) && val !== _0n$2)) throw new Error(`CURVE.${p} must be positive bigint`);
	}
	const Fp = createField(CURVE.p, curveOpts.Fp, FpFnLE);
	const Fn = createField(CURVE.n, curveOpts.Fn, FpFnLE);
	const params = [
		"Gx",
		"Gy",
		"a",
		type === "weierstrass" ? "b" : "d"
	];
	for (const p of params) if (!Fp.isValid(CURVE[p])) throw new Error(`CURVE.${p} must be valid field element of CURVE.Fp`);
	CURVE = Object.freeze(Object.assign({}, CURVE));
	return {
		CURVE,
		Fp,
		Fn
	};
}
/**
* @param randomSecretKey - Secret-key generator.
* @param getPublicKey - Public-key derivation helper.
* @returns Keypair generator.
* @example
* Build a `keygen()` helper from existing secret-key and public-key primitives.
*
* ```ts
* import { createKeygen } from '@noble/curves/abstract/curve.js';
* import { p256 } from '@noble/curves/nist.js';
* const keygen = createKeygen(p256.utils.randomSecretKey, p256.getPublicKey);
* const pair = keygen();
* ```
*/
function createKeygen(randomSecretKey, getPublicKey) {
	return function keygen(seed) {
		const secretKey = randomSecretKey(seed);
		return {
			secretKey,
			publicKey: getPublicKey(secretKey)
		};
	};
}
// node_modules/@noble/hashes/hmac.js
/**
* HMAC: RFC2104 message authentication code.
* @module
*/
/**
* Internal class for HMAC.
* Accepts any byte key, although RFC 2104 §3 recommends keys at least
* `HashLen` bytes long.
*/
var _HMAC = class {
	oHash;
	iHash;
	blockLen;
	outputLen;
	canXOF = false;
	finished = false;
	destroyed = false;
	constructor(hash, key) {
		ahash(hash);
		abytes$1(key, void 0, "key");
		this.iHash = hash.create();
		if (typeof this.iHash.update !== "function") throw new Error("expected Hash instance");
		this.blockLen = this.iHash.blockLen;
		this.outputLen = this.iHash.outputLen;
		const blockLen = this.blockLen;
		const pad = new Uint8Array(blockLen);
		pad.set(key.length > blockLen ? hash.create().update(key).digest() : key);
		for (let i = 0; i < pad.length; i++) pad[i] ^= 54;
		this.iHash.update(pad);
		this.oHash = hash.create();
		for (let i = 0; i < pad.length; i++) pad[i] ^= 106;
		this.oHash.update(pad);
		clean(pad);
	}
	update(buf) {
		aexists(this);
		this.iHash.update(buf);
		return this;
	}
	digestInto(out) {
		aexists(this);
		aoutput(out, this);
		this.finished = true;
		const buf = out.subarray(0, this.outputLen);
		this.iHash.digestInto(buf);
		this.oHash.update(buf);
		this.oHash.digestInto(buf);
		this.destroy();
	}
	digest() {
		const out = new Uint8Array(this.oHash.outputLen);
		this.digestInto(out);
		return out;
	}
	_cloneInto(to) {
		to ||= Object.create(Object.getPrototypeOf(this), {});
		const { oHash, iHash, finished, destroyed, blockLen, outputLen, canXOF } = this;
		to = to;
		to.finished = finished;
		to.destroyed = destroyed;
		to.blockLen = blockLen;
		to.outputLen = outputLen;
		to.canXOF = canXOF;
		to.oHash = oHash._cloneInto(to.oHash);
		to.iHash = iHash._cloneInto(to.iHash);
		return to;
	}
	clone() {
		return this._cloneInto();
	}
	destroy() {
		this.destroyed = true;
		this.oHash.destroy();
		this.iHash.destroy();
	}
};
const hmac = /* @__PURE__ */ (() => {
	const hmac_ = ((hash, key, message) => new _HMAC(hash, key).update(message).digest());
	hmac_.create = (hash, key) => new _HMAC(hash, key);
	return hmac_;
})();
// node_modules/@noble/curves/abstract/der.js
/**
* ASN.1 DER (Distinguished Encoding Rules) helpers for ECDSA signatures.
* Only implements the tiny subset needed for `SEQUENCE(INTEGER r, INTEGER s)`.
* @module
*/
const _0n$1 = /* @__PURE__ */ BigInt(0);
/**
* @param m - Error message.
* @example
* Throw a DER-specific error when signature parsing encounters invalid bytes.
*
* ```ts
* new DERErr('bad der');
* ```
*/
var DERErr = class extends Error {
	constructor(m = "") {
		super(m);
	}
};
const _DER = {
	Err: DERErr,
	_tlv: {
		encode: (tag, data) => {
			const { Err: E } = _DER;
			asafenumber(tag, "tag");
			if (tag < 0 || tag > 255) throw new E("tlv.encode: wrong tag");
			astring(data, "data");
			if (data.length & 1) throw new E("tlv.encode: unpadded data");
			const dataLen = data.length / 2;
			const len = numberToHexUnpadded(dataLen);
			if (len.length / 2 & 128) throw new E("tlv.encode: long form length too big");
			const lenLen = dataLen > 127 ? numberToHexUnpadded(len.length / 2 | 128) : "";
			return numberToHexUnpadded(tag) + lenLen + len + data;
		},
		decode(tag, data) {
			const { Err: E } = _DER;
			data = abytes(data, void 0, "DER data");
			let pos = 0;
			if (tag < 0 || tag > 255) throw new E("tlv.decode: wrong tag");
			if (data.length < 2 || data[pos++] !== tag) throw new E("tlv.decode: wrong tlv");
			const first = data[pos++];
			const isLong = !!(first & 128);
			let length = 0;
			if (!isLong) length = first;
			else {
				const lenLen = first & 127;
				if (!lenLen) throw new E("tlv.decode(long): indefinite length not supported");
				if (lenLen > 4) throw new E("tlv.decode(long): byte length is too big");
				const lengthBytes = data.subarray(pos, pos + lenLen);
				if (lengthBytes.length !== lenLen) throw new E("tlv.decode: length bytes not complete");
				if (lengthBytes[0] === 0) throw new E("tlv.decode(long): zero leftmost byte");
				for (const b of lengthBytes) length = length << 8 | b;
				pos += lenLen;
				if (length < 128) throw new E("tlv.decode(long): not minimal encoding");
			}
			const v = data.subarray(pos, pos + length);
			if (v.length !== length) throw new E("tlv.decode: wrong value length");
			return {
				v,
				l: data.subarray(pos + length)
			};
		}
	},
	_int: {
		encode(num) {
			const { Err: E } = _DER;
			abignumber(num);
			if (num < _0n$1) throw new E("integer: negative integers are not allowed");
			let hex = numberToHexUnpadded(num);
			if (Number.parseInt(hex[0], 16) & 8) hex = "00" + hex;
			if (hex.length & 1) throw new E("unexpected DER parsing assertion: unpadded hex");
			return hex;
		},
		decode(data) {
			const { Err: E } = _DER;
			if (data.length < 1) throw new E("invalid signature integer: empty");
			if (data[0] & 128) throw new E("invalid signature integer: negative");
			if (data.length > 1 && data[0] === 0 && !(data[1] & 128)) throw new E("invalid signature integer: unnecessary leading zero");
			return bytesToNumberBE(data);
		}
	},
	toSig(bytes, maxScalarBytes) {
		const { Err: E, _int: int, _tlv: tlv } = _DER;
		if (maxScalarBytes !== void 0) {
			asafenumber(maxScalarBytes, "maxScalarBytes");
			if (maxScalarBytes < 1) throw new E("invalid signature: maxScalarBytes must be positive");
		}
		const data = abytes(bytes, void 0, "signature");
		const { v: seqBytes, l: seqLeftBytes } = tlv.decode(48, data);
		if (seqLeftBytes.length) throw new E("invalid signature: left bytes after parsing");
		const { v: rBytes, l: rLeftBytes } = tlv.decode(2, seqBytes);
		const { v: sBytes, l: sLeftBytes } = tlv.decode(2, rLeftBytes);
		if (sLeftBytes.length) throw new E("invalid signature: left bytes after parsing");
		if (maxScalarBytes !== void 0 && (rBytes.length > maxScalarBytes || sBytes.length > maxScalarBytes)) throw new E("invalid signature: integer too large");
		return {
			r: int.decode(rBytes),
			s: int.decode(sBytes)
		};
	},
	hexFromSig(sig) {
		const { _tlv: tlv, _int: int } = _DER;
		validateObject(sig, {
			r: "bigint",
			s: "bigint"
		}, {}, "sig");
		const seq = tlv.encode(2, int.encode(sig.r)) + tlv.encode(2, int.encode(sig.s));
		return tlv.encode(48, seq);
	}
};
/**
* ASN.1 DER encoding utilities. ASN is very complex & fragile. Format:
*
*     [0x30 (SEQUENCE), bytelength, 0x02 (INTEGER), intLength, R, 0x02 (INTEGER), intLength, S]
*
* Docs: {@link https://letsencrypt.org/docs/a-warm-welcome-to-asn1-and-der/ | Let's Encrypt ASN.1 guide} and
* {@link https://luca.ntop.org/Teaching/Appunti/asn1.html | Luca Deri's ASN.1 notes}.
* @example
* ASN.1 DER encoding utilities.
*
* ```ts
* const der = DER.hexFromSig({ r: 1n, s: 2n });
* ```
*/
const DER = /* @__PURE__ */ (() => {
	Object.freeze(_DER._tlv);
	Object.freeze(_DER._int);
	return Object.freeze(_DER);
})();
// node_modules/@noble/curves/abstract/weierstrass.js
/**
* Short Weierstrass curve methods. The formula is: y² = x³ + ax + b.
*
* ### Design rationale for types
*
* * Interaction between classes from different curves should fail:
*   `k256.Point.BASE.add(p256.Point.BASE)`
* * For this purpose we want to use `instanceof` operator, which is fast and works during runtime
* * Different calls of `curve()` would return different classes -
*   `curve(params) !== curve(params)`: if somebody decided to monkey-patch their curve,
*   it won't affect others
*
* TypeScript can't infer types for classes created inside a function. Classes is one instance
* of nominative types in TypeScript and interfaces only check for shape, so it's hard to create
* unique type for every function call.
*
* We can use generic types via some param, like curve opts, but that would:
*     1. Enable interaction between `curve(params)` and `curve(params)` (curves of same params)
*     which is hard to debug.
*     2. Params can be generic and we can't enforce them to be constant value:
*     if somebody creates curve from non-constant params,
*     it would be allowed to interact with other curves with non-constant params
*
* @todo https://www.typescriptlang.org/docs/handbook/release-notes/typescript-2-7.html#unique-symbol
* @module
*/
const divNearest = (num, den) => (num + (num >= 0 ? den : -den) / _2n) / den;
/** Splits scalar for GLV endomorphism. */
function _splitEndoScalar(k, basis, n) {
	aInRange("scalar", k, _0n, n);
	const [[a1, b1], [a2, b2]] = basis;
	const c1 = divNearest(b2 * k, n);
	const c2 = divNearest(-b1 * k, n);
	let k1 = k - c1 * a1 - c2 * a2;
	let k2 = -c1 * b1 - c2 * b2;
	const k1neg = k1 < _0n;
	const k2neg = k2 < _0n;
	if (k1neg) k1 = -k1;
	if (k2neg) k2 = -k2;
	const MAX_NUM = bitMask(Math.ceil(bitLen(n) / 2)) + _1n;
	if (k1 < _0n || k1 >= MAX_NUM || k2 < _0n || k2 >= MAX_NUM) throw new Error("splitScalar (endomorphism): failed for k");
	return {
		k1neg,
		k1,
		k2neg,
		k2
	};
}
function validateSigFormat(format) {
	if (![
		"compact",
		"recovered",
		"der"
	].includes(format)) throw new Error("Signature format must be \"compact\", \"recovered\", or \"der\"");
	return format;
}
function validateSigOpts(opts, def) {
	validateObject(opts);
	const optsn = {};
	for (let optName of Object.keys(def)) optsn[optName] = opts[optName] === void 0 ? def[optName] : opts[optName];
	abool(optsn.lowS, "lowS");
	abool(optsn.prehash, "prehash");
	if (optsn.format !== void 0) validateSigFormat(optsn.format);
	return optsn;
}
const _0n = /* @__PURE__ */ BigInt(0);
const _1n = /* @__PURE__ */ BigInt(1);
const _2n = /* @__PURE__ */ BigInt(2);
const _3n = /* @__PURE__ */ BigInt(3);
const _4n = /* @__PURE__ */ BigInt(4);
/**
* Creates weierstrass Point constructor, based on specified curve options.
*
* See {@link WeierstrassOpts}.
* @param params - Curve parameters. See {@link WeierstrassOpts}.
* @param extraOpts - Optional helpers and overrides. See {@link WeierstrassExtraOpts}.
* @returns Weierstrass point constructor.
* @throws If the curve parameters, overrides, or point codecs are invalid. {@link Error}
*
* @example
* Construct a point type from explicit Weierstrass curve parameters.
*
* ```js
* const opts = {
*   p: 0xfffffffffffffffffffffffffffffffeffffac73n,
*   n: 0x100000000000000000001b8fa16dfab9aca16b6b3n,
*   h: 1n,
*   a: 0n,
*   b: 7n,
*   Gx: 0x3b4c382ce37aa192a4019e763036f4f5dd4d7ebbn,
*   Gy: 0x938cf935318fdced6bc28286531733c3f03c4feen,
* };
* const secp160k1_Point = weierstrass(opts);
* ```
*/
function weierstrass(params, extraOpts = {}) {
	const validated = createCurveFields("weierstrass", params, extraOpts);
	const Fp = validated.Fp;
	const Fn = validated.Fn;
	let CURVE = validated.CURVE;
	const { h: cofactor, n: CURVE_ORDER } = CURVE;
	validateObject(extraOpts, {}, {
		allowInfinityPoint: "boolean",
		clearCofactor: "function",
		isTorsionFree: "function",
		fromBytes: "function",
		toBytes: "function",
		endo: "object",
		randomBytes: "function"
	});
	const { endo: endoOpts, allowInfinityPoint, clearCofactor, isTorsionFree, fromBytes, toBytes } = extraOpts;
	const randomBytes$2 = extraOpts.randomBytes === void 0 ? randomBytes : extraOpts.randomBytes;
	if (endoOpts) {
		if (!Fp.is0(CURVE.a) || typeof endoOpts.beta !== "bigint" || !Array.isArray(endoOpts.basises)) throw new Error("invalid endo: expected \"beta\": bigint and \"basises\": array");
	}
	const endo = endoOpts ? {
		beta: endoOpts.beta,
		basises: endoOpts.basises.map((basis) => [...basis])
	} : void 0;
	const lengths = getWLengths(Fp, Fn);
	function assertCompressionIsSupported() {
		if (!Fp.isOdd) throw new Error("compression is not supported: Field does not have .isOdd()");
	}
	function pointToBytes(_c, point, isCompressed) {
		if (point.is0()) {
			if (!allowInfinityPoint) throw new Error("bad point: ZERO");
			return Uint8Array.of(0);
		}
		const { x, y } = point.toAffine();
		const bx = Fp.toBytes(x);
		abool(isCompressed, "isCompressed");
		if (isCompressed) {
			assertCompressionIsSupported();
			const hasEvenY = !Fp.isOdd(y);
			return concatBytes(pprefix(hasEvenY), bx);
		} else return concatBytes(Uint8Array.of(4), bx, Fp.toBytes(y));
	}
	function pointFromBytes(bytes) {
		abytes(bytes, void 0, "Point");
		const { publicKey: comp, publicKeyUncompressed: uncomp } = lengths;
		const length = bytes.length;
		const head = bytes[0];
		const tail = bytes.subarray(1);
		if (allowInfinityPoint && length === 1 && head === 0) return {
			x: Fp.ZERO,
			y: Fp.ZERO
		};
		if (length === comp && (head === 2 || head === 3)) {
			const x = Fp.fromBytes(tail);
			if (!Fp.isValid(x)) throw new Error("bad point: is not on curve, wrong x");
			const y2 = weierstrassEquation(x);
			let y;
			try {
				y = Fp.sqrt(y2);
			} catch (sqrtError) {
				const err = sqrtError instanceof Error ? ": " + sqrtError.message : "";
				throw new Error("bad point: is not on curve, sqrt error" + err);
			}
			assertCompressionIsSupported();
			const evenY = Fp.isOdd(y);
			if ((head & 1) === 1 !== evenY) y = Fp.neg(y);
			return {
				x,
				y
			};
		} else if (length === uncomp && head === 4) {
			const L = Fp.BYTES;
			const x = Fp.fromBytes(tail.subarray(0, L));
			const y = Fp.fromBytes(tail.subarray(L, L * 2));
			if (!isValidXY(x, y)) throw new Error("bad point: is not on curve");
			return {
				x,
				y
			};
		} else throw new Error(`bad point: got length ${length}, expected compressed=${comp} or uncompressed=${uncomp}`);
	}
	const encodePoint = toBytes === void 0 ? pointToBytes : toBytes;
	const decodePoint = fromBytes === void 0 ? pointFromBytes : fromBytes;
	const b3 = Fp.mul(CURVE.b, _3n);
	const mulA = Fp.is0(CURVE.a) ? (_) => Fp.ZERO : (x) => Fp.mul(CURVE.a, x);
	function weierstrassEquation(x) {
		const x2 = Fp.sqr(x);
		const x3 = Fp.mul(x2, x);
		return Fp.add(Fp.add(x3, Fp.mul(x, CURVE.a)), CURVE.b);
	}
	/** Checks whether equation holds for given x, y: y² == x³ + ax + b */
	function isValidXY(x, y) {
		const left = Fp.sqr(y);
		const right = weierstrassEquation(x);
		return Fp.eql(left, right);
	}
	if (!isValidXY(CURVE.Gx, CURVE.Gy)) throw new Error("bad curve params: generator point");
	const _4a3 = Fp.mul(Fp.pow(CURVE.a, _3n), _4n);
	const _27b2 = Fp.mul(Fp.sqr(CURVE.b), BigInt(27));
	if (Fp.is0(Fp.add(_4a3, _27b2))) throw new Error("bad curve params: a or b");
	/** Asserts coordinate is valid: 0 <= n < Fp.ORDER. */
	function acoord(title, n, banZero = false) {
		if (!Fp.isValid(n) || banZero && Fp.is0(n)) throw new Error(`bad point coordinate ${title}`);
		return typeof n === "object" && n !== null ? Fp.create(n) : n;
	}
	function aprjpoint(other) {
		if (!(other instanceof Point)) throw new Error("Weierstrass Point expected");
	}
	function splitEndoScalarN(k) {
		if (!endo || !endo.basises) throw new Error("no endo");
		return _splitEndoScalar(k, endo.basises, Fn.ORDER);
	}
	/**
	* Appends a (point, scalar) pair to the inputs of a vartime wNAF walk
	* ({@link mulAddUnsafe}). With GLV endomorphism the scalar is split into two half-width
	* pairs against P and ψ(P) = (β⋅x, y), halving the walk's shared doubling chain;
	* split signs fold into the points.
	*/
	function pushWnafPair(points, scalars, p, k) {
		if (!Fn.isValid(k)) throw new RangeError("invalid scalar: out of range");
		if (endo) {
			const { k1neg, k1, k2neg, k2 } = splitEndoScalarN(k);
			const psi = new Point(Fp.mul(p.X, endo.beta), p.Y, p.Z);
			points.push(k1neg ? p.negate() : p, k2neg ? psi.negate() : psi);
			scalars.push(k1, k2);
		} else {
			points.push(p);
			scalars.push(k);
		}
	}
	const validityCache = /* @__PURE__ */ new WeakSet();
	/**
	* Projective Point works in 3d / projective (homogeneous) coordinates:(X, Y, Z) ∋ (x=X/Z, y=Y/Z).
	* Default Point works in 2d / affine coordinates: (x, y).
	* We're doing calculations in projective, because its operations don't require costly inversion.
	*/
	class Point {
		static BASE = new Point(CURVE.Gx, CURVE.Gy, Fp.ONE);
		static ZERO = new Point(Fp.ZERO, Fp.ONE, Fp.ZERO);
		static Fp = Fp;
		static Fn = Fn;
		X;
		Y;
		Z;
		/** Does NOT validate if the point is valid. Use `.assertValidity()`. */
		constructor(X, Y, Z) {
			this.X = acoord("x", X);
			this.Y = acoord("y", Y, true);
			this.Z = acoord("z", Z);
			Object.freeze(this);
		}
		static CURVE() {
			return CURVE;
		}
		/** Does NOT validate if the point is valid. Use `.assertValidity()`. */
		static fromAffine(p) {
			const { x, y } = p || {};
			if (!p || !Fp.isValid(x) || !Fp.isValid(y)) throw new Error("invalid affine point");
			if (p instanceof Point) throw new Error("projective point not allowed");
			if (Fp.is0(x) && Fp.is0(y)) return Point.ZERO;
			return new Point(x, y, Fp.ONE);
		}
		static fromBytes(bytes) {
			const P = Point.fromAffine(decodePoint(abytes(bytes, void 0, "point")));
			P.assertValidity();
			return P;
		}
		static fromHex(hex) {
			return Point.fromBytes(hexToBytes(hex));
		}
		get x() {
			return this.toAffine().x;
		}
		get y() {
			return this.toAffine().y;
		}
		/**
		* @param isLazy - true will defer table computation until the first multiplication
		*/
		precompute(windowSize = 6, isLazy = true) {
			wnaf.setWindowSize(this, windowSize);
			if (!isLazy) this.multiply(_3n);
			return this;
		}
		/** A point on curve is valid if it conforms to equation. */
		assertValidity() {
			const p = this;
			if (p.is0()) {
				if (allowInfinityPoint && Fp.is0(p.X) && Fp.eql(p.Y, Fp.ONE) && Fp.is0(p.Z)) return;
				throw new Error("bad point: ZERO");
			}
			if (validityCache.has(p)) return;
			const { x, y } = p.toAffine();
			if (!Fp.isValid(x) || !Fp.isValid(y)) throw new Error("bad point: x or y not field elements");
			if (!isValidXY(x, y)) throw new Error("bad point: equation left != right");
			if (!p.isTorsionFree()) throw new Error("bad point: not in prime-order subgroup");
			validityCache.add(p);
		}
		hasEvenY() {
			const { y } = this.toAffine();
			if (!Fp.isOdd) throw new Error("Field doesn't support isOdd");
			return !Fp.isOdd(y);
		}
		/** Compare one point to another. */
		equals(other) {
			aprjpoint(other);
			const { X: X1, Y: Y1, Z: Z1 } = this;
			const { X: X2, Y: Y2, Z: Z2 } = other;
			const U1 = Fp.eql(Fp.mul(X1, Z2), Fp.mul(X2, Z1));
			const U2 = Fp.eql(Fp.mul(Y1, Z2), Fp.mul(Y2, Z1));
			return U1 && U2;
		}
		/** Flips point to one corresponding to (x, -y) in Affine coordinates. */
		negate() {
			return new Point(this.X, Fp.neg(this.Y), this.Z);
		}
		double() {
			const { X: X1, Y: Y1, Z: Z1 } = this;
			let X3 = Fp.ZERO, Y3 = Fp.ZERO, Z3 = Fp.ZERO;
			let t0 = Fp.mul(X1, X1);
			let t1 = Fp.mul(Y1, Y1);
			let t2 = Fp.mul(Z1, Z1);
			let t3 = Fp.mul(X1, Y1);
			t3 = Fp.add(t3, t3);
			Z3 = Fp.mul(X1, Z1);
			Z3 = Fp.add(Z3, Z3);
			X3 = mulA(Z3);
			Y3 = Fp.mul(b3, t2);
			Y3 = Fp.add(X3, Y3);
			X3 = Fp.sub(t1, Y3);
			Y3 = Fp.add(t1, Y3);
			Y3 = Fp.mul(X3, Y3);
			X3 = Fp.mul(t3, X3);
			Z3 = Fp.mul(b3, Z3);
			t2 = mulA(t2);
			t3 = Fp.sub(t0, t2);
			t3 = mulA(t3);
			t3 = Fp.add(t3, Z3);
			Z3 = Fp.add(t0, t0);
			t0 = Fp.add(Z3, t0);
			t0 = Fp.add(t0, t2);
			t0 = Fp.mul(t0, t3);
			Y3 = Fp.add(Y3, t0);
			t2 = Fp.mul(Y1, Z1);
			t2 = Fp.add(t2, t2);
			t0 = Fp.mul(t2, t3);
			X3 = Fp.sub(X3, t0);
			Z3 = Fp.mul(t2, t1);
			Z3 = Fp.add(Z3, Z3);
			Z3 = Fp.add(Z3, Z3);
			return new Point(X3, Y3, Z3);
		}
		add(other) {
			aprjpoint(other);
			const { X: X1, Y: Y1, Z: Z1 } = this;
			const { X: X2, Y: Y2, Z: Z2 } = other;
			let X3 = Fp.ZERO, Y3 = Fp.ZERO, Z3 = Fp.ZERO;
			let t0 = Fp.mul(X1, X2);
			let t1 = Fp.mul(Y1, Y2);
			let t2 = Fp.mul(Z1, Z2);
			let t3 = Fp.add(X1, Y1);
			let t4 = Fp.add(X2, Y2);
			t3 = Fp.mul(t3, t4);
			t4 = Fp.add(t0, t1);
			t3 = Fp.sub(t3, t4);
			t4 = Fp.add(X1, Z1);
			let t5 = Fp.add(X2, Z2);
			t4 = Fp.mul(t4, t5);
			t5 = Fp.add(t0, t2);
			t4 = Fp.sub(t4, t5);
			t5 = Fp.add(Y1, Z1);
			X3 = Fp.add(Y2, Z2);
			t5 = Fp.mul(t5, X3);
			X3 = Fp.add(t1, t2);
			t5 = Fp.sub(t5, X3);
			Z3 = mulA(t4);
			X3 = Fp.mul(b3, t2);
			Z3 = Fp.add(X3, Z3);
			X3 = Fp.sub(t1, Z3);
			Z3 = Fp.add(t1, Z3);
			Y3 = Fp.mul(X3, Z3);
			t1 = Fp.add(t0, t0);
			t1 = Fp.add(t1, t0);
			t2 = mulA(t2);
			t4 = Fp.mul(b3, t4);
			t1 = Fp.add(t1, t2);
			t2 = Fp.sub(t0, t2);
			t2 = mulA(t2);
			t4 = Fp.add(t4, t2);
			t0 = Fp.mul(t1, t4);
			Y3 = Fp.add(Y3, t0);
			t0 = Fp.mul(t5, t4);
			X3 = Fp.mul(t3, X3);
			X3 = Fp.sub(X3, t0);
			t0 = Fp.mul(t3, t1);
			Z3 = Fp.mul(t5, Z3);
			Z3 = Fp.add(Z3, t0);
			return new Point(X3, Y3, Z3);
		}
		subtract(other) {
			aprjpoint(other);
			return this.add(other.negate());
		}
		is0() {
			return this.equals(Point.ZERO);
		}
		/**
		* Constant time multiplication.
		* Uses precomputed tables (signed fixed-window wNAF) when available.
		* Uses scalar blinding and avoids endomorphism splitting in the secret-scalar path.
		* @param scalar - by which the point would be multiplied
		* @returns New point
		*/
		multiply(scalar) {
			if (!Fn.isValidNot0(scalar)) throw new RangeError("invalid scalar: out of range");
			const { p, f } = wnaf.mulSecret(this, scalar, cofactor, normalize);
			return normalize([p, f])[0];
		}
		/**
		* Non-constant-time multiplication. Uses width-4 wNAF with GLV endomorphism splitting
		* when available (two half-width scalars sharing one halved doubling chain).
		* It's faster, but should only be used when you don't care about
		* an exposed secret key e.g. sig verification, which works over *public* keys.
		*/
		multiplyUnsafe(scalar) {
			const p = this;
			const sc = scalar;
			if (!Fn.isValid(sc)) throw new RangeError("invalid scalar: out of range");
			if (sc === _0n || p.is0()) return Point.ZERO;
			if (sc === _1n) return p;
			if (wnaf.hasWindowSize(this)) return wnaf.mulUnsafe(p, sc, normalize);
			const points = [];
			const scalars = [];
			pushWnafPair(points, scalars, p, sc);
			return mulAddUnsafe(Point, points, scalars);
		}
		/**
		* Non-constant-time double-scalar multiplication `a⋅this + b⋅other` (Strauss–Shamir).
		* Both walks share one doubling chain via {@link mulAddUnsafe}, and GLV endomorphism
		* (when available) halves the chain again by splitting each scalar into two half-width
		* parts. Used by ECDSA verification and public-key recovery for `R = u1⋅G + u2⋅P`.
		* Only for public scalars.
		*/
		mulAddUnsafe(a, other, b) {
			aprjpoint(other);
			const points = [];
			const scalars = [];
			pushWnafPair(points, scalars, this, a);
			pushWnafPair(points, scalars, other, b);
			return mulAddUnsafe(Point, points, scalars);
		}
		/**
		* Converts Projective point to affine (x, y) coordinates.
		* (X, Y, Z) ∋ (x=X/Z, y=Y/Z).
		* @param invertedZ - Z^-1 (inverted zero) - optional, precomputation is useful for invertBatch
		*/
		toAffine(invertedZ) {
			const p = this;
			let iz = invertedZ;
			if (iz != null && !Fp.isValid(iz)) throw new RangeError("\"invertedZ\" expected valid field element");
			const { X, Y, Z } = p;
			if (Fp.eql(Z, Fp.ONE)) return {
				x: X,
				y: Y
			};
			const is0 = p.is0();
			if (iz == null) iz = is0 ? Fp.ONE : Fp.inv(Z);
			const x = Fp.mul(X, iz);
			const y = Fp.mul(Y, iz);
			const zz = Fp.mul(Z, iz);
			if (is0) return {
				x: Fp.ZERO,
				y: Fp.ZERO
			};
			if (!Fp.eql(zz, Fp.ONE)) throw new Error("invZ was invalid");
			return {
				x,
				y
			};
		}
		/**
		* Checks whether Point is free of torsion elements (is in prime subgroup).
		* Always torsion-free for cofactor=1 curves.
		*/
		isTorsionFree() {
			if (cofactor === _1n) return true;
			if (isTorsionFree) return isTorsionFree(Point, this);
			return wnaf.mulUnsafe(this, CURVE_ORDER).is0();
		}
		clearCofactor() {
			if (cofactor === _1n) return this;
			if (clearCofactor) return clearCofactor(Point, this);
			return this.multiplyUnsafe(cofactor);
		}
		isSmallOrder() {
			if (cofactor === _1n) return this.is0();
			return this.clearCofactor().is0();
		}
		toBytes(isCompressed = true) {
			abool(isCompressed, "isCompressed");
			this.assertValidity();
			return encodePoint(Point, this, isCompressed);
		}
		toHex(isCompressed = true) {
			return bytesToHex(this.toBytes(isCompressed));
		}
		toString() {
			return `<Point ${this.is0() ? "ZERO" : this.toHex()}>`;
		}
	}
	const normalize = (points) => normalizeZ(Point, points);
	const wnaf = new ScalarMultiplier(Point, randomBytes$2);
	if (wnaf.bits >= 6) Point.BASE.precompute(6);
	Object.freeze(Point.prototype);
	Object.freeze(Point);
	return Point;
}
function pprefix(hasEvenY) {
	return Uint8Array.of(hasEvenY ? 2 : 3);
}
function getWLengths(Fp, Fn) {
	return {
		secretKey: Fn.BYTES,
		publicKey: 1 + Fp.BYTES,
		publicKeyUncompressed: 1 + 2 * Fp.BYTES,
		publicKeyHasPrefix: true,
		signature: 2 * Fn.BYTES
	};
}
/**
* Sometimes users only need getPublicKey, getSharedSecret, and secret key handling.
* This helper ensures no signature functionality is present. Less code, smaller bundle size.
* @param Point - Weierstrass point constructor.
* @param ecdhOpts - Optional randomness helpers:
*   - `randomBytes` (optional): Optional RNG override.
* @returns ECDH helper namespace.
* @example
* Sometimes users only need getPublicKey, getSharedSecret, and secret key handling.
*
* ```ts
* import { ecdh } from '@noble/curves/abstract/weierstrass.js';
* import { p256 } from '@noble/curves/nist.js';
* const dh = ecdh(p256.Point);
* const alice = dh.keygen();
* const shared = dh.getSharedSecret(alice.secretKey, alice.publicKey);
* ```
*/
function ecdh(Point, ecdhOpts = {}) {
	validatePointCons(Point);
	const { Fn } = Point;
	const randomBytes_ = ecdhOpts.randomBytes === void 0 ? randomBytes : ecdhOpts.randomBytes;
	const lengths = Object.assign(getWLengths(Point.Fp, Fn), { seed: Math.max(getMinHashLength(Fn.ORDER), 16) });
	function isValidSecretKey(secretKey) {
		try {
			const num = Fn.fromBytes(secretKey);
			return Fn.isValidNot0(num);
		} catch (error) {
			return false;
		}
	}
	function isValidPublicKey(publicKey, isCompressed) {
		const { publicKey: comp, publicKeyUncompressed } = lengths;
		try {
			const l = publicKey.length;
			if (isCompressed === true && l !== comp) return false;
			if (isCompressed === false && l !== publicKeyUncompressed) return false;
			return !Point.fromBytes(publicKey).is0();
		} catch (error) {
			return false;
		}
	}
	/**
	* Produces cryptographically secure secret key from random of size
	* (groupLen + ceil(groupLen / 2)) with modulo bias being negligible.
	*/
	function randomSecretKey(seed) {
		seed = seed === void 0 ? randomBytes_(lengths.seed) : seed;
		return mapHashToField(abytes(seed, lengths.seed, "seed"), Fn.ORDER);
	}
	/**
	* Computes public key for a secret key. Checks for validity of the secret key.
	* @param isCompressed - whether to return compact (default), or full key
	* @returns Public key, full when isCompressed=false; short when isCompressed=true
	*/
	function getPublicKey(secretKey, isCompressed = true) {
		return Point.BASE.multiply(Fn.fromBytes(secretKey)).toBytes(isCompressed);
	}
	/**
	* Quick and dirty check for item being public key. Does not validate hex, or being on-curve.
	*/
	function isProbPub(item) {
		const { secretKey, publicKey, publicKeyUncompressed } = lengths;
		const allowedLengths = Fn._lengths;
		if (!isBytes(item)) return void 0;
		const l = abytes(item, void 0, "key").length;
		const isPub = l === publicKey || l === publicKeyUncompressed;
		const isSec = l === secretKey || !!allowedLengths?.includes(l);
		if (isPub && isSec) return void 0;
		return isPub;
	}
	/**
	* ECDH (Elliptic Curve Diffie Hellman).
	* Computes encoded shared point from secret key A and public key B.
	* Checks: 1) secret key validity 2) shared key is on-curve.
	* Does NOT hash the result or expose the SEC 1 x-coordinate-only `z`.
	* Returns the encoded shared point on purpose: callers that need `x_P`
	* can derive it from the encoded point, but `x_P` alone cannot recover the
	* point/parity back.
	* This helper only exposes the fully validated public-key path, not cofactor DH.
	* @param isCompressed - whether to return compact (default), or full key
	* @returns shared point encoding
	*/
	function getSharedSecret(secretKeyA, publicKeyB, isCompressed = true) {
		if (isProbPub(secretKeyA) === true) throw new Error("first arg must be private key");
		if (isProbPub(publicKeyB) === false) throw new Error("second arg must be public key");
		const s = Fn.fromBytes(secretKeyA);
		const b = Point.fromBytes(publicKeyB);
		if (b.is0()) throw new Error("invalid public key: point at infinity");
		return b.multiply(s).toBytes(isCompressed);
	}
	const utils = {
		isValidSecretKey,
		isValidPublicKey,
		randomSecretKey
	};
	const keygen = createKeygen(randomSecretKey, getPublicKey);
	Object.freeze(utils);
	Object.freeze(lengths);
	return Object.freeze({
		getPublicKey,
		getSharedSecret,
		keygen,
		Point,
		utils,
		lengths
	});
}
/**
* Creates ECDSA signing interface for given elliptic curve `Point` and `hash` function.
*
* @param Point - created using {@link weierstrass} function
* @param hash - used for 1) message prehash-ing 2) k generation in `sign`, using hmac_drbg(hash)
* @param ecdsaOpts - rarely needed, see {@link ECDSAOpts}:
*   - `lowS`: Default low-S policy.
*   - `hmac`: HMAC implementation used by RFC6979 DRBG.
*   - `randomBytes`: Optional RNG override.
*   - `bits2int`: Optional hash-to-int conversion override.
*   - `bits2int_modN`: Optional hash-to-int-mod-n conversion override.
*
* @returns ECDSA helper namespace.
* @example
* Create an ECDSA signer/verifier bundle for one curve implementation.
*
* ```ts
* import { ecdsa } from '@noble/curves/abstract/weierstrass.js';
* import { p256 } from '@noble/curves/nist.js';
* import { sha256 } from '@noble/hashes/sha2.js';
* const p256ecdsa = ecdsa(p256.Point, sha256);
* const { secretKey, publicKey } = p256ecdsa.keygen();
* const msg = new TextEncoder().encode('hello noble');
* const sig = p256ecdsa.sign(msg, secretKey);
* const isValid = p256ecdsa.verify(sig, msg, publicKey);
* ```
*/
function ecdsa(Point, hash, ecdsaOpts = {}) {
	validatePointCons(Point);
	const hash_ = hash;
	ahash(hash_);
	validateObject(ecdsaOpts, {}, {
		hmac: "function",
		lowS: "boolean",
		randomBytes: "function",
		bits2int: "function",
		bits2int_modN: "function"
	});
	const opts = Object.assign({}, ecdsaOpts);
	const randomBytes$3 = opts.randomBytes === void 0 ? randomBytes : opts.randomBytes;
	const hmac$1 = opts.hmac === void 0 ? (key, msg) => hmac(hash_, key, msg) : opts.hmac;
	const { Fp, Fn } = Point;
	const { ORDER: CURVE_ORDER, BITS: fnBits } = Fn;
	const blindLength = getMinHashLength(CURVE_ORDER);
	const csprng = probeRandomBytes(randomBytes$3, blindLength);
	const { keygen, getPublicKey, getSharedSecret, utils, lengths } = ecdh(Point, opts);
	const defaultSigOpts = {
		prehash: true,
		lowS: typeof opts.lowS === "boolean" ? opts.lowS : true,
		format: "compact",
		extraEntropy: false
	};
	const hasLargeRecoveryLifts = CURVE_ORDER * _2n + _1n < Fp.ORDER;
	function isBiggerThanHalfOrder(number) {
		return number > CURVE_ORDER >> _1n;
	}
	function validateRS(title, num) {
		if (!Fn.isValidNot0(num)) throw new Error(`invalid signature ${title}: out of range 1..Point.Fn.ORDER`);
		return num;
	}
	function assertFieldSignIsSupported() {
		if (!Fp.isOdd) throw new Error("Field doesn't support isOdd");
	}
	function getRecoveryBit(x, y, r) {
		assertFieldSignIsSupported();
		return (x === r ? 0 : 2) | Number(Fp.isOdd(y));
	}
	function assertRecoverableCurve() {
		if (hasLargeRecoveryLifts) throw new Error("\"recovered\" sig type is not supported for cofactor >2 curves");
	}
	function validateSigLength(bytes, format) {
		validateSigFormat(format);
		const size = lengths.signature;
		const sizer = format === "compact" ? size : format === "recovered" ? size + 1 : void 0;
		return abytes(bytes, sizer);
	}
	/**
	* ECDSA signature with its (r, s) properties. Supports compact, recovered & DER representations.
	*/
	class Signature {
		r;
		s;
		recovery;
		constructor(r, s, recovery) {
			this.r = validateRS("r", r);
			this.s = validateRS("s", s);
			if (recovery != null) {
				assertRecoverableCurve();
				if (![
					0,
					1,
					2,
					3
				].includes(recovery)) throw new Error("invalid recovery id");
				this.recovery = recovery;
			}
			Object.freeze(this);
		}
		static fromBytes(bytes, format = defaultSigOpts.format) {
			validateSigLength(bytes, format);
			let recid;
			if (format === "der") {
				if (bytes.length > 2 * Fn.BYTES + 16) throw new DER.Err("invalid signature: DER signature too long");
				const { r, s } = DER.toSig(abytes(bytes), Fn.BYTES + 1);
				return new Signature(r, s);
			}
			if (format === "recovered") {
				recid = bytes[0];
				format = "compact";
				bytes = bytes.subarray(1);
			}
			const L = lengths.signature / 2;
			const r = bytes.subarray(0, L);
			const s = bytes.subarray(L, L * 2);
			return new Signature(Fn.fromBytes(r), Fn.fromBytes(s), recid);
		}
		static fromHex(hex, format) {
			return this.fromBytes(hexToBytes(hex), format);
		}
		assertRecovery() {
			const { recovery } = this;
			if (recovery == null) throw new Error("invalid recovery id: must be present");
			return recovery;
		}
		addRecoveryBit(recovery) {
			return new Signature(this.r, this.s, recovery);
		}
		recoverPublicKey(messageHash) {
			const { r, s } = this;
			const recovery = this.assertRecovery();
			const radj = recovery === 2 || recovery === 3 ? r + CURVE_ORDER : r;
			if (!Fp.isValid(radj)) throw new Error("invalid recovery id: sig.r+curve.n != R.x");
			const x = Fp.toBytes(radj);
			const R = Point.fromBytes(concatBytes(pprefix((recovery & 1) === 0), x));
			const ir = Fn.inv(radj);
			const h = bits2int_modN(abytes(messageHash, void 0, "msgHash"));
			const u1 = Fn.create(-h * ir);
			const u2 = Fn.create(s * ir);
			const Q = Point.BASE.mulAddUnsafe(u1, R, u2);
			if (Q.is0()) throw new Error("invalid recovery: point at infinify");
			Q.assertValidity();
			return Q;
		}
		hasHighS() {
			return isBiggerThanHalfOrder(this.s);
		}
		toBytes(format = defaultSigOpts.format) {
			validateSigFormat(format);
			if (format === "der") return hexToBytes(DER.hexFromSig(this));
			const { r, s } = this;
			const rb = Fn.toBytes(r);
			const sb = Fn.toBytes(s);
			if (format === "recovered") {
				assertRecoverableCurve();
				return concatBytes(Uint8Array.of(this.assertRecovery()), rb, sb);
			}
			return concatBytes(rb, sb);
		}
		toHex(format) {
			return bytesToHex(this.toBytes(format));
		}
	}
	Object.freeze(Signature.prototype);
	Object.freeze(Signature);
	const bits2int = opts.bits2int === void 0 ? function bits2int_def(bytes) {
		if (bytes.length > 8192) throw new Error("input is too large");
		const num = bytesToNumberBE(bytes);
		const delta = bytes.length * 8 - fnBits;
		return delta > 0 ? num >> BigInt(delta) : num;
	} : opts.bits2int;
	const bits2int_modN = opts.bits2int_modN === void 0 ? function bits2int_modN_def(bytes) {
		return Fn.create(bits2int(bytes));
	} : opts.bits2int_modN;
	const ORDER_MASK = bitMask(fnBits);
	/** Converts to bytes. Checks if num in `[0..ORDER_MASK-1]` e.g.: `[0..2^256-1]`. */
	function int2octets(num) {
		aInRange("num < 2^" + fnBits, num, _0n, ORDER_MASK);
		return Fn.toBytes(num);
	}
	function validateMsgAndHash(message, prehash) {
		abytes(message, void 0, "message");
		return prehash ? abytes(hash_(message), void 0, "prehashed message") : message;
	}
	/**
	* Steps A, D of RFC6979 3.2.
	* Creates RFC6979 seed; converts msg/privKey to numbers.
	* Used only in sign, not in verify.
	*
	* Warning: we cannot assume here that message has same amount of bytes as curve order,
	* this will be invalid at least for P521. Also it can be bigger for P224 + SHA256.
	*/
	function prepSig(message, secretKey, opts) {
		const { lowS, prehash, extraEntropy } = validateSigOpts(opts, defaultSigOpts);
		message = validateMsgAndHash(message, prehash);
		const h1int = bits2int_modN(message);
		const d = Fn.fromBytes(secretKey);
		if (!Fn.isValidNot0(d)) throw new Error("invalid private key");
		const seedArgs = [int2octets(d), int2octets(h1int)];
		if (extraEntropy != null && extraEntropy !== false) {
			const e = extraEntropy === true ? randomBytes$3(lengths.secretKey) : extraEntropy;
			seedArgs.push(abytes(e, void 0, "extraEntropy"));
		}
		const seed = concatBytes(...seedArgs);
		const m = h1int;
		function k2sig(kBytes) {
			const k = bits2int(kBytes);
			if (!Fn.isValidNot0(k)) return;
			const q = Point.BASE.multiply(k).toAffine();
			const r = Fn.create(q.x);
			if (r === _0n) return;
			let s;
			if (csprng !== void 0) {
				const b = bytesToNumberBE(mapHashToField(csprng(blindLength), CURVE_ORDER));
				const ibk = Fn.inv(Fn.mul(b, k));
				const bm = Fn.mul(b, m);
				const bd = Fn.mul(b, d);
				s = Fn.create(ibk * Fn.create(bm + bd * r));
			} else {
				const ik = invertCt(k, CURVE_ORDER);
				s = Fn.create(ik * Fn.create(m + r * d));
			}
			if (s === _0n) return;
			let recovery = getRecoveryBit(q.x, q.y, r);
			let normS = s;
			if (lowS && isBiggerThanHalfOrder(s)) {
				normS = Fn.neg(s);
				recovery ^= 1;
			}
			return new Signature(r, normS, hasLargeRecoveryLifts ? void 0 : recovery);
		}
		return {
			seed,
			k2sig
		};
	}
	/**
	* Signs a message or message hash with a secret key.
	* With the default `prehash: true`, raw message bytes are hashed internally;
	* only `{ prehash: false }` expects a caller-supplied digest.
	*
	* ```
	* sign(m, d) where
	*   k = rfc6979_hmac_drbg(m, d)
	*   (x, y) = G × k
	*   r = x mod n
	*   s = (m + dr) / k mod n
	* ```
	*/
	function sign(message, secretKey, opts = {}) {
		const { seed, k2sig } = prepSig(message, secretKey, opts);
		return createHmacDrbg(hash_.outputLen, Fn.BYTES, hmac$1)(seed, k2sig).toBytes(opts.format);
	}
	/**
	* Verifies a signature against message and public key.
	* Rejects lowS signatures by default: see {@link ECDSAVerifyOpts}.
	* Implements section 4.1.4 from https://www.secg.org/sec1-v2.pdf:
	*
	* ```
	* verify(r, s, h, P) where
	*   u1 = hs^-1 mod n
	*   u2 = rs^-1 mod n
	*   R = u1⋅G + u2⋅P
	*   mod(R.x, n) == r
	* ```
	*/
	function verify(signature, message, publicKey, opts = {}) {
		const { lowS, prehash, format } = validateSigOpts(opts, defaultSigOpts);
		publicKey = abytes(publicKey, void 0, "publicKey");
		message = validateMsgAndHash(message, prehash);
		if (!isBytes(signature)) {
			const end = signature instanceof Signature ? ", use sig.toBytes()" : "";
			throw new Error("verify expects Uint8Array signature" + end);
		}
		validateSigLength(signature, format);
		try {
			const sig = Signature.fromBytes(signature, format);
			const P = Point.fromBytes(publicKey);
			if (P.is0()) return false;
			if (lowS && sig.hasHighS()) return false;
			const { r, s } = sig;
			const h = bits2int_modN(message);
			const is = Fn.inv(s);
			const u1 = Fn.create(h * is);
			const u2 = Fn.create(r * is);
			const R = Point.BASE.mulAddUnsafe(u1, P, u2);
			if (R.is0()) return false;
			const q = R.toAffine();
			if (Fn.create(q.x) !== r) return false;
			if (format === "recovered" && sig.recovery !== getRecoveryBit(q.x, q.y, r)) return false;
			return true;
		} catch (e) {
			return false;
		}
	}
	function recoverPublicKey(signature, message, opts = {}) {
		const { prehash } = validateSigOpts(opts, defaultSigOpts);
		message = validateMsgAndHash(message, prehash);
		return Signature.fromBytes(signature, "recovered").recoverPublicKey(message).toBytes();
	}
	return Object.freeze({
		keygen,
		getPublicKey,
		getSharedSecret,
		utils,
		lengths,
		Point,
		sign,
		verify,
		recoverPublicKey,
		Signature,
		hash: hash_
	});
}
// node_modules/@noble/curves/nist.js
/**
* NIST P256, P384, P521 curves.
* https://www.secg.org/sec2-v2.pdf, https://neuromancer.sk/std/nist/P-256
* @module
*/
const p256_CURVE = /* @__PURE__ */ (() => ({
	p: BigInt("0xffffffff00000001000000000000000000000000ffffffffffffffffffffffff"),
	n: BigInt("0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"),
	h: BigInt(1),
	a: BigInt("0xffffffff00000001000000000000000000000000fffffffffffffffffffffffc"),
	b: BigInt("0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b"),
	Gx: BigInt("0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"),
	Gy: BigInt("0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5")
}))();
const p384_CURVE = /* @__PURE__ */ (() => ({
	p: BigInt("0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffff"),
	n: BigInt("0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973"),
	h: BigInt(1),
	a: BigInt("0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000fffffffc"),
	b: BigInt("0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef"),
	Gx: BigInt("0xaa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7"),
	Gy: BigInt("0x3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f")
}))();
/**
* NIST P256 (aka secp256r1, prime256v1) curve, ECDSA and ECDH methods.
* Hashes inputs with sha256 by default.
*
* @example
* Generate one P-256 keypair, sign a message, and verify it.
*
* ```js
* import { p256 } from '@noble/curves/nist.js';
* const { secretKey, publicKey } = p256.keygen();
* const recovered = p256.getPublicKey(secretKey);
* const peer = p256.keygen();
* const shared = p256.getSharedSecret(secretKey, peer.publicKey);
* const msg = new TextEncoder().encode('hello noble');
* const sig = p256.sign(msg, secretKey, { lowS: true, prehash: true });
* const isValid = p256.verify(sig, msg, publicKey);
* // const sigKeccak = p256.sign(keccak256(msg), secretKey, { prehash: false });
* ```
*/
const p256 = /* @__PURE__ */ ecdsa(/* @__PURE__ */ weierstrass(p256_CURVE), sha256);
/**
* NIST P384 (aka secp384r1) curve, ECDSA and ECDH methods. Hashes inputs with sha384 by default.
* @example
* Generate one P-384 keypair, sign a message, and verify it.
*
* ```ts
* const { secretKey, publicKey } = p384.keygen();
* const msg = new TextEncoder().encode('hello noble');
* const sig = p384.sign(msg, secretKey);
* const isValid = p384.verify(sig, msg, publicKey);
* ```
*/
const p384 = /* @__PURE__ */ ecdsa(/* @__PURE__ */ weierstrass(p384_CURVE), sha384);
// src/evidence/ecdsa.ts
/** Our own check and the judge ask the same, one after the other, and each answer takes milliseconds. */
let lastAnswered;
/** By Node's names of the curves. Fulcio issues for both. */
const CURVES = {
	prime256v1: p256,
	secp384r1: p384
};
/**
* Whether the key made the signature over the hash: ECDSA (FIPS 186-5) by an EC key on P-256 or P-384.
* `lowS: false`: half of all ECDSA signatures have a high s, and Sigstore's are not normalised.
*/
function verifyEcdsa(publicKey, { bytes }, signature) {
	const curve = curveOf(publicKey);
	if (curve === void 0) return false;
	const { x, y } = publicKey.export({ format: "jwk" });
	const point = Buffer.concat([
		Buffer.of(4),
		Buffer.from(x ?? "", "base64url"),
		Buffer.from(y ?? "", "base64url")
	]);
	const counted = bytes.subarray(0, curve.lengths.secretKey);
	const asked = Buffer.concat([
		Buffer.of(point.length, counted.length),
		point,
		counted,
		signature
	]);
	if (lastAnswered?.curve !== curve || !lastAnswered.asked.equals(asked)) lastAnswered = {
		curve,
		asked,
		isMade: isMadeBy(curve, {
			point,
			counted,
			signature
		})
	};
	return lastAnswered.isMade;
}
function isMadeBy(curve, { point, counted, signature }) {
	try {
		return curve.verify(signature, counted, point, {
			prehash: false,
			lowS: false,
			format: "der"
		});
	} catch {
		return false;
	}
}
/** The curve of a key that signatures can be verified by here; undefined of any other key. */
function curveOf({ asymmetricKeyType, asymmetricKeyDetails }) {
	const { namedCurve } = asymmetricKeyDetails ?? {};
	return asymmetricKeyType === "ec" && isKnownCurve(namedCurve) ? CURVES[namedCurve] : void 0;
}
function isKnownCurve(name) {
	return name !== void 0 && name in CURVES;
}
// src/gather/lookup.ts
/** Copies of one entry that are judged: one a shard, and Rekor has had three shards in five years. */
const MAX_COPIES = 32;
/**
* The candidate that digest, signature and certificate make, before the log is asked for its entry.
* @param digest undefined when nothing says it: then there is nothing to ask the log for
*/
function toPairCandidate(source, { signature, certificate }, digest) {
	const candidate = {
		source,
		evidence: {
			signature,
			certificate,
			logEntry: { error: new external_common_js_namespaceObject.Sr("EVIDENCE_LOG_ENTRY_MISSING", "the log was not asked: an entry’s address follows from digest, signature and certificate") },
			...digest !== void 0 && digest.algorithm !== "sha256" && { furtherDigest: digest }
		},
		alternatives: []
	};
	if (digest === void 0 || !signature.value || !certificate.value) return candidate;
	const body = toHashedrekordBody({
		digest,
		signature: signature.value,
		verifier: {
			kind: "certificate",
			der: certificate.value.der
		}
	});
	return {
		...candidate,
		lookup: {
			leafHash: toLeafHash(body),
			state: "not-asked"
		}
	};
}
/**
* The digest that a pair is over: SHA-256 as a rule, and by a key on P-384 perhaps SHA-384. Neither file says which,
* but the signature itself does.
*/
async function toSignedDigest({ signature, certificate }, digest, measure) {
	if (digest === void 0 || !signature.value || !certificate.value) return digest;
	const { publicKey } = certificate.value;
	const isOver = (hash) => verifyEcdsa(publicKey, hash, signature.value);
	if (!mayBeOverSha384({}, publicKey) || isOver(digest)) return digest;
	const bytes = (await measure?.())?.sha384;
	const other = bytes && {
		algorithm: "sha384",
		bytes
	};
	return other && isOver(other) ? other : digest;
}
/** The candidate with the entry that the log answers with; as it is, where it brings its own. */
async function withEntry(candidate, log) {
	return candidate.lookup?.state === "not-asked" ? ask$1(candidate, log, { isExpected: false }) : candidate;
}
/** The candidate with the entry that has to be there, since all else about it verifies: as it is, where it has one. */
async function withLateEntry(candidate, log) {
	const { error } = candidate.evidence.logEntry;
	return candidate.lookup !== void 0 && error !== void 0 && isAbsence(error) ? ask$1(candidate, log, { isExpected: true }) : candidate;
}
async function ask$1(candidate, log, options) {
	const lookup = candidate.lookup;
	const copies = await (0,external_common_js_namespaceObject._n)(log.fetchEntry(lookup.leafHash, options));
	if (copies.error !== void 0) {
		const evidence = {
			...candidate.evidence,
			logEntry: copies
		};
		return {
			...candidate,
			evidence,
			lookup: {
				...lookup,
				state: isNoAnswer(copies.error) ? "some" : "every"
			}
		};
	}
	return withCopies(candidate, readCopies(copies.value, lookup.leafHash), copies.value);
}
/** The candidate with every copy that any shard has, those at hand included. */
async function withEveryCopy(candidate, log) {
	const { lookup } = candidate;
	if (lookup === void 0) return candidate;
	const copies = await log.fetchCopies(lookup.leafHash);
	const known = [candidate.evidence, ...candidate.alternatives].map(({ logEntry }) => logEntry);
	const further = readCopies(copies, lookup.leafHash).filter(({ value }) => value !== void 0 && !known.some((each) => each.value && isSameEntry(each.value, value)));
	return withCopies(candidate, [...known, ...further], copies);
}
/** Why nothing can be said of an entry of which not every copy is at hand; undefined when all are. */
function toUnansweredError({ lookup, evidence }) {
	const { failure } = lookup ?? {};
	if (failure === void 0) return void 0;
	if (evidence.logEntry.error !== void 0) return evidence.logEntry.error;
	const message = `the log's copy of the entry does not verify, and whether another shard has an earlier one is not known: ${failure.message}`;
	return new external_common_js_namespaceObject.xr(failure.code, message, {
		cause: failure,
		hint: failure.hint
	});
}
/** Log, index and time tell one copy from another; the body is the same. */
function isSameEntry(a, b) {
	return a.logId === b.logId && a.logIndex === b.logIndex && a.integratedTime?.getTime() === b.integratedTime?.getTime();
}
/** Every entry in what the log answered. */
function readEntries({ answers }) {
	return answers.flatMap((answer) => {
		const read = (0,external_common_js_namespaceObject.gn)(() => parseLogEntries(answer));
		if (read.error !== void 0) return [read];
		if (read.value.length > 0) return read.value;
		return [{ error: new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", "the log answered with no entry") }];
	});
}
/** What the log answered about a leaf; where that holds the leaf, nothing else of it counts. */
function readCopies(copies, leafHash) {
	const entries = readEntries(copies);
	const asked = entries.filter(({ value }) => value?.leafHash.equals(leafHash) === true);
	return (asked.length > 0 ? asked : entries).slice(0, MAX_COPIES);
}
/** The earliest first: it is the one that its signer logged. */
function withCopies(candidate, copies, { isComplete, failure }) {
	const [first = candidate.evidence, ...alternatives] = [...copies].sort(byTime).slice(0, MAX_COPIES).map((logEntry) => ({
		...candidate.evidence,
		logEntry
	}));
	const { leafHash } = candidate.lookup;
	const state = isComplete ? "every" : "some";
	return {
		...candidate,
		evidence: first,
		alternatives,
		lookup: {
			leafHash,
			state,
			...failure && { failure }
		}
	};
}
/** For a list of copies from the earliest on; what cannot be read comes last. */
function byTime(a, b) {
	return timeOf(a) - timeOf(b);
}
function timeOf({ value }) {
	return value?.integratedTime?.getTime() ?? Number.MAX_VALUE;
}
/** Not in the log's form, which may be a fault of that one way to ask. */
function isNoAnswer({ code }) {
	return code === "FETCH_ANSWER_UNEXPECTED" || code === "EVIDENCE_UNREADABLE";
}
/** Whether the log denies the entry. */
function isAbsence({ code }) {
	return code === "EVIDENCE_LOG_ENTRY_MISSING";
}
// src/gather/promise.ts
/**
* The candidate with what the log has to say of the entry that it promised: the proof, which counts for the very copy
* that was promised (where the log answers with another, every shard is asked), or that there is none. As it is, where
* the log says neither.
*/
async function withProof(candidate, log) {
	const { evidence } = candidate;
	const own = evidence.logEntry.value;
	if (own === void 0) return candidate;
	const { value: copies, error } = await ask(own, log);
	if (error !== void 0 && isAbsence(error)) return {
		...candidate,
		evidence: {
			...evidence,
			logEntry: { error }
		},
		alternatives: []
	};
	if (copies === void 0) return candidate;
	const same = findSame(!copies.isComplete && findSame(copies, own) === void 0 ? await log.fetchCopies(own.leafHash) : copies, own);
	if (same?.inclusionProof === void 0) return candidate;
	const proven = {
		...own,
		uuid: same.uuid,
		inclusionProof: same.inclusionProof
	};
	return {
		...candidate,
		evidence: {
			...evidence,
			logEntry: { value: proven }
		},
		alternatives: [evidence]
	};
}
function findSame(copies, own) {
	return readEntries(copies).find(({ value }) => value !== void 0 && isSameEntry(value, own))?.value;
}
/** There is none is said once the log was asked again, and is the one that promised it. */
async function ask({ leafHash, logId }, log) {
	const first = await (0,external_common_js_namespaceObject._n)(log.fetchEntry(leafHash));
	if (first.error === void 0 || !isAbsence(first.error)) return first;
	return (0,external_common_js_namespaceObject._n)(log.fetchEntry(leafHash, {
		isExpected: true,
		promisedBy: logId
	}));
}
// src/verify/policy.ts
/** What only a certificate has. */
const CERTIFICATE_CHECKS = [
	"certificate-chain",
	"signed-certificate-timestamp",
	"certificate-identity",
	"oidc-issuer",
	"log-time-within-certificate"
];
/** A certificate of ten minutes needs a proven time; a managed key does not. */
const TIME_CHECKS = ["signed-entry-timestamp", "signed-timestamp"];
/**
* Every check is required, except where the subject by its nature has nothing to check. The cross-checks are not:
* one that fails rejects like any, but Kubernetes may leave a paper out.
*/
function createPolicy(options) {
	const { signer, bindRelease, signatureSource = "artifact", promiseSuffices = false } = options;
	if (!isManagedKey(signer) && (signer.certificateIdentity === "" || signer.oidcIssuer === "")) throw new RangeError("a policy needs a certificate identity and an OIDC issuer");
	if (signatureSource === "release-sbom" && !bindRelease) throw new RangeError("without its release SBOM nothing would prove the artifact");
	return {
		signer,
		signatureSource,
		requiredChecks: requiredBy(options, signatureSource),
		promiseSuffices,
		predicateType: options.predicateType
	};
}
function requiredBy(options, source) {
	const { signer, compareDigest, bindRelease, bindImage, bindImageName, requirePapers } = options;
	const required = new Set(source === "artifact" ? external_common_js_namespaceObject.nn : ["digest", "release-binding"]);
	if (!compareDigest) required.delete("digest");
	if (!bindRelease) required.delete("release-binding");
	if (bindImage) required.add("image-payload");
	if (requirePapers) for (const id of external_common_js_namespaceObject.rn) required.add(id);
	if (bindImageName) required.add("image-name");
	if (isManagedKey(signer)) for (const id of [...CERTIFICATE_CHECKS, ...TIME_CHECKS]) required.delete(id);
	return required;
}
/** Whether a signer is a key of its own, and no certificate. */
function isManagedKey(signer) {
	return "publicKey" in signer;
}
/**
* The checks that must pass for this evidence. One proof of the time is enough: the log's signed entry timestamp,
* or, where it gave none, that of a timestamp authority.
* Where the owner of the trusted root runs no certificate transparency, there is nothing to ask of it.
*/
function requiredFor({ requiredChecks, promiseSuffices }, evidence, { isWithoutCtLogs }) {
	const required = new Set(requiredChecks);
	if (isWithoutCtLogs) required.delete("signed-certificate-timestamp");
	const entry = evidence?.logEntry.value;
	const hasPromise = entry?.signedEntryTimestamp !== void 0;
	const hasTimestamps = (evidence?.timestamps ?? []).length > 0;
	required.delete(entry !== void 0 && !hasPromise && hasTimestamps ? "signed-entry-timestamp" : "signed-timestamp");
	if (promiseSuffices && hasPromise && entry.inclusionProof === void 0) {
		required.delete("inclusion-proof");
		required.delete("checkpoint");
	}
	return required;
}
// src/verify/name-constraints.ts
/**
* A name of the certificate that the constraints forbid, or that they cannot be compared with.
* @returns a description for people, such as `the e-mail address a@b.example`
*/
function findForbiddenName({ names }, { permitted, excluded }) {
	if ([...permitted, ...excluded].some(({ kind }) => kind === NAME_KINDS.directory)) return "any name: they are about distinguished names, which are not compared here";
	const forbidden = names.find((name) => {
		const sameKind = ({ kind }) => kind === name.kind;
		const allowed = permitted.filter(sameKind);
		return excluded.filter(sameKind).some((base) => isWithin(name, base, "widely") !== false) || allowed.length > 0 && !allowed.some((base) => isWithin(name, base, "narrowly") === true);
	});
	return forbidden && describe$1(forbidden);
}
/** @returns undefined when the two cannot be compared */
function isWithin({ kind, value }, base, reading) {
	const [name, constraint] = [value.toString("latin1"), base.value.toString("latin1")];
	if (kind === NAME_KINDS.email) return isMailboxWithin(name, constraint, reading);
	if (kind === NAME_KINDS.dns) return isHostWithin(name, constraint, "widely");
	if (kind === NAME_KINDS.uri) return isUriWithin(name, constraint, reading);
}
function isMailboxWithin(mailbox, constraint, reading) {
	const at = mailbox.lastIndexOf("@");
	if (at < 1 || at === mailbox.length - 1) return void 0;
	const [local, host] = [mailbox.slice(0, at), mailbox.slice(at + 1)];
	const constraintAt = constraint.lastIndexOf("@");
	if (constraintAt < 0) return isHostWithin(host, constraint, reading);
	const [otherLocal, otherHost] = [constraint.slice(0, constraintAt), constraint.slice(constraintAt + 1)];
	return (local === otherLocal || reading === "widely" && local.toLowerCase() === otherLocal.toLowerCase()) && host.toLowerCase() === otherHost.toLowerCase();
}
function isUriWithin(uri, constraint, reading) {
	const host = URL.canParse(uri) ? new URL(uri).hostname : "";
	if (host === "" || /^\[|^[\d.]+$/.test(host)) return void 0;
	return isHostWithin(host, constraint, reading);
}
function isHostWithin(host, constraint, reading) {
	const [name, base] = [host, constraint].map((text) => text.toLowerCase().replace(/\.$/, ""));
	if (base === "") return true;
	if (base.startsWith(".")) return name.endsWith(base) && name.length > base.length;
	return name === base || reading === "widely" && name.endsWith(`.${base}`);
}
function describe$1({ kind, value }) {
	const text = value.toString("latin1");
	if (kind === NAME_KINDS.email) return `the e-mail address ${text}`;
	if (kind === NAME_KINDS.uri) return `the URI ${text}`;
	if (kind === NAME_KINDS.dns) return `the host ${text}`;
	return `a name of kind ${kind}`;
}
const ANY_PURPOSE = "2.5.29.37.0";
/**
* What is wrong with a path, at a time and for a purpose.
* @param issuers from the leaf's own up to the anchor, which is trusted because the root says so
* @returns undefined when each certificate was issued by the next, and all of them may be used
*/
function findPathFault(leaf, issuers, { time, purpose }) {
	const path = [leaf, ...issuers];
	const isIssued = path.every((certificate, depth) => {
		const issuer = issuers[depth];
		if (issuer === void 0) return depth > 0;
		return issuer.x509.validForDate(time) && isIssuedBy(certificate, issuer);
	});
	if (!isIssued) return {
		isIssued,
		detail: "its authority did not issue the certificate"
	};
	const detail = findLeafFault(leaf.extensions, purpose) ?? first(issuers, (issuer, depth) => findIssuerFault(issuer, path.slice(0, depth + 1), purpose));
	return detail === void 0 ? void 0 : {
		isIssued,
		detail
	};
}
/**
* What forbids the use of a leaf for a purpose, whoever issued it. The leaf names its purpose itself: a certificate
* for anything is for nothing here.
*/
function findLeafFault(leaf, purpose) {
	const { keyUsage, purposes = [] } = leaf;
	const { digitalSignature, contentCommitment } = KEY_USAGE_BITS;
	if (leaf.isPrecertificate) return "it is a precertificate, which is poisoned so that nobody uses it";
	const [oid] = leaf.unknownCritical;
	if (oid !== void 0) return `it has the critical extension ${oid}, which is not known here`;
	if (!purposes.includes(purpose)) return `the certificate was not issued for ${purpose === "1.3.6.1.5.5.7.3.8" ? "time stamping" : "code signing"}`;
	if (keyUsage !== void 0 && !keyUsage.has(digitalSignature) && !keyUsage.has(contentCommitment)) return "its key may not be used for signatures";
}
/** @param below the certificates that the issuer vouches for, from the leaf to the one it issued */
function findIssuerFault({ extensions }, below, purpose) {
	const { isAuthority, pathLength, keyUsage, purposes, nameConstraints, unknownCritical } = extensions;
	if (!isAuthority || keyUsage?.has(KEY_USAGE_BITS.keyCertSign) === false) return "its issuer is no certificate authority";
	if (pathLength !== void 0 && below.length - 1 > pathLength) return "its issuer may not stand so far above a leaf";
	const [oid] = unknownCritical;
	if (oid !== void 0) return `its issuer has the critical extension ${oid}, which is not known here`;
	if (purposes !== void 0 && !purposes.includes(purpose) && !purposes.includes(ANY_PURPOSE)) return "its issuer is restricted to other purposes";
	if (extensions.isPrecertificate) return "its issuer is a precertificate, which nobody may use";
	if (nameConstraints === void 0) return void 0;
	const forbidden = first(below, (certificate) => findForbiddenName(certificate.extensions, nameConstraints));
	return forbidden && `the name constraints of its issuer do not allow ${forbidden}`;
}
/** Links that were tried: two checks ask for a leaf's, every artifact for the authority's own, and P-384 takes a millisecond. */
const links = /* @__PURE__ */ new WeakMap();
function isIssuedBy(certificate, issuer) {
	const tried = links.get(certificate) ?? /* @__PURE__ */ new WeakMap();
	links.set(certificate, tried);
	const isIssued = tried.get(issuer) ?? isSignedBy(certificate, issuer);
	tried.set(issuer, isIssued);
	return isIssued;
}
/**
* By OpenSSL, whose reading of X.509 is strict, and not the independent judge's. It compares names without regard to
* case and space; Go, and so the field, does so byte for byte.
*/
function isSignedBy({ native, x509 }, issuer) {
	try {
		return x509.issuer.equals(issuer.x509.subject) && native.checkIssued(issuer.native) && native.verify(issuer.publicKey);
	} catch {
		return false;
	}
}
function first(list, find) {
	for (const [index, item] of list.entries()) {
		const found = find(item, index);
		if (found !== void 0) return found;
	}
}
// src/verify/unknown-authority.ts
/** What it means that nobody in a list of the trusted root is the one who signed. */
function refuseUnknown(id, { code, detail }, { root, field }) {
	const doubt = whyUnsure(root, field);
	if (doubt === void 0) return (0,external_common_js_namespaceObject.an)(id, code, detail);
	const { reason, why, remedy } = doubt;
	return {
		...(0,external_common_js_namespaceObject.sn)(id, `${detail}; ${why}`, {
			code,
			reason
		}),
		...remedy !== void 0 && { remedy }
	};
}
function whyUnsure({ isStale, leftOut, document }, field) {
	if (isStale) return {
		reason: "network",
		why: "the trusted root may be too old to know"
	};
	if (leftOut.some((part) => part.field === field)) return {
		reason: "unreadable",
		why: "a part of the trusted root cannot be read",
		remedy: "Update this program, which may come to know that part of the trusted root."
	};
	return document[field].length === 0 ? {
		reason: "unreadable",
		why: `the trusted root names no ${field} at all`,
		remedy: `Use a trusted root that names ${field}: this one cannot tell.`
	} : void 0;
}
// src/verify/check-certificate.ts
/** The place of the extensions in a TBSCertificate: context tag 3 (RFC 5280 §4.1). */
const EXTENSIONS_TAG = 3;
/** Whether the certificate was issued, for code signing, by an authority of the trusted root that was valid at the time. */
function checkCertificateChain(certificate, root, time) {
	if (certificate.error !== void 0) return (0,external_common_js_namespaceObject.on)("certificate-chain", certificate.error);
	const { authority, fault } = findAuthority(certificate.value, root, time);
	if (authority === void 0) {
		const code = "CERTIFICATE_UNTRUSTED";
		if (fault !== void 0) return (0,external_common_js_namespaceObject.an)("certificate-chain", code, `the certificate may not be used: ${fault.detail}`);
		return refuseUnknown("certificate-chain", {
			code,
			detail: `no certificate authority of the trusted root that was valid at ${time.formatted} issued this certificate`
		}, {
			root,
			field: "certificateAuthorities"
		});
	}
	return (0,external_common_js_namespaceObject.cn)("certificate-chain", `the certificate chains to the trusted root (${root.source}) at ${time.formatted}`);
}
const WITHOUT_CT_LOGS = "the trusted root names no certificate transparency log, so nothing says that the certificate was made public";
/** Whether a certificate transparency log of the trusted root saw the certificate before it was issued (RFC 6962 §3.2). */
function checkCertificateTimestamp(certificate, root, time) {
	const id = "signed-certificate-timestamp";
	if (certificate.error !== void 0) return (0,external_common_js_namespaceObject.on)(id, certificate.error);
	const { x509, extensions } = certificate.value;
	const { authority, fault } = findAuthority(certificate.value, root, time);
	const issuer = authority?.chain[0]?.x509;
	const code = "CERTIFICATE_TIMESTAMP_INVALID";
	const refuse = (detail) => (0,external_common_js_namespaceObject.an)(id, code, detail);
	if (issuer === void 0) {
		const detail = "its chain does not hold, so no signed certificate timestamp can be verified";
		if (fault !== void 0) return refuse(detail);
		return refuseUnknown(id, {
			code,
			detail
		}, {
			root,
			field: "certificateAuthorities"
		});
	}
	let timestamps;
	try {
		timestamps = readTimestamps(x509, extensions);
	} catch (thrown) {
		return refuse(`its signed certificate timestamps cannot be read: ${(0,external_common_js_namespaceObject.jr)(thrown)}`);
	}
	if (timestamps.length === 0 && !root.isWithoutCtLogs) return refuse("the certificate holds no signed certificate timestamp");
	const logIds = timestamps.map(({ logID }) => logID.toString("hex"));
	if (new Set(logIds).size < logIds.length) return refuse("the certificate holds two signed certificate timestamps of one log");
	if (root.isWithoutCtLogs) return (0,external_common_js_namespaceObject.sn)(id, WITHOUT_CT_LOGS);
	const precertificate = toPrecertificate(x509, issuer);
	for (const timestamp of timestamps) {
		const log = root.certificateTransparencyLogs.find((candidate) => candidate.logId === timestamp.logID.toString("hex") && isValidAt(candidate.validFor, timestamp.datetime));
		if (log === void 0) return refuseUnknown(id, {
			code,
			detail: `its signed certificate timestamp is by log ${timestamp.logID.toString("hex")}, which is not trusted`
		}, {
			root,
			field: "ctlogs"
		});
		if (!timestamp.verify(precertificate, log.publicKey)) return refuse(`its signed certificate timestamp was not made by the key of ${log.baseUrl}`);
	}
	return (0,external_common_js_namespaceObject.cn)(id, `a trusted certificate transparency log saw the certificate at ${formatTimes(timestamps)}`);
}
/** Whether the certificate names exactly the required signer. Never a prefix, a part or a pattern. */
function checkIdentity(certificate, signer) {
	if (certificate.error !== void 0) return (0,external_common_js_namespaceObject.on)("certificate-identity", certificate.error);
	const actual = certificate.value.identity ?? "not exactly one e-mail address or URI in ASCII";
	const expected = signer.certificateIdentity;
	return actual === expected ? (0,external_common_js_namespaceObject.cn)("certificate-identity", `the certificate was issued to ${actual}`) : (0,external_common_js_namespaceObject.an)("certificate-identity", "IDENTITY_MISMATCH", {
		detail: describeStranger(certificate.value),
		expected,
		actual
	});
}
/** A signer of something else is told apart from a stranger: the one is a mix-up, the other may be an attack. */
function describeStranger({ identity = "", oidcIssuer = "" }) {
	const known = (0,external_common_js_namespaceObject.jt)({
		certificateIdentity: identity,
		oidcIssuer
	});
	return known === void 0 ? "the certificate was issued to another identity" : `the certificate was issued to another identity, that of ${known}`;
}
/** Whether exactly the required OIDC issuer vouched for the signer. */
function checkIssuer(certificate, signer) {
	if (certificate.error !== void 0) return (0,external_common_js_namespaceObject.on)("oidc-issuer", certificate.error);
	const actual = certificate.value.oidcIssuer ?? "none";
	const expected = signer.oidcIssuer;
	return actual === expected ? (0,external_common_js_namespaceObject.cn)("oidc-issuer", `${actual} vouched for the signer`) : (0,external_common_js_namespaceObject.an)("oidc-issuer", "ISSUER_MISMATCH", {
		detail: "another OIDC issuer vouched for the signer",
		expected,
		actual
	});
}
/** The authority whose chain, in the order the trusted root gives it, holds from the leaf up at each of the times. */
function findAuthority(leaf, root, { times }) {
	const faults = [];
	for (const authority of root.certificateAuthorities) {
		const { chain, validFor } = authority;
		if (!times.every((time) => isValidAt(validFor, time))) continue;
		const found = times.flatMap((time) => findPathFault(leaf, chain, {
			time,
			purpose: "1.3.6.1.5.5.7.3.3"
		}) ?? []);
		if (found.length === 0) return { authority };
		faults.push(...found);
	}
	const fault = faults.find(({ isIssued }) => isIssued);
	return fault === void 0 ? {} : { fault };
}
/**
* A list of RFC 6962 §3.3, which names its own length; the library reads over bytes after it.
* @throws Error when it is not in its form
*/
function readTimestamps(leaf, { timestampList }) {
	if (timestampList === void 0) return [];
	if (timestampList.length < 2 || timestampList.readUInt16BE() !== timestampList.length - 2) throw new Error("their list has not the length that it names");
	return leaf.extSCT?.signedCertificateTimestamps ?? [];
}
/** What a certificate transparency log signs: the issuer's key hash, and the certificate without its timestamps. */
function toPrecertificate(leaf, issuer) {
	const tbs = without(leaf.tbsCertificate, import_dist$3.EXTENSION_OID_SCT).toDER();
	const stream = new import_dist$3.ByteStream();
	stream.appendView((0, import__late_node_crypto.createHash)("sha256").update(issuer.publicKey).digest());
	stream.appendUint24(tbs.length);
	stream.appendView(tbs);
	return stream.buffer;
}
function without(tbsCertificate, oid) {
	const withSubs = ({ tag, value }, subs) => new import_dist$3.ASN1Obj(tag, value, subs);
	return withSubs(tbsCertificate, tbsCertificate.subs.map((field) => {
		const [extensions] = field.subs;
		if (!field.tag.isContextSpecific(EXTENSIONS_TAG) || extensions === void 0) return field;
		const kept = extensions.subs.filter((extension) => extension.subs[0]?.toOID() !== oid);
		return withSubs(field, [withSubs(extensions, kept)]);
	}));
}
function formatTimes(timestamps) {
	return timestamps.map(({ datetime }) => datetime.toISOString()).join(", ");
}
// src/verify/check-digest.ts
/** The digest that all evidence has to be about. */
function toDigest({ measured, claims }) {
	return measured?.value ?? claims.find(({ digest }) => digest.value !== void 0)?.digest.value;
}
/** Whether all digests that are claimed for the artifact are the measured one, or without bytes one and the same. */
function checkDigest(input) {
	const { measured, claims } = input;
	if (measured?.error !== void 0) return (0,external_common_js_namespaceObject.on)("digest", measured.error);
	const actual = toDigest(input);
	for (const { source, digest, code = "DIGEST_MISMATCH" } of claims) {
		if (digest.error !== void 0) return (0,external_common_js_namespaceObject.on)("digest", digest.error);
		if (actual === void 0 || digest.value.equals(actual)) continue;
		const what = measured === void 0 ? "the digest is not the one" : "the bytes do not have the digest";
		const comparison = {
			expected: digest.value.toString(),
			actual: actual.toString()
		};
		return (0,external_common_js_namespaceObject.an)("digest", code, {
			detail: `${what} in ${source}`,
			...comparison
		});
	}
	if (measured === void 0) return (0,external_common_js_namespaceObject.sn)("digest", "no bytes are at hand: the evidence is checked for the digest as given");
	const text = measured.value.toString();
	return claims.length === 0 ? (0,external_common_js_namespaceObject.sn)("digest", `the bytes have ${text}; no other digest is claimed for them`) : (0,external_common_js_namespaceObject.cn)("digest", `the bytes have ${text}, equal to ${claims.map(({ source }) => source).join(" and ")}`);
}
// src/verify/signing-time.ts
/** The proven times; without any the start of the certificate's own validity, which whoever issued it vouches for. */
function toSigningTime({ logEntry, certificate, isEntryTimeProven, signedTimes }) {
	const integratedTime = logEntry.value?.integratedTime;
	const proven = [...isEntryTimeProven && integratedTime ? [integratedTime] : [], ...signedTimes];
	if (proven.length > 0) {
		const source = signedTimes.length === 0 ? "integrated time" : "signed timestamps";
		return {
			times: proven,
			isProven: true,
			formatted: `${proven.map(formatTime$1).join(", ")} (${source})`
		};
	}
	const time = certificate.value?.notBefore ?? integratedTime ?? /* @__PURE__ */ new Date(NaN);
	const source = certificate.value ? "the certificate’s own time" : "integrated time";
	const formatted = `${formatTime$1(time)} (${source}, unproven)`;
	return {
		times: [time],
		claimed: integratedTime,
		isProven: false,
		formatted
	};
}
/** ISO 8601 to the second, in UTC. */
function formatTime$1(time) {
	return isNaN(time.getTime()) ? "an unknown time" : time.toISOString().replace(/\.\d{3}Z$/, "Z");
}
// src/verify/merkle.ts
/** Domain separation of inner nodes from leaves, RFC 6962 §2.1. */
const NODE_PREFIX = Buffer.from([1]);
/**
* The root hash that the proof leads to.
* @returns undefined when the proof does not fit index and size
*/
function toRootHash({ leafHash, index, treeSize, hashes }) {
	if (index >= treeSize) return void 0;
	let node = BigInt(index);
	let last = BigInt(treeSize) - 1n;
	let hash = leafHash;
	for (const sibling of hashes) {
		if (last === 0n) return void 0;
		if ((node & 1n) === 1n || node === last) {
			hash = hashNode(sibling, hash);
			while ((node & 1n) === 0n && node !== 0n) {
				node >>= 1n;
				last >>= 1n;
			}
		} else hash = hashNode(hash, sibling);
		node >>= 1n;
		last >>= 1n;
	}
	return last === 0n ? hash : void 0;
}
/** The hash of an inner node over its two children. */
function hashNode(left, right) {
	return (0, import__late_node_crypto.createHash)("sha256").update(NODE_PREFIX).update(left).update(right).digest();
}
// src/verify/check-log-entry.ts
/** Whether the entry is about exactly these parts: its body is rebuilt and compared. */
function checkLogEntryBinding(logEntry, parts) {
	const id = "log-entry-binding";
	if (logEntry.error !== void 0) return (0,external_common_js_namespaceObject.on)(id, logEntry.error);
	if (parts === void 0) return (0,external_common_js_namespaceObject.sn)(id, "there is no digest to compare the entry with");
	if (parts.error !== void 0) return (0,external_common_js_namespaceObject.on)(id, parts.error);
	const { kind, body, logIndex } = logEntry.value;
	const what = `this digest, signature and ${parts.value.verifier.kind === "certificate" ? "certificate" : "key"}`;
	if (!isKnownKind(kind)) return (0,external_common_js_namespaceObject.sn)(id, `the log entry is of the kind ${kind}, which is not known here`, "LOG_ENTRY_MISMATCH");
	const rebuilt = rebuildBody(kind, parts.value, body);
	return rebuilt?.equals(body) === true ? (0,external_common_js_namespaceObject.cn)(id, `log entry ${logIndex} is about ${what}`) : (0,external_common_js_namespaceObject.an)(id, "LOG_ENTRY_MISMATCH", {
		detail: `the log entry is not about ${what}`,
		expected: rebuilt?.toString() ?? "an entry of a kind that is about such parts",
		actual: body.toString()
	});
}
/** Whether the Merkle path leads from the entry to the root hash that the proof names. */
function checkInclusionProof(logEntry) {
	const id = "inclusion-proof";
	if (logEntry.error !== void 0) return (0,external_common_js_namespaceObject.on)(id, logEntry.error);
	const proof = logEntry.value.inclusionProof;
	if (proof === void 0) return (0,external_common_js_namespaceObject.sn)(id, "the log entry came without an inclusion proof", "LOG_INCLUSION_UNPROVEN");
	const { kind, logIndex } = logEntry.value;
	if (!hasIntegratedTime(kind) && logIndex !== proof.logIndex) {
		const context = {
			expected: String(logIndex),
			actual: String(proof.logIndex)
		};
		return (0,external_common_js_namespaceObject.an)(id, "INCLUSION_PROOF_INVALID", {
			detail: "the inclusion proof is for another entry",
			...context
		});
	}
	const root = toRootHash({
		...proof,
		leafHash: logEntry.value.leafHash.bytes,
		index: proof.logIndex
	});
	if (root?.equals(proof.rootHash) !== true) return (0,external_common_js_namespaceObject.an)(id, "INCLUSION_PROOF_INVALID", {
		detail: "the inclusion proof does not lead from the entry to the root hash",
		expected: proof.rootHash.toString("hex"),
		actual: root?.toString("hex") ?? "a proof that does not fit its index and tree size"
	});
	return (0,external_common_js_namespaceObject.cn)(id, `the entry is leaf ${proof.logIndex} of a tree of ${proof.treeSize}`);
}
/** Whether a trusted log signed the tree that the inclusion proof ends in. */
function checkCheckpoint(logEntry, root, time) {
	const id = "checkpoint";
	if (logEntry.error !== void 0) return (0,external_common_js_namespaceObject.on)(id, logEntry.error);
	const proof = logEntry.value.inclusionProof;
	if (proof === void 0) return (0,external_common_js_namespaceObject.sn)(id, "the log entry came without a checkpoint", "LOG_INCLUSION_UNPROVEN");
	const log = findLog(logEntry.value, root, time.times);
	if (log === void 0) return refuseLog(id, "CHECKPOINT_INVALID", {
		entry: logEntry.value,
		root,
		at: time.formatted
	});
	let checkpoint;
	try {
		checkpoint = parseCheckpoint(proof.checkpoint);
	} catch (thrown) {
		return (0,external_common_js_namespaceObject.on)(id, (0,external_common_js_namespaceObject.Mr)(thrown));
	}
	if (!isCheckpointOf(checkpoint, log, { isNamed: !hasIntegratedTime(logEntry.value.kind) })) return (0,external_common_js_namespaceObject.an)(id, "CHECKPOINT_INVALID", `the checkpoint was not signed by the key of ${log.baseUrl}`);
	if (checkpoint.treeSize !== proof.treeSize || !checkpoint.rootHash.equals(proof.rootHash)) return (0,external_common_js_namespaceObject.an)(id, "CHECKPOINT_INVALID", {
		detail: "the checkpoint is of another tree than the inclusion proof",
		expected: formatTree(proof),
		actual: formatTree(checkpoint)
	});
	return (0,external_common_js_namespaceObject.cn)(id, `${log.baseUrl} signed the tree of ${checkpoint.treeSize}`);
}
/** Whether a trusted log promised the entry, which proves its integrated time. */
function checkSignedEntryTimestamp(logEntry, root) {
	const id = "signed-entry-timestamp";
	if (logEntry.error !== void 0) return (0,external_common_js_namespaceObject.on)(id, logEntry.error);
	const entry = logEntry.value;
	if (entry.signedEntryTimestamp === void 0) return (0,external_common_js_namespaceObject.sn)(id, "the log entry came without a signed entry timestamp", "LOG_TIME_UNPROVEN");
	const { integratedTime } = entry;
	if (integratedTime === void 0) return (0,external_common_js_namespaceObject.an)(id, "SIGNED_ENTRY_TIMESTAMP_INVALID", "the log entry has a signed entry timestamp, but by its kind no integrated time");
	const formatted = formatTime$1(integratedTime);
	const log = findLog(entry, root, [integratedTime]);
	if (log === void 0) return refuseLog(id, "SIGNED_ENTRY_TIMESTAMP_INVALID", {
		entry,
		root,
		at: formatted
	});
	if (!isSignature(toTimestampedBytes(entry, integratedTime), log, entry.signedEntryTimestamp)) {
		const detail = `the signed entry timestamp was not made by the key of ${log.baseUrl} over this entry`;
		return (0,external_common_js_namespaceObject.an)(id, "SIGNED_ENTRY_TIMESTAMP_INVALID", detail);
	}
	return (0,external_common_js_namespaceObject.cn)(id, `${log.baseUrl} took the entry at ${formatted}`);
}
/** Whether the log took the entry while the certificate was valid. */
function checkLogTime(certificate, logEntry, time) {
	const id = "log-time-within-certificate";
	if (logEntry.error !== void 0) return (0,external_common_js_namespaceObject.on)(id, logEntry.error);
	if (certificate.error !== void 0) return (0,external_common_js_namespaceObject.on)(id, certificate.error);
	const { notBefore, notAfter } = certificate.value;
	const outside = (time.isProven ? time.times : [time.claimed ?? notBefore]).find((each) => !(notBefore <= each && each <= notAfter));
	if (outside !== void 0) {
		const code = "CERTIFICATE_NOT_VALID_AT_LOG_TIME";
		const comparison = {
			expected: `between ${formatTime$1(notBefore)} and ${formatTime$1(notAfter)}`,
			actual: formatTime$1(outside)
		};
		return time.isProven ? (0,external_common_js_namespaceObject.an)(id, code, {
			detail: "the certificate was not valid when the log took the entry",
			...comparison
		}) : (0,external_common_js_namespaceObject.sn)(id, "the certificate was not valid at the time that is claimed, and not proven", {
			code,
			...comparison
		});
	}
	if (!time.isProven) return (0,external_common_js_namespaceObject.sn)(id, `nothing proves that the signature was there at ${time.formatted}`, "LOG_TIME_UNPROVEN");
	return (0,external_common_js_namespaceObject.cn)(id, `the certificate was valid at ${time.formatted}`);
}
/** The trusted log that the entry says it is of, if its key was valid at the times. */
function findLog(entry, root, times) {
	return root.transparencyLogs.find(({ logId, validFor }) => logId === entry.logId && times.every((time) => isValidAt(validFor, time)));
}
/**
* A signature under the log's own key hint; other signatures are witnesses', and not asked. A log of Rekor v1 signs
* under the name of its machine, which says nothing; one of Rekor v2 under the host of its URL.
*/
function isCheckpointOf(checkpoint, log, { isNamed: isNameKept }) {
	const keyHint = Buffer.from(log.logId, "hex").subarray(0, 4);
	const isNamed = (name) => !isNameKept || log.host === "" || name.toLowerCase() === log.host;
	return checkpoint.signatures.some(({ name, keyHint: hint, signature }) => isNamed(name) && hint.equals(keyHint) && isSignature(checkpoint.signedText, log, signature));
}
/** ECDSA or RSA over SHA-256, or Ed25519, which does its own hashing: the key decides, never the evidence. */
function isSignature(data, { publicKey }, signature) {
	try {
		return (0, import__late_node_crypto.verify)(publicKey.asymmetricKeyType === "ed25519" ? null : "sha256", data, publicKey, signature);
	} catch {
		return false;
	}
}
/** What a signed entry timestamp is over: RFC 8785 JSON, which for these four fields is JSON with sorted keys. */
function toTimestampedBytes(entry, integratedTime) {
	return Buffer.from(JSON.stringify({
		body: entry.body.toString("base64"),
		integratedTime: integratedTime.getTime() / 1e3,
		logID: entry.logId,
		logIndex: entry.logIndex
	}));
}
function formatTree({ treeSize, rootHash }) {
	return `tree size ${treeSize}, root ${rootHash.toString("hex")}`;
}
/** A log that the root names was read, and is no log of that time; one that it does not name may be too new for it. */
function refuseLog(id, code, { entry, root, at }) {
	const detail = `log ${entry.logId} is not one that the trusted root knew at ${at}`;
	return root.transparencyLogs.some(({ logId }) => logId === entry.logId) ? (0,external_common_js_namespaceObject.an)(id, code, detail) : refuseUnknown(id, {
		code,
		detail
	}, {
		root,
		field: "tlogs"
	});
}
// src/verify/check-image-name.ts
const ID$4 = "image-name";
const NO_TAG = "its tag is not signed, and is what the registry says today";
/** Whether what was signed calls the image by the name that was asked for. */
function checkImageName({ allowed, signed, isRead }) {
	const [asked] = allowed;
	if (asked === void 0) return (0,external_common_js_namespaceObject.sn)(ID$4, "the image was asked for without a name");
	if (!isRead) return (0,external_common_js_namespaceObject.sn)(ID$4, "what was signed could not be read");
	if (signed === void 0) {
		const detail = `the signature is over the digest alone: nothing signed says that this is ${asked}`;
		return {
			...(0,external_common_js_namespaceObject.sn)(ID$4, detail),
			code: "IMAGE_NAME_UNBOUND",
			reason: "incomplete"
		};
	}
	const name = lastNameOf(signed);
	return allowed.includes(name) ? (0,external_common_js_namespaceObject.cn)(ID$4, `what was signed calls it ${name}; ${NO_TAG}`) : (0,external_common_js_namespaceObject.an)(ID$4, "IMAGE_NAME_MISMATCH", {
		detail: "what was signed is another image",
		expected: asked,
		actual: signed
	});
}
// src/verify/check-image-payload.ts
const ID$3 = "image-payload";
/** Whether what was signed names exactly this manifest. */
function checkImagePayload({ manifest, named }) {
	if (named.error !== void 0) return (0,external_common_js_namespaceObject.on)(ID$3, named.error);
	if (manifest === void 0) return (0,external_common_js_namespaceObject.sn)(ID$3, "there is no manifest to compare with", "IMAGE_NOT_FOUND");
	return named.value.equals(manifest) ? (0,external_common_js_namespaceObject.cn)(ID$3, `what was signed names the manifest ${manifest.toString()}`) : (0,external_common_js_namespaceObject.an)(ID$3, "IMAGE_PAYLOAD_MISMATCH", {
		detail: "what was signed names another manifest",
		expected: manifest.toString(),
		actual: named.value.toString()
	});
}
// src/verify/check-release-binding.ts
const ID$2 = "release-binding";
/**
* Whether the SBOM is of this release, and lists this path with this digest and no other.
* @param isSigned whether every check before this one that had to pass did
*/
function checkReleaseBinding(digest, binding, isSigned) {
	if (binding.kind === "not-applicable") return (0,external_common_js_namespaceObject.sn)(ID$2, binding.reason);
	if (binding.kind === "unavailable") return (0,external_common_js_namespaceObject.sn)(ID$2, binding.reason, "RELEASE_BINDING_UNAVAILABLE");
	if (binding.kind === "own" && !isSigned) return (0,external_common_js_namespaceObject.sn)(ID$2, "what is signed is not read before its signature holds");
	const { namespace } = binding;
	const sbom = binding.kind === "own" ? binding.read() : binding.sbom;
	if (sbom.error !== void 0) return (0,external_common_js_namespaceObject.on)(ID$2, sbom.error);
	if (sbom.value.namespace !== namespace) return refuse$1("the SBOM is of another release", namespace, sbom.value.namespace);
	if (binding.kind === "own") return (0,external_common_js_namespaceObject.cn)(ID$2, `the document names its release: ${namespace}`);
	const { path, sha512 } = binding;
	if (digest === void 0) return (0,external_common_js_namespaceObject.sn)(ID$2, "there is no digest to look for in the SBOM");
	const listed = sbom.value.digestsOf(path);
	const [only] = listed;
	if (only === void 0) return refuse$1(`the SBOM does not list ${path}`, path, "no such file");
	if (listed.length > 1) return refuse$1(`the SBOM lists ${path} with different digests`, "one digest", listed.join(", "));
	if (!only.equals(digest)) return refuse$1(`the SBOM lists ${path} with another digest`, only.toString(), digest.toString());
	const listedSha512 = sbom.value.sha512Of(path);
	if (sha512 !== void 0 && listedSha512.some((hex) => hex !== sha512)) {
		const expected = listedSha512.map((hex) => `sha512:${hex}`).join(", ");
		return refuse$1(`the SBOM lists ${path} with another SHA-512 digest`, expected, `sha512:${sha512}`);
	}
	return (0,external_common_js_namespaceObject.cn)(ID$2, `the release's signed SBOM lists ${path} with ${digest.toString()}`);
}
function refuse$1(detail, expected, actual) {
	return (0,external_common_js_namespaceObject.an)(ID$2, "RELEASE_BINDING_MISMATCH", {
		detail,
		expected,
		actual
	});
}
// src/verify/cross-check.ts
/** The id of the Kubernetes release process (kubernetes/release pkg/provenance). */
const RELEASE_BUILDER = "https://git.k8s.io/release/docs/krel";
/** In the order of CROSS_CHECK_IDS. */
function crossCheck(sha256, input) {
	const { papers, checksumSha512, sha512, version, path } = input;
	const { sha256Sums, sha512Sums, provenance, sbom } = papers;
	const digests = {
		sha256: sha256?.hex,
		sha512
	};
	const compare = (comparison, listed) => compareListed({
		...comparison,
		what: `${comparison.what} for ${path}`
	}, listed, digests);
	return [
		given("checksum-sha512", checksumSha512, (hex) => compare(COMPARISONS.checksum, [{ sha512: hex }])),
		given("sha256sums", sha256Sums, (sums) => {
			const listed = sums.digestsOf(version, path).map((hex) => ({ sha256: hex }));
			return compare(COMPARISONS.sha256Sums, listed);
		}),
		given("sha512sums", sha512Sums, (sums) => {
			const listed = sums.digestsOf(version, path).map((hex) => ({ sha512: hex }));
			return compare(COMPARISONS.sha512Sums, listed);
		}),
		given("sbom-file", sbom, (document) => {
			const listed = [...document.digestsOf(path).map(({ hex }) => ({ sha256: hex })), ...document.sha512Of(path).map((hex) => ({ sha512: hex }))];
			return compare(COMPARISONS.sbom, listed);
		}),
		given("provenance-subject", provenance, (statement) => {
			const listed = statement.subjectsOf(version, path, {
				...digests.sha256 !== void 0 && { sha256: digests.sha256 },
				...digests.sha512 !== void 0 && { sha512: digests.sha512 }
			});
			return compare(COMPARISONS.provenance, listed);
		}),
		given("provenance-builder", provenance, ({ builderId }) => checkBuilder(builderId)),
		given("provenance-source", provenance, ({ sourceCommits }) => checkSource(sourceCommits))
	];
}
const COMPARISONS = {
	checksum: {
		id: "checksum-sha512",
		code: "CHECKSUM_SHA512_MISMATCH",
		what: "the .sha512 file"
	},
	sha256Sums: {
		id: "sha256sums",
		code: "SHA256SUMS_MISMATCH",
		what: "SHA256SUMS"
	},
	sha512Sums: {
		id: "sha512sums",
		code: "SHA512SUMS_MISMATCH",
		what: "SHA512SUMS"
	},
	sbom: {
		id: "sbom-file",
		code: "SBOM_FILE_MISMATCH",
		what: "the SBOM"
	},
	provenance: {
		id: "provenance-subject",
		code: "PROVENANCE_SUBJECT_MISMATCH",
		what: "provenance.json"
	}
};
const ALGORITHMS$1 = ["sha256", "sha512"];
function given(id, paper, check) {
	return paper.error === void 0 ? check(paper.value) : (0,external_common_js_namespaceObject.on)(id, paper.error);
}
function compareListed({ id, code, what }, listed, digests) {
	const claims = listed.flatMap((each) => ALGORITHMS$1.flatMap((algorithm) => {
		const hex = each[algorithm];
		return hex === void 0 ? [] : [{
			algorithm,
			hex
		}];
	}));
	if (ALGORITHMS$1.every((algorithm) => digests[algorithm] === void 0)) return (0,external_common_js_namespaceObject.sn)(id, `${what}: there are no bytes to compare with`);
	if (claims.length === 0) return (0,external_common_js_namespaceObject.an)(id, code, {
		detail: `${what}: not listed`,
		expected: "a digest",
		actual: "none"
	});
	const comparable = claims.filter(({ algorithm }) => digests[algorithm] !== void 0);
	if (comparable.length === 0) return (0,external_common_js_namespaceObject.sn)(id, `${what}: there are no bytes to compare with`);
	const wrong = comparable.find(({ algorithm, hex }) => hex !== digests[algorithm]);
	if (wrong === void 0) return (0,external_common_js_namespaceObject.cn)(id, `${what} says the same: ${comparable.map(({ algorithm }) => algorithm).join(", ")}`);
	return (0,external_common_js_namespaceObject.an)(id, code, {
		detail: `${what} says another digest`,
		expected: `${wrong.algorithm}:${wrong.hex}`,
		actual: `${wrong.algorithm}:${digests[wrong.algorithm] ?? ""}`
	});
}
function checkBuilder(builderId) {
	const id = "provenance-builder";
	return builderId === RELEASE_BUILDER ? (0,external_common_js_namespaceObject.cn)(id, `provenance.json names the builder ${builderId}`) : (0,external_common_js_namespaceObject.an)(id, "PROVENANCE_BUILDER_MISMATCH", {
		detail: "provenance.json names another builder",
		expected: RELEASE_BUILDER,
		actual: builderId
	});
}
function checkSource(commits) {
	const id = "provenance-source";
	const [commit] = commits;
	return commit !== void 0 && commits.length === 1 ? (0,external_common_js_namespaceObject.cn)(id, `provenance.json names the source commit ${commit}`) : (0,external_common_js_namespaceObject.an)(id, "PROVENANCE_SOURCE_MISMATCH", {
		detail: "provenance.json does not name one source commit",
		expected: "one commit of kubernetes/kubernetes",
		actual: commits.length === 0 ? "none" : commits.join(", ")
	});
}
// src/verify/check-statement.ts
/** Types that say by themselves: this is what I built, checked or signed. */
const SPEAKING_TYPES = [
	"https://slsa.dev/provenance/v0.2",
	"https://slsa.dev/provenance/v1",
	"https://sigstore.dev/cosign/sign/v1"
];
/** Whether a statement, validly signed and about the artifact, speaks for it. */
function checkStatement({ predicateType, verdict }, { signedBy, namedType }) {
	const id = "signature";
	const type = predicateType === "" ? "no type" : `type ${predicateType}`;
	if (verdict !== void 0 && /^fail(?:ed|ure)?$/i.test(verdict.trim())) {
		const comparison = {
			expected: "PASSED",
			actual: verdict
		};
		return (0,external_common_js_namespaceObject.an)(id, "STATEMENT_NEGATIVE", {
			detail: `the signed statement of ${type} says that it did not pass`,
			...comparison
		});
	}
	const isSummary = VSA_TYPES.includes(predicateType);
	if ((isSummary ? verdict === "PASSED" : SPEAKING_TYPES.includes(predicateType)) || predicateType !== "" && predicateType === namedType && !isSummary) return (0,external_common_js_namespaceObject.cn)(id, `${signedBy} signed a statement of ${type}, which speaks for it`);
	return (0,external_common_js_namespaceObject.sn)(id, `${signedBy} signed a statement of ${type}, ${isSummary ? "which does not say PASSED" : "which does not speak for it by itself"}`, "STATEMENT_TYPE_UNEXPECTED");
}
// src/verify/signed-hash.ts
/**
* The hash that the signature has to be over.
* @param isOver whether the signature is over a hash: for a statement, no field says by which algorithm it was made
* @returns undefined when it is one that only the bytes would give
*/
function toSignedHash({ envelope, furtherDigest }, { digest, further }, { publicKey, isOver }) {
	if (envelope !== void 0) {
		const bytes = toSignedBytes(envelope);
		const by = (algorithm) => ({
			algorithm,
			bytes: (0, import__late_node_crypto.createHash)(algorithm).update(bytes).digest()
		});
		const usual = by("sha256");
		if (publicKey.asymmetricKeyDetails?.namedCurve !== "secp384r1" || isOver(usual)) return usual;
		const other = by("sha384");
		return isOver(other) ? other : usual;
	}
	if (furtherDigest === void 0) return digest;
	const { algorithm } = furtherDigest;
	if (algorithm === "sha256") return digest;
	const known = further[algorithm];
	return known && {
		algorithm,
		bytes: known
	};
}
// src/verify/check-signature.ts
/** Why nobody can say whether the signature holds; undefined where it can be said. */
function whyUnreadable(publicKey, signature) {
	if (curveOf(publicKey) === void 0) return `the key is of the kind ${publicKey.asymmetricKeyDetails?.namedCurve ?? publicKey.asymmetricKeyType ?? "unknown"}, by which this version verifies no signature`;
	return isDerSignature(signature) ? void 0 : "the signature is not an ECDSA signature in DER";
}
/** ECDSA-Sig-Value (RFC 3279 §2.2.3): a SEQUENCE of two INTEGERs, and nothing after it; the numbers may be any. */
function isDerSignature(signature) {
	try {
		const sequence = import_dist$3.ASN1Obj.parseBuffer(Buffer.from(signature));
		return sequence.tag.number === UNIVERSAL_TAG.SEQUENCE && sequence.subs.length === 2 && sequence.subs.every(({ tag }) => tag.isUniversal() && tag.number === UNIVERSAL_TAG.INTEGER) && sequence.toDER().equals(signature);
	} catch {
		return false;
	}
}
/** Tags of X.690 §8. */
const UNIVERSAL_TAG = {
	INTEGER: 2,
	SEQUENCE: 16
};
/**
* Whether the certificate's key made the signature over the digest, or over a statement that names it.
* @param policy whose managed key, where there is one, stands in the certificate's place
*/
function checkSignature(known, evidence, policy) {
	const id = "signature";
	const managedKey = isManagedKey(policy.signer) ? policy.signer.publicKey : void 0;
	const { signature, certificate } = evidence;
	if (signature.error !== void 0) return (0,external_common_js_namespaceObject.on)(id, signature.error);
	const publicKey = managedKey ?? certificate.value?.publicKey;
	if (publicKey === void 0) return (0,external_common_js_namespaceObject.on)(id, certificate.error);
	if (known === void 0) return (0,external_common_js_namespaceObject.sn)(id, "there is no digest to verify the signature over");
	const who = managedKey ? "the given key" : "the certificate's key";
	const unreadable = whyUnreadable(publicKey, signature.value);
	if (unreadable !== void 0) return (0,external_common_js_namespaceObject.sn)(id, unreadable, "SIGNATURE_INVALID");
	const made = checkMade(evidence, known, {
		publicKey,
		signature: signature.value,
		who,
		what: managedKey ? "key" : "certificate"
	});
	if (made.status !== "passed" || evidence.envelope === void 0) return made;
	return checkEnvelope(evidence.envelope, known, {
		signedBy: who,
		namedType: policy.predicateType
	});
}
/** Whether the key made the signature over what it has to be over. */
function checkMade(evidence, known, { publicKey, signature, who, what }) {
	const id = "signature";
	const isOver = (hash) => verifyEcdsa(publicKey, hash, signature);
	const signed = toSignedHash(evidence, known, {
		publicKey,
		isOver
	});
	if (signed === void 0) {
		const detail = `the signature is over a digest by ${evidence.furtherDigest?.algorithm ?? ""}, which is supported only where the bytes are at hand`;
		return (0,external_common_js_namespaceObject.sn)(id, detail, "SIGNATURE_INVALID");
	}
	if (isOver(signed)) return (0,external_common_js_namespaceObject.cn)(id, `${who} signed ${format(signed)}`);
	if (mayBeOverSha384(evidence, publicKey) && known.further.sha384 === void 0) {
		const detail = `${who} did not make this signature over ${format(signed)}; over a digest by sha384 it is supported only where the bytes are at hand`;
		return (0,external_common_js_namespaceObject.sn)(id, detail, "SIGNATURE_INVALID");
	}
	return (0,external_common_js_namespaceObject.an)(id, "SIGNATURE_INVALID", {
		detail: `${who} did not make this signature over this digest: signature, ${what} and artifact do not belong together`,
		expected: `a signature over ${format(signed)}`,
		actual: "a signature that does not verify"
	});
}
function format({ algorithm, bytes }) {
	return `${algorithm}:${bytes.toString("hex")}`;
}
/** Whether a signed statement is about the artifact, by whichever digest it names. */
function checkEnvelope(envelope, { digest, further }, spoken) {
	const id = "signature";
	const statement = (0,external_common_js_namespaceObject.gn)(() => parseStatement(envelope));
	if (statement.error !== void 0) return (0,external_common_js_namespaceObject.on)(id, statement.error);
	const { subjects, otherAlgorithms, further: named } = statement.value;
	const known = Object.entries(further).map(([algorithm, bytes]) => `${algorithm}:${bytes.toString("hex")}`);
	const own = known.find((each) => named.has(each));
	if (subjects.length === 0 && own !== void 0) return checkStatement(statement.value, spoken);
	const isComparable = known.some((each) => otherAlgorithms.includes(each.split(":")[0] ?? ""));
	if (subjects.length === 0 && otherAlgorithms.length > 0 && !isComparable) {
		const actual = [...new Set(otherAlgorithms)].join(", ").slice(0, MAX_LISTED);
		const comparison = {
			expected: digest.toString(),
			actual
		};
		return (0,external_common_js_namespaceObject.sn)(id, "the signed statement names no SHA-256 digest, and another is supported only where the bytes are at hand", {
			code: "SUBJECT_MISMATCH",
			...comparison
		});
	}
	if (!subjects.some((subject) => subject.equals(digest))) return (0,external_common_js_namespaceObject.an)(id, "SUBJECT_MISMATCH", {
		detail: "the signed statement is not about this digest",
		expected: digest.toString(),
		actual: subjects.map(String).join(", ") || "no SHA-256 digest"
	});
	return checkStatement(statement.value, spoken);
}
/** How much of foreign names a message repeats. */
const MAX_LISTED = 100;
// node_modules/@sigstore/verify/dist/bundle/dsse.js
var require_dsse$2 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.DSSESignatureContent = void 0;
	const core_1 = require_dist$1();
	var DSSESignatureContent = class {
		env;
		constructor(env) {
			this.env = env;
		}
		compareDigest(digest) {
			return core_1.crypto.bufferEqual(digest, core_1.crypto.digest("sha256", this.env.payload));
		}
		compareSignedDigest(digest) {
			return core_1.crypto.bufferEqual(digest, core_1.crypto.digest("sha256", this.preAuthEncoding));
		}
		compareSignature(signature) {
			return core_1.crypto.bufferEqual(signature, this.signature);
		}
		verifySignature(key) {
			return core_1.crypto.verify(this.preAuthEncoding, key, this.signature);
		}
		get signature() {
			return this.env.signatures.length > 0 ? this.env.signatures[0].sig : Buffer.from("");
		}
		get preAuthEncoding() {
			return core_1.dsse.preAuthEncoding(this.env.payloadType, this.env.payload);
		}
	};
	exports.DSSESignatureContent = DSSESignatureContent;
}));
// node_modules/@sigstore/verify/dist/bundle/message.js
var require_message = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.MessageSignatureContent = void 0;
	const core_1 = require_dist$1();
	const protobuf_specs_1 = require_dist$3();
	const HASH_ALGORITHM_MAP = {
		[protobuf_specs_1.HashAlgorithm.HASH_ALGORITHM_UNSPECIFIED]: "sha256",
		[protobuf_specs_1.HashAlgorithm.SHA2_256]: "sha256",
		[protobuf_specs_1.HashAlgorithm.SHA2_384]: "sha384",
		[protobuf_specs_1.HashAlgorithm.SHA2_512]: "sha512",
		[protobuf_specs_1.HashAlgorithm.SHA3_256]: "sha3-256",
		[protobuf_specs_1.HashAlgorithm.SHA3_384]: "sha3-384"
	};
	var MessageSignatureContent = class {
		signature;
		messageDigest;
		artifact;
		hashAlgorithm;
		constructor(messageSignature, artifact) {
			this.signature = messageSignature.signature;
			this.messageDigest = messageSignature.messageDigest.digest;
			this.artifact = artifact;
			this.hashAlgorithm = HASH_ALGORITHM_MAP[messageSignature.messageDigest.algorithm] ?? 
			/* istanbul ignore next */ "sha256";
		}
		compareSignature(signature) {
			return core_1.crypto.bufferEqual(signature, this.signature);
		}
		compareDigest(digest) {
			return core_1.crypto.bufferEqual(digest, this.messageDigest);
		}
		compareSignedDigest(digest) {
			return this.compareDigest(digest);
		}
		verifySignature(key) {
			return core_1.crypto.verify(this.artifact, key, this.signature, this.hashAlgorithm);
		}
	};
	exports.MessageSignatureContent = MessageSignatureContent;
}));
// node_modules/@sigstore/verify/dist/bundle/index.js
var require_bundle = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.toSignedEntity = toSignedEntity;
	exports.signatureContent = signatureContent;
	const core_1 = require_dist$1();
	const dsse_1 = require_dsse$2();
	const message_1 = require_message();
	function toSignedEntity(bundle, artifact) {
		const { tlogEntries, timestampVerificationData } = bundle.verificationMaterial;
		const timestamps = [];
		for (const entry of tlogEntries) if (entry.integratedTime && entry.integratedTime !== "0") timestamps.push({
			$case: "transparency-log",
			tlogEntry: entry
		});
		for (const ts of timestampVerificationData?.rfc3161Timestamps ?? []) timestamps.push({
			$case: "timestamp-authority",
			timestamp: core_1.RFC3161Timestamp.parse(Buffer.from(ts.signedTimestamp))
		});
		return {
			signature: signatureContent(bundle, artifact),
			key: key(bundle),
			tlogEntries,
			timestamps
		};
	}
	function signatureContent(bundle, artifact) {
		switch (bundle.content.$case) {
			case "dsseEnvelope": return new dsse_1.DSSESignatureContent(bundle.content.dsseEnvelope);
			case "messageSignature": return new message_1.MessageSignatureContent(bundle.content.messageSignature, artifact);
		}
	}
	function key(bundle) {
		switch (bundle.verificationMaterial.content.$case) {
			case "publicKey": return {
				$case: "public-key",
				hint: bundle.verificationMaterial.content.publicKey.hint
			};
			case "x509CertificateChain": return {
				$case: "certificate",
				certificate: core_1.X509Certificate.parse(Buffer.from(bundle.verificationMaterial.content.x509CertificateChain.certificates[0].rawBytes))
			};
			case "certificate": return {
				$case: "certificate",
				certificate: core_1.X509Certificate.parse(Buffer.from(bundle.verificationMaterial.content.certificate.rawBytes))
			};
		}
	}
}));
// node_modules/@sigstore/verify/dist/error.js
var require_error = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.PolicyError = exports.VerificationError = void 0;
	var BaseError = class extends Error {
		code;
		cause;
		constructor({ code, message, cause }) {
			super(message);
			this.code = code;
			this.cause = cause;
			this.name = this.constructor.name;
		}
	};
	var VerificationError = class extends BaseError {};
	exports.VerificationError = VerificationError;
	var PolicyError = class extends BaseError {};
	exports.PolicyError = PolicyError;
}));
// node_modules/@sigstore/verify/dist/trust/filter.js
var require_filter = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.filterCertAuthorities = filterCertAuthorities;
	exports.filterTLogAuthorities = filterTLogAuthorities;
	function filterCertAuthorities(certAuthorities, timestamp) {
		return certAuthorities.filter((ca) => {
			return ca.validFor.start <= timestamp && ca.validFor.end >= timestamp;
		});
	}
	function filterTLogAuthorities(tlogAuthorities, criteria) {
		return tlogAuthorities.filter((tlog) => {
			if (criteria.logID && !tlog.logID.equals(criteria.logID)) return false;
			return tlog.validFor.start <= criteria.targetDate && criteria.targetDate <= tlog.validFor.end;
		});
	}
}));
// node_modules/@sigstore/verify/dist/trust/index.js
var require_trust = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.filterTLogAuthorities = exports.filterCertAuthorities = void 0;
	exports.toTrustMaterial = toTrustMaterial;
	const core_1 = require_dist$1();
	const protobuf_specs_1 = require_dist$3();
	const error_1 = require_error();
	const BEGINNING_OF_TIME = /* @__PURE__ */ new Date(0);
	const END_OF_TIME = /* @__PURE__ */ new Date(864e13);
	var filter_1 = require_filter();
	Object.defineProperty(exports, "filterCertAuthorities", {
		enumerable: true,
		get: function() {
			return filter_1.filterCertAuthorities;
		}
	});
	Object.defineProperty(exports, "filterTLogAuthorities", {
		enumerable: true,
		get: function() {
			return filter_1.filterTLogAuthorities;
		}
	});
	function toTrustMaterial(root, keys) {
		const keyFinder = typeof keys === "function" ? keys : keyLocator(keys);
		return {
			certificateAuthorities: root.certificateAuthorities.map(createCertAuthority),
			timestampAuthorities: root.timestampAuthorities.map(createCertAuthority),
			tlogs: root.tlogs.map(createTLogAuthority),
			ctlogs: root.ctlogs.map(createTLogAuthority),
			publicKey: keyFinder
		};
	}
	function createTLogAuthority(tlogInstance) {
		const keyDetails = tlogInstance.publicKey.keyDetails;
		const keyType = keyDetails === protobuf_specs_1.PublicKeyDetails.PKCS1_RSA_PKCS1V5 || keyDetails === protobuf_specs_1.PublicKeyDetails.PKIX_RSA_PKCS1V5 || keyDetails === protobuf_specs_1.PublicKeyDetails.PKIX_RSA_PKCS1V15_2048_SHA256 || keyDetails === protobuf_specs_1.PublicKeyDetails.PKIX_RSA_PKCS1V15_3072_SHA256 || keyDetails === protobuf_specs_1.PublicKeyDetails.PKIX_RSA_PKCS1V15_4096_SHA256 ? "pkcs1" : "spki";
		/* istanbul ignore next */
		return {
			baseURL: tlogInstance.baseUrl,
			logID: tlogInstance.checkpointKeyId ? tlogInstance.checkpointKeyId.keyId : tlogInstance.logId.keyId,
			publicKey: core_1.crypto.createPublicKey(tlogInstance.publicKey.rawBytes, keyType),
			validFor: {
				start: tlogInstance.publicKey.validFor?.start || BEGINNING_OF_TIME,
				end: tlogInstance.publicKey.validFor?.end || END_OF_TIME
			}
		};
	}
	function createCertAuthority(ca) {
		/* istanbul ignore next */
		return {
			certChain: ca.certChain.certificates.map((cert) => {
				return core_1.X509Certificate.parse(Buffer.from(cert.rawBytes));
			}),
			validFor: {
				start: ca.validFor?.start || BEGINNING_OF_TIME,
				end: ca.validFor?.end || END_OF_TIME
			}
		};
	}
	function keyLocator(keys) {
		return (hint) => {
			const key = (keys || {})[hint];
			if (!key) throw new error_1.VerificationError({
				code: "PUBLIC_KEY_ERROR",
				message: `key not found: ${hint}`
			});
			return {
				publicKey: core_1.crypto.createPublicKey(key.rawBytes),
				validFor: (date) => {
					/* istanbul ignore next */
					return (key.validFor?.start || BEGINNING_OF_TIME) <= date && (key.validFor?.end || END_OF_TIME) >= date;
				}
			};
		};
	}
}));
// node_modules/@sigstore/verify/dist/key/certificate.js
var require_certificate = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CertificateChainVerifier = void 0;
	exports.verifyCertificateChain = verifyCertificateChain;
	const error_1 = require_error();
	const trust_1 = require_trust();
	function verifyCertificateChain(timestamp, leaf, certificateAuthorities) {
		const cas = (0, trust_1.filterCertAuthorities)(certificateAuthorities, timestamp);
		let error;
		for (const ca of cas) try {
			return new CertificateChainVerifier({
				trustedCerts: ca.certChain,
				untrustedCert: leaf,
				timestamp
			}).verify();
		} catch (err) {
			error = err;
		}
		throw new error_1.VerificationError({
			code: "CERTIFICATE_ERROR",
			message: "Failed to verify certificate chain",
			cause: error
		});
	}
	var CertificateChainVerifier = class {
		untrustedCert;
		trustedCerts;
		localCerts;
		timestamp;
		constructor(opts) {
			this.untrustedCert = opts.untrustedCert;
			this.trustedCerts = opts.trustedCerts;
			this.localCerts = dedupeCertificates([...opts.trustedCerts, opts.untrustedCert]);
			this.timestamp = opts.timestamp;
		}
		verify() {
			const certificatePath = this.sort();
			this.checkPath(certificatePath);
			if (!certificatePath.every((cert) => cert.validForDate(this.timestamp))) throw new error_1.VerificationError({
				code: "CERTIFICATE_ERROR",
				message: "certificate is not valid or expired at the specified date"
			});
			return certificatePath;
		}
		sort() {
			const leafCert = this.untrustedCert;
			let paths = this.buildPaths(leafCert);
			paths = paths.filter((path) => path.some((cert) => this.trustedCerts.includes(cert)));
			if (paths.length === 0) throw new error_1.VerificationError({
				code: "CERTIFICATE_ERROR",
				message: "no trusted certificate path found"
			});
			return [leafCert, ...paths.reduce((prev, curr) => prev.length < curr.length ? prev : curr)].slice(0, -1);
		}
		buildPaths(certificate) {
			const paths = [];
			const issuers = this.findIssuer(certificate);
			if (issuers.length === 0) throw new error_1.VerificationError({
				code: "CERTIFICATE_ERROR",
				message: "no valid certificate path found"
			});
			for (let i = 0; i < issuers.length; i++) {
				const issuer = issuers[i];
				if (issuer.equals(certificate)) {
					paths.push([certificate]);
					continue;
				}
				const subPaths = this.buildPaths(issuer);
				for (let j = 0; j < subPaths.length; j++) paths.push([issuer, ...subPaths[j]]);
			}
			return paths;
		}
		findIssuer(certificate) {
			let issuers = [];
			let keyIdentifier;
			if (certificate.subject.equals(certificate.issuer)) {
				if (certificate.verify()) return [certificate];
			}
			if (certificate.extAuthorityKeyID) keyIdentifier = certificate.extAuthorityKeyID.keyIdentifier;
			this.localCerts.forEach((possibleIssuer) => {
				if (keyIdentifier) {
					/* istanbul ignore else */
					if (possibleIssuer.extSubjectKeyID) {
						if (possibleIssuer.extSubjectKeyID.keyIdentifier.equals(keyIdentifier)) issuers.push(possibleIssuer);
						return;
					}
				}
				if (possibleIssuer.subject.equals(certificate.issuer)) issuers.push(possibleIssuer);
			});
			issuers = issuers.filter((issuer) => {
				try {
					return certificate.verify(issuer);
				} catch (ex) {
					/* istanbul ignore next - should never error */
					return false;
				}
			});
			return issuers;
		}
		checkPath(path) {
			/* istanbul ignore if */
			if (path.length < 1) throw new error_1.VerificationError({
				code: "CERTIFICATE_ERROR",
				message: "certificate chain must contain at least one certificate"
			});
			if (!path.slice(1).every((cert) => cert.isCA)) throw new error_1.VerificationError({
				code: "CERTIFICATE_ERROR",
				message: "intermediate certificate is not a CA"
			});
			for (let i = path.length - 2; i >= 0; i--)
 /* istanbul ignore if */
			if (!path[i].issuer.equals(path[i + 1].subject)) throw new error_1.VerificationError({
				code: "CERTIFICATE_ERROR",
				message: "incorrect certificate name chaining"
			});
			for (let i = 0; i < path.length; i++) {
				const cert = path[i];
				if (cert.extBasicConstraints?.isCA) {
					const pathLength = cert.extBasicConstraints.pathLenConstraint;
					if (pathLength !== void 0 && pathLength < i - 1) throw new error_1.VerificationError({
						code: "CERTIFICATE_ERROR",
						message: "path length constraint exceeded"
					});
				}
			}
		}
	};
	exports.CertificateChainVerifier = CertificateChainVerifier;
	function dedupeCertificates(certs) {
		for (let i = 0; i < certs.length; i++) for (let j = i + 1; j < certs.length; j++) if (certs[i].equals(certs[j])) {
			certs.splice(j, 1);
			j--;
		}
		return certs;
	}
}));
// node_modules/@sigstore/verify/dist/key/sct.js
var require_sct = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.verifySCTs = verifySCTs;
	const core_1 = require_dist$1();
	const error_1 = require_error();
	const trust_1 = require_trust();
	function verifySCTs(cert, issuer, ctlogs) {
		let extSCT;
		const clone = cert.clone();
		for (let i = 0; i < clone.extensions.length; i++) {
			const ext = clone.extensions[i];
			if (ext.subs[0].toOID() === core_1.EXTENSION_OID_SCT) {
				extSCT = new core_1.X509SCTExtension(ext);
				clone.extensions.splice(i, 1);
				break;
			}
		}
		if (!extSCT) return [];
		/* istanbul ignore if -- too difficult to fabricate test case for this */
		if (extSCT.signedCertificateTimestamps.length === 0) return [];
		const preCert = new core_1.ByteStream();
		const issuerId = core_1.crypto.digest("sha256", issuer.publicKey);
		preCert.appendView(issuerId);
		const tbs = clone.tbsCertificate.toDER();
		preCert.appendUint24(tbs.length);
		preCert.appendView(tbs);
		return extSCT.signedCertificateTimestamps.map((sct) => {
			if (!(0, trust_1.filterTLogAuthorities)(ctlogs, {
				logID: sct.logID,
				targetDate: sct.datetime
			}).some((log) => sct.verify(preCert.buffer, log.publicKey))) throw new error_1.VerificationError({
				code: "CERTIFICATE_ERROR",
				message: "SCT verification failed"
			});
			return sct.logID;
		});
	}
}));
// node_modules/@sigstore/verify/dist/key/index.js
var require_key = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.verifyPublicKey = verifyPublicKey;
	exports.verifyCertificate = verifyCertificate;
	const core_1 = require_dist$1();
	const error_1 = require_error();
	const certificate_1 = require_certificate();
	const sct_1 = require_sct();
	const OID_FULCIO_ISSUER_V1 = "1.3.6.1.4.1.57264.1.1";
	const OID_FULCIO_ISSUER_V2 = "1.3.6.1.4.1.57264.1.8";
	function verifyPublicKey(hint, timestamps, trustMaterial) {
		const key = trustMaterial.publicKey(hint);
		timestamps.forEach((timestamp) => {
			if (!key.validFor(timestamp)) throw new error_1.VerificationError({
				code: "PUBLIC_KEY_ERROR",
				message: `Public key is not valid for timestamp: ${timestamp.toISOString()}`
			});
		});
		return { key: key.publicKey };
	}
	function verifyCertificate(leaf, timestamps, trustMaterial) {
		let path = [];
		timestamps.forEach((timestamp) => {
			path = (0, certificate_1.verifyCertificateChain)(timestamp, leaf, trustMaterial.certificateAuthorities);
		});
		return {
			scts: (0, sct_1.verifySCTs)(path[0], path[1], trustMaterial.ctlogs),
			signer: getSigner(path[0])
		};
	}
	function getSigner(cert) {
		let issuer;
		const issuerExtension = cert.extension(OID_FULCIO_ISSUER_V2);
		/* istanbul ignore next */
		if (issuerExtension) issuer = issuerExtension.valueObj.subs?.[0]?.value.toString("ascii");
		else issuer = cert.extension(OID_FULCIO_ISSUER_V1)?.value.toString("ascii");
		const oids = cert.extensions.map((ext) => {
			return {
				oid: { id: ext.subs[0].toOID().split(".").map(Number) },
				value: ext.subs[ext.subs.length - 1].value
			};
		});
		const identity = {
			extensions: { issuer },
			subjectAlternativeName: cert.subjectAltName,
			oids
		};
		return {
			key: core_1.crypto.createPublicKey(cert.publicKey),
			identity
		};
	}
}));
// node_modules/@sigstore/verify/dist/policy.js
var require_policy = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.verifySubjectAlternativeName = verifySubjectAlternativeName;
	exports.verifyExtensions = verifyExtensions;
	exports.verifyOIDs = verifyOIDs;
	const error_1 = require_error();
	function verifySubjectAlternativeName(policyIdentity, signerIdentity) {
		if (signerIdentity === void 0 || !signerIdentity.match(policyIdentity)) throw new error_1.PolicyError({
			code: "UNTRUSTED_SIGNER_ERROR",
			message: `certificate identity error - expected ${policyIdentity}, got ${signerIdentity}`
		});
	}
	function verifyExtensions(policyExtensions, signerExtensions = {}) {
		let key;
		for (key in policyExtensions) if (signerExtensions[key] !== policyExtensions[key]) throw new error_1.PolicyError({
			code: "UNTRUSTED_SIGNER_ERROR",
			message: `invalid certificate extension - expected ${key}=${policyExtensions[key]}, got ${key}=${signerExtensions[key]}`
		});
	}
	function verifyOIDs(policyOIDs, signerOIDs = []) {
		for (const policyOID of policyOIDs) if (!signerOIDs.find((signerOID) => oidEquals(policyOID.oid?.id, signerOID.oid?.id) && policyOID.value.equals(signerOID.value))) {
			const oid = policyOID.oid?.id.join(".") ?? "<unknown>";
			throw new error_1.PolicyError({
				code: "UNTRUSTED_SIGNER_ERROR",
				message: `invalid certificate extension - missing OID ${oid}`
			});
		}
	}
	function oidEquals(a, b) {
		if (a === void 0 || b === void 0) return false;
		return a.length === b.length && a.every((v, i) => v === b[i]);
	}
}));
// node_modules/@sigstore/verify/dist/timestamp/tsa.js
var require_tsa = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.verifyRFC3161Timestamp = verifyRFC3161Timestamp;
	const core_1 = require_dist$1();
	const error_1 = require_error();
	const certificate_1 = require_certificate();
	const trust_1 = require_trust();
	function verifyRFC3161Timestamp(timestamp, data, timestampAuthorities) {
		const signingTime = timestamp.signingTime;
		timestampAuthorities = (0, trust_1.filterCertAuthorities)(timestampAuthorities, signingTime);
		timestampAuthorities = filterCAsBySerialAndIssuer(timestampAuthorities, {
			serialNumber: timestamp.signerSerialNumber,
			issuer: timestamp.signerIssuer
		});
		if (!timestampAuthorities.some((ca) => {
			try {
				verifyTimestampForCA(timestamp, data, ca);
				return true;
			} catch (e) {
				return false;
			}
		})) throw new error_1.VerificationError({
			code: "TIMESTAMP_ERROR",
			message: "timestamp could not be verified"
		});
	}
	function verifyTimestampForCA(timestamp, data, ca) {
		const [leaf, ...cas] = ca.certChain;
		const signingKey = core_1.crypto.createPublicKey(leaf.publicKey);
		const signingTime = timestamp.signingTime;
		try {
			new certificate_1.CertificateChainVerifier({
				untrustedCert: leaf,
				trustedCerts: cas,
				timestamp: signingTime
			}).verify();
		} catch (e) {
			throw new error_1.VerificationError({
				code: "TIMESTAMP_ERROR",
				message: "invalid certificate chain"
			});
		}
		timestamp.verify(data, signingKey);
	}
	function filterCAsBySerialAndIssuer(timestampAuthorities, criteria) {
		return timestampAuthorities.filter((ca) => ca.certChain.length > 0 && core_1.crypto.bufferEqual(ca.certChain[0].serialNumber, criteria.serialNumber) && core_1.crypto.bufferEqual(ca.certChain[0].issuer, criteria.issuer));
	}
}));
// node_modules/@sigstore/verify/dist/timestamp/index.js
var require_timestamp = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.getTSATimestamp = getTSATimestamp;
	exports.getTLogTimestamp = getTLogTimestamp;
	const tsa_1 = require_tsa();
	function getTSATimestamp(timestamp, data, timestampAuthorities) {
		(0, tsa_1.verifyRFC3161Timestamp)(timestamp, data, timestampAuthorities);
		return {
			type: "timestamp-authority",
			logID: timestamp.signerSerialNumber,
			timestamp: timestamp.signingTime
		};
	}
	function getTLogTimestamp(entry) {
		if (!entry.inclusionPromise) return;
		return {
			type: "transparency-log",
			logID: entry.logId.keyId,
			timestamp: /* @__PURE__ */ new Date(Number(entry.integratedTime) * 1e3)
		};
	}
}));
// node_modules/@sigstore/protobuf-specs/dist/__generated__/rekor/v2/verifier.js
var require_verifier$1 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Signature = exports.Verifier = exports.PublicKey = void 0;
	const sigstore_common_1 = require_sigstore_common();
	exports.PublicKey = {
		fromJSON(object) {
			return { rawBytes: isSet(object.rawBytes) ? Buffer.from(bytesFromBase64(object.rawBytes)) : Buffer.alloc(0) };
		},
		toJSON(message) {
			const obj = {};
			if (message.rawBytes.length !== 0) obj.rawBytes = base64FromBytes(message.rawBytes);
			return obj;
		}
	};
	exports.Verifier = {
		fromJSON(object) {
			return {
				verifier: isSet(object.publicKey) ? {
					$case: "publicKey",
					publicKey: exports.PublicKey.fromJSON(object.publicKey)
				} : isSet(object.x509Certificate) ? {
					$case: "x509Certificate",
					x509Certificate: sigstore_common_1.X509Certificate.fromJSON(object.x509Certificate)
				} : void 0,
				keyDetails: isSet(object.keyDetails) ? (0, sigstore_common_1.publicKeyDetailsFromJSON)(object.keyDetails) : 0
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.verifier?.$case === "publicKey") obj.publicKey = exports.PublicKey.toJSON(message.verifier.publicKey);
			else if (message.verifier?.$case === "x509Certificate") obj.x509Certificate = sigstore_common_1.X509Certificate.toJSON(message.verifier.x509Certificate);
			if (message.keyDetails !== 0) obj.keyDetails = (0, sigstore_common_1.publicKeyDetailsToJSON)(message.keyDetails);
			return obj;
		}
	};
	exports.Signature = {
		fromJSON(object) {
			return {
				content: isSet(object.content) ? Buffer.from(bytesFromBase64(object.content)) : Buffer.alloc(0),
				verifier: isSet(object.verifier) ? exports.Verifier.fromJSON(object.verifier) : void 0
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.content.length !== 0) obj.content = base64FromBytes(message.content);
			if (message.verifier !== void 0) obj.verifier = exports.Verifier.toJSON(message.verifier);
			return obj;
		}
	};
	function bytesFromBase64(b64) {
		return Uint8Array.from(globalThis.Buffer.from(b64, "base64"));
	}
	function base64FromBytes(arr) {
		return globalThis.Buffer.from(arr).toString("base64");
	}
	function isSet(value) {
		return value !== null && value !== void 0;
	}
}));
// node_modules/@sigstore/protobuf-specs/dist/__generated__/rekor/v2/dsse.js
var require_dsse$1 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.DSSELogEntryV002 = exports.DSSERequestV002 = void 0;
	const envelope_1 = require_envelope();
	const sigstore_common_1 = require_sigstore_common();
	const verifier_1 = require_verifier$1();
	exports.DSSERequestV002 = {
		fromJSON(object) {
			return {
				envelope: isSet(object.envelope) ? envelope_1.Envelope.fromJSON(object.envelope) : void 0,
				verifiers: globalThis.Array.isArray(object?.verifiers) ? object.verifiers.map((e) => verifier_1.Verifier.fromJSON(e)) : []
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.envelope !== void 0) obj.envelope = envelope_1.Envelope.toJSON(message.envelope);
			if (message.verifiers?.length) obj.verifiers = message.verifiers.map((e) => verifier_1.Verifier.toJSON(e));
			return obj;
		}
	};
	exports.DSSELogEntryV002 = {
		fromJSON(object) {
			return {
				payloadHash: isSet(object.payloadHash) ? sigstore_common_1.HashOutput.fromJSON(object.payloadHash) : void 0,
				signatures: globalThis.Array.isArray(object?.signatures) ? object.signatures.map((e) => verifier_1.Signature.fromJSON(e)) : []
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.payloadHash !== void 0) obj.payloadHash = sigstore_common_1.HashOutput.toJSON(message.payloadHash);
			if (message.signatures?.length) obj.signatures = message.signatures.map((e) => verifier_1.Signature.toJSON(e));
			return obj;
		}
	};
	function isSet(value) {
		return value !== null && value !== void 0;
	}
}));
// node_modules/@sigstore/protobuf-specs/dist/__generated__/rekor/v2/hashedrekord.js
var require_hashedrekord$1 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.HashedRekordLogEntryV002 = exports.HashedRekordRequestV002 = void 0;
	const sigstore_common_1 = require_sigstore_common();
	const verifier_1 = require_verifier$1();
	exports.HashedRekordRequestV002 = {
		fromJSON(object) {
			return {
				digest: isSet(object.digest) ? Buffer.from(bytesFromBase64(object.digest)) : Buffer.alloc(0),
				signature: isSet(object.signature) ? verifier_1.Signature.fromJSON(object.signature) : void 0
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.digest.length !== 0) obj.digest = base64FromBytes(message.digest);
			if (message.signature !== void 0) obj.signature = verifier_1.Signature.toJSON(message.signature);
			return obj;
		}
	};
	exports.HashedRekordLogEntryV002 = {
		fromJSON(object) {
			return {
				data: isSet(object.data) ? sigstore_common_1.HashOutput.fromJSON(object.data) : void 0,
				signature: isSet(object.signature) ? verifier_1.Signature.fromJSON(object.signature) : void 0
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.data !== void 0) obj.data = sigstore_common_1.HashOutput.toJSON(message.data);
			if (message.signature !== void 0) obj.signature = verifier_1.Signature.toJSON(message.signature);
			return obj;
		}
	};
	function bytesFromBase64(b64) {
		return Uint8Array.from(globalThis.Buffer.from(b64, "base64"));
	}
	function base64FromBytes(arr) {
		return globalThis.Buffer.from(arr).toString("base64");
	}
	function isSet(value) {
		return value !== null && value !== void 0;
	}
}));
// node_modules/@sigstore/protobuf-specs/dist/__generated__/rekor/v2/entry.js
var require_entry = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CreateEntryRequest = exports.Spec = exports.Entry = void 0;
	const dsse_1 = require_dsse$1();
	const hashedrekord_1 = require_hashedrekord$1();
	exports.Entry = {
		fromJSON(object) {
			return {
				kind: isSet(object.kind) ? globalThis.String(object.kind) : "",
				apiVersion: isSet(object.apiVersion) ? globalThis.String(object.apiVersion) : "",
				spec: isSet(object.spec) ? exports.Spec.fromJSON(object.spec) : void 0
			};
		},
		toJSON(message) {
			const obj = {};
			if (message.kind !== "") obj.kind = message.kind;
			if (message.apiVersion !== "") obj.apiVersion = message.apiVersion;
			if (message.spec !== void 0) obj.spec = exports.Spec.toJSON(message.spec);
			return obj;
		}
	};
	exports.Spec = {
		fromJSON(object) {
			return { spec: isSet(object.hashedRekordV002) ? {
				$case: "hashedRekordV002",
				hashedRekordV002: hashedrekord_1.HashedRekordLogEntryV002.fromJSON(object.hashedRekordV002)
			} : isSet(object.dsseV002) ? {
				$case: "dsseV002",
				dsseV002: dsse_1.DSSELogEntryV002.fromJSON(object.dsseV002)
			} : void 0 };
		},
		toJSON(message) {
			const obj = {};
			if (message.spec?.$case === "hashedRekordV002") obj.hashedRekordV002 = hashedrekord_1.HashedRekordLogEntryV002.toJSON(message.spec.hashedRekordV002);
			else if (message.spec?.$case === "dsseV002") obj.dsseV002 = dsse_1.DSSELogEntryV002.toJSON(message.spec.dsseV002);
			return obj;
		}
	};
	exports.CreateEntryRequest = {
		fromJSON(object) {
			return { spec: isSet(object.hashedRekordRequestV002) ? {
				$case: "hashedRekordRequestV002",
				hashedRekordRequestV002: hashedrekord_1.HashedRekordRequestV002.fromJSON(object.hashedRekordRequestV002)
			} : isSet(object.dsseRequestV002) ? {
				$case: "dsseRequestV002",
				dsseRequestV002: dsse_1.DSSERequestV002.fromJSON(object.dsseRequestV002)
			} : void 0 };
		},
		toJSON(message) {
			const obj = {};
			if (message.spec?.$case === "hashedRekordRequestV002") obj.hashedRekordRequestV002 = hashedrekord_1.HashedRekordRequestV002.toJSON(message.spec.hashedRekordRequestV002);
			else if (message.spec?.$case === "dsseRequestV002") obj.dsseRequestV002 = dsse_1.DSSERequestV002.toJSON(message.spec.dsseRequestV002);
			return obj;
		}
	};
	function isSet(value) {
		return value !== null && value !== void 0;
	}
}));
// node_modules/@sigstore/protobuf-specs/dist/rekor/v2/index.js
var require_v2 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module, this$1) => {
	var __createBinding = this$1 && this$1.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __exportStar = this$1 && this$1.__exportStar || function(m, exports) {
		for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports, p)) __createBinding(exports, m, p);
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	__exportStar(require_dsse$1(), exports);
	__exportStar(require_entry(), exports);
	__exportStar(require_hashedrekord$1(), exports);
	__exportStar(require_verifier$1(), exports);
}));
// node_modules/@sigstore/verify/dist/tlog/dsse.js
var require_dsse = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.DSSE_API_VERSION_V1 = void 0;
	exports.verifyDSSETLogBody = verifyDSSETLogBody;
	exports.verifyDSSETLogBodyV2 = verifyDSSETLogBodyV2;
	const error_1 = require_error();
	exports.DSSE_API_VERSION_V1 = "0.0.1";
	function verifyDSSETLogBody(tlogEntry, content) {
		switch (tlogEntry.apiVersion) {
			case exports.DSSE_API_VERSION_V1: return verifyDSSE001TLogBody(tlogEntry, content);
			default: throw new error_1.VerificationError({
				code: "TLOG_BODY_ERROR",
				message: `unsupported dsse version: ${tlogEntry.apiVersion}`
			});
		}
	}
	function verifyDSSETLogBodyV2(tlogEntry, content) {
		const spec = tlogEntry.spec?.spec;
		if (!spec) throw new error_1.VerificationError({
			code: "TLOG_BODY_ERROR",
			message: `missing dsse spec`
		});
		switch (spec.$case) {
			case "dsseV002": return verifyDSSE002TLogBody(spec.dsseV002, content);
			default: throw new error_1.VerificationError({
				code: "TLOG_BODY_ERROR",
				message: `unsupported version: ${spec.$case}`
			});
		}
	}
	function verifyDSSE001TLogBody(tlogEntry, content) {
		if (tlogEntry.spec.signatures?.length !== 1) throw new error_1.VerificationError({
			code: "TLOG_BODY_ERROR",
			message: "signature count mismatch"
		});
		const tlogSig = tlogEntry.spec.signatures[0].signature;
		if (!content.compareSignature(Buffer.from(tlogSig, "base64"))) throw new error_1.VerificationError({
			code: "TLOG_BODY_ERROR",
			message: "tlog entry signature mismatch"
		});
		const tlogHash = tlogEntry.spec.payloadHash?.value || "";
		if (!content.compareDigest(Buffer.from(tlogHash, "hex"))) throw new error_1.VerificationError({
			code: "TLOG_BODY_ERROR",
			message: "DSSE payload hash mismatch"
		});
	}
	function verifyDSSE002TLogBody(spec, content) {
		if (spec.signatures?.length !== 1) throw new error_1.VerificationError({
			code: "TLOG_BODY_ERROR",
			message: "signature count mismatch"
		});
		const tlogSig = spec.signatures[0].content;
		if (!content.compareSignature(tlogSig)) throw new error_1.VerificationError({
			code: "TLOG_BODY_ERROR",
			message: "tlog entry signature mismatch"
		});
		const tlogHash = spec.payloadHash?.digest || Buffer.from("");
		if (!content.compareDigest(tlogHash)) throw new error_1.VerificationError({
			code: "TLOG_BODY_ERROR",
			message: "DSSE payload hash mismatch"
		});
	}
}));
// node_modules/@sigstore/verify/dist/tlog/hashedrekord.js
var require_hashedrekord = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.HASHEDREKORD_API_VERSION_V1 = void 0;
	exports.verifyHashedRekordTLogBody = verifyHashedRekordTLogBody;
	exports.verifyHashedRekordTLogBodyV2 = verifyHashedRekordTLogBodyV2;
	const error_1 = require_error();
	exports.HASHEDREKORD_API_VERSION_V1 = "0.0.1";
	function verifyHashedRekordTLogBody(tlogEntry, content) {
		switch (tlogEntry.apiVersion) {
			case exports.HASHEDREKORD_API_VERSION_V1: return verifyHashedrekord001TLogBody(tlogEntry, content);
			default: throw new error_1.VerificationError({
				code: "TLOG_BODY_ERROR",
				message: `unsupported hashedrekord version: ${tlogEntry.apiVersion}`
			});
		}
	}
	function verifyHashedRekordTLogBodyV2(tlogEntry, content) {
		const spec = tlogEntry.spec?.spec;
		if (!spec) throw new error_1.VerificationError({
			code: "TLOG_BODY_ERROR",
			message: `missing dsse spec`
		});
		switch (spec.$case) {
			case "hashedRekordV002": return verifyHashedrekord002TLogBody(spec.hashedRekordV002, content);
			default: throw new error_1.VerificationError({
				code: "TLOG_BODY_ERROR",
				message: `unsupported version: ${spec.$case}`
			});
		}
	}
	function verifyHashedrekord001TLogBody(tlogEntry, content) {
		const tlogSig = tlogEntry.spec.signature.content || "";
		if (!content.compareSignature(Buffer.from(tlogSig, "base64"))) throw new error_1.VerificationError({
			code: "TLOG_BODY_ERROR",
			message: "signature mismatch"
		});
		const tlogDigest = tlogEntry.spec.data.hash?.value || "";
		if (!content.compareSignedDigest(Buffer.from(tlogDigest, "hex"))) throw new error_1.VerificationError({
			code: "TLOG_BODY_ERROR",
			message: "digest mismatch"
		});
	}
	function verifyHashedrekord002TLogBody(spec, content) {
		const tlogSig = spec.signature?.content || Buffer.from("");
		if (!content.compareSignature(tlogSig)) throw new error_1.VerificationError({
			code: "TLOG_BODY_ERROR",
			message: "signature mismatch"
		});
		const tlogHash = spec.data?.digest || Buffer.from("");
		if (!content.compareSignedDigest(tlogHash)) throw new error_1.VerificationError({
			code: "TLOG_BODY_ERROR",
			message: "digest mismatch"
		});
	}
}));
// node_modules/@sigstore/verify/dist/tlog/intoto.js
var require_intoto = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.verifyIntotoTLogBody = verifyIntotoTLogBody;
	const error_1 = require_error();
	function verifyIntotoTLogBody(tlogEntry, content) {
		switch (tlogEntry.apiVersion) {
			case "0.0.2": return verifyIntoto002TLogBody(tlogEntry, content);
			default: throw new error_1.VerificationError({
				code: "TLOG_BODY_ERROR",
				message: `unsupported intoto version: ${tlogEntry.apiVersion}`
			});
		}
	}
	function verifyIntoto002TLogBody(tlogEntry, content) {
		if (tlogEntry.spec.content.envelope.signatures?.length !== 1) throw new error_1.VerificationError({
			code: "TLOG_BODY_ERROR",
			message: "signature count mismatch"
		});
		const tlogSig = base64Decode(tlogEntry.spec.content.envelope.signatures[0].sig);
		if (!content.compareSignature(Buffer.from(tlogSig, "base64"))) throw new error_1.VerificationError({
			code: "TLOG_BODY_ERROR",
			message: "tlog entry signature mismatch"
		});
		const tlogHash = tlogEntry.spec.content.payloadHash?.value || "";
		if (!content.compareDigest(Buffer.from(tlogHash, "hex"))) throw new error_1.VerificationError({
			code: "TLOG_BODY_ERROR",
			message: "DSSE payload hash mismatch"
		});
	}
	function base64Decode(str) {
		return Buffer.from(str, "base64").toString("utf-8");
	}
}));
// node_modules/@sigstore/verify/dist/tlog/checkpoint.js
var require_checkpoint = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.LogCheckpoint = void 0;
	exports.verifyCheckpoint = verifyCheckpoint;
	const core_1 = require_dist$1();
	const error_1 = require_error();
	const CHECKPOINT_SEPARATOR = "\n\n";
	const SIGNATURE_REGEX = /\u2014 (\S+) (\S+)\n/g;
	function verifyCheckpoint(entry, tlogs) {
		const inclusionProof = entry.inclusionProof;
		const signedNote = SignedNote.fromString(inclusionProof.checkpoint.envelope);
		const checkpoint = LogCheckpoint.fromString(signedNote.note);
		if (!verifySignedNote(signedNote, tlogs)) throw new error_1.VerificationError({
			code: "TLOG_INCLUSION_PROOF_ERROR",
			message: "invalid checkpoint signature"
		});
		return checkpoint;
	}
	function verifySignedNote(signedNote, tlogs) {
		const data = Buffer.from(signedNote.note, "utf-8");
		return signedNote.signatures.some((signature) => {
			const tlog = tlogs.find((tlog) => core_1.crypto.bufferEqual(tlog.logID.subarray(0, 4), signature.keyHint) && tlog.baseURL.includes(signature.name));
			if (!tlog) return false;
			return core_1.crypto.verify(data, tlog.publicKey, signature.signature);
		});
	}
	var SignedNote = class SignedNote {
		note;
		signatures;
		constructor(note, signatures) {
			this.note = note;
			this.signatures = signatures;
		}
		static fromString(envelope) {
			if (!envelope.includes(CHECKPOINT_SEPARATOR)) throw new error_1.VerificationError({
				code: "TLOG_INCLUSION_PROOF_ERROR",
				message: "missing checkpoint separator"
			});
			const split = envelope.indexOf(CHECKPOINT_SEPARATOR);
			const header = envelope.slice(0, split + 1);
			const matches = envelope.slice(split + 2).matchAll(SIGNATURE_REGEX);
			const signatures = Array.from(matches, (match) => {
				const [, name, signature] = match;
				const sigBytes = Buffer.from(signature, "base64");
				if (sigBytes.length < 5) throw new error_1.VerificationError({
					code: "TLOG_INCLUSION_PROOF_ERROR",
					message: "malformed checkpoint signature"
				});
				return {
					name,
					keyHint: sigBytes.subarray(0, 4),
					signature: sigBytes.subarray(4)
				};
			});
			if (signatures.length === 0) throw new error_1.VerificationError({
				code: "TLOG_INCLUSION_PROOF_ERROR",
				message: "no signatures found in checkpoint"
			});
			return new SignedNote(header, signatures);
		}
	};
	var LogCheckpoint = class LogCheckpoint {
		origin;
		logSize;
		logHash;
		rest;
		constructor(origin, logSize, logHash, rest) {
			this.origin = origin;
			this.logSize = logSize;
			this.logHash = logHash;
			this.rest = rest;
		}
		static fromString(note) {
			const lines = note.trimEnd().split("\n");
			if (lines.length < 3) throw new error_1.VerificationError({
				code: "TLOG_INCLUSION_PROOF_ERROR",
				message: "too few lines in checkpoint header"
			});
			const origin = lines[0];
			let logSize;
			try {
				logSize = BigInt(lines[1]);
			} catch {
				throw new error_1.VerificationError({
					code: "TLOG_INCLUSION_PROOF_ERROR",
					message: "invalid checkpoint log size"
				});
			}
			const rootHash = Buffer.from(lines[2], "base64");
			const rest = lines.slice(3);
			return new LogCheckpoint(origin, logSize, rootHash, rest);
		}
	};
	exports.LogCheckpoint = LogCheckpoint;
}));
// node_modules/@sigstore/verify/dist/tlog/merkle.js
var require_merkle = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.verifyMerkleInclusion = verifyMerkleInclusion;
	const core_1 = require_dist$1();
	const error_1 = require_error();
	const RFC6962_LEAF_HASH_PREFIX = Buffer.from([0]);
	const RFC6962_NODE_HASH_PREFIX = Buffer.from([1]);
	function verifyMerkleInclusion(entry, checkpoint) {
		const inclusionProof = entry.inclusionProof;
		let logIndex;
		try {
			logIndex = BigInt(inclusionProof.logIndex);
		} catch {
			throw new error_1.VerificationError({
				code: "TLOG_INCLUSION_PROOF_ERROR",
				message: "invalid inclusion proof log index"
			});
		}
		const treeSize = BigInt(checkpoint.logSize);
		if (logIndex < 0n || logIndex >= treeSize) throw new error_1.VerificationError({
			code: "TLOG_INCLUSION_PROOF_ERROR",
			message: `invalid index: ${logIndex}`
		});
		const { inner, border } = decompInclProof(logIndex, treeSize);
		if (inclusionProof.hashes.length !== inner + border) throw new error_1.VerificationError({
			code: "TLOG_INCLUSION_PROOF_ERROR",
			message: "invalid hash count"
		});
		const innerHashes = inclusionProof.hashes.slice(0, inner);
		const borderHashes = inclusionProof.hashes.slice(inner);
		const calculatedHash = chainBorderRight(chainInner(hashLeaf(entry.canonicalizedBody), innerHashes, logIndex), borderHashes);
		if (!core_1.crypto.bufferEqual(calculatedHash, checkpoint.logHash)) throw new error_1.VerificationError({
			code: "TLOG_INCLUSION_PROOF_ERROR",
			message: "calculated root hash does not match inclusion proof"
		});
	}
	function decompInclProof(index, size) {
		const inner = innerProofSize(index, size);
		return {
			inner,
			border: onesCount(index >> BigInt(inner))
		};
	}
	function chainInner(seed, hashes, index) {
		return hashes.reduce((acc, h, i) => {
			if (index >> BigInt(i) & BigInt(1)) return hashChildren(h, acc);
			else return hashChildren(acc, h);
		}, seed);
	}
	function chainBorderRight(seed, hashes) {
		return hashes.reduce((acc, h) => hashChildren(h, acc), seed);
	}
	function innerProofSize(index, size) {
		return bitLength(index ^ size - BigInt(1));
	}
	function onesCount(num) {
		return num.toString(2).split("1").length - 1;
	}
	function bitLength(n) {
		if (n === 0n) return 0;
		return n.toString(2).length;
	}
	function hashChildren(left, right) {
		return core_1.crypto.digest("sha256", RFC6962_NODE_HASH_PREFIX, left, right);
	}
	function hashLeaf(leaf) {
		return core_1.crypto.digest("sha256", RFC6962_LEAF_HASH_PREFIX, leaf);
	}
}));
// node_modules/@sigstore/verify/dist/tlog/set.js
var require_set = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.verifyTLogSET = verifyTLogSET;
	const core_1 = require_dist$1();
	const error_1 = require_error();
	const trust_1 = require_trust();
	function verifyTLogSET(entry, tlogs) {
		if (!(0, trust_1.filterTLogAuthorities)(tlogs, {
			logID: entry.logId.keyId,
			targetDate: /* @__PURE__ */ new Date(Number(entry.integratedTime) * 1e3)
		}).some((tlog) => {
			const payload = toVerificationPayload(entry);
			const data = Buffer.from(core_1.json.canonicalize(payload), "utf8");
			const signature = entry.inclusionPromise.signedEntryTimestamp;
			return core_1.crypto.verify(data, tlog.publicKey, signature);
		})) throw new error_1.VerificationError({
			code: "TLOG_INCLUSION_PROMISE_ERROR",
			message: "inclusion promise could not be verified"
		});
	}
	function toVerificationPayload(entry) {
		const { integratedTime, logIndex, logId, canonicalizedBody } = entry;
		return {
			body: canonicalizedBody.toString("base64"),
			integratedTime: Number(integratedTime),
			logIndex: Number(logIndex),
			logID: logId.keyId.toString("hex")
		};
	}
}));
// node_modules/@sigstore/verify/dist/tlog/index.js
var require_tlog = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.verifyTLogBody = verifyTLogBody;
	exports.verifyTLogInclusion = verifyTLogInclusion;
	const v2_1 = require_v2();
	const error_1 = require_error();
	const dsse_1 = require_dsse();
	const hashedrekord_1 = require_hashedrekord();
	const intoto_1 = require_intoto();
	const checkpoint_1 = require_checkpoint();
	const merkle_1 = require_merkle();
	const set_1 = require_set();
	function verifyTLogBody(entry, sigContent) {
		const { kind, version } = entry.kindVersion;
		let body;
		try {
			body = JSON.parse(entry.canonicalizedBody.toString("utf8"));
		} catch {
			throw new error_1.VerificationError({
				code: "TLOG_BODY_ERROR",
				message: "invalid canonicalized body"
			});
		}
		if (kind !== body.kind || version !== body.apiVersion) throw new error_1.VerificationError({
			code: "TLOG_BODY_ERROR",
			message: `kind/version mismatch - expected: ${kind}/${version}, received: ${body.kind}/${body.apiVersion}`
		});
		switch (kind) {
			case "dsse": if (version == dsse_1.DSSE_API_VERSION_V1) return (0, dsse_1.verifyDSSETLogBody)(body, sigContent);
			else {
				const entryRekorV2 = v2_1.Entry.fromJSON(body);
				return (0, dsse_1.verifyDSSETLogBodyV2)(entryRekorV2, sigContent);
			}
			case "intoto": return (0, intoto_1.verifyIntotoTLogBody)(body, sigContent);
			case "hashedrekord": if (version == hashedrekord_1.HASHEDREKORD_API_VERSION_V1) return (0, hashedrekord_1.verifyHashedRekordTLogBody)(body, sigContent);
			else {
				const entryRekorV2 = v2_1.Entry.fromJSON(body);
				return (0, hashedrekord_1.verifyHashedRekordTLogBodyV2)(entryRekorV2, sigContent);
			}
			/* istanbul ignore next */
			default: throw new error_1.VerificationError({
				code: "TLOG_BODY_ERROR",
				message: `unsupported kind: ${kind}`
			});
		}
	}
	function verifyTLogInclusion(entry, tlogAuthorities) {
		let inclusionVerified = false;
		if (isTLogEntryWithInclusionPromise(entry)) {
			(0, set_1.verifyTLogSET)(entry, tlogAuthorities);
			inclusionVerified = true;
		}
		if (isTLogEntryWithInclusionProof(entry)) {
			const matchingAuthorities = tlogAuthorities.filter((tlog) => tlog.logID.equals(entry.logId.keyId));
			const checkpoint = (0, checkpoint_1.verifyCheckpoint)(entry, matchingAuthorities);
			(0, merkle_1.verifyMerkleInclusion)(entry, checkpoint);
			inclusionVerified = true;
		}
		if (!inclusionVerified) throw new error_1.VerificationError({
			code: "TLOG_MISSING_INCLUSION_ERROR",
			message: "inclusion could not be verified"
		});
	}
	function isTLogEntryWithInclusionPromise(entry) {
		return entry.inclusionPromise !== void 0;
	}
	function isTLogEntryWithInclusionProof(entry) {
		return entry.inclusionProof !== void 0;
	}
}));
// node_modules/@sigstore/verify/dist/verifier.js
var require_verifier = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Verifier = void 0;
	const util_1 = (0,external_common_js_namespaceObject.Vr)();
	const error_1 = require_error();
	const key_1 = require_key();
	const policy_1 = require_policy();
	const timestamp_1 = require_timestamp();
	const tlog_1 = require_tlog();
	var Verifier = class {
		trustMaterial;
		options;
		constructor(trustMaterial, options = {}) {
			this.trustMaterial = trustMaterial;
			this.options = {
				ctlogThreshold: options.ctlogThreshold ?? 1,
				tlogThreshold: options.tlogThreshold ?? 1,
				timestampThreshold: options.timestampThreshold ?? options.tsaThreshold ?? 1,
				tsaThreshold: 0
			};
		}
		verify(entity, policy) {
			const timestamps = this.verifyTimestamps(entity);
			const signer = this.verifySigningKey(entity, timestamps);
			this.verifyTLogs(entity);
			this.verifySignature(entity, signer);
			if (policy) this.verifyPolicy(policy, signer.identity || {});
			return signer;
		}
		verifyTimestamps(entity) {
			const timestamps = [];
			for (const timestamp of entity.timestamps) switch (timestamp.$case) {
				case "timestamp-authority":
					timestamps.push((0, timestamp_1.getTSATimestamp)(timestamp.timestamp, entity.signature.signature, this.trustMaterial.timestampAuthorities));
					break;
				case "transparency-log": {
					const result = (0, timestamp_1.getTLogTimestamp)(timestamp.tlogEntry);
					if (result) timestamps.push(result);
					break;
				}
			}
			if (containsDupes(timestamps)) throw new error_1.VerificationError({
				code: "TIMESTAMP_ERROR",
				message: "duplicate timestamp"
			});
			if (timestamps.length < this.options.timestampThreshold) throw new error_1.VerificationError({
				code: "TIMESTAMP_ERROR",
				message: `expected ${this.options.timestampThreshold} timestamps, got ${timestamps.length}`
			});
			return timestamps.map((t) => t.timestamp);
		}
		verifySigningKey({ key }, timestamps) {
			switch (key.$case) {
				case "public-key": return (0, key_1.verifyPublicKey)(key.hint, timestamps, this.trustMaterial);
				case "certificate": {
					const result = (0, key_1.verifyCertificate)(key.certificate, timestamps, this.trustMaterial);
					/* istanbul ignore next - no fixture */
					if (containsDupes(result.scts)) throw new error_1.VerificationError({
						code: "CERTIFICATE_ERROR",
						message: "duplicate SCT"
					});
					if (result.scts.length < this.options.ctlogThreshold) throw new error_1.VerificationError({
						code: "CERTIFICATE_ERROR",
						message: `expected ${this.options.ctlogThreshold} SCTs, got ${result.scts.length}`
					});
					return result.signer;
				}
			}
		}
		verifyTLogs({ signature: content, tlogEntries }) {
			const entryIDs = [];
			tlogEntries.forEach((entry) => {
				(0, tlog_1.verifyTLogInclusion)(entry, this.trustMaterial.tlogs);
				(0, tlog_1.verifyTLogBody)(entry, content);
				entryIDs.push({
					logID: entry.logId.keyId,
					body: entry.canonicalizedBody
				});
			});
			if (containsDupes(entryIDs)) throw new error_1.VerificationError({
				code: "TLOG_ERROR",
				message: "duplicate tlog entry"
			});
			if (entryIDs.length < this.options.tlogThreshold) throw new error_1.VerificationError({
				code: "TLOG_ERROR",
				message: `expected ${this.options.tlogThreshold} tlog entries, got ${entryIDs.length}`
			});
		}
		verifySignature(entity, signer) {
			if (!entity.signature.verifySignature(signer.key)) throw new error_1.VerificationError({
				code: "SIGNATURE_ERROR",
				message: "signature verification failed"
			});
		}
		verifyPolicy(policy, identity) {
			/* istanbul ignore else */
			if (policy.subjectAlternativeName) (0, policy_1.verifySubjectAlternativeName)(policy.subjectAlternativeName, identity.subjectAlternativeName);
			/* istanbul ignore else */
			if (policy.extensions) (0, policy_1.verifyExtensions)(policy.extensions, identity.extensions);
			/* istanbul ignore if */
			if (policy.oids) (0, policy_1.verifyOIDs)(policy.oids, identity.oids);
		}
	};
	exports.Verifier = Verifier;
	function containsDupes(arr) {
		for (let i = 0; i < arr.length; i++) for (let j = i + 1; j < arr.length; j++) if ((0, util_1.isDeepStrictEqual)(arr[i], arr[j])) return true;
		return false;
	}
}));
/* istanbul ignore file */
// src/verify/judge.ts
var import_dist = (/* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Verifier = exports.toTrustMaterial = exports.VerificationError = exports.PolicyError = exports.toSignedEntity = void 0;
	var bundle_1 = require_bundle();
	Object.defineProperty(exports, "toSignedEntity", {
		enumerable: true,
		get: function() {
			return bundle_1.toSignedEntity;
		}
	});
	var error_1 = require_error();
	Object.defineProperty(exports, "PolicyError", {
		enumerable: true,
		get: function() {
			return error_1.PolicyError;
		}
	});
	Object.defineProperty(exports, "VerificationError", {
		enumerable: true,
		get: function() {
			return error_1.VerificationError;
		}
	});
	var trust_1 = require_trust();
	Object.defineProperty(exports, "toTrustMaterial", {
		enumerable: true,
		get: function() {
			return trust_1.toTrustMaterial;
		}
	});
	var verifier_1 = require_verifier();
	Object.defineProperty(exports, "Verifier", {
		enumerable: true,
		get: function() {
			return verifier_1.Verifier;
		}
	});
})))();
const materials = /* @__PURE__ */ new WeakMap();
const ID$1 = "independent-judge";
/** Whether @sigstore/verify accepts the evidence, too. Whatever it throws is a refusal. */
function checkByJudge(accepted, root) {
	const refusal = findRefusal(accepted, root);
	return refusal === void 0 ? (0,external_common_js_namespaceObject.cn)(ID$1, "@sigstore/verify accepts the same evidence") : (0,external_common_js_namespaceObject.an)(ID$1, "INDEPENDENT_JUDGE_REFUSED", `@sigstore/verify refuses what every check of ours accepts: ${refusal}`);
}
/** Without all others it has nothing to say: it knows neither our policy nor what a release is. */
function skipJudge() {
	return (0,external_common_js_namespaceObject.sn)(ID$1, "it is asked once every other check has passed");
}
function findRefusal(accepted, root) {
	const { evidence, signer } = accepted;
	try {
		const entity = toSignedEntity(accepted, root);
		const material = {
			...materialOf(root),
			tlogs: toNamedLogs(root, (0,external_common_js_namespaceObject.vn)(evidence.logEntry))
		};
		if (isManagedKey(signer)) {
			const key = {
				publicKey: signer.publicKey,
				validFor: () => true
			};
			new import_dist.Verifier({
				...material,
				publicKey: () => key
			}, { timestampThreshold: 0 }).verify(entity);
			return;
		}
		const ctlogThreshold = root.isWithoutCtLogs ? 0 : 1;
		const { identity } = new import_dist.Verifier(material, { ctlogThreshold }).verify(entity);
		if (identity?.subjectAlternativeName !== signer.certificateIdentity) return "the certificate identity differs";
		if (identity.extensions?.issuer !== signer.oidcIssuer) return "the OIDC issuer differs";
		return;
	} catch (thrown) {
		return (0,external_common_js_namespaceObject.jr)(thrown);
	}
}
/** Made by hand, because the library's own way wants the whole artifact in memory. */
function toSignedEntity({ digest, further, evidence, timestamps, signer }, { isWithoutCtLogs }) {
	const signature = (0,external_common_js_namespaceObject.vn)(evidence.signature);
	const logEntry = (0,external_common_js_namespaceObject.vn)(evidence.logEntry);
	const { envelope } = evidence;
	const tlogEntry = toTransparencyLogEntry(logEntry);
	const publicKey = isManagedKey(signer) ? signer.publicKey : (0,external_common_js_namespaceObject.vn)(evidence.certificate).publicKey;
	const isOver = (hash) => verifyEcdsa(publicKey, hash, signature);
	const signed = toSignedHash(evidence, {
		digest,
		further
	}, {
		publicKey,
		isOver
	});
	const toJudged = ({ x509, der }) => isWithoutCtLogs ? withoutTimestamps(der) : rememberDer(x509);
	if (signed === void 0) throw new Error("what is signed is not at hand");
	const content = envelope ? (0,external_common_js_namespaceObject.ur)(envelope.payload) : signed;
	return {
		signature: {
			signature,
			compareSignature: (other) => signature.equals(other),
			compareDigest: (other) => content.bytes.equals(other),
			compareSignedDigest: (other) => signed.bytes.equals(other),
			verifySignature: (key) => verifyEcdsa(key, signed, signature)
		},
		key: isManagedKey(signer) ? {
			$case: "public-key",
			hint: ""
		} : {
			$case: "certificate",
			certificate: toJudged((0,external_common_js_namespaceObject.vn)(evidence.certificate))
		},
		tlogEntries: [tlogEntry],
		timestamps: [...logEntry.signedEntryTimestamp ? [{
			$case: "transparency-log",
			tlogEntry
		}] : [], ...timestamps.map(({ response }) => ({
			$case: "timestamp-authority",
			timestamp: response
		}))]
	};
}
/**
* The library wants the name that a checkpoint is signed under to be part of the log's URL. Where that name means
* nothing (see check-log-entry.ts) the log is called by it; key hint and signature are still for the library to judge.
*/
function toNamedLogs(root, { kind, inclusionProof }) {
	const { tlogs } = materialOf(root);
	if (inclusionProof === void 0) return tlogs;
	const { signatures } = parseCheckpoint(inclusionProof.checkpoint);
	const names = signatures.map(({ name }) => name).join(" ");
	return tlogs.map((log, index) => {
		return hasIntegratedTime(kind) || root.transparencyLogs[index]?.host === "" ? {
			...log,
			baseURL: names
		} : log;
	});
}
function materialOf(root) {
	const known = materials.get(root);
	if (known !== void 0) return known;
	const material = (0, import_dist.toTrustMaterial)(root.document);
	for (const { certChain } of material.certificateAuthorities) for (const certificate of certChain) rememberIssuers(rememberDer(certificate));
	materials.set(root, material);
	return material;
}
/** The library encodes a certificate anew for every comparison with another, a dozen times in one path. */
function rememberDer(certificate) {
	for (const part of [certificate.root, ...certificate.root.subs]) {
		const toDER = part.toDER.bind(part);
		let der;
		part.toDER = () => der ??= toDER();
	}
	return certificate;
}
/** The library verifies each certificate timestamp that it finds, on a copy; where no log is named that made any, it finds none. */
function withoutTimestamps(der) {
	const certificate = import_dist$3.X509Certificate.parse(Buffer.from(der));
	const clone = certificate.clone.bind(certificate);
	certificate.clone = () => {
		const copy = clone();
		const at = copy.extensions.findIndex(({ subs: [id] }) => id?.toOID() === import_dist$3.EXTENSION_OID_SCT);
		if (at >= 0) copy.extensions.splice(at, 1);
		return copy;
	};
	return certificate;
}
/** An authority's own chain is the same for every artifact, and the library would verify it anew each time. */
function rememberIssuers(certificate) {
	const answers = /* @__PURE__ */ new Map();
	const verify = certificate.verify.bind(certificate);
	certificate.verify = (issuer) => {
		const answer = answers.get(issuer) ?? verify(issuer);
		answers.set(issuer, answer);
		return answer;
	};
}
// src/verify/check-signed-timestamp.ts
const ID = "signed-timestamp";
/**
* Whether an authority of the trusted root made a timestamp over exactly this signature. Anybody can add one to what
* is there, so that beside a time that is proven another one decides nothing.
* @param isTimeProven by the log's own signed entry timestamp
*/
function checkSignedTimestamps({ signature, timestamps = [] }, root, isTimeProven) {
	const none = (check) => ({
		check,
		genuine: []
	});
	if (signature.error !== void 0) return none((0,external_common_js_namespaceObject.on)(ID, signature.error));
	if (timestamps.length === 0) return none((0,external_common_js_namespaceObject.sn)(ID, "no timestamp authority was asked: the log itself gives the time"));
	const seen = /* @__PURE__ */ new Set();
	const genuine = [];
	const others = [];
	for (const timestamp of timestamps) {
		if (timestamp.error !== void 0) {
			others.push((0,external_common_js_namespaceObject.on)(ID, timestamp.error));
			continue;
		}
		const { value } = timestamp;
		const authority = root.timestampAuthorities.findIndex((each) => isBy$1(each, value, signature.value));
		if (authority < 0) {
			others.push(refuse(value, root));
			continue;
		}
		const key = `${authority} ${formatTime$1(value.time)}`;
		if (seen.has(key)) {
			const detail = `one timestamp authority gave two timestamps at ${formatTime$1(value.time)}`;
			return none((0,external_common_js_namespaceObject.an)(ID, "SIGNED_TIMESTAMP_INVALID", detail));
		}
		seen.add(key);
		genuine.push(value);
	}
	return {
		check: conclude$1(genuine, others, isTimeProven),
		genuine
	};
}
function conclude$1(genuine, others, isTimeProven) {
	const ignored = others.map(({ detail }) => `; ignored: ${detail}`).join("");
	if (genuine.length > 0) {
		const times = genuine.map(({ time }) => formatTime$1(time)).join(", ");
		return (0,external_common_js_namespaceObject.cn)(ID, `a trusted timestamp authority saw the signature at ${times}${ignored}`);
	}
	if (isTimeProven) return (0,external_common_js_namespaceObject.sn)(ID, `the log itself gives the time${ignored}`);
	return others.find(({ status }) => status === "failed") ?? others[0];
}
/** Nobody's whom the trusted root names: then it is unknown whose it is. */
function refuse({ response, time }, root) {
	const detail = `no timestamp authority of the trusted root that was valid at ${formatTime$1(time)} made this timestamp over this signature`;
	const code = "SIGNED_TIMESTAMP_INVALID";
	return root.timestampAuthorities.some(({ chain: [signer] }) => signer && isNamed(response, signer)) ? (0,external_common_js_namespaceObject.an)(ID, code, detail) : (0,external_common_js_namespaceObject.sn)(ID, detail, code);
}
function isNamed(response, { x509 }) {
	try {
		return response.signerSerialNumber.equals(x509.serialNumber) && response.signerIssuer.equals(x509.issuer);
	} catch {
		return false;
	}
}
/** Certificates inside the timestamp are not looked at: the trusted root names the signer's. */
function isBy$1({ chain, validFor }, timestamp, signature) {
	const { time, response } = timestamp;
	const [signer, ...issuers] = chain;
	if (signer === void 0 || !isValidAt(validFor, time)) return false;
	if (!signer.x509.validForDate(time)) return false;
	if ((issuers.length === 0 ? findLeafFault(signer.extensions, "1.3.6.1.5.5.7.3.8") : findPathFault(signer, issuers, {
		time,
		purpose: "1.3.6.1.5.5.7.3.8"
	})) !== void 0) return false;
	if (!isNamed(response, signer)) return false;
	try {
		response.verify(signature, signer.publicKey);
		return true;
	} catch {
		return false;
	}
}
// src/verify/verify-log-entry.ts
/** Nothing of the entry is shown before inclusion proof, checkpoint and signed entry timestamp hold. */
function verifyLogEntry(entry, root) {
	const time = entry.integratedTime ?? /* @__PURE__ */ new Date(NaN);
	const logEntry = { value: entry };
	const checks = [
		checkInclusionProof(logEntry),
		checkCheckpoint(logEntry, root, {
			times: [time],
			isProven: false,
			formatted: formatTime$1(time)
		}),
		checkSignedEntryTimestamp(logEntry, root)
	];
	if (checks.some(({ status }) => status === "failed")) return {
		outcome: "rejected",
		checks
	};
	if (!checks.every(({ status }) => status === "passed")) return {
		outcome: "unverifiable",
		checks
	};
	const { logId, logIndex, body } = entry;
	return {
		outcome: "verified",
		checks,
		tle: withIndices(import_dist$1.TransparencyLogEntry.toJSON(toTransparencyLogEntry(entry))),
		entry: {
			logId,
			logIndex,
			integratedTime: formatTime$1(time),
			uuid: provenUuid(entry),
			body: readBody(body)
		}
	};
}
/**
* Under which UUID an entry is filed, the log alone says. What is signed is the tree in the checkpoint, and what
* follows from the entry is its leaf hash.
* @param entry whose checkpoint holds
*/
function provenUuid({ leafHash, inclusionProof }) {
	const { checkpoint } = inclusionProof ?? {};
	return `${checkpoint === void 0 ? "" : treeIdOf(parseCheckpoint(checkpoint))}${leafHash.hex}`;
}
function readBody(body) {
	try {
		return (0,external_common_js_namespaceObject.xn)(body.toString());
	} catch {
		return body.toString("base64");
	}
}
// src/verify/verify.ts
/**
* Runs every check and computes the outcome.
* Without the bytes (they could not be fetched) the evidence is still checked
* for the published digest, so that the report says all there is to say.
*/
function verifyArtifact(input) {
	const { artifact, measured, evidence, policy } = input;
	const digest = toDigest(input);
	const required = requiredFor(policy, evidence, input.trustedRoot);
	const checks = runChecks(input, digest, required).map((check) => ({
		...check,
		required: required.has(check.id)
	}));
	const outcome = (0,external_common_js_namespaceObject.Zt)(checks);
	if (evidence === void 0 !== (policy.signatureSource === "release-sbom")) throw new external_common_js_namespaceObject.Dr(`the evidence for ${artifact.name} does not fit its policy`);
	return {
		schemaVersion: 1,
		artifact,
		...digest && { digest },
		depth: measured === void 0 ? "digest" : "full",
		signatureSource: policy.signatureSource,
		outcome,
		checks,
		...evidence && leafHashOf(digest && {
			digest,
			further: input.further ?? {}
		}, evidence, policy),
		...evidence && authenticatedFields(checks, evidence)
	};
}
/** In the order of CHECK_IDS; `required` says which of them stand between the evidence and the judge. */
function runChecks(input, digest, required) {
	const { evidence, trustedRoot, policy, further = {} } = input;
	const known = digest && {
		digest,
		further
	};
	const ofPapers = [...input.crossCheck === void 0 ? [] : crossCheck(digest, input.crossCheck), ...input.image === void 0 ? [] : [checkImagePayload(input.image.payload), checkImageName(input.image.name)]];
	if (evidence === void 0) return [...runSbomChecks(input, digest), ...ofPapers];
	const { certificate, logEntry } = evidence;
	const managedKey = isManagedKey(policy.signer) ? policy.signer.publicKey : void 0;
	const entryTimestamp = checkSignedEntryTimestamp(logEntry, trustedRoot);
	const isEntryTimeProven = entryTimestamp.status === "passed";
	const { check: signedTimestamp, genuine: timestamps } = checkSignedTimestamps(evidence, trustedRoot, isEntryTimeProven);
	const time = toSigningTime({
		logEntry,
		certificate,
		isEntryTimeProven,
		signedTimes: timestamps.map(({ time: signedTime }) => signedTime)
	});
	const ofCertificate = isManagedKey(policy.signer) ? withoutCertificate : checkCertificate(certificate, {
		root: trustedRoot,
		time,
		signer: policy.signer
	});
	const ofSignature = nameMixedPair([
		checkDigest(input),
		checkSignature(known, evidence, policy),
		...ofCertificate,
		checkLogEntryBinding(logEntry, known && toSignedParts(known, evidence, managedKey)),
		checkInclusionProof(logEntry),
		checkCheckpoint(logEntry, trustedRoot, time),
		entryTimestamp,
		signedTimestamp,
		managedKey ? (0,external_common_js_namespaceObject.sn)("log-time-within-certificate", MANAGED_KEY) : checkLogTime(certificate, logEntry, time)
	]);
	const isSigned = isProven(ofSignature, required);
	const ofEvidence = [...ofSignature, checkReleaseBinding(digest, input.releaseBinding, isSigned)];
	const judged = isProven([...ofEvidence, ...ofPapers], required) && digest !== void 0 ? checkByJudge({
		digest,
		further,
		evidence,
		timestamps,
		signer: policy.signer
	}, trustedRoot) : skipJudge();
	return [
		...ofEvidence,
		judged,
		...ofPapers
	];
}
/** Whether every check that has to pass did, and none failed. */
function isProven(checks, required) {
	return checks.every(({ id, status }) => status === "passed" || status === "not-run" && !required.has(id));
}
/** Of what would be logged, which is no claim that it was. */
function leafHashOf(known, evidence, { signer }) {
	const { logEntry } = evidence;
	const key = isManagedKey(signer) ? signer.publicKey : void 0;
	const parts = known && toSignedParts(known, evidence, key).value;
	if (parts === void 0) return {};
	const { kind = HASHEDREKORD_V1, body = Buffer.alloc(0) } = logEntry.value ?? {};
	const rebuilt = rebuildBody(kind, parts, body);
	return rebuilt === void 0 ? {} : { leafHash: toLeafHash(rebuilt).hex };
}
const MANAGED_KEY = "the signer is a managed key, which has no certificate";
const withoutCertificate = [
	"certificate-chain",
	"signed-certificate-timestamp",
	"certificate-identity",
	"oidc-issuer"
].map((id) => (0,external_common_js_namespaceObject.sn)(id, MANAGED_KEY));
function checkCertificate(certificate, { root, time, signer }) {
	return [
		checkCertificateChain(certificate, root, time),
		checkCertificateTimestamp(certificate, root, time),
		checkIdentity(certificate, signer),
		checkIssuer(certificate, signer)
	];
}
function toSignedParts(known, evidence, managedKey) {
	const { signature, certificate, envelope } = evidence;
	if (signature.error !== void 0) return signature;
	const { value } = signature;
	const toParts = (publicKey, verifier) => {
		const isOver = (hash) => verifyEcdsa(publicKey, hash, value);
		const signed = toSignedHash(evidence, known, {
			publicKey,
			isOver
		});
		if (signed !== void 0) return { value: {
			digest: known.digest,
			signature: value,
			envelope,
			verifier,
			signed
		} };
		return { error: new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", "the entry is about a digest that is supported only where the bytes are at hand") };
	};
	if (managedKey !== void 0) return toParts(managedKey, {
		kind: "public-key",
		der: managedKey.export({
			type: "spki",
			format: "der"
		})
	});
	if (certificate.error !== void 0) return certificate;
	const { der, publicKey } = certificate.value;
	return toParts(publicKey, {
		kind: "certificate",
		der
	});
}
/** The artifact's own signature is not looked at: the SBOM's was, before its list counts for anything. */
function runSbomChecks(input, digest) {
	return external_common_js_namespaceObject.nn.map((id) => {
		if (id === "digest") return checkDigest(input);
		if (id === "release-binding") return checkReleaseBinding(digest, input.releaseBinding, false);
		return (0,external_common_js_namespaceObject.sn)(id, "the release's signed SBOM stands for it, as signature-source says");
	});
}
/**
* The bytes are as published and the certificate is the release signer's, yet
* its key did not make the signature: that is the story of v1.35.0's kubectl
* for linux/amd64 (kubernetes/kubernetes#135858), and worth its name.
*/
function nameMixedPair(checks) {
	if (!(0,external_common_js_namespaceObject.$t)(checks, "digest", "certificate-chain", "certificate-identity", "oidc-issuer")) return checks;
	return checks.map((check) => check.code === "SIGNATURE_INVALID" && check.status === "failed" ? {
		...check,
		detail: `${check.detail}: maybe a mixed pair, the .sig of one signing run and the .cert of another`
	} : check);
}
const ENTRY_CHECKS = [
	"inclusion-proof",
	"checkpoint",
	"signed-entry-timestamp"
];
function authenticatedFields(checks, { certificate, logEntry }) {
	const { identity, oidcIssuer } = certificate.value ?? {};
	const isSignerKnown = (0,external_common_js_namespaceObject.$t)(checks, "signature", "certificate-chain") && identity && oidcIssuer;
	const isTimeKnown = (0,external_common_js_namespaceObject.$t)(checks, "signed-entry-timestamp");
	const entry = (0,external_common_js_namespaceObject.$t)(checks, "log-entry-binding") && (isTimeKnown || (0,external_common_js_namespaceObject.$t)(checks, "inclusion-proof", "checkpoint")) && !ENTRY_CHECKS.some((id) => checks.some((check) => check.id === id && check.status === "failed")) ? logEntry.value : void 0;
	const integratedTime = isTimeKnown ? entry?.integratedTime : void 0;
	return {
		...isSignerKnown && { signer: {
			certificateIdentity: identity,
			oidcIssuer
		} },
		...entry && { logEntry: {
			uuid: (0,external_common_js_namespaceObject.$t)(checks, "inclusion-proof", "checkpoint") ? provenUuid(entry) : entry.leafHash.hex,
			logId: entry.logId,
			logIndex: entry.logIndex,
			...integratedTime && { integratedTime: formatTime$1(integratedTime) }
		} }
	};
}
// src/prove/judge.ts
/** Judges one candidate for a file or a digest; without one, the release's SBOM stands for it. */
function judge(subject, candidate, trustedRoot) {
	return "manifest" in subject ? judgeImage(subject, candidate, trustedRoot) : judgeArtifact(subject, candidate, trustedRoot);
}
function judgeArtifact(subject, candidate, trustedRoot) {
	const { artifact, measured, releaseBinding, crossCheck, signatureSource = "artifact", predicateType, kind = "release" } = subject;
	const signer = toSignerOfTime(kind, subject.signer, candidate);
	const claims = toClaims$1(subject, candidate);
	return verifyArtifact({
		artifact,
		measured,
		claims,
		evidence: candidate?.evidence,
		...subject.further && { further: subject.further },
		releaseBinding,
		crossCheck,
		trustedRoot,
		policy: createPolicy({
			signer,
			signatureSource,
			predicateType,
			compareDigest: measured !== void 0 && (claims.length > 0 || measured.error !== void 0),
			bindRelease: releaseBinding.kind !== "not-applicable",
			requirePapers: crossCheck?.isRequired ?? false,
			promiseSuffices: candidate !== void 0 && doesPromiseSuffice(candidate)
		})
	});
}
function judgeImage({ artifact, manifest, names, signer }, candidate, trustedRoot) {
	if (candidate?.payload === void 0) throw new RangeError("a signature of an image is over a payload");
	const { evidence, payload } = candidate;
	const { digest, ...rest } = verifyArtifact({
		artifact,
		measured: payload.digest,
		claims: [],
		evidence,
		releaseBinding: {
			kind: "not-applicable",
			reason: "an image is bound to its manifest instead"
		},
		image: {
			payload: {
				manifest,
				named: payload.manifest
			},
			name: {
				allowed: names,
				signed: payload.reference,
				isRead: payload.manifest.error === void 0
			}
		},
		trustedRoot,
		policy: createPolicy({
			signer: signer ?? promoterOf(evidence),
			compareDigest: false,
			bindRelease: false,
			bindImage: true,
			bindImageName: names.length > 0 && isSimpleSigning(candidate),
			promiseSuffices: doesPromiseSuffice(candidate)
		})
	});
	return manifest === void 0 || digest === void 0 ? rest : {
		...rest,
		digest: manifest
	};
}
/** A digest that the evidence brings itself binds this evidence alone, and stands in for a `.sha256` file that is not there. */
function toClaims$1({ claims }, candidate) {
	const own = candidate?.digest;
	if (own === void 0) return [...claims];
	const others = claims.filter(({ digest }) => digest.error?.code !== "EVIDENCE_CHECKSUM_MISSING");
	const source = candidate?.source === "lock" && own.error !== void 0 ? "the lock file" : "the bundle";
	return [...others, {
		source,
		digest: own
	}];
}
/** The log's promise without its proof: where cosign never kept more, and where the user brings such a bundle. */
function doesPromiseSuffice({ source, evidence }) {
	if (isSimpleSigning({ source })) return true;
	return source === "named-bundle" && evidence.bundle?.mediaType === import_dist$2.BUNDLE_V01_MEDIA_TYPE;
}
/** cosign's own form, which names the image, and holds the log's promise without its proof. */
function isSimpleSigning({ source }) {
	return source === "image-tag" || source === "image-signature";
}
/** By the time that the log promised; the checks say whether it did. */
function promoterOf(evidence) {
	return (0,external_common_js_namespaceObject.Nt)("image", {
		...toNames(evidence),
		time: promisedTime(evidence)
	});
}
/** Another signer than Kubernetes' own is held to whatever the time. */
function toSignerOfTime(kind, signer, candidate) {
	if (isManagedKey(signer) || candidate === void 0 || !(0,external_common_js_namespaceObject.Mt)(signer)) return signer;
	return (0,external_common_js_namespaceObject.Nt)(kind, {
		...toNames(candidate.evidence),
		time: promisedTime(candidate.evidence)
	});
}
function toNames({ certificate }) {
	const { identity, oidcIssuer } = certificate.value ?? {};
	return {
		...identity !== void 0 && { certificateIdentity: identity },
		...oidcIssuer !== void 0 && { oidcIssuer }
	};
}
/** By the log's promise, or by a timestamp authority. */
function promisedTime({ logEntry, timestamps = [] }) {
	const { signedEntryTimestamp, integratedTime } = logEntry.value ?? {};
	return signedEntryTimestamp === void 0 ? timestamps[0]?.value?.time : integratedTime;
}
// src/verify/self-test-vectors.json
var self_test_vectors_default = {
	path: "bin/linux/amd64/kubectl",
	namespace: "https://sbom.k8s.io/v1.35.2/release",
	trustedRoot: {
		"mediaType": "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
		"tlogs": [{
			"baseUrl": "https://rekor.lab.example",
			"hashAlgorithm": "SHA2_256",
			"publicKey": {
				"rawBytes": "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEYRyquheXa68PiDUtS6DahbiedtOuIS7GQ2MY6QblJc9nS6t6s2QPC5wfPbFJ3f9JbSNi//5SOUHKs+rJvkB1wg==",
				"keyDetails": "PKIX_ECDSA_P256_SHA_256",
				"validFor": { "start": "2021-01-02T00:00:00.000Z" }
			},
			"logId": { "keyId": "pXsu5g7j8HPHoAXrTYrFrLOtgVR11dDS6M1icGGAngQ=" }
		}, {
			"baseUrl": "https://log2026-1.rekor.lab.example",
			"hashAlgorithm": "SHA2_256",
			"publicKey": {
				"rawBytes": "MCowBQYDK2VwAyEAubTNuHaVLKb7A1PoNZT+gaJGGfbyvWWHG0MCMpIe0wo=",
				"keyDetails": "PKIX_ED25519",
				"validFor": { "start": "2021-01-02T00:00:00.000Z" }
			},
			"logId": { "keyId": "g77eVkzkceicsKcjnYfTtyLnfyUPnwAycgIw9+PVNdI=" }
		}],
		"certificateAuthorities": [{
			"subject": {
				"organization": "lab.example",
				"commonName": "lab-sigstore"
			},
			"uri": "https://fulcio.lab.example",
			"certChain": { "certificates": [{ "rawBytes": "MIICDjCCAZSgAwIBAgIBAjAKBggqhkjOPQQDAzAtMRQwEgYDVQQKEwtsYWIuZXhhbXBsZTEVMBMGA1UEAxMMbGFiLXNpZ3N0b3JlMB4XDTIxMDEwMjAwMDAwMFoXDTMwMTIzMTAwMDAwMFowOjEUMBIGA1UEChMLbGFiLmV4YW1wbGUxIjAgBgNVBAMTGWxhYi1zaWdzdG9yZS1pbnRlcm1lZGlhdGUwdjAQBgcqhkjOPQIBBgUrgQQAIgNiAATL6mo89RUyov1zT84KUnhHMgc210Mp9JCJsYD5lghz4W6abs1jMPnEUoht7iDxPOu993+An+vFMd0jbbN/ZFsi2xCdzgXtInuw6bwJ5Q6L8CFcih/sAYXe1+cX3cMEoNWjezB5MBIGA1UdEwEB/wQIMAYBAf8CAQAwDgYDVR0PAQH/BAQDAgEGMBMGA1UdJQQMMAoGCCsGAQUFBwMDMB0GA1UdDgQWBBQb/TlwWSlg+yWCyZKuDOkwe3abijAfBgNVHSMEGDAWgBQPO6bFWqYRi+pcvcsc+dq1xJ6B+DAKBggqhkjOPQQDAwNoADBlAjEA1HkeMYP0nUg8mxyUog7M8HwniAt3w+rdZvM4JyYiFfoE8hUPHQ7jsrkulneprOPxAjBHoD0yNVR+FYG1HfO1VrVRBj/BigiSHnW+G/vI4ZU0lPFLgH0ZHSBK+cPsUagOtG4=" }, { "rawBytes": "MIIByDCCAU6gAwIBAgIBATAKBggqhkjOPQQDAzAtMRQwEgYDVQQKEwtsYWIuZXhhbXBsZTEVMBMGA1UEAxMMbGFiLXNpZ3N0b3JlMB4XDTIxMDEwMjAwMDAwMFoXDTMwMTIzMTAwMDAwMFowLTEUMBIGA1UEChMLbGFiLmV4YW1wbGUxFTATBgNVBAMTDGxhYi1zaWdzdG9yZTB2MBAGByqGSM49AgEGBSuBBAAiA2IABO/E8E5e6inskri+cGWebamxxrKxbuhg7nhCa8Y/K7ksC4lvPJzwEu9EJnvjEQstEYdFEcf+1HuvoaNxtKxASylg3hkaJZMfibZI7RGG1gS3R6LSS8uZnZACPRiNiNmW16NCMEAwDwYDVR0TAQH/BAUwAwEB/zAOBgNVHQ8BAf8EBAMCAQYwHQYDVR0OBBYEFA87psVaphGL6ly9yxz52rXEnoH4MAoGCCqGSM49BAMDA2gAMGUCMFhUf7PsHk1frCL3jhx3pn9Fed0lBIgK3rytf6rlhlKW5awp22LxwGR0mYQ0JN4WawIxAJ1aHtPGpumSdtB0+YJmrwIgEYfWW+fSRwnRAwkbCZpevzkgpXamnwYx5tj2AgOwLw==" }] },
			"validFor": { "start": "2021-01-02T00:00:00.000Z" }
		}],
		"ctlogs": [{
			"baseUrl": "https://ctfe.lab.example/2022",
			"hashAlgorithm": "SHA2_256",
			"publicKey": {
				"rawBytes": "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEO4k3deywvSO7+wrCw3en3u2ajJA9Shqaz9B+x6kiYMDlmTaVEu5K7lT3rJ9arWUSWmssGF4MILgpuCM0Hpd0ig==",
				"keyDetails": "PKIX_ECDSA_P256_SHA_256",
				"validFor": { "start": "2021-01-02T00:00:00.000Z" }
			},
			"logId": { "keyId": "vr+6RSn+r3ltc1obgufl8qqo781oLUGXhi1M2W02QbI=" }
		}],
		"timestampAuthorities": [{
			"subject": {
				"organization": "lab.example",
				"commonName": "lab-tsa"
			},
			"uri": "https://timestamp.lab.example/api/v1/timestamp",
			"certChain": { "certificates": [{ "rawBytes": "MIIBXjCCAQSgAwIBAgIBBzAKBggqhkjOPQQDAjAtMRQwEgYDVQQKEwtsYWIuZXhhbXBsZTEVMBMGA1UEAxMMbGFiLXRzYS1yb290MB4XDTIxMDEwMjAwMDAwMFoXDTMwMTIzMTAwMDAwMFowKDEUMBIGA1UEChMLbGFiLmV4YW1wbGUxEDAOBgNVBAMTB2xhYi10c2EwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASwlr+r0s9/pjDFlPzO/EQQ2G7FrzpKnYXiw8SvcMUUqm1QM+DJ3X5oAr7cHtFoERrYCa6PgMHIzPsf/YgJ0K0uoxowGDAWBgNVHSUBAf8EDDAKBggrBgEFBQcDCDAKBggqhkjOPQQDAgNIADBFAiEA1WedrGH81jQ4/H+MM0LcyuhibdTkuIZ88e3tVEtMUh4CIGEs+pME7T9W/HB9zr8D5eXi8AdjQB9k6tbRkCtqNikH" }, { "rawBytes": "MIIBXDCCAQKgAwIBAgIBATAKBggqhkjOPQQDAjAtMRQwEgYDVQQKEwtsYWIuZXhhbXBsZTEVMBMGA1UEAxMMbGFiLXRzYS1yb290MB4XDTIxMDEwMjAwMDAwMFoXDTMwMTIzMTAwMDAwMFowLTEUMBIGA1UEChMLbGFiLmV4YW1wbGUxFTATBgNVBAMTDGxhYi10c2Etcm9vdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABO3agY3stNNFb/anxqJNHKNjTah92ABSfmbFYBIIYNGZps6Le2RHmyZEcqNVnv2SR2qCN2765IoQquccBP7XEeGjEzARMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIgWelZ9KoFekSG8oi+cDBPdM6rS09NimKX5Tpu8JtDhhsCIQDC0A35XeaFJ4AVNxoXZZEWT0XCCpuYe0xt3AU8qtf26Q==" }] },
			"validFor": { "start": "2021-01-02T00:00:00.000Z" }
		}]
	},
	otherTrustedRoot: {
		"mediaType": "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
		"tlogs": [{
			"baseUrl": "https://rekor.lab.example",
			"hashAlgorithm": "SHA2_256",
			"publicKey": {
				"rawBytes": "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEMRXIoAEas7EB70HhDFO4xpIjeklR7Ufk9LW3FHJL2FIJN3cjCVPycDYPefskEqtLgpqRl0LH/fxE4qS/fNTqeQ==",
				"keyDetails": "PKIX_ECDSA_P256_SHA_256",
				"validFor": { "start": "2021-01-02T00:00:00.000Z" }
			},
			"logId": { "keyId": "EodZn8FzmxzRVdbldzYRhwTQnUaRwUvk84a67W0/H7c=" }
		}, {
			"baseUrl": "https://log2026-1.rekor.lab.example",
			"hashAlgorithm": "SHA2_256",
			"publicKey": {
				"rawBytes": "MCowBQYDK2VwAyEA1vietO2YiMn/iCZTpRdSlOaAQ3pdh5kJ8v2wC0+Zm+Q=",
				"keyDetails": "PKIX_ED25519",
				"validFor": { "start": "2021-01-02T00:00:00.000Z" }
			},
			"logId": { "keyId": "xxs2pR9qgud5120+EigqlRmD3ILs/4qlT6FYI643zUs=" }
		}],
		"certificateAuthorities": [{
			"subject": {
				"organization": "lab.example",
				"commonName": "lab-sigstore"
			},
			"uri": "https://fulcio.lab.example",
			"certChain": { "certificates": [{ "rawBytes": "MIICDjCCAZSgAwIBAgIBAjAKBggqhkjOPQQDAzAtMRQwEgYDVQQKEwtsYWIuZXhhbXBsZTEVMBMGA1UEAxMMbGFiLXNpZ3N0b3JlMB4XDTIxMDEwMjAwMDAwMFoXDTMwMTIzMTAwMDAwMFowOjEUMBIGA1UEChMLbGFiLmV4YW1wbGUxIjAgBgNVBAMTGWxhYi1zaWdzdG9yZS1pbnRlcm1lZGlhdGUwdjAQBgcqhkjOPQIBBgUrgQQAIgNiAAQid8TqIR44kRkpTbhpcuD+SmqLyYz+bxOg3Q4J+FaYDOWLcgabnMriBzalY1DCxagZB53MUKZrvnzyp/pF2a4Ykrutj9Pm2kDUo0lpq44/QC6eF4Pfoz5BkxORniI8UAujezB5MBIGA1UdEwEB/wQIMAYBAf8CAQAwDgYDVR0PAQH/BAQDAgEGMBMGA1UdJQQMMAoGCCsGAQUFBwMDMB0GA1UdDgQWBBTdvFJwkuBD1RZmhtiDuOF7J3D/yjAfBgNVHSMEGDAWgBQF1y0S8/8rlCyqny3AMuZ93CDYtzAKBggqhkjOPQQDAwNoADBlAjAuZKpDlwkYf3XJHOW6bvjSqDpeXu1mdw1FTzEtdEc+TnlXI03hJZYvine7NOxLVa8CMQCi5hoJgNwXzf/3xMZ8urUhfuDUobbG3K2gaM9738HNHPFuwcnFEiQf8EUC3AI6Od0=" }, { "rawBytes": "MIIByDCCAU6gAwIBAgIBATAKBggqhkjOPQQDAzAtMRQwEgYDVQQKEwtsYWIuZXhhbXBsZTEVMBMGA1UEAxMMbGFiLXNpZ3N0b3JlMB4XDTIxMDEwMjAwMDAwMFoXDTMwMTIzMTAwMDAwMFowLTEUMBIGA1UEChMLbGFiLmV4YW1wbGUxFTATBgNVBAMTDGxhYi1zaWdzdG9yZTB2MBAGByqGSM49AgEGBSuBBAAiA2IABJBtpDMKE9J7HhmS8PRdHJ/GeGJucbsIrvit1vsvY52oZSIwAZWCNFs/Gw9eghJJ+IGkLvowX2z2TsQIw5aWzhnYbJBBGts+GdvcfoOinm9zRougDCj9ifttneL8dksW8aNCMEAwDwYDVR0TAQH/BAUwAwEB/zAOBgNVHQ8BAf8EBAMCAQYwHQYDVR0OBBYEFAXXLRLz/yuULKqfLcAy5n3cINi3MAoGCCqGSM49BAMDA2gAMGUCMQDYF38xE3KZ5OVsnqViBnK8JLJNi4RBLljwC13ilprUDp74cDfn1sd5bTbBrntIQJMCMBQ2zykEjQvbKxShOb0uVPsyQJf74mKtnBj5qP3A6wzhQOtUY7m2aUK8p+ntFL8j4Q==" }] },
			"validFor": { "start": "2021-01-02T00:00:00.000Z" }
		}],
		"ctlogs": [{
			"baseUrl": "https://ctfe.lab.example/2022",
			"hashAlgorithm": "SHA2_256",
			"publicKey": {
				"rawBytes": "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEPxBAjx7t8hQVmk6cBUgxewVIiyCQ2/FTjLcrfBmBshIyUKRGiDAMg9HQ8v3FidvH0cZ0WtoS3v8qi5L9jb90/A==",
				"keyDetails": "PKIX_ECDSA_P256_SHA_256",
				"validFor": { "start": "2021-01-02T00:00:00.000Z" }
			},
			"logId": { "keyId": "LTNn3Vbg9TLO6BHkhltv6PsmzFvCLHhvsHmfFzGjqxc=" }
		}],
		"timestampAuthorities": [{
			"subject": {
				"organization": "lab.example",
				"commonName": "lab-tsa"
			},
			"uri": "https://timestamp.lab.example/api/v1/timestamp",
			"certChain": { "certificates": [{ "rawBytes": "MIIBXzCCAQSgAwIBAgIBBzAKBggqhkjOPQQDAjAtMRQwEgYDVQQKEwtsYWIuZXhhbXBsZTEVMBMGA1UEAxMMbGFiLXRzYS1yb290MB4XDTIxMDEwMjAwMDAwMFoXDTMwMTIzMTAwMDAwMFowKDEUMBIGA1UEChMLbGFiLmV4YW1wbGUxEDAOBgNVBAMTB2xhYi10c2EwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARWkFigRit/U3ti0Qv6iuul9MJrb6MSGXtMUcJCYkECkCdgSZ9hbWEojFnPExwveVoDcwqd2yAQ+wYXxn9yDiDWoxowGDAWBgNVHSUBAf8EDDAKBggrBgEFBQcDCDAKBggqhkjOPQQDAgNJADBGAiEA4Kqc5Ux81AyMLLTCYGkrMvASWZSDdHLnqEltFYRvWZcCIQDQmiDUn9xqR8Ge8YZNs6rtWqQ3HCUTXZVhlUbtqcOXRw==" }, { "rawBytes": "MIIBWzCCAQKgAwIBAgIBATAKBggqhkjOPQQDAjAtMRQwEgYDVQQKEwtsYWIuZXhhbXBsZTEVMBMGA1UEAxMMbGFiLXRzYS1yb290MB4XDTIxMDEwMjAwMDAwMFoXDTMwMTIzMTAwMDAwMFowLTEUMBIGA1UEChMLbGFiLmV4YW1wbGUxFTATBgNVBAMTDGxhYi10c2Etcm9vdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABPfU5JwAgFHjbwXlvkUDjDMX1w5L14itGRkM3RcfQ6btEGBlAoIFNigl/MUO0YgMhEEhtBKQ7qdrbXYEW0J1wRWjEzARMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIgKJ/FZT3uXPIFMLBF6VqiIQFw/n0V0unxm59MxhZEVQ8CID6YUp+TJP6S7/187/Tr3xlD54L+xunITMbQ92FTC371" }] },
			"validFor": { "start": "2021-01-02T00:00:00.000Z" }
		}]
	},
	genuine: {
		"sha256": "ecbe132e6312a806c89e4ca00ac7e364df22cbee5b03cd5222b3b79b8034e6ee",
		"signature": "MEYCIQDQiE+ycKEN+D1CPNxNPahOLU/s8gZgnRAq2k4vWNJoTwIhAJt4j4I7lU24QNuU7FeCVbsaY5fFIuDTThNNtVBfvfxH",
		"certificate": "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUMzakNDQW1XZ0F3SUJBZ0lDRUFFd0NnWUlLb1pJemowRUF3TXdPakVVTUJJR0ExVUVDaE1MYkdGaUxtVjQKWVcxd2JHVXhJakFnQmdOVkJBTVRHV3hoWWkxemFXZHpkRzl5WlMxcGJuUmxjbTFsWkdsaGRHVXdIaGNOTWpVeApNakF5TURBd01EQXdXaGNOTWpVeE1qQXlNREF4TURBd1dqQUFNRmt3RXdZSEtvWkl6ajBDQVFZSUtvWkl6ajBECkFRY0RRZ0FFSURIZHoyQ0t1OTRDbEE0SHV2VmRlWllnamtUZ3RzL3B4TVNnaUgxampEN3hweUlLeVkwQ1N0RWQKYmxzZ21nWWRxK1VTSGYrajBJZWZRVlFEeGxJYmhLT0NBWk13Z2dHUE1BNEdBMVVkRHdFQi93UUVBd0lIZ0RBVApCZ05WSFNVRUREQUtCZ2dyQmdFRkJRY0RBekFkQmdOVkhRNEVGZ1FVbGFuSW5OelJJRmxmU2hwMGg0SnhTMjM0Cndib3dId1lEVlIwakJCZ3dGb0FVRy8wNWNGa3BZUHNsZ3NtU3JnenBNSHQybTRvd1FnWURWUjBSQVFIL0JEZ3cKTm9FMGEzSmxiQzF6ZEdGbmFXNW5RR3M0Y3kxeVpXeGxibWN0Y0hKdlpDNXBZVzB1WjNObGNuWnBZMlZoWTJOdgpkVzUwTG1OdmJUQXBCZ29yQmdFRUFZTy9NQUVCQkJ0b2RIUndjem92TDJGalkyOTFiblJ6TG1kdmIyZHNaUzVqCmIyMHdLd1lLS3dZQkJBR0R2ekFCQ0FRZERCdG9kSFJ3Y3pvdkwyRmpZMjkxYm5SekxtZHZiMmRzWlM1amIyMHcKZ1lzR0Npc0dBUVFCMW5rQ0JBSUVmUVI3QUhrQWR3Qyt2N3BGS2Y2dmVXMXpXaHVDNStYeXFxanZ6V2d0UVplRwpMVXpaYlRaQnNnQUFBWnJjVytBQUFBQUVBd0JJTUVZQ0lRRExmOHN2UVI2TnByQ3cyZjFQQ0poY2p2WEpFdTAvCmhObFNvUGVmMGwxTTBnSWhBTy9KakRzWVY2UDErNTZqSDY4aC8zSEVWa0h5Qm1XQXFya2dpRjJNWlBJS01Bb0cKQ0NxR1NNNDlCQU1EQTJjQU1HUUNNQ2hHVmxFZFZFRFVlTW13emNzMkZWYS9DNEJPZDJoL2pNMzlCZGFNbWFoWQptY014eWFSa2Q5b0RIUFIvRmIrOGp3SXdRa3ZBdjRwdzh1QnlFeXhVejJiczg0Y2dvNTY2V3AzOEkxNmtRN0F2CkRhY0dlVjJkem1rdnRhUFpZdDVlSzFiSwotLS0tLUVORCBDRVJUSUZJQ0FURS0tLS0tCg==",
		"logEntry": { "108e9186e8c5677aeb72cbde933f9da681474735a3b0aa164744897fa908be0233b074265fd2db6b": {
			"body": "eyJhcGlWZXJzaW9uIjoiMC4wLjEiLCJraW5kIjoiaGFzaGVkcmVrb3JkIiwic3BlYyI6eyJkYXRhIjp7Imhhc2giOnsiYWxnb3JpdGhtIjoic2hhMjU2IiwidmFsdWUiOiJlY2JlMTMyZTYzMTJhODA2Yzg5ZTRjYTAwYWM3ZTM2NGRmMjJjYmVlNWIwM2NkNTIyMmIzYjc5YjgwMzRlNmVlIn19LCJzaWduYXR1cmUiOnsiY29udGVudCI6Ik1FWUNJUURRaUUreWNLRU4rRDFDUE54TlBhaE9MVS9zOGdaZ25SQXEyazR2V05Kb1R3SWhBSnQ0ajRJN2xVMjRRTnVVN0ZlQ1Zic2FZNWZGSXVEVFRoTk50VkJmdmZ4SCIsInB1YmxpY0tleSI6eyJjb250ZW50IjoiTFMwdExTMUNSVWRKVGlCRFJWSlVTVVpKUTBGVVJTMHRMUzB0Q2sxSlNVTXpha05EUVcxWFowRjNTVUpCWjBsRFJVRkZkME5uV1VsTGIxcEplbW93UlVGM1RYZFBha1ZWVFVKSlIwRXhWVVZEYUUxTVlrZEdhVXh0VmpRS1dWY3hkMkpIVlhoSmFrRm5RbWRPVmtKQlRWUkhWM2hvV1dreGVtRlhaSHBrUnpsNVdsTXhjR0p1VW14amJURnNXa2RzYUdSSFZYZElhR05PVFdwVmVBcE5ha0Y1VFVSQmQwMUVRWGRYYUdOT1RXcFZlRTFxUVhsTlJFRjRUVVJCZDFkcVFVRk5SbXQzUlhkWlNFdHZXa2w2YWpCRFFWRlpTVXR2V2tsNmFqQkVDa0ZSWTBSUlowRkZTVVJJWkhveVEwdDFPVFJEYkVFMFNIVjJWbVJsV2xsbmFtdFVaM1J6TDNCNFRWTm5hVWd4YW1wRU4zaHdlVWxMZVZrd1ExTjBSV1FLWW14eloyMW5XV1J4SzFWVFNHWXJhakJKWldaUlZsRkVlR3hKWW1oTFQwTkJXazEzWjJkSFVFMUJORWRCTVZWa1JIZEZRaTkzVVVWQmQwbElaMFJCVkFwQ1owNVdTRk5WUlVSRVFVdENaMmR5UW1kRlJrSlJZMFJCZWtGa1FtZE9Wa2hSTkVWR1oxRlZiR0Z1U1c1T2VsSkpSbXhtVTJod01HZzBTbmhUTWpNMENuZGliM2RJZDFsRVZsSXdha0pDWjNkR2IwRlZSeTh3TldOR2EzQlpVSE5zWjNOdFUzSm5lbkJOU0hReWJUUnZkMUZuV1VSV1VqQlNRVkZJTDBKRVozY0tUbTlGTUdFelNteGlRekY2WkVkR2JtRlhOVzVSUjNNMFkza3hlVnBYZUd4aWJXTjBZMGhLZGxwRE5YQlpWekIxV2pOT2JHTnVXbkJaTWxab1dUSk9kZ3BrVnpVd1RHMU9kbUpVUVhCQ1oyOXlRbWRGUlVGWlR5OU5RVVZDUWtKMGIyUklVbmRqZW05MlRESkdhbGt5T1RGaWJsSjZURzFrZG1JeVpITmFVelZxQ21JeU1IZExkMWxMUzNkWlFrSkJSMFIyZWtGQ1EwRlJaRVJDZEc5a1NGSjNZM3B2ZGt3eVJtcFpNamt4WW01U2VreHRaSFppTW1SeldsTTFhbUl5TUhjS1oxbHpSME5wYzBkQlVWRkNNVzVyUTBKQlNVVm1VVkkzUVVoclFXUjNReXQyTjNCR1MyWTJkbVZYTVhwWGFIVkROU3RZZVhGeGFuWjZWMmQwVVZwbFJ3cE1WWHBhWWxSYVFuTm5RVUZCV25KalZ5dEJRVUZCUVVWQmQwSkpUVVZaUTBsUlJFeG1PSE4yVVZJMlRuQnlRM2N5WmpGUVEwcG9ZMnAyV0VwRmRUQXZDbWhPYkZOdlVHVm1NR3d4VFRCblNXaEJUeTlLYWtSeldWWTJVREVyTlRacVNEWTRhQzh6U0VWV2EwaDVRbTFYUVhGeWEyZHBSakpOV2xCSlMwMUJiMGNLUTBOeFIxTk5ORGxDUVUxRVFUSmpRVTFIVVVOTlEyaEhWbXhGWkZaRlJGVmxUVzEzZW1Oek1rWldZUzlETkVKUFpESm9MMnBOTXpsQ1pHRk5iV0ZvV1FwdFkwMTRlV0ZTYTJRNWIwUklVRkl2Um1Jck9HcDNTWGRSYTNaQmRqUndkemgxUW5sRmVYaFZlakppY3pnMFkyZHZOVFkyVjNBek9Fa3hObXRSTjBGMkNrUmhZMGRsVmpKa2VtMXJkblJoVUZwWmREVmxTekZpU3dvdExTMHRMVVZPUkNCRFJWSlVTVVpKUTBGVVJTMHRMUzB0Q2c9PSJ9fX19",
			"integratedTime": 1764633603,
			"logID": "a57b2ee60ee3f073c7a005eb4d8ac5acb3ad815475d5d0d2e8cd627061809e04",
			"logIndex": 2787000041,
			"verification": {
				"inclusionProof": {
					"checkpoint": "rekor.lab.example - 1193050959916656506\n43\nwvGFGYk2nJfYkQlTNxFx9GByWowD4SAlfCTKs3lvqD8=\n\n— rekor.lab.example pXsu5jBEAiAO9b6prKLbHUT/cakrmSmRv7+fl2snpfQsmfvY2ogetQIgNde4InLyEUgcxi2bOuKPdIYhtWZdCH1nTMDyl1HNv/k=\n",
					"hashes": [
						"fc97809a732f8dbd89651e620ab22f29b35c9b0551b7f9a26f353ba47e6e9728",
						"4aa3757956d94fc2f44a9c914526a1c7f4bacce172001d416f4f6ce408bc599f",
						"75186def1bbdd979af4b0fdd77d59a6d79d2d9c982c925f36efda96fee346166",
						"7983e5471f581ac021124afdd33f300356c2252bbbbe58a474d0a1f2714ca012"
					],
					"logIndex": 41,
					"rootHash": "c2f1851989369c97d8910953371171f460725a8c03e120257c24cab3796fa83f",
					"treeSize": 43
				},
				"signedEntryTimestamp": "MEQCIQDl839d58Hg+TGEf5KDCTusEGDK/lvgVa3dTCSGXJs0pgIfR7F11dGAjRRm8HbSV2rCR188IBtTvMhi3c/G8kmP/g=="
			}
		} },
		"sbom": "SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: Kubernetes Release v1.35.2\nDocumentNamespace: https://sbom.k8s.io/v1.35.2/release\nExternalDocumentRef: DocumentRef-kubernetes-source https://sbom.k8s.io/v1.35.2/source SHA1: 0000000000000000000000000000000000000000\nCreator: Organization: Kubernetes Release Engineering\nCreated: 2025-12-02T00:00:00Z\n\n##### Files\n\nFileName: bin/linux/amd64/kubectl\nSPDXID: SPDXRef-File-bin-linux-amd64-kubectl\nFileChecksum: SHA1: 56027b1092d6b5ce91575fa4b9008f6116149f5f\nFileChecksum: SHA256: ecbe132e6312a806c89e4ca00ac7e364df22cbee5b03cd5222b3b79b8034e6ee\nFileChecksum: SHA512: 65d1808b913b4348c5631f8d93e1e58ea6b4e590bd171991bd15241cdd823bcffb9bad7601be7ae0f540b2843bc96da2c9a945a453db226b734e087ceb081670\nFileType: BINARY\nLicenseConcluded: Apache-2.0\nLicenseInfoInFile: NONE\nFileCopyrightText: NOASSERTION\n\n##### Package: kube-apiserver\n\nPackageName: kube-apiserver-amd64.tar\nSPDXID: SPDXRef-Package-apiserver\nPackageComment: <text>An image.\nFileName: bin/linux/amd64/not-a-file\nFileChecksum: SHA256: nonsense\n</text>\nPackageChecksum: SHA256: 1111111111111111111111111111111111111111111111111111111111111111\nPackageLicenseConcluded: Apache-2.0\n\nRelationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-Package-apiserver\n"
	},
	lateLogEntry: { "108e9186e8c5677aeb72cbde933f9da681474735a3b0aa164744897fa908be0233b074265fd2db6b": {
		"body": "eyJhcGlWZXJzaW9uIjoiMC4wLjEiLCJraW5kIjoiaGFzaGVkcmVrb3JkIiwic3BlYyI6eyJkYXRhIjp7Imhhc2giOnsiYWxnb3JpdGhtIjoic2hhMjU2IiwidmFsdWUiOiJlY2JlMTMyZTYzMTJhODA2Yzg5ZTRjYTAwYWM3ZTM2NGRmMjJjYmVlNWIwM2NkNTIyMmIzYjc5YjgwMzRlNmVlIn19LCJzaWduYXR1cmUiOnsiY29udGVudCI6Ik1FWUNJUURRaUUreWNLRU4rRDFDUE54TlBhaE9MVS9zOGdaZ25SQXEyazR2V05Kb1R3SWhBSnQ0ajRJN2xVMjRRTnVVN0ZlQ1Zic2FZNWZGSXVEVFRoTk50VkJmdmZ4SCIsInB1YmxpY0tleSI6eyJjb250ZW50IjoiTFMwdExTMUNSVWRKVGlCRFJWSlVTVVpKUTBGVVJTMHRMUzB0Q2sxSlNVTXpha05EUVcxWFowRjNTVUpCWjBsRFJVRkZkME5uV1VsTGIxcEplbW93UlVGM1RYZFBha1ZWVFVKSlIwRXhWVVZEYUUxTVlrZEdhVXh0VmpRS1dWY3hkMkpIVlhoSmFrRm5RbWRPVmtKQlRWUkhWM2hvV1dreGVtRlhaSHBrUnpsNVdsTXhjR0p1VW14amJURnNXa2RzYUdSSFZYZElhR05PVFdwVmVBcE5ha0Y1VFVSQmQwMUVRWGRYYUdOT1RXcFZlRTFxUVhsTlJFRjRUVVJCZDFkcVFVRk5SbXQzUlhkWlNFdHZXa2w2YWpCRFFWRlpTVXR2V2tsNmFqQkVDa0ZSWTBSUlowRkZTVVJJWkhveVEwdDFPVFJEYkVFMFNIVjJWbVJsV2xsbmFtdFVaM1J6TDNCNFRWTm5hVWd4YW1wRU4zaHdlVWxMZVZrd1ExTjBSV1FLWW14eloyMW5XV1J4SzFWVFNHWXJhakJKWldaUlZsRkVlR3hKWW1oTFQwTkJXazEzWjJkSFVFMUJORWRCTVZWa1JIZEZRaTkzVVVWQmQwbElaMFJCVkFwQ1owNVdTRk5WUlVSRVFVdENaMmR5UW1kRlJrSlJZMFJCZWtGa1FtZE9Wa2hSTkVWR1oxRlZiR0Z1U1c1T2VsSkpSbXhtVTJod01HZzBTbmhUTWpNMENuZGliM2RJZDFsRVZsSXdha0pDWjNkR2IwRlZSeTh3TldOR2EzQlpVSE5zWjNOdFUzSm5lbkJOU0hReWJUUnZkMUZuV1VSV1VqQlNRVkZJTDBKRVozY0tUbTlGTUdFelNteGlRekY2WkVkR2JtRlhOVzVSUjNNMFkza3hlVnBYZUd4aWJXTjBZMGhLZGxwRE5YQlpWekIxV2pOT2JHTnVXbkJaTWxab1dUSk9kZ3BrVnpVd1RHMU9kbUpVUVhCQ1oyOXlRbWRGUlVGWlR5OU5RVVZDUWtKMGIyUklVbmRqZW05MlRESkdhbGt5T1RGaWJsSjZURzFrZG1JeVpITmFVelZxQ21JeU1IZExkMWxMUzNkWlFrSkJSMFIyZWtGQ1EwRlJaRVJDZEc5a1NGSjNZM3B2ZGt3eVJtcFpNamt4WW01U2VreHRaSFppTW1SeldsTTFhbUl5TUhjS1oxbHpSME5wYzBkQlVWRkNNVzVyUTBKQlNVVm1VVkkzUVVoclFXUjNReXQyTjNCR1MyWTJkbVZYTVhwWGFIVkROU3RZZVhGeGFuWjZWMmQwVVZwbFJ3cE1WWHBhWWxSYVFuTm5RVUZCV25KalZ5dEJRVUZCUVVWQmQwSkpUVVZaUTBsUlJFeG1PSE4yVVZJMlRuQnlRM2N5WmpGUVEwcG9ZMnAyV0VwRmRUQXZDbWhPYkZOdlVHVm1NR3d4VFRCblNXaEJUeTlLYWtSeldWWTJVREVyTlRacVNEWTRhQzh6U0VWV2EwaDVRbTFYUVhGeWEyZHBSakpOV2xCSlMwMUJiMGNLUTBOeFIxTk5ORGxDUVUxRVFUSmpRVTFIVVVOTlEyaEhWbXhGWkZaRlJGVmxUVzEzZW1Oek1rWldZUzlETkVKUFpESm9MMnBOTXpsQ1pHRk5iV0ZvV1FwdFkwMTRlV0ZTYTJRNWIwUklVRkl2Um1Jck9HcDNTWGRSYTNaQmRqUndkemgxUW5sRmVYaFZlakppY3pnMFkyZHZOVFkyVjNBek9Fa3hObXRSTjBGMkNrUmhZMGRsVmpKa2VtMXJkblJoVUZwWmREVmxTekZpU3dvdExTMHRMVVZPUkNCRFJWSlVTVVpKUTBGVVJTMHRMUzB0Q2c9PSJ9fX19",
		"integratedTime": 1764720003,
		"logID": "a57b2ee60ee3f073c7a005eb4d8ac5acb3ad815475d5d0d2e8cd627061809e04",
		"logIndex": 2787000041,
		"verification": {
			"inclusionProof": {
				"checkpoint": "rekor.lab.example - 1193050959916656506\n43\nwvGFGYk2nJfYkQlTNxFx9GByWowD4SAlfCTKs3lvqD8=\n\n— rekor.lab.example pXsu5jBFAiEAzsOjgUkM3gOl5l0p0u2iu77vCTLEsJjDby68xWpFzVICIFv9HMPQ22bGrBMkpJzLR2XTF8gYR7UEBY4UQC2BeAMT\n",
				"hashes": [
					"fc97809a732f8dbd89651e620ab22f29b35c9b0551b7f9a26f353ba47e6e9728",
					"4aa3757956d94fc2f44a9c914526a1c7f4bacce172001d416f4f6ce408bc599f",
					"75186def1bbdd979af4b0fdd77d59a6d79d2d9c982c925f36efda96fee346166",
					"7983e5471f581ac021124afdd33f300356c2252bbbbe58a474d0a1f2714ca012"
				],
				"logIndex": 41,
				"rootHash": "c2f1851989369c97d8910953371171f460725a8c03e120257c24cab3796fa83f",
				"treeSize": 43
			},
			"signedEntryTimestamp": "MEUCICfDJwJoz0YkqHGiI4+NI/+Ca2MhNzmo7bG8uNegILj7AiEAs+nxw6zQPSkTWl3zrjDIvszC4Dd6Oj5o7a8FkX9i6Jc="
		}
	} },
	otherTimestamp: "MIIBhDADAgEAMIIBewYJKoZIhvcNAQcCoIIBbDCCAWgCAQMxDTALBglghkgBZQMEAgEwZgYLKoZIhvcNAQkQAQSgVwRVMFMCAQEGCSsGAQQBg78wAjAvMAsGCWCGSAFlAwQCAQQgvvmSjMLQ3zj21CJp2w4NspPdoJFWTI4FMTXvTbxBlToCARsYDzIwMjUxMjAyMDAwMDAwWjGB6zCB6AIBATAyMC0xFDASBgNVBAoTC2xhYi5leGFtcGxlMRUwEwYDVQQDEwxsYWItdHNhLXJvb3QCAQcwCwYJYIZIAWUDBAIBoE0wGgYJKoZIhvcNAQkDMQ0GCyqGSIb3DQEJEAEEMC8GCSqGSIb3DQEJBDEiBCBFaX3eO8BS7PrVs/XMIMu0Y2MFjve0n03vFl4NiCGvcTAKBggqhkjOPQQDAgRHMEUCIC3/2NxAZ2udwnzdyLQj6+MzJv9F2Audxj+6kVReNIBlAiEA1/CkK9t2VhL1kf9/XZ4ABg1pgQotD/tKq0A3F7MSHDA=",
	otherSha256: "425b35a7bec4e423d8ff896f305e40d605d03daa8d23de46f5ee7d3ae3858cd0"
};
// src/verify/self-test.ts
const SOURCE = "self-test";
/** Outside of any certificate's ten minutes. */
const ONE_DAY = 86400;
/**
* Steps of some milliseconds of one processor each, so that whoever runs them can let others in between.
* @throws InternalError when the program cannot tell right from wrong: nothing it says counts
*/
const SELF_TEST_STEPS = [
	acceptWhatIsRight,
	refuseWhatIsLate,
	refuseWhatTheJudgeRefuses,
	refuseWhatIsWrong
];
/** Nothing contradicts these two before all else holds. */
const BY_THEMSELVES = ["log-time-within-certificate", "independent-judge"];
function acceptWhatIsRight(verify) {
	const { outcome } = verify(toInput());
	if (outcome !== "verified") throw new external_common_js_namespaceObject.Dr("the self-test failed: what is right is refused");
}
function refuseWhatIsWrong(verify) {
	const signer = {
		certificateIdentity: `x${external_common_js_namespaceObject.At.certificateIdentity}`,
		oidcIssuer: `${external_common_js_namespaceObject.At.oidcIssuer}/`
	};
	const input = toInput({
		sha256: self_test_vectors_default.otherSha256,
		logEntry: readEntry$1(spoil(self_test_vectors_default.genuine.logEntry)),
		trustedRoot: withOtherAuthority(read().root),
		signer
	});
	const timestamps = [(0,external_common_js_namespaceObject.gn)(() => parseSignedTimestamp(Buffer.from(self_test_vectors_default.otherTimestamp, "base64")))];
	const evidence = input.evidence && {
		...input.evidence,
		timestamps
	};
	expectRefusal(verify({
		...input,
		evidence
	}), external_common_js_namespaceObject.nn.filter((id) => !BY_THEMSELVES.includes(id)));
}
/** The log did promise the entry, a day after the certificate's ten minutes. */
function refuseWhatIsLate(verify) {
	expectRefusal(verify(toInput({ logEntry: readEntry$1(self_test_vectors_default.lateLogEntry) })), ["log-time-within-certificate"]);
}
/** All is right for us; the judge is shown another document of trust. */
function refuseWhatTheJudgeRefuses(verify) {
	const { root, otherRoot } = read();
	expectRefusal(verify(toInput({ trustedRoot: {
		...root,
		document: otherRoot.document
	} })), ["independent-judge"]);
}
function expectRefusal({ outcome, checks }, ids) {
	const blind = ids.filter((id) => checks.find((check) => check.id === id)?.status !== "failed");
	if (outcome === "rejected" && blind.length === 0) return;
	throw new external_common_js_namespaceObject.Dr(`the self-test failed: what is wrong is not refused: ${blind.join(", ")}`);
}
let parsed;
/** What several steps are about, parsed once. */
function read() {
	const { genuine } = self_test_vectors_default;
	return parsed ??= {
		root: parseTrustedRoot(JSON.stringify(self_test_vectors_default.trustedRoot), SOURCE),
		otherRoot: parseTrustedRoot(JSON.stringify(self_test_vectors_default.otherTrustedRoot), SOURCE),
		signature: (0,external_common_js_namespaceObject.gn)(() => parseSignature(Buffer.from(genuine.signature))),
		certificate: (0,external_common_js_namespaceObject.gn)(() => parseCertificate(Buffer.from(genuine.certificate))),
		logEntry: readEntry$1(genuine.logEntry),
		sbom: (0,external_common_js_namespaceObject.gn)(() => parseReleaseSbom(genuine.sbom))
	};
}
function readEntry$1(answer) {
	return (0,external_common_js_namespaceObject.gn)(() => parseLogEntry(JSON.stringify(answer)));
}
/** What is genuine, but for what is given. */
function toInput({ sha256 = self_test_vectors_default.genuine.sha256, logEntry = read().logEntry, trustedRoot = read().root, signer = external_common_js_namespaceObject.At } = {}) {
	const { genuine, namespace, path } = self_test_vectors_default;
	const { signature, certificate, sbom } = read();
	const measured = (0,external_common_js_namespaceObject.dr)(sha256);
	const published = (0,external_common_js_namespaceObject.dr)(genuine.sha256);
	if (measured === void 0 || published === void 0) throw new external_common_js_namespaceObject.Dr("the self-test has no digest");
	return {
		artifact: { name: SOURCE },
		measured: { value: measured },
		claims: [{
			source: "the vector",
			digest: { value: published }
		}],
		evidence: {
			signature,
			certificate,
			logEntry
		},
		releaseBinding: {
			kind: "sbom",
			sbom,
			namespace,
			path
		},
		trustedRoot,
		policy: createPolicy({
			signer,
			compareDigest: true,
			bindRelease: true
		})
	};
}
/** Another time, another place in the tree, and a tree head that nobody signed; all of it in its form. */
function spoil(answer) {
	return Object.fromEntries(Object.entries(answer).map(([uuid, entry]) => {
		const { verification } = entry;
		const { inclusionProof } = verification;
		return [uuid, {
			...entry,
			integratedTime: entry.integratedTime + ONE_DAY,
			verification: {
				...verification,
				inclusionProof: {
					...inclusionProof,
					logIndex: inclusionProof.logIndex ^ 1,
					checkpoint: inclusionProof.checkpoint.replace(`\n${inclusionProof.treeSize}\n`, "\n1\n")
				}
			}
		}];
	}));
}
/** The same logs, and an authority that issued nothing. */
function withOtherAuthority(root) {
	return {
		...root,
		certificateAuthorities: read().otherRoot.certificateAuthorities
	};
}
// src/prove/self-tested.ts
let testing;
/** @throws InternalError when the program cannot tell right from wrong */
function selfTested() {
	return testing ??= runSteps();
}
async function runSteps() {
	for (const step of SELF_TEST_STEPS) {
		await (0, import_promises.setImmediate)();
		step(verifyArtifact);
	}
}
// src/prove/prove.ts
/** What only a log entry, or the time that it proves, can have wrong. */
const OF_THE_ENTRY = [
	"certificate-chain",
	"signed-certificate-timestamp",
	"log-entry-binding",
	"inclusion-proof",
	"checkpoint",
	"signed-entry-timestamp",
	"log-time-within-certificate"
];
/**
* Judges all candidates for one subject, and chooses.
* @throws InternalError when the self-test fails: then no proof counts
*/
async function prove(subject, { candidates, absent }, judging) {
	await selfTested();
	const judged = [];
	let isProven = false;
	for (const candidate of candidates) {
		const mayAsk = !isProven || judging.asksForAll === true;
		const end = await judgeCandidate(subject, candidate, {
			...judging,
			mayAsk
		});
		isProven ||= end.result.outcome === "verified";
		judged.push(end);
	}
	const chosen = chooseCandidate(judged);
	const cutOff = absent.find(({ error }) => error.retryable);
	if (chosen?.result.outcome === "rejected" && cutOff !== void 0) {
		const { payload } = chosen.candidate;
		const manifest = { error: cutOff.error };
		return {
			result: judge(subject, {
				...toNothing$1([cutOff]),
				...payload && { payload: {
					...payload,
					manifest
				} }
			}, judging.trustedRoot),
			chosen: void 0,
			judged,
			absent
		};
	}
	if (chosen !== void 0) return {
		result: chosen.result,
		chosen: chosen.candidate,
		judged,
		absent
	};
	return {
		result: judge(subject, toNothing$1(absent), judging.trustedRoot),
		chosen: void 0,
		judged,
		absent
	};
}
/** Where the release's SBOM stands for the artifact, there is no evidence to judge. */
async function proveBySbom(subject, { trustedRoot }) {
	await selfTested();
	return {
		result: judge(subject, void 0, trustedRoot),
		chosen: void 0,
		judged: [],
		absent: []
	};
}
async function judgeCandidate(subject, given, { log, trustedRoot, mayAsk }) {
	const asked = mayAsk ? await withEntry(given, log) : given;
	const early = await judgeAlternatives(subject, asked, trustedRoot);
	if (!mayAsk) return early;
	if (restsOnPromise(early)) return judgeAlternatives(subject, await withProof(early.candidate, log), trustedRoot);
	const candidate = (0,external_common_js_namespaceObject.$t)(early.result.checks, "signature") ? await withLateEntry(asked, log) : asked;
	const first = candidate === asked ? early : await judgeAlternatives(subject, candidate, trustedRoot);
	if (candidate.lookup?.state !== "some" || !couldOtherCopyHelp(first)) return first;
	const complete = await withEveryCopy(candidate, log);
	const second = await judgeAlternatives(subject, complete, trustedRoot);
	const unanswered = toUnansweredError(complete);
	if (second.result.outcome === "verified" || unanswered === void 0) return second;
	const evidence = {
		...complete.evidence,
		logEntry: { error: unanswered }
	};
	return judgeAlternatives(subject, {
		...complete,
		evidence,
		alternatives: []
	}, trustedRoot);
}
/** The log would have the proof. */
function restsOnPromise({ result: { outcome, checks } }) {
	return outcome === "verified" && !(0,external_common_js_namespaceObject.$t)(checks, "inclusion-proof");
}
/** In turn, until one is verified. */
async function judgeAlternatives(subject, candidate, trustedRoot) {
	const judged = [];
	for (const evidence of [candidate.evidence, ...candidate.alternatives]) {
		await (0, import_promises.setImmediate)();
		const one = {
			...candidate,
			evidence
		};
		const end = {
			candidate: one,
			result: judge(subject, one, trustedRoot)
		};
		if (end.result.outcome === "verified") return end;
		judged.push(end);
	}
	return chooseCandidate(judged);
}
/** Not where something else is wrong, which every copy would share. */
function couldOtherCopyHelp({ result }) {
	if (result.outcome === "verified" || !(0,external_common_js_namespaceObject.$t)(result.checks, "signature")) return false;
	return result.checks.some((check) => OF_THE_ENTRY.includes(check.id) && isAgainst(check));
}
function isAgainst({ status, required }) {
	return status === "failed" || required && status === "not-run";
}
function toNothing$1(absent) {
	const [first] = absent;
	if (first === void 0) throw new RangeError("nothing was looked for");
	const { source, error } = first;
	return {
		source,
		evidence: toNoEvidence(error),
		alternatives: []
	};
}
// src/prove/image-prover.ts
const offline = () => new external_common_js_namespaceObject.xr("OFFLINE_MISS", "an image on the disk is proven by what lies beside it");
/** An image on the disk is proven offline. */
const NO_LOG = {
	fetchEntry: () => Promise.reject(offline()),
	fetchCopies: () => Promise.resolve({
		answers: [],
		isComplete: false,
		failure: offline()
	}),
	fetchEntryBy: () => Promise.reject(offline()),
	fetchBatch: () => Promise.reject(offline()),
	fetchConsistencyProof: () => Promise.reject(offline()),
	search: () => Promise.reject(offline())
};
/** Never rejects, but when the self-test fails: what went wrong is in the result. */
async function proveImage(reference, context) {
	const { trustedRoot, signer } = context;
	const ports = reference.isLayout ? {
		...context.ports,
		transparencyLog: NO_LOG
	} : context.ports;
	const artifact = { name: (0,external_common_js_namespaceObject.An)(reference) };
	const resolved = await (0,external_common_js_namespaceObject._n)(resolve$1(reference, ports.imageRegistry));
	const names = toNames$1(reference.repository, void 0);
	const subject = {
		artifact,
		manifest: resolved.value?.digest,
		names,
		signer
	};
	if (resolved.error !== void 0) return {
		reference,
		...await prove(subject, {
			candidates: [toNoSignature("image-tag", resolved.error)],
			absent: []
		}, {
			log: ports.transparencyLog,
			trustedRoot
		})
	};
	const { digest, isIndex } = resolved.value;
	const proof = await proveManifest(subject, {
		place: reference,
		manifest: digest
	}, {
		...context,
		ports
	});
	const form = isIndex === void 0 ? {} : { isIndex };
	if (proof.result.outcome !== "verified") return {
		reference,
		...form,
		...proof
	};
	return {
		reference,
		pinned: (0,external_common_js_namespaceObject.An)({
			...reference,
			tag: void 0,
			digest
		}),
		...form,
		...proof
	};
}
/** What is under the tags, and then what refers to the image, place by place, until something proves it. */
async function proveManifest(subject, { place, manifest }, { ports, trustedRoot }) {
	const judging = {
		log: ports.transparencyLog,
		trustedRoot
	};
	const places = placesOf(place);
	const steps = [...places.map((first, index) => () => gatherTagged([first, ...places.slice(index + 1)], manifest, ports.imageRegistry)), ...places.map((each) => () => gatherReferrers(each, manifest, ports.imageRegistry))];
	const judged = [];
	const absent = [];
	for (const gather of steps) {
		const gathered = await gather();
		absent.push(...gathered.absent);
		if (gathered.candidates.length === 0) continue;
		const proof = await prove(await withNames$1(subject, gathered, {
			place,
			registry: ports.imageRegistry
		}), gathered, judging);
		judged.push(...proof.judged);
		if (proof.result.outcome === "verified") return {
			...proof,
			judged,
			absent
		};
	}
	const chosen = chooseCandidate(judged);
	if (chosen !== void 0) return {
		result: chosen.result,
		chosen: chosen.candidate,
		judged,
		absent
	};
	return prove(subject, {
		candidates: [toNothing(absent)],
		absent
	}, judging);
}
/** Out of reach is not missing, and that there are statements says more than that there is nothing. */
function toNothing(absent) {
	const isMissing = ({ error }) => error.code === "IMAGE_SIGNATURE_MISSING";
	const longest = [...absent].sort((a, b) => b.error.message.length - a.error.message.length);
	const [first] = [...absent.filter((each) => !isMissing(each)), ...longest];
	if (first === void 0) throw new RangeError("no place was looked at");
	return toNoSignature("image-tag", first.error);
}
/** Only where a signature names another image: an image's own architecture tells whether that name is its, too. */
async function withNames$1(subject, { candidates }, { place, registry }) {
	const [asked = ""] = subject.names;
	if (!candidates.some(({ payload }) => {
		const name = lastNameOf(payload?.reference ?? "");
		return name !== asked && (name.startsWith(`${asked}-`) || asked.startsWith(`${name}-`));
	}) || subject.manifest === void 0) return subject;
	const architecture = await (0,external_common_js_namespaceObject._n)(fetchArchitecture(place, subject.manifest, registry));
	return {
		...subject,
		names: toNames$1(place.repository, architecture.value)
	};
}
/** Everything it reads has the digest of what was proven, or one that stands in it. */
async function fetchArchitecture(place, manifest, registry) {
	const bytes = await registry.fetchManifest(place, manifest);
	const { config } = bytes === void 0 ? {} : parseImageManifest(bytes.toString());
	return config && parseArchitectureOf((await registry.fetchBlob(place, config)).toString());
}
/** The digest of the manifest or index: the given one, else computed from the bytes that the tag stands for. */
async function resolve$1(reference, registry) {
	if (reference.digest !== void 0) return { digest: reference.digest };
	const bytes = await registry.fetchManifest(reference, reference.tag ?? "");
	if (bytes === void 0) {
		const where = reference.isLayout ? "there is" : "the registry has";
		throw new external_common_js_namespaceObject.wr("IMAGE_NOT_FOUND", `${where} no ${(0,external_common_js_namespaceObject.An)(reference)}`);
	}
	const { isIndex } = parseImageManifest(bytes.toString());
	return {
		digest: (0,external_common_js_namespaceObject.ur)(bytes),
		isIndex
	};
}
// src/prove/fits-cluster.ts
/**
* Looks at each component that the version skew policy has a rule for.
* @returns a sentence about each artifact
* @throws CodedError VERSION_SKEW_UNSUPPORTED naming all that do not fit
*/
function assertFitsCluster(artifacts, servers) {
	if (servers === void 0) return [];
	const beside = `API servers of ${servers.join(" and ")}`;
	const judged = artifacts.map(({ name, version }) => {
		const what = version === void 0 ? name : `${name} ${version}`;
		const fits = version === void 0 ? void 0 : (0,external_common_js_namespaceObject.gt)(name, version, servers);
		if (fits === void 0) return { note: `the version skew policy has no rule for ${what}` };
		const expected = formatMinors((0,external_common_js_namespaceObject._t)(name, servers));
		if (fits) return { note: `${what} fits ${beside}, as ${expected} does` };
		return {
			version,
			expected,
			fault: `${what} does not fit ${beside}; expected ${expected}`
		};
	});
	const faults = judged.filter((each) => "fault" in each);
	const [first] = faults;
	if (first === void 0) return judged.flatMap(({ note }) => note ?? []);
	const message = faults.map(({ fault }) => fault).join("; ");
	throw new external_common_js_namespaceObject.xr("VERSION_SKEW_UNSUPPORTED", message, {
		expected: first.expected,
		...first.version !== void 0 && { actual: first.version }
	});
}
function formatMinors(minors) {
	const { from, to } = minors ?? {
		from: NaN,
		to: NaN
	};
	return from > to ? "none" : from === to ? `1.${to}` : `1.${from} to 1.${to}`;
}
// src/evidence/checkpoint-file.ts
const VERSION = 1;
/** A log has a tree a shard; Rekor has had three in five years. */
const MAX_CHECKPOINTS = 64;
const MAX_NOTE_LENGTH = 16384;
const time = /* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, "is not a time like 2026-11-26T16:00:00Z"));
const fileSchema = /* @__PURE__ */ strictObject({
	checkpointFileVersion: /* @__PURE__ */ literal(VERSION, `is not ${VERSION}`),
	checkpoints: /* @__PURE__ */ pipe(/* @__PURE__ */ array(/* @__PURE__ */ strictObject({
		logId: /* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ regex(/^[0-9a-f]{64}$/, "is not 64 hex characters")),
		treeId: /* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ regex(/^[0-9a-f]{16}$/, "is not 16 hex characters")),
		firstSeen: time,
		seen: time,
		checkpoint: /* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ maxLength(MAX_NOTE_LENGTH, "is too long"))
	})), /* @__PURE__ */ maxLength(MAX_CHECKPOINTS, `has more than ${MAX_CHECKPOINTS}`))
});
/**
* Reads a checkpoint file; no signature is looked at.
* @throws LockError LOG_CHECKPOINT_MALFORMED with the JSON path
*/
function parseCheckpointFile(text) {
	const { checkpoints } = readJson$4(text, fileSchema, { refuse: ({ isJson, what, cause }) => malformed$2(isJson ? what : `it is not JSON: ${(0,external_common_js_namespaceObject.jr)(cause)}`) });
	const trees = /* @__PURE__ */ new Set();
	for (const [index, { logId, treeId, checkpoint }] of checkpoints.entries()) {
		if (trees.has(`${logId} ${treeId}`)) throw malformed$2(`checkpoints.${index} is of a tree that is there twice`);
		trees.add(`${logId} ${treeId}`);
		if (readTreeId(checkpoint) !== treeId) throw malformed$2(`checkpoints.${index}.checkpoint is no checkpoint of the tree ${treeId}`);
	}
	return checkpoints;
}
/** The text of a checkpoint file, the same for the same content. */
function formatCheckpointFile(checkpoints) {
	const keyOf = ({ logId, treeId }) => `${logId} ${treeId}`;
	const sorted = [...checkpoints].sort((a, b) => keyOf(a) < keyOf(b) ? -1 : 1);
	return `${JSON.stringify({
		checkpointFileVersion: VERSION,
		checkpoints: sorted
	}, null, 2)}\n`;
}
function readTreeId(checkpoint) {
	try {
		return treeIdOf(parseCheckpoint(checkpoint));
	} catch {
		return;
	}
}
function malformed$2(what) {
	return new external_common_js_namespaceObject.Or("LOG_CHECKPOINT_MALFORMED", `the checkpoint file is not in its format: ${what}`);
}
// src/verify/consistency.ts
/**
* Compares two heads of one log, in any order.
* @param hashes of the consistency proof from the smaller to the larger; none for heads of one size
*/
function compareHeads(one, other, hashes) {
	const [first, second] = one.treeSize <= other.treeSize ? [one, other] : [other, one];
	const isSame = first.rootHash.equals(second.rootHash);
	if (first.treeSize === second.treeSize) return isSame ? "consistent" : "contradiction";
	if (first.treeSize === 0) return hashes.length === 0 ? "consistent" : "unproven";
	const roots = toRoots(first, second.treeSize, hashes);
	if (roots?.second.equals(second.rootHash) !== true) return "unproven";
	return roots.first.equals(first.rootHash) ? "consistent" : "contradiction";
}
/** @returns the two roots that the hashes lead to; undefined when there are too few or too many for the sizes */
function toRoots({ treeSize, rootHash }, secondSize, given) {
	let node = BigInt(treeSize) - 1n;
	let last = BigInt(secondSize) - 1n;
	while ((node & 1n) === 1n) {
		node >>= 1n;
		last >>= 1n;
	}
	const [start, ...hashes] = node === 0n ? [rootHash, ...given] : given;
	if (start === void 0 || given.length === 0) return void 0;
	let first = start;
	let second = start;
	for (const hash of hashes) {
		if (last === 0n) return void 0;
		if ((node & 1n) === 1n || node === last) {
			first = hashNode(hash, first);
			second = hashNode(hash, second);
			while ((node & 1n) === 0n && node !== 0n) {
				node >>= 1n;
				last >>= 1n;
			}
		} else second = hashNode(second, hash);
		node >>= 1n;
		last >>= 1n;
	}
	return last === 0n ? {
		first,
		second
	} : void 0;
}
// src/verify/log-states.ts
/** Groups heads by their trees. Two names of one log's machine are one log: what tells trees apart is key and ID. */
function viewTrees(trees) {
	return [...Map.groupBy(trees, ({ logId, treeId }) => `${logId} ${treeId}`).values()].flatMap((group) => {
		const [any] = group;
		if (any === void 0) return [];
		const heads = [...new Map([...group].reverse().map((head) => [keyOf(head), head])).values()].sort((a, b) => a.treeSize - b.treeSize);
		const pairs = heads.slice(1).flatMap((second, index) => {
			const first = heads[index];
			return first === void 0 ? [] : [{
				first,
				second
			}];
		});
		const contradiction = pairs.find(({ first, second }) => compareHeads(first, second, []) === "contradiction");
		const steps = any.treeId === "" ? [] : pairs.filter(({ first, second }) => needsProof(first, second));
		return [{
			logId: any.logId,
			treeId: any.treeId,
			heads,
			contradiction,
			steps
		}];
	});
}
function keyOf({ treeSize, rootHash }) {
	return `${treeSize} ${rootHash.toString("hex")}`;
}
/** The empty tree is the beginning of every other, and a log has no proof of it. */
function needsProof(first, second) {
	return first.treeSize > 0 && first.treeSize < second.treeSize;
}
// src/verify/signed-tree.ts
/** The heads whose signatures held when a proof was judged, whatever came of that. */
function signedTreesOf({ judged }) {
	return judged.flatMap(({ candidate, result }) => {
		const { inclusionProof, logId } = candidate.evidence.logEntry.value ?? {};
		if (!inclusionProof || logId === void 0) return [];
		if (!(0,external_common_js_namespaceObject.$t)(result.checks, "inclusion-proof", "checkpoint")) return [];
		return [toSignedTree(logId, inclusionProof.checkpoint)];
	});
}
/**
* A head from elsewhere, once its signature is the log's.
* @returns undefined when the trusted root does not know the log; EVIDENCE_UNREADABLE for what is no checkpoint
*/
function readSignedTree({ logId, checkpoint }, root) {
	const logs = root.transparencyLogs.filter((log) => log.logId === logId);
	if (logs.length === 0) return void 0;
	return (0,external_common_js_namespaceObject.gn)(() => {
		const parsed = parseCheckpoint(checkpoint);
		const isNamed = treeIdOf(parsed) === "";
		return logs.some((log) => isCheckpointOf(parsed, log, { isNamed })) ? toSignedTree(logId, checkpoint) : "forged";
	});
}
function toSignedTree(logId, checkpoint) {
	const parsed = parseCheckpoint(checkpoint);
	const { treeSize, rootHash } = parsed;
	return {
		logId,
		treeId: treeIdOf(parsed),
		treeSize,
		rootHash,
		checkpoint
	};
}
// src/prove/log-consistency.ts
const CONCURRENT_REQUESTS$1 = 8;
/** Looks at every tree of which something was seen. Never rejects. */
async function judgeLogs({ seen, former, log }) {
	const limit = pLimit(CONCURRENT_REQUESTS$1);
	const isOf = ({ logId, treeId }) => (head) => head.logId === logId && head.treeId === treeId;
	const views = viewTrees([...former, ...seen]).filter((view) => seen.some(isOf(view)));
	return Promise.all(views.map((view) => {
		return judgeTree(view, former.some(isOf(view)), log && ((step) => limit(() => proveStep(step, log))));
	}));
}
async function judgeTree({ logId, treeId, heads, contradiction, steps }, isKnown, prove) {
	const tree = {
		logId,
		treeId
	};
	const [smallest] = heads;
	if (smallest === void 0) throw new RangeError("a tree was seen, and no head of it");
	if (contradiction !== void 0) return toInconsistent(contradiction);
	const proofs = prove === void 0 ? [] : await Promise.all(steps.map(prove));
	const refuted = proofs.findIndex(({ error }) => error?.code === "LOG_INCONSISTENT");
	if (steps[refuted] !== void 0) return toInconsistent(steps[refuted]);
	const gap = proofs.findIndex(({ error }) => error !== void 0);
	const error = proofs[gap]?.error;
	const last = (error === void 0 ? heads.at(-1) : steps[gap]?.first) ?? smallest;
	const head = {
		treeSize: last.treeSize,
		checkpoints: [last.checkpoint]
	};
	if (error !== void 0) return {
		...tree,
		state: "unproven",
		...head,
		error
	};
	return {
		...tree,
		state: isKnown ? "consistent" : "first-seen",
		...head
	};
}
async function proveStep({ first, second }, log) {
	const sizes = {
		treeId: first.treeId,
		firstSize: first.treeSize,
		lastSize: second.treeSize
	};
	const proof = await (0,external_common_js_namespaceObject._n)(log.fetchConsistencyProof(sizes));
	if (proof.error !== void 0) return { error: toUnproven$1({
		first,
		second
	}, proof.error) };
	const consistency = compareHeads(first, second, proof.value);
	if (consistency === "consistent") return { value: "consistent" };
	if (consistency === "unproven") return { error: toUnproven$1({
		first,
		second
	}) };
	return { error: toContradiction({
		first,
		second
	}) };
}
function toInconsistent(step) {
	const { logId, treeId, treeSize } = step.first;
	return {
		logId,
		treeId,
		state: "inconsistent",
		treeSize,
		checkpoints: [step.first.checkpoint, step.second.checkpoint],
		error: toContradiction(step)
	};
}
/** Both notes stand in it whole: they prove it to anybody. */
function toContradiction({ first, second }) {
	const notes = [first, second].map(({ checkpoint }) => JSON.stringify(checkpoint));
	const message = `the log ${describeTree(first)} has signed two states that exclude each other: ${notes.join(" and ")}`;
	return new external_common_js_namespaceObject.xr("LOG_INCONSISTENT", message, {
		expected: formatHead(first),
		actual: formatHead(second)
	});
}
function toUnproven$1({ first, second }, cause) {
	const why = cause === void 0 ? "the log's proof does not lead from one to the other" : cause.message;
	const message = `nothing proves that the log ${describeTree(first)} of ${first.treeSize} entries has grown to that of ${second.treeSize}: ${why}`;
	return new external_common_js_namespaceObject.xr("LOG_CONSISTENCY_UNPROVEN", message, {
		expected: formatHead(first),
		actual: formatHead(second),
		...cause?.exitCode === 3 && { reason: cause.reason },
		cause
	});
}
/** `c0d23d6ad406, tree 24296fb24b8ad77a,` */
function describeTree({ logId, treeId }) {
	return `${logId.slice(0, 12)}${treeId === "" ? "" : `, tree ${treeId},`}`;
}
function formatHead({ treeSize, rootHash }) {
	return `tree size ${treeSize}, root ${rootHash.toString("hex")}`;
}
/**
* Heads that were kept, once their signatures are those of the logs that they name.
* @throws CodedError CHECKPOINT_INVALID for one that the log did not sign
*/
function readFormer(kept, root) {
	const trees = [];
	const warnings = [];
	for (const each of kept) {
		const read = readSignedTree(each, root);
		if (read?.value === "forged") {
			const message = `the checkpoint that is kept of the log ${describeTree(each)} was not signed by it`;
			throw new external_common_js_namespaceObject.xr("CHECKPOINT_INVALID", message);
		}
		if (read === void 0) warnings.push(`the log ${describeTree(each)} of which a checkpoint is kept is not in the trusted root`);
		else if (read.error !== void 0) throw (0,external_common_js_namespaceObject.Mr)(read.error);
		else trees.push(read.value);
	}
	return {
		trees,
		warnings
	};
}
/** The text of the file after a run; what did not move stays as it is, and nothing moves backwards. */
function recordCheckpoints(former, states, now) {
	const seen = formatTime$1(new Date(now));
	const byTree = new Map(former.map((each) => [`${each.logId} ${each.treeId}`, each]));
	for (const { logId, treeId, state, checkpoints } of states) {
		const [checkpoint] = checkpoints;
		if (treeId === "" || checkpoint === void 0 || !["first-seen", "consistent"].includes(state)) continue;
		const known = byTree.get(`${logId} ${treeId}`);
		if (known?.checkpoint === checkpoint) continue;
		byTree.set(`${logId} ${treeId}`, {
			logId,
			treeId,
			firstSeen: known?.firstSeen ?? seen,
			seen,
			checkpoint
		});
	}
	return formatCheckpointFile([...byTree.values()]);
}
/**
* Reads the file of what was seen before.
* @returns undefined when none was named
* @throws LockError LOG_CHECKPOINT_MALFORMED
*/
async function readCheckpoints(file) {
	if (file === void 0) return void 0;
	const text = await file.read();
	return {
		text,
		checkpoints: text === void 0 ? [] : parseCheckpointFile(text)
	};
}
/**
* Compares all that the proofs of a run have shown of logs, and what was kept before.
* @throws CodedError CHECKPOINT_INVALID
*/
async function watchLogs(proofs, context) {
	const { states, error, text } = await compareLogs(proofs, context);
	const settle = async () => {
		const kept = await readCheckpoints(context.file);
		if (kept?.text === context.kept?.text) return text;
		const again = await compareLogs(proofs, {
			...context,
			kept,
			warn: () => void 0
		});
		if (again.error !== void 0) throw again.error;
		return again.text;
	};
	return {
		states,
		error,
		settle
	};
}
async function compareLogs(proofs, { kept, trustedRoot, log, now, warn }) {
	const former = readFormer(kept?.checkpoints ?? [], trustedRoot);
	for (const warning of former.warnings) warn(warning);
	const seen = proofs.flatMap(signedTreesOf);
	if (kept !== void 0 && seen.length === 0) warn("nothing that was looked at shows a state of a log, so that log-checkpoint had nothing to compare");
	const all = await judgeLogs({
		seen,
		former: former.trees,
		log: kept && log
	});
	const states = kept === void 0 ? all.filter(({ state }) => state === "inconsistent") : all;
	const errors = states.flatMap(({ error }) => error ?? []);
	const error = errors.find(({ code }) => code === "LOG_INCONSISTENT") ?? errors[0];
	const text = kept && recordCheckpoints(kept.checkpoints, states, now);
	return {
		states,
		error,
		text: text === kept?.text ? void 0 : text
	};
}
// src/verify/age.ts
const UNITS = [
	["day", 864e5],
	["hour", 36e5],
	["minute", 6e4]
];
/** `3 days`, `5 hours`, `1 minute`: in the largest unit that it has two of, rounded down. */
function formatAge(ms) {
	const [unit, length] = UNITS.find(([, each]) => ms >= 2 * each) ?? ["minute", 6e4];
	const count = Math.max(0, Math.floor(ms / length));
	return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
/** Since when the log has vouched for a verified artifact; undefined where it is not known. */
function provenTime({ logEntry }) {
	return logEntry?.integratedTime === void 0 ? void 0 : new Date(logEntry.integratedTime);
}
/**
* Why something that is verified is not to be used yet.
* @param time the earliest for which the log vouches
* @returns undefined when it is old enough
*/
function findTooNew(name, time, { minimumAge, now }) {
	const expected = `at least ${formatAge(minimumAge)}`;
	if (time === void 0) {
		const message = `nothing proves since when ${name} has been signed`;
		return new external_common_js_namespaceObject.kr("RELEASE_AGE_UNPROVEN", message, {
			artifact: name,
			expected
		});
	}
	const age = now - time.getTime();
	if (age >= minimumAge) return void 0;
	const since = formatTime$1(time);
	if (age < 0) {
		const message = `this machine's clock (${formatTime$1(new Date(now))}) is before the log's time for ${name} (${since})`;
		return new external_common_js_namespaceObject.xr("CLOCK_BEFORE_LOG_TIME", message, { artifact: name });
	}
	const message = `${name} was signed ${formatAge(age)} ago, at ${since}; expected ${expected}`;
	return new external_common_js_namespaceObject.kr("RELEASE_TOO_NEW", message, {
		artifact: name,
		expected,
		actual: formatAge(age)
	});
}
// src/prove/proof-context.ts
/** Makes the context of a run, whose trusted root is loaded when it is first asked for. */
function lazyContext(given) {
	let loadingRoot;
	return () => {
		loadingRoot ??= (0,external_common_js_namespaceObject._n)(given.ports.loadTrustedRoot(given.warn));
		return {
			...given,
			loadingRoot
		};
	};
}
/** @throws CodedError when there is no trusted root */
async function toJudging({ ports, loadingRoot, asksForAll = false }) {
	return {
		log: ports.transparencyLog,
		trustedRoot: (0,external_common_js_namespaceObject.vn)(await loadingRoot),
		asksForAll
	};
}
// src/gather/batches.ts
/** What Rekor answers in one request (pkg/api/entries.go). */
const BATCH = 10;
/** The values ten by ten, in their order. */
function toBatches(values) {
	return Array.from({ length: Math.ceil(values.length / BATCH) }, (_, index) => values.slice(index * BATCH, (index + 1) * BATCH));
}
// src/gather/search.ts
/** Entries of the expected signer that are judged: to sign again is rare. */
const MAX_CANDIDATES = 20;
/** Entries that are looked at, whoever made them. */
const MAX_ENTRIES$2 = 200;
/** The log where a search is made for a hint alone: it is not waited for. */
function asHint(log) {
	return {
		search: (digest) => log.search(digest, { isHint: true }),
		fetchBatch: (ids) => log.fetchBatch(ids, { isHint: true })
	};
}
/**
* Everything that the log's search finds about a digest and that could prove it. The expected signer's come first, and
* only they are bounded; where there is none of theirs, some of the others', which say who signed.
* @param signer undefined for a managed key, which no certificate names
* @throws CodedError when the log cannot be searched
*/
async function searchCandidates(digest, signer, log) {
	const uuids = [...new Set(await log.search(digest))].sort();
	const entries = (await Promise.all(toBatches(uuids.slice(0, MAX_ENTRIES$2)).map((batch) => fetchBatch(batch, log)))).flat();
	const candidates = toCandidates(entries.flatMap(({ value }) => value ?? []));
	const expected = signer === void 0 ? candidates : candidates.filter((each) => isBy(each, signer));
	const chosen = (expected.length > 0 ? expected : candidates).slice(0, MAX_CANDIDATES);
	const error = toUnbounded(uuids.length, expected.length, digest) ?? toUnread(entries.find((entry) => entry.error !== void 0)?.error);
	return {
		candidates: chosen,
		...error && { incomplete: error }
	};
}
function toUnbounded(found, expected, digest) {
	if (found <= MAX_ENTRIES$2 && expected <= MAX_CANDIDATES) return void 0;
	const message = `the log's search names more entries about ${digest.toString()} than are looked at`;
	return new external_common_js_namespaceObject.Sr("EVIDENCE_SIGNATURE_MISSING", message, {
		expected: `at most ${MAX_ENTRIES$2}, and ${MAX_CANDIDATES} of the expected signer`,
		actual: `${found}, and ${expected} of the expected signer`
	});
}
function toUnread(cause) {
	if (cause === void 0) return void 0;
	const message = `not every entry that the log's search names could be read: ${cause.message}`;
	return new external_common_js_namespaceObject.Sr("EVIDENCE_SIGNATURE_MISSING", message, { cause });
}
/** The evidence that an entry of the log is by itself; undefined for an entry of another kind. */
function toEvidence(entry) {
	const sidecars = readSidecars(entry.body);
	if (sidecars === void 0) return void 0;
	return {
		signature: (0,external_common_js_namespaceObject.gn)(() => parseSignature(sidecars.signature)),
		certificate: (0,external_common_js_namespaceObject.gn)(() => parseCertificate(sidecars.certificate)),
		logEntry: { value: entry }
	};
}
async function fetchBatch(ids, log) {
	const batch = await (0,external_common_js_namespaceObject._n)(log.fetchBatch(ids));
	if (batch.error !== void 0) return [batch];
	return batch.value.flatMap((copies) => copies.error === void 0 ? readEntries(copies.value) : [copies]);
}
/** Copies of one entry, in one shard and another, are one candidate. The search names them in no order. */
function toCandidates(entries) {
	return [...Map.groupBy([...entries].sort((a, b) => a.logIndex - b.logIndex), ({ leafHash }) => leafHash.hex).values()].flatMap((copies) => {
		const [first, ...alternatives] = copies.flatMap((entry) => toEvidence(entry) ?? []);
		const leafHash = copies[0]?.leafHash;
		if (first === void 0 || leafHash === void 0) return [];
		return [{
			source: "search",
			evidence: first,
			alternatives,
			lookup: {
				leafHash,
				state: "some"
			}
		}];
	});
}
function isBy({ evidence: { certificate } }, signer) {
	const { identity, oidcIssuer } = certificate.value ?? {};
	return identity === signer.certificateIdentity && oidcIssuer === signer.oidcIssuer;
}
// src/prove/related-entries.ts
/**
* Valid entries of the expected signer for the digest, by their index, the verified one's own included.
* @returns undefined when the log could not be searched
*/
async function searchRelated({ result, chosen }, digest, { signer, log, judging }) {
	const expected = isManagedKey(signer) ? void 0 : signer;
	const own = result.outcome === "verified" ? result.logEntry : void 0;
	const searched = await (0,external_common_js_namespaceObject._n)(searchCandidates(digest, expected, withoutOwn(asHint(log), own?.uuid)));
	if (searched.error !== void 0) return void 0;
	const subject = {
		artifact: { name: digest.toString() },
		measured: void 0,
		claims: [{
			source: "the log",
			digest: { value: digest }
		}],
		releaseBinding: {
			kind: "not-applicable",
			reason: "this is for the diagnosis"
		},
		signer
	};
	const related = searched.value.candidates.flatMap((candidate) => {
		const valid = [candidate.evidence, ...candidate.alternatives].find((evidence) => {
			const one = {
				...candidate,
				evidence
			};
			return judge(subject, one, judging.trustedRoot).outcome === "verified";
		});
		return valid === void 0 ? [] : toRelated(valid, chosen?.evidence);
	});
	if (own !== void 0) {
		const { logIndex, integratedTime } = own;
		related.push({
			logIndex,
			integratedTime,
			hasSignature: true,
			hasCertificate: true
		});
	}
	return related.sort((a, b) => a.logIndex - b.logIndex);
}
/** Its own entry is known, and mostly the only one: every copy of it is left where it is. */
function withoutOwn(log, own) {
	if (own === void 0) return log;
	const isOther = (uuid) => leafOf(uuid) !== leafOf(own);
	return {
		...log,
		search: async (digest) => (await log.search(digest)).filter(isOther)
	};
}
function toRelated({ signature, certificate, logEntry }, published) {
	if (logEntry.value === void 0) return [];
	const { logIndex, integratedTime } = logEntry.value;
	return [{
		logIndex,
		integratedTime: formatTime(integratedTime),
		hasSignature: isSame$2(signature, published?.signature, (a, b) => a.equals(b)),
		hasCertificate: isSame$2(certificate, published?.certificate, (a, b) => a.der.equals(b.der))
	}];
}
/** The tree's ID before it may be left out. */
function leafOf(uuid) {
	return uuid.slice(-64);
}
function formatTime(time) {
	return time?.toISOString().replace(".000Z", "Z");
}
function isSame$2(a, b, equals) {
	return a.value !== void 0 && b?.value !== void 0 && equals(a.value, b.value);
}
// src/diagnose/diagnose.ts
/** Of an entry of the published signature, where no other says so. */
const OTHER_CERTIFICATE = " and whose certificate is not the published one";
const WHOLE_PAIR = "publish the signature and the certificate of one entry";
const REPORT = "Do not use the artifact. Report the release to the Kubernetes release engineers.";
const FETCH_AGAIN = "Do not use this file. Fetch it again, and if it stays the same, ask who runs the server or the mirror.";
/** @returns undefined of what is verified */
function diagnose(proof, facts) {
	const check = proof.result.outcome === "verified" ? void 0 : (0,external_common_js_namespaceObject.Qt)(proof.result);
	return check && diagnoseCheck(check, proof, facts);
}
/** What one check that failed, or did not run, comes to. */
function diagnoseCheck(check, proof, facts) {
	const { code = "INTERNAL", reason, detail, expected, actual, remedy } = check;
	const found = (RULES[check.id] ?? []).map((rule) => rule({
		check,
		proof,
		facts
	})).find((each) => each !== void 0);
	return {
		code,
		check: check.id,
		message: found?.message ?? `${check.id}: ${detail}`,
		remedy: found?.remedy ?? remedy ?? (0,external_common_js_namespaceObject.Pr)(code, reason),
		...expected !== void 0 && { expected },
		...actual !== void 0 && { actual },
		explainsAll: found?.explainsAll ?? false
	};
}
/** In the order in which they are tried: what says most comes first. */
const RULES = {
	digest: [
		wrongPin,
		wrongChecksum,
		changedBytes,
		anotherFile
	],
	signature: [
		wrongChecksum,
		changedBytes,
		anotherFile,
		mixedPair
	],
	"certificate-identity": [anotherSigner],
	"oidc-issuer": [anotherSigner],
	"log-entry-binding": [notLogged],
	"release-binding": [
		rejectedSbom,
		anotherFile,
		misplaced
	]
};
function wrongPin({ facts: { pin, measured, opinions } }) {
	const signed = opinions.find(({ digest, result }) => isVerified(result) && measured?.equals(digest) === true);
	if (pin === void 0 || measured === void 0 || pin.equals(measured) || signed === void 0) return void 0;
	return {
		message: `the pin is of other bytes than the signed ones: the signature holds for ${measured.toString()}, which the bytes have, and the pin is ${pin.toString()}`,
		remedy: "Look at where the pin is from. If it is of another version or platform, pin the digest that is signed; if somebody gave it to you as this file’s, do not use the file.",
		explainsAll: true
	};
}
/** The file that names another digest than what is signed is itself unsigned. */
function wrongChecksum({ check, facts }) {
	const { checksum, measured, listed, opinions } = facts;
	const actual = measured ?? listed;
	if (checksum === void 0 || actual === void 0 || checksum.equals(actual)) return void 0;
	if (opinions.find(({ digest, result }) => isVerified(result) && digest.equals(actual)) === void 0 || listed !== void 0 && !listed.equals(actual)) return void 0;
	const bytes = measured === void 0 ? "" : ", as are the bytes";
	const sbom = listed === void 0 ? "" : " and SBOM";
	return {
		message: `the .sha256 file is wrong: it names ${checksum.toString()}, and signature${sbom} are of ${actual.toString()}${bytes}`,
		remedy: REPORT,
		explainsAll: check.id === "signature" || measured !== void 0
	};
}
/** What is signed is what the papers name; what was served is neither. */
function changedBytes({ facts }) {
	const { measured, opinions } = facts;
	const signed = opinions.find(({ digest, namedBy, result }) => isVerified(result) && namedBy.length > 0 && measured !== void 0 && !digest.equals(measured));
	if (measured === void 0 || signed === void 0) return void 0;
	const { namedBy, digest } = signed;
	return {
		message: join$13(`the signature and the certificate are of ${digest.toString()}, which ${list(namedBy)} ${namedBy.length === 1 ? "names" : "name"}; the file served is another, ${measured.toString()}`, describeIdentity(facts)),
		remedy: FETCH_AGAIN,
		explainsAll: true
	};
}
function anotherFile({ check, facts }) {
	const what = describeIdentity(facts);
	if (what === void 0) return void 0;
	return {
		message: join$13(`${check.id}: ${check.detail}`, what),
		remedy: facts.place === void 0 ? FETCH_AGAIN : `Do not use it as ${facts.place}. Ask for what it is, or fetch the right file and ask who put this one in its place.`,
		explainsAll: check.id !== "release-binding"
	};
}
function mixedPair({ check, proof, facts }) {
	const { result, chosen } = proof;
	if (check.code !== "SIGNATURE_INVALID" || check.status !== "failed") return void 0;
	const certificate = chosen?.evidence.certificate.value;
	if (certificate === void 0) return void 0;
	const { identity } = certificate;
	const digest = result.digest?.toString() ?? "its digest";
	return { message: join$13(`the .sig and the .cert do not belong together: the key of the certificate${identity === void 0 ? "" : `, issued to ${identity},`} did not make this signature over ${digest}`, describeAgreement(facts), describeRelated(facts.related)) };
}
function anotherSigner({ proof, facts }) {
	const { identity, oidcIssuer } = proof.chosen?.evidence.certificate.value ?? {};
	return { message: join$13(`${describeSigner(identity === void 0 || oidcIssuer === void 0 ? void 0 : {
		certificateIdentity: identity,
		oidcIssuer
	}, proof.result)} the expected signer`, describeRelated(facts.related)) };
}
/** As far as it is proven: what a certificate names is a claim, as long as its chain does not hold. */
function describeSigner(named, { checks }) {
	if (named === void 0) return "signed by nobody that can be named, and not by";
	const { certificateIdentity: who, oidcIssuer: by } = named;
	const known = (0,external_common_js_namespaceObject.jt)(named);
	const role = known === void 0 ? "who is no signer that is known" : `which is ${known}`;
	const isSigned = (0,external_common_js_namespaceObject.$t)(checks, "signature");
	if (isSigned && (0,external_common_js_namespaceObject.$t)(checks, "certificate-chain", "signed-certificate-timestamp")) return `validly signed by ${who}, vouched for by ${by}, ${role}, and not by`;
	return `${isSigned ? "signed by the key of a certificate that is not proven" : "the certificate"}${isSigned ? ", which" : ""} names ${who} and ${by}, ${role}, and not`;
}
function notLogged({ check, proof, facts }) {
	if (check.code !== "EVIDENCE_LOG_ENTRY_MISSING" || !(0,external_common_js_namespaceObject.$t)(proof.result.checks, "signature")) return void 0;
	const digest = proof.result.digest?.toString() ?? "its digest";
	const hasOther = (facts.related ?? []).length > 0;
	return {
		message: join$13(`the .sig and the .cert belong together and to ${digest}, but the log has no entry of them`, describeRelated(facts.related, OTHER_CERTIFICATE)),
		...hasOther && { remedy: `Do not use the artifact as it is published. Whoever published it: ${WHOLE_PAIR}.` }
	};
}
/** What comes after the artifact's own evidence. */
const AFTER_ITS_OWN = ["release-binding", "independent-judge"];
/** Whose fault it is: the paper's that was to bind it, not its own. */
function rejectedSbom({ check, proof }) {
	if (check.code !== "RELEASE_SBOM_REJECTED") return void 0;
	return { message: isOwnProven(proof) ? `${check.detail}. Its own signature holds` : check.detail };
}
function isOwnProven({ result: { checks, signatureSource } }) {
	const own = checks.filter(({ id, required }) => required && !AFTER_ITS_OWN.includes(id));
	return signatureSource === "artifact" && own.every(({ status }) => status === "passed");
}
/** The code's own remedy is for what is validly signed. */
function misplaced({ check, proof }) {
	if (check.code !== "RELEASE_BINDING_MISMATCH") return void 0;
	const digest = proof.result.digest?.toString() ?? "its digest";
	const isPair = (0,external_common_js_namespaceObject.$t)(proof.result.checks, "signature");
	return {
		message: join$13(`${check.id}: ${check.detail}`, isPair ? `the .sig and the .cert belong together and to ${digest}: another file may have been published in its place` : void 0),
		...!isOwnProven(proof) && { remedy: FETCH_AGAIN }
	};
}
function describeIdentity({ identity, place }) {
	if (identity === void 0 || identity.place === place) return void 0;
	const instead = place === void 0 ? "" : `, and not ${place}`;
	const { isSigned, sbomOf } = identity;
	const release = sbomOf === void 0 ? "the release's signed SBOM" : `the signed SBOM of ${sbomOf}`;
	return `by ${isSigned ? release : "the release site's .sha256 files, which are unsigned,"} it is ${identity.place}${instead}`;
}
function describeAgreement({ agreeing }) {
	if (agreeing.length === 0) return void 0;
	return `${agreeing.join(", ")} ${agreeing.length === 1 ? "names" : "name"} the same digest, so the bytes are likely the ones that were built`;
}
/** Which entries the signer could publish the files of, and what of them is published now. */
function describeRelated(related, ofSignature = "") {
	if (related === void 0) return void 0;
	if (related.length === 0) return "the log has no valid entry of the expected signer for this digest";
	const entries = related.map((entry) => `${entry.logIndex}${entry.integratedTime === void 0 ? "" : ` of ${entry.integratedTime}`}${describePublished(entry, ofSignature)}`);
	return `the log has ${related.length === 1 ? "a valid entry" : `${related.length} valid entries`} of the expected signer for this digest: ${entries.join("; ")}; ${WHOLE_PAIR}`;
}
function describePublished({ hasSignature, hasCertificate }, ofSignature) {
	if (hasSignature && hasCertificate) return ", both of which are published";
	if (hasSignature) return `, whose signature is the published .sig${ofSignature}`;
	return hasCertificate ? ", whose certificate is the published .cert" : "";
}
function isVerified({ outcome }) {
	return outcome === "verified";
}
function list(names) {
	return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
/** The first goes on from the artifact's name; the others begin as sentences do. */
function join$13(first, ...others) {
	return [first, ...others.flatMap((text) => text === void 0 ? [] : text.charAt(0).toUpperCase() + text.slice(1))].join(". ");
}
// src/diagnose/facts.ts
/** Where nothing more was found out. */
const NO_FACTS = {
	measured: void 0,
	pin: void 0,
	checksum: void 0,
	listed: void 0,
	opinions: [],
	related: void 0,
	identity: void 0,
	place: void 0,
	agreeing: []
};
// src/prove/facts-context.ts
/** @throws CodedError when there is no trusted root */
async function toFactsContext(context) {
	const { request, ports, sbomsAtHand } = context;
	return {
		signer: request.signer,
		judging: await toJudging(context),
		log: ports.transparencyLog,
		hintSite: ports.hintSite,
		sbomsAtHand,
		releaseUrl: request.releaseUrl,
		platform: request.platforms[0]
	};
}
// src/evidence/checksum.ts
/** A file of sums under one artifact's name has some hundred. */
const MAX_LINES$1 = 1e3;
const MAX_LINE_LENGTH$1 = 4096;
const ALGORITHMS = {
	sha256: {
		ending: ".sha256",
		length: 64,
		tags: ["SHA256", "SHA2-256"]
	},
	sha512: {
		ending: ".sha512",
		length: 128,
		tags: ["SHA512", "SHA2-512"]
	}
};
/**
* Reads a `.sha256` file.
* @param name the artifact's file name; a line for another file is passed over
* @throws EvidenceError EVIDENCE_UNREADABLE
*/
function parseChecksum(file, name) {
	return new external_common_js_namespaceObject.lr(Buffer.from(parseHex(file, "sha256", name), "hex"));
}
/**
* Reads a `.sha512` file.
* @returns lower-case hex
* @throws EvidenceError EVIDENCE_UNREADABLE
*/
function parseChecksumSha512(file, name) {
	return parseHex(file, "sha512", name);
}
function parseHex(file, algorithm, name) {
	const { ending, length } = ALGORITHMS[algorithm];
	const text = toText$2(file);
	const lines = text.split(/\r?\n/, 1001).filter((line) => line.trim() !== "");
	const sums = lines.length > MAX_LINES$1 ? [void 0] : lines.map((line) => parseLine$1(line, algorithm));
	const read = sums.filter((sum) => sum !== void 0);
	if (read.length === 0 || read.length < sums.length) throw new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", `the ${ending} file is ${describeText(text)}`, {
		expected: `${length} hex characters, alone or with the file's name`,
		actual: describeText(text)
	});
	const own = read.filter((sum) => isOf(sum, name));
	const digests = new Set(own.map(({ hex }) => hex));
	const [digest] = digests;
	if (digest !== void 0 && digests.size === 1) return digest;
	const names = read.flatMap((sum) => sum.name ?? []).slice(0, 3);
	const message = digests.size > 1 ? `the ${ending} file names ${digests.size} digests` : `the ${ending} file is about another file`;
	throw new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", message, {
		expected: digests.size > 1 ? "one digest" : name,
		actual: digests.size > 1 ? `${digests.size} digests` : names.join(", ")
	});
}
/** A name may have the path of the folder that it was made in. */
function isOf(sum, name) {
	return sum.name === void 0 || name === void 0 || sum.name.split(/[\\/]/).at(-1) === name;
}
function parseLine$1(line, algorithm) {
	if (line.length > MAX_LINE_LENGTH$1) return void 0;
	const { length, tags } = ALGORITHMS[algorithm];
	const isHex = (text) => text.length === length && /^[0-9a-f]+$/i.test(text);
	const trimmed = line.trim();
	if (isHex(trimmed)) return {
		hex: trimmed.toLowerCase(),
		name: void 0
	};
	const [, tag = "", tagged = "", after = ""] = /^([A-Z0-9-]+) ?\((.+)\) ?= ?([0-9A-Fa-f]+)$/.exec(trimmed) ?? [];
	if (isHex(after) && tags.some((each) => each === tag)) return {
		hex: after.toLowerCase(),
		name: tagged
	};
	const [, before = "", name = ""] = /^([0-9A-Fa-f]+)[ \t]+\*?(.+)$/.exec(trimmed) ?? [];
	return isHex(before) ? {
		hex: before.toLowerCase(),
		name
	} : void 0;
}
// src/gather/bundle.ts
/**
* The candidate that a bundle is. One that cannot be read is wrong in every piece. A signed statement about the
* artifact counts only where the user named it: it may say anything about it.
*/
function toBundleCandidate(source, text) {
	const parse = source === "named-bundle" ? parseBundle : parseMessageBundle;
	const bundle = text.error === void 0 ? (0,external_common_js_namespaceObject.gn)(() => parse(text.value)) : text;
	if (bundle.error !== void 0) return {
		source,
		evidence: toNoEvidence(bundle.error),
		alternatives: [],
		digest: bundle
	};
	const { digest, evidence, alternatives } = bundle.value;
	return {
		source,
		evidence,
		alternatives,
		...digest && { digest: { value: digest } }
	};
}
/** The candidate in a lock file. What the entry says for people to read has to be what its bundle says. */
function toLockCandidate({ digest, signer, logIndex, bundle }) {
	const candidate = toBundleCandidate("lock", { value: JSON.stringify(bundle) });
	const { certificate, logEntry } = candidate.evidence;
	const wrong = [
		[
			"digest",
			digest.toString(),
			candidate.digest?.value?.toString()
		],
		[
			"signer.certificateIdentity",
			signer.certificateIdentity,
			certificate.value?.identity
		],
		[
			"signer.oidcIssuer",
			signer.oidcIssuer,
			certificate.value?.oidcIssuer
		],
		[
			"logIndex",
			String(logIndex),
			logEntry.value && String(logEntry.value.logIndex)
		]
	].find(([, expected, actual]) => actual !== void 0 && actual !== expected);
	if (wrong === void 0) return candidate;
	const [name, expected, actual] = wrong;
	const message = `the lock file's ${name} is not that of the bundle beside it`;
	const error = new external_common_js_namespaceObject.Or("LOCK_ENTRY_MISMATCH", message, {
		expected,
		actual
	});
	return {
		source: "lock",
		evidence: toNoEvidence(error),
		alternatives: [],
		digest: { error }
	};
}
// src/gather/names.ts
/** In the order in which they are looked for: the first is Kubernetes' own. */
const USUAL_NAMES = {
	bundle: [
		".sigstore.json",
		".sigstore",
		".bundle",
		".cosign.bundle"
	],
	signature: [".sig", ".signature"],
	certificate: [
		".cert",
		".pem",
		".crt",
		".certificate"
	]
};
/** What each kind rejects with when there is none. */
const MISSING_CODES = {
	bundle: "EVIDENCE_BUNDLE_MISSING",
	signature: "EVIDENCE_SIGNATURE_MISSING",
	certificate: "EVIDENCE_CERTIFICATE_MISSING"
};
/**
* The file of a kind that can be read as what it is to be; else the first that is there, which says what it is.
* A name may be another tool's: `.sig` is OpenPGP's, too, and `.pem` anything's.
*/
async function readFirst(kind, read, parse) {
	const files = await readAll(kind, read);
	return files.find((file) => (0,external_common_js_namespaceObject.gn)(() => parse(file)).error === void 0) ?? files[0];
}
/**
* Every file of a kind, one or more: the others are asked for when the first name has none.
* @throws EvidenceError when there is none, or another error when that could not be found out
*/
async function readAll(kind, read) {
	const [usual, ...others] = USUAL_NAMES[kind];
	const first = await (0,external_common_js_namespaceObject._n)(read(kind, usual));
	if (first.error !== void 0 && first.error.code !== MISSING_CODES[kind]) throw first.error;
	const files = [first, ...await Promise.all(others.map((ending) => (0,external_common_js_namespaceObject._n)(read(kind, ending))))].flatMap(({ value }) => value ?? []);
	if (files.length > 0) return files;
	throw first.error ?? new external_common_js_namespaceObject.Sr(MISSING_CODES[kind], "there is none");
}
// src/gather/beside.ts
/**
* Everything beside an artifact. The log is asked for the pair's entry while the artifact is still on its way, unless
* there is a bundle, which brings its own.
*/
async function gatherBeside(beside, { digest, further, log, isLogLast = true }) {
	const [bundles, parts, checksum] = await Promise.all([
		(0,external_common_js_namespaceObject._n)(beside.bundles()),
		gatherPair(beside),
		beside.checksum && (0,external_common_js_namespaceObject._n)(beside.checksum().then((file) => parseChecksum(file, beside.name)))
	]);
	const known = checksum?.value ?? await digest();
	const pair = toPairCandidate("pair", parts, await toSignedDigest(parts, known, further));
	const absence = bundles.error === void 0 ? [] : [{
		source: "bundle",
		error: bundles.error
	}];
	const ofBundle = (bundles.value ?? []).flatMap((file) => toBundleCandidates(file, known));
	const logged = ofBundle.some(({ evidence }) => evidence.signature.value !== void 0) && isLogLast ? pair : await withEntry(pair, log);
	const absent = isNothing(logged) ? [...absence, ...logged.evidence.signature.error ? [toAbsence$1(logged)] : []] : absence;
	return {
		candidates: [...ofBundle, logged],
		absent,
		checksum
	};
}
/**
* A bundle; and where by its version it has but the log's promise, what the log itself has to say of its signature. One
* of a later version that has no proof was stripped of it, and nobody makes that good.
*/
function toBundleCandidates(file, known) {
	const bundle = toBundleCandidate("bundle", { value: file.toString() });
	const { signature, certificate, logEntry, envelope, furtherDigest, bundle: json } = bundle.evidence;
	if (!(logEntry.value?.inclusionProof === void 0 && json?.mediaType === import_dist$2.BUNDLE_V01_MEDIA_TYPE) || envelope !== void 0 || furtherDigest !== void 0 || !signature.value || !certificate.value) return [bundle];
	return [bundle, {
		...toPairCandidate("pair", {
			signature,
			certificate
		}, bundle.digest?.value ?? known),
		source: "bundle"
	}];
}
/** The two files, each as it is. */
async function gatherPair({ signature, certificate }) {
	const [ofSignature, ofCertificate] = await Promise.all([(0,external_common_js_namespaceObject._n)(signature().then(parseSignature)), (0,external_common_js_namespaceObject._n)(certificate().then(parseCertificate))]);
	return {
		signature: ofSignature,
		certificate: ofCertificate
	};
}
/** Beside an artifact of a Kubernetes release, where each file has one name. */
function besideReleased(urls, site) {
	return {
		name: fileNameOf(urls.artifact),
		signature: () => site.fetchSignature(urls),
		certificate: () => site.fetchCertificate(urls),
		bundles: async () => [await site.fetchBundle(urls)],
		checksum: () => site.fetchChecksum(urls)
	};
}
/** Beside the URL of another project's artifact, under any of the usual names. */
function besideUrl(urls, site) {
	const at = (ending) => new URL(`${urls.artifact.href}${ending}`);
	const read = (kind, ending) => {
		if (kind === "signature") return site.fetchSignature({
			...urls,
			signature: at(ending)
		});
		if (kind === "certificate") return site.fetchCertificate({
			...urls,
			certificate: at(ending)
		});
		return site.fetchBundle({
			...urls,
			bundle: at(ending)
		});
	};
	return {
		name: fileNameOf(urls.artifact),
		...underUsualNames(read),
		checksum: void 0
	};
}
/** Whatever lies under one of the usual names. */
function underUsualNames(read) {
	return {
		signature: () => readFirst("signature", read, parseSignature),
		certificate: () => readFirst("certificate", read, parseCertificate),
		bundles: () => readAll("bundle", read)
	};
}
/** Of a URL, whose name may be escaped. */
function fileNameOf({ pathname }) {
	const name = pathname.slice(pathname.lastIndexOf("/") + 1);
	return (0,external_common_js_namespaceObject.gn)(() => decodeURIComponent(name)).value ?? name;
}
function toAbsence$1({ source, evidence }) {
	return {
		source,
		error: evidence.signature.error
	};
}
// src/prove/find-release.ts
const CONCURRENT_REQUESTS = 8;
/** A minor has patches for some fourteen months after its first release. */
const MONTHS_OF_PATCHES = 16;
const MAX_PATCH = 40;
/** @returns `v1.35.2/bin/linux/amd64/kubectl`, or undefined: when the site says of none, or says nothing */
async function findRelease(file, site) {
	const entry = (0,external_common_js_namespaceObject.Kn)(file.fileName);
	if (entry === void 0) return void 0;
	const named = external_common_js_namespaceObject.Wn.filter((platform) => (0,external_common_js_namespaceObject.Yn)(entry, platform).split("/").at(-1) === file.fileName);
	const own = named.filter((each) => file.platform && (0,external_common_js_namespaceObject.ar)(each) === (0,external_common_js_namespaceObject.ar)(file.platform));
	const platforms = entry.platforms === void 0 ? [void 0] : own.length > 0 ? own : named;
	const candidates = (await listVersions$2(file, site)).flatMap((version) => platforms.filter((platform) => platform === void 0 || (0,external_common_js_namespaceObject.qn)(entry, platform, version)).map((platform) => ({
		version,
		path: (0,external_common_js_namespaceObject.Yn)(entry, platform)
	})));
	const limit = pLimit(CONCURRENT_REQUESTS);
	let found;
	await Promise.all(candidates.map((candidate) => limit(async () => {
		if (found !== void 0) return;
		const urls = (0,external_common_js_namespaceObject.Sn)(file.releaseUrl, candidate.version, candidate.path);
		if ((await (0,external_common_js_namespaceObject._n)(site.fetchChecksum(urls).then((text) => parseChecksum(text, fileNameOf(urls.artifact))))).value?.equals(file.digest) === true) found = (0,external_common_js_namespaceObject.Tn)(candidate);
	})));
	return found;
}
/** Every stable release of the minors that were patched at the time, as far as the site names them. */
async function listVersions$2({ signedAt, releaseUrl }, site) {
	const ask = async (channel) => (await (0,external_common_js_namespaceObject._n)(site.fetchChannel(channelUrl(releaseUrl, channel)).then((text) => parseChannel(channel, text)))).value;
	const newest = await ask("stable");
	if (newest === void 0) return [];
	const first = numberOf(external_common_js_namespaceObject.Qn);
	const minors = Array.from({ length: numberOf((0,external_common_js_namespaceObject.tr)(newest)) - first + 1 }, (_, index) => `1.${first + index}`).filter((minor) => wasPatched(minor, signedAt));
	return (await Promise.all(minors.slice(-8).map((minor) => ask(`stable-${minor}`)))).flatMap((version) => {
		const patch = Number(version?.split(".")[2]);
		if (version === void 0 || patch > MAX_PATCH) return [];
		return Array.from({ length: patch + 1 }, (_, index) => `v${(0,external_common_js_namespaceObject.tr)(version)}.${patch - index}`);
	});
}
function numberOf(minor) {
	return Number(minor.split(".")[1]);
}
/** By the table of end-of-life days; a minor that is not in it yet may be of any time. */
function wasPatched(minor, signedAt) {
	const end = (0,external_common_js_namespaceObject.$n)(minor);
	if (end === void 0) return true;
	const start = new Date(end);
	start.setUTCMonth(start.getUTCMonth() - MONTHS_OF_PATCHES);
	return signedAt >= start.toISOString() && signedAt.slice(0, 10) <= end;
}
// src/prove/sboms-at-hand.ts
/** A run may audit hundreds of releases; that it keeps no list of every file of them all, it forgets the oldest. */
const MAX_AT_HAND = 8;
/** Where an SBOM lists a digest; undefined where it does not. */
function findPath(document, digest) {
	return document.paths.find((path) => document.digestsOf(path).some((each) => each.equals(digest)));
}
/** Knows the releases of one run, the latest few of them. */
var SbomsAtHand = class {
	#releases = [];
	add(release) {
		this.#releases.push(release);
		if (this.#releases.length > MAX_AT_HAND) this.#releases.shift();
	}
	/**
	* Where the digest stands in any of the releases but one, whose SBOM was asked before. Only what is verified has a say.
	* @returns undefined when none of them lists it
	*/
	async find(digest, other) {
		const releases = this.#releases.filter(({ version }) => version !== other);
		return (await Promise.all(releases.map(async ({ version, sbom }) => {
			const document = (await sbom())?.document.value;
			const path = document && findPath(document, digest);
			return path === void 0 ? void 0 : {
				version,
				place: (0,external_common_js_namespaceObject.Tn)({
					version,
					path
				})
			};
		}))).find((each) => each !== void 0);
	}
};
// src/prove/gather-facts.ts
/** What a planned artifact is in its release. */
function toFactsInput(planned, document) {
	const { version, path, fileName, kind } = planned;
	if (version === void 0) return { fileName };
	const isListed = document !== void 0 && kind !== "sbom";
	return {
		fileName,
		place: (0,external_common_js_namespaceObject.Tn)(planned),
		sbom: isListed ? {
			document,
			version,
			path
		} : void 0
	};
}
/** Checks whose failure has a story that other pieces tell. */
const TELLING = [
	"digest",
	"signature",
	"certificate-identity",
	"oidc-issuer",
	"log-entry-binding",
	"release-binding"
];
/** Never rejects, but when the self-test fails: what cannot be found out is not said. */
async function gatherFacts(input, context) {
	const { proof, measured, pin, checksum, sbom, place, agreeing = [] } = input;
	const facts = {
		measured,
		pin,
		checksum,
		listed: onlyOne(sbom?.document.digestsOf(sbom.path)),
		place,
		agreeing,
		opinions: [],
		related: void 0,
		identity: void 0
	};
	const check = (0,external_common_js_namespaceObject.Qt)(proof.result);
	const isTelling = check?.status === "failed" || check?.code === "EVIDENCE_LOG_ENTRY_MISSING";
	if (check === void 0 || !isTelling || !TELLING.includes(check.id)) return facts;
	const digest = measured ?? proof.result.digest;
	const [opinions, related] = await Promise.all([hearOpinions(facts, proof, context), digest && searchRelated(proof, digest, context)]);
	const identity = await identify({
		...input,
		measured: digest
	}, related?.[0]?.integratedTime, context);
	return {
		...facts,
		opinions,
		related,
		identity
	};
}
/** Signature, certificate and entry at every digest that something names. */
async function hearOpinions({ measured, checksum, listed }, proof, { judging, signer }) {
	const named = [
		["the .sha256 file", checksum],
		["the SBOM", listed],
		["the bytes", measured]
	];
	const digests = named.flatMap(([, digest]) => digest ?? []);
	const distinct = digests.filter((digest, index) => digests.findIndex((each) => each.equals(digest)) === index);
	const candidates = proof.judged.map(({ candidate }) => candidate);
	return Promise.all(distinct.map(async (digest) => {
		const subject = {
			artifact: { name: digest.toString() },
			measured: { value: digest },
			claims: [],
			releaseBinding: {
				kind: "not-applicable",
				reason: "this is for the diagnosis"
			},
			signer
		};
		const at = {
			candidates: candidates.flatMap((each) => atDigest(each, digest) ?? []),
			absent: []
		};
		const namedBy = named.filter(([source, each]) => source !== "the bytes" && each?.equals(digest) === true).map(([source]) => source);
		const { result } = at.candidates.length === 0 ? proof : await prove(subject, at, judging);
		return {
			digest,
			namedBy,
			result
		};
	}));
}
/** A pair's entry follows from the digest; a bundle brings its own. */
function atDigest(candidate, digest) {
	const { source, evidence } = candidate;
	if (evidence.signature.value === void 0 || evidence.certificate.value === void 0) return void 0;
	if (source === "pair" || source === "named-pair") return toPairCandidate(source, evidence, digest);
	const { alternatives, lookup } = candidate;
	return {
		source,
		evidence,
		alternatives,
		...lookup && { lookup }
	};
}
/**
* By the requested release's SBOM, which is signed; else by that of another release of the run; else by the release
* site, of what the release signer signed.
*/
async function identify({ measured, sbom, fileName, place }, signedAt, { hintSite, sbomsAtHand, releaseUrl, platform }) {
	if (measured === void 0) return void 0;
	const path = sbom && findPath(sbom.document, measured);
	if (sbom !== void 0 && path !== void 0) return {
		place: `${sbom.version}/${path}`,
		isSigned: true
	};
	const listed = await sbomsAtHand?.find(measured, sbom?.version);
	if (listed !== void 0) return {
		place: listed.place,
		isSigned: true,
		sbomOf: listed.version
	};
	if (signedAt === void 0 || place === void 0) return void 0;
	const found = await findRelease({
		digest: measured,
		fileName,
		signedAt,
		platform,
		releaseUrl
	}, hintSite);
	return found === void 0 ? void 0 : {
		place: found,
		isSigned: false
	};
}
function onlyOne(values) {
	return values?.length === 1 ? values[0] : void 0;
}
// src/prove/artifact-proof.ts
/** What became of a planned artifact, from its proof. */
function toArtifactProof(planned, proof, { measured, provenBy, isInPlace = false }) {
	if (measured === void 0) return {
		...proof,
		planned
	};
	if (proof.result.outcome !== "verified") return {
		...proof,
		planned,
		measured
	};
	const grounds = {
		file: measured,
		evidence: proof.chosen?.evidence,
		provenBy,
		isInPlace
	};
	const verified = VerifiedArtifact.from(planned, proof.result, grounds);
	return {
		...proof,
		planned,
		measured,
		verified
	};
}
/** An SBOM's list counts once the paper is verified. */
function toDocument({ result }, read) {
	if (result.outcome === "verified") return read();
	const check = (0,external_common_js_namespaceObject.Qt)(result);
	const detail = `${check?.id ?? "no check"}: ${check?.detail ?? "nothing was checked"}`;
	const message = (what) => `the release's SBOM is ${what}: ${detail}`;
	if (result.outcome === "rejected") return { error: new external_common_js_namespaceObject.kr("RELEASE_SBOM_REJECTED", message("itself rejected"), check) };
	const isAbsent = check?.reason === "not-published" || check?.reason === "unsigned";
	const hint = check?.code && !isAbsent ? check.remedy ?? (0,external_common_js_namespaceObject.Pr)(check.code, check.reason) : void 0;
	const context = {
		reason: check?.reason,
		hint
	};
	return { error: new external_common_js_namespaceObject.kr("RELEASE_BINDING_UNAVAILABLE", message("not proven"), context) };
}
/** As a report names it. */
function describe({ name, version, platform, path }) {
	return {
		name,
		...version && { version },
		...platform && { platform: (0,external_common_js_namespaceObject.ar)(platform) },
		path
	};
}
/** `kubectl v1.35.2` */
function formatName({ name, version }) {
	return [name, version].filter(Boolean).join(" ");
}
// src/prove/fault.ts
/** What no trusted root and no policy changes. */
const SELF_CONTAINED = [
	"digest",
	"signature",
	"log-entry-binding",
	"inclusion-proof"
];
/** What is looked up beside it. */
const LOOKED_UP = ["release-binding", ...external_common_js_namespaceObject.rn];
/** Whose fault it is that something does not prove: its own, that of something else, or nobody's. */
function findFault(result) {
	if (result.checks.some(({ id, status, code }) => status === "failed" && (SELF_CONTAINED.includes(id) || code === "RELEASE_BINDING_MISMATCH"))) return "its-own";
	const check = (0,external_common_js_namespaceObject.Qt)(result);
	if (check?.code === "IDENTITY_MISMATCH" || check?.code === "ISSUER_MISMATCH") return "nobodys";
	if (check?.status === "not-run" && LOOKED_UP.includes(check.id)) return "nobodys";
	return check?.code === "CERTIFICATE_UNTRUSTED" || check?.id === "release-binding" ? "elsewhere" : "its-own";
}
// src/prove/further.ts
/** The subject with those digests, where a candidate may need them and there are bytes. */
async function withFurther(subject, { candidates }, measure) {
	const further = candidates.flatMap((each) => [each.evidence, ...each.alternatives]).some(mayNeedFurther) ? await measure() : void 0;
	return further === void 0 ? subject : {
		...subject,
		further
	};
}
/** The same measuring, done once however often it is asked for. */
function once(measure) {
	let measured;
	return () => measured ??= measure();
}
// src/evidence/checksums-file.ts
const HEX_LENGTHS = {
	sha256: 64,
	sha512: 128
};
/** Digest, a space, a space or the star of binary mode, path. A name with line breaks is written otherwise. */
const LINE = /^([0-9a-fA-F]+) [ *](\P{Cc}+)$/u;
/** A path is no longer than 4,096 bytes; a line of megabytes would overflow the stack that V8 has for such a pattern. */
const MAX_LINE_LENGTH = 8192;
/** A release has some hundred files. */
const MAX_LINES = 1e5;
/**
* Reads a sums file. Strict in every line, for a line that is passed over could
* be the one that disagrees; only blank lines say nothing.
* @param text whatever the release site served
* @throws EvidenceError EVIDENCE_UNREADABLE, naming the line
*/
function parseChecksumsFile(text, algorithm) {
	const lines = text.replace(/\r?\n$/, "").split(/\r?\n/, 100001);
	if (lines.length > MAX_LINES) throw malformed$1(algorithm, "is too long", {
		expected: `at most ${MAX_LINES} lines`,
		actual: "more"
	});
	const digests = /* @__PURE__ */ new Map();
	const releases = /* @__PURE__ */ new Map();
	const ofRelease = (version) => {
		const known = releases.get(version) ?? byPath$1(digests, version);
		releases.set(version, known);
		return known;
	};
	for (const [index, line] of lines.entries()) {
		if (/^[ \t]*$/.test(line)) continue;
		const { hex, path } = parseLine(line, index + 1, algorithm);
		digests.set(path, (digests.get(path) ?? /* @__PURE__ */ new Set()).add(hex));
	}
	if (digests.size === 0) throw malformed$1(algorithm, "lists no file", {
		expected: "one line or more",
		actual: describeText(text)
	});
	return {
		pathsOf: (version) => [...ofRelease(version).keys()],
		digestsOf: (version, path) => [...ofRelease(version).get(path) ?? []]
	};
}
function parseLine(line, number, algorithm) {
	const [, hex = "", written = ""] = (line.length > MAX_LINE_LENGTH ? null : LINE.exec(line)) ?? [];
	const path = written.replace(/^\.\//, "");
	if (hex.length === HEX_LENGTHS[algorithm] && path.trim() !== "") return {
		hex: hex.toLowerCase(),
		path
	};
	const expected = `${HEX_LENGTHS[algorithm]} hex characters, two spaces and a path`;
	throw malformed$1(algorithm, `is malformed in line ${number}`, {
		expected,
		actual: describeText(line)
	});
}
/** An absolute name says itself which release it is of; a relative one is of the folder the file lies in. */
function byPath$1(digests, version) {
	const paths = /* @__PURE__ */ new Map();
	for (const [name, hexes] of digests) {
		const folder = `/${version}/`;
		const start = name.lastIndexOf(folder);
		if (name.startsWith("/") && start < 0) continue;
		const path = name.startsWith("/") ? name.slice(start + folder.length) : name;
		const found = paths.get(path) ?? /* @__PURE__ */ new Set();
		for (const hex of hexes) found.add(hex);
		paths.set(path, found);
	}
	return paths;
}
function malformed$1(algorithm, what, comparison) {
	return new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", `${algorithm.toUpperCase()}SUMS ${what}`, comparison);
}
// src/evidence/provenance.ts
const STATEMENT_TYPES = ["https://in-toto.io/Statement/v0.1", "https://in-toto.io/Statement/v1"];
/** A release has some hundred subjects and one material. */
const MAX_ENTRIES$1 = 1e5;
const MAX_TEXT_LENGTH = 4096;
const KUBERNETES = /^(?:git\+)?https:\/\/github\.com\/kubernetes\/kubernetes(?:\.git)?(?:@.*)?$/;
/** Bare, or inside one pair of single quotes. */
const COMMIT = /^('?)[0-9a-fA-F]{40}\1$/;
/** To valibot a list is an object too, one whose optional fields are all absent. */
const objectOf = (entries) => /* @__PURE__ */ pipe(/* @__PURE__ */ unknown(), /* @__PURE__ */ check((json) => !Array.isArray(json), "is a list"), /* @__PURE__ */ object(entries));
/** Counted before the first entry is looked at. */
const listOf = (entry) => /* @__PURE__ */ pipe(/* @__PURE__ */ array(/* @__PURE__ */ unknown()), /* @__PURE__ */ maxLength(MAX_ENTRIES$1, `has more than ${MAX_ENTRIES$1} entries`), /* @__PURE__ */ array(entry));
const shortText = /* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ maxLength(MAX_TEXT_LENGTH, "is too long"));
const hexOf = (length) => /* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ regex(new RegExp(`^[0-9a-fA-F]{${length}}$`), `is not ${length} hex characters`), /* @__PURE__ */ toLowerCase());
const subjects = /* @__PURE__ */ pipe(listOf(objectOf({
	name: shortText,
	digest: objectOf({
		sha256: /* @__PURE__ */ exactOptional(hexOf(64)),
		sha512: /* @__PURE__ */ exactOptional(hexOf(128))
	})
})), /* @__PURE__ */ minLength(1, "is empty"));
const builder = objectOf({ id: shortText });
const commit = /* @__PURE__ */ pipe(/* @__PURE__ */ string(), /* @__PURE__ */ regex(COMMIT, "is not a Git commit of 40 hex characters"), /* @__PURE__ */ transform((quoted) => quoted.replaceAll("'", "").toLowerCase()));
const sources = /* @__PURE__ */ optional(listOf(/* @__PURE__ */ pipe(objectOf({
	uri: /* @__PURE__ */ optional(shortText, ""),
	digest: /* @__PURE__ */ optional(/* @__PURE__ */ unknown(), {})
}), /* @__PURE__ */ transform(({ uri, digest }) => ({ digest: KUBERNETES.test(uri) ? digest : {} })), /* @__PURE__ */ object({ digest: objectOf({
	sha1: /* @__PURE__ */ optional(commit),
	gitCommit: /* @__PURE__ */ optional(commit)
}) }), /* @__PURE__ */ transform(({ digest: { sha1, gitCommit } }) => [sha1, gitCommit].filter((hex) => hex !== void 0)))), []);
const statementSchema = /* @__PURE__ */ variant("predicateType", [/* @__PURE__ */ object({
	_type: /* @__PURE__ */ picklist(STATEMENT_TYPES),
	predicateType: /* @__PURE__ */ literal("https://slsa.dev/provenance/v0.2"),
	subject: subjects,
	predicate: objectOf({
		builder,
		materials: sources
	})
}), /* @__PURE__ */ object({
	_type: /* @__PURE__ */ picklist(STATEMENT_TYPES),
	predicateType: /* @__PURE__ */ literal("https://slsa.dev/provenance/v1"),
	subject: subjects,
	predicate: objectOf({
		buildDefinition: objectOf({ resolvedDependencies: sources }),
		runDetails: objectOf({ builder })
	})
})]);
/**
* Reads a provenance statement, bare as Kubernetes publishes it.
* @param text JSON from the release site
* @throws EvidenceError EVIDENCE_UNREADABLE, with the JSON path
*/
function parseProvenance(text) {
	const { subject: listed, predicate } = readStatement(text);
	const { builderId, commits } = "builder" in predicate ? {
		builderId: predicate.builder.id,
		commits: predicate.materials
	} : {
		builderId: predicate.runDetails.builder.id,
		commits: predicate.buildDefinition.resolvedDependencies
	};
	const releases = /* @__PURE__ */ new Map();
	const ofRelease = (version) => {
		const known = releases.get(version) ?? byPath(listed, version);
		releases.set(version, known);
		return known;
	};
	return {
		builderId,
		sourceCommits: [...new Set(commits.flat())],
		pathsOf: (version) => [...ofRelease(version).keys()],
		subjectsOf: (version, path, digests) => {
			const paths = ofRelease(version);
			const named = distinct$1(paths.get(path) ?? paths.get(path.slice(path.lastIndexOf("/") + 1)) ?? []);
			const own = paths.has(path) ? [] : named.filter((each) => isSame$1(each, digests));
			return own.length > 0 ? own : named;
		}
	};
}
function byPath(listed, version) {
	const paths = /* @__PURE__ */ new Map();
	for (const { name, digest } of listed) {
		const path = pathIn(version, name);
		if (path === void 0) continue;
		const found = paths.get(path) ?? [];
		found.push(digest);
		paths.set(path, found);
	}
	return paths;
}
/**
* A name is `<path>`, `<version>/<path>`, `…/release/<version>/<path>` or `…/gcs-stage/<version>/<path>`; any bucket is
* taken, for it has changed before.
* @returns undefined when it is of another release
*/
function pathIn(version, name) {
	const [, named, path] = /^(?:.*\/(?:release|gcs-stage)\/)?(v\d[^/]*)\/(.+)$/s.exec(name) ?? [];
	if (path !== void 0) return named === version ? path : void 0;
	return /\/(?:release|gcs-stage)\//.test(name) ? void 0 : name;
}
/** Whether a subject gives a digest that is known, and none that is another. */
function isSame$1(subject, { sha256, sha512 } = {}) {
	const pairs = [[subject.sha256, sha256], [subject.sha512, sha512]].filter(([listed, known]) => listed !== void 0 && known !== void 0);
	return pairs.length > 0 && pairs.every(([listed, known]) => listed === known);
}
function distinct$1(digests) {
	return [...new Map(digests.map((each) => [`${each.sha256 ?? ""}/${each.sha512 ?? ""}`, each])).values()];
}
function readStatement(text) {
	return readJson$4(text, statementSchema, {
		message: withoutValue,
		refuse: ({ isJson, what, cause, issue }) => isJson ? malformed(`is not what it has to be: ${what}`, {
			expected: issue?.expected ?? void 0,
			actual: describeWrapper(text) ?? (issue && describeValue(issue))
		}) : malformed("is not JSON that can be read", {
			expected: "JSON",
			actual: describeText(text),
			cause
		})
	});
}
function describeValue({ input, received }) {
	return typeof input === "string" ? describeText(input) : received;
}
/** Kubernetes may come to sign its provenance, which puts the statement inside of one of these. */
function describeWrapper(text) {
	const json = (0,external_common_js_namespaceObject.xn)(text);
	if (typeof json !== "object" || json === null || "_type" in json) return void 0;
	if ("dsseEnvelope" in json) return "a Sigstore bundle";
	return "payloadType" in json ? "a DSSE envelope" : void 0;
}
function malformed(what, context) {
	return new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", `the provenance ${what}`, context);
}
// src/prove/release-papers.ts
/** The SBOM, checksums and provenance of one release, each fetched and proven once. */
var PapersOfRelease = class {
	#group;
	#context;
	#proveSbom;
	#sbom;
	#unsigned;
	constructor(group, context, proveSbom) {
		this.#group = group;
		this.#context = context;
		this.#proveSbom = proveSbom;
	}
	/** The release's SBOM; undefined when release-binding is off. */
	sbom() {
		const { sbom } = this.#group;
		return this.#sbom ??= sbom && this.#proveOnce(sbom);
	}
	async #proveOnce(sbom) {
		const proof = await this.#proveSbom(sbom);
		if (proof.result.outcome !== "verified") await this.#context.ports.releaseSite.forgetPaper?.(sbom.urls);
		return proof;
	}
	/** Undefined when there is no cross-check. Never rejects: a paper that is missing or wrong is an error in its place. */
	unsigned() {
		const { papers } = this.#group;
		if (papers === void 0) return void 0;
		return this.#unsigned ??= (async () => {
			const read = (urls, parse) => (0,external_common_js_namespaceObject._n)(fetchPaper(urls, this.#context).then(parse));
			const [sha256Sums, sha512Sums, provenance] = await Promise.all([
				read(papers.sha256Sums, (text) => parseChecksumsFile(text, "sha256")),
				read(papers.sha512Sums, (text) => parseChecksumsFile(text, "sha512")),
				read(papers.provenance, parseProvenance)
			]);
			return {
				sha256Sums,
				sha512Sums,
				provenance
			};
		})();
	}
	/** What the SBOM says; an error where there is none at hand. */
	async document() {
		const sbom = await this.sbom();
		if (sbom !== void 0) return sbom.document;
		return { error: new external_common_js_namespaceObject.xr("RELEASE_PAPER_MISSING", "release-binding is off, so the SBOM is not looked at") };
	}
	/** Everything that is needed beside the artifact and its evidence, its own `.sha512` file included. */
	async beside(planned) {
		const { version, kind, urls } = planned;
		if (kind === "sbom") return {
			sbom: void 0,
			crossCheck: void 0
		};
		if (version === void 0 || kind === "provenance" || this.#group.papers === void 0) return {
			sbom: await this.sbom(),
			crossCheck: void 0
		};
		const [unsigned, sbom, document, checksumSha512] = await Promise.all([
			this.unsigned(),
			this.sbom(),
			this.document(),
			readChecksumSha512(urls, this.#context.ports.releaseSite)
		]);
		return {
			sbom,
			crossCheck: {
				papers: {
					...unsigned,
					sbom: document
				},
				checksumSha512,
				version,
				path: planned.path,
				isRequired: this.#context.request.crossCheck === "required"
			}
		};
	}
};
/** Hex, of the `.sha512` file beside an artifact, which may name the file. */
function readChecksumSha512(urls, releaseSite) {
	const name = fileNameOf(urls.artifact);
	return (0,external_common_js_namespaceObject._n)(releaseSite.fetchChecksumSha512(urls).then((file) => parseChecksumSha512(file, name)));
}
const OF_NO_RELEASE = {
	kind: "not-applicable",
	reason: "an artifact by its URL is of no release"
};
const BINDING_IS_OFF = {
	kind: "not-applicable",
	reason: "release-binding is off"
};
/** What binds an artifact to its release: the SBOM that lists it. */
function bindBySbom({ kind, path, version }, sbom, sha512) {
	if (version === void 0) return OF_NO_RELEASE;
	if (sbom === void 0) return BINDING_IS_OFF;
	if (kind === "provenance") return {
		kind: "unavailable",
		reason: "the release's SBOM does not list its papers"
	};
	return {
		kind: "sbom",
		sbom: sbom.document,
		namespace: (0,external_common_js_namespaceObject.kn)({ version }),
		path,
		sha512
	};
}
/** What binds an SBOM: it names its release itself, which is read once its signature holds. */
function bindItself(planned, read, { request }) {
	if (request.releaseBinding === "off") return BINDING_IS_OFF;
	return {
		kind: "own",
		read,
		namespace: (0,external_common_js_namespaceObject.kn)(planned)
	};
}
/** The bytes of an SBOM now, what they say when it is asked for, and no more than once. */
async function toSbomReader(file, { ports: { releaseSite } }) {
	if (file.error !== void 0) return () => file;
	const bytes = await (0,external_common_js_namespaceObject._n)(releaseSite.readPaper(file.value));
	if (bytes.error !== void 0) return () => bytes;
	let document;
	return () => document ??= (0,external_common_js_namespaceObject.gn)(() => parseReleaseSbom(bytes.value.toString()));
}
/** The SBOM itself, where it is to prove an artifact in the place of a signature. */
function toProvenBy({ signatureSource }, sbom) {
	return signatureSource === "release-sbom" ? sbom?.verified : void 0;
}
/** Published without a signature; should there be one, in whichever form, it has to hold. */
async function fetchPaper(urls, context) {
	const { releaseSite } = context.ports;
	const [bytes, bundle, pair] = await Promise.all([
		releaseSite.fetchPaper(urls),
		(0,external_common_js_namespaceObject._n)(releaseSite.fetchBundle(urls)),
		gatherPair({
			signature: () => releaseSite.fetchSignature(urls),
			certificate: () => releaseSite.fetchCertificate(urls)
		})
	]);
	const text = bytes.toString();
	if (isBundle(text)) {
		const { candidate, text: statement, subject } = unwrapStatement(text);
		await provePaper({
			urls,
			digest: subject,
			candidates: [candidate],
			kind: "provenance"
		}, context);
		return statement;
	}
	const beside = bundle.value?.toString();
	if (beside !== void 0 && isBundle(beside) && toPublished(beside).evidence.envelope !== void 0) {
		const { candidate, text: statement, subject } = unwrapStatement(beside);
		if (statement !== text) throw new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", "the bundle beside the paper holds another statement");
		await provePaper({
			urls,
			digest: subject,
			candidates: [candidate],
			kind: "provenance"
		}, context);
		return text;
	}
	const digest = (0,external_common_js_namespaceObject.ur)(bytes);
	const candidates = [...beside === void 0 ? [] : [toBundleCandidate("bundle", { value: beside })], ...pair.signature.error?.code === "EVIDENCE_SIGNATURE_MISSING" ? [] : [toPairCandidate("pair", pair, digest)]];
	if (candidates.length > 0) await provePaper({
		urls,
		digest,
		candidates,
		kind: "release"
	}, context);
	return text;
}
/** As a published bundle is judged: a promise of the log is no proof of it. */
function toPublished(text) {
	return {
		...toBundleCandidate("named-bundle", { value: text }),
		source: "bundle"
	};
}
/** Whether a paper is not the statement, but a bundle around it: the newest release tooling signs in place. */
function isBundle(text) {
	return /^\s*\{/.test(text) && /"(?:mediaType|media_type)"\s*:\s*"application\/vnd\.dev\.sigstore\.bundle/.test(text.slice(0, 4096));
}
/**
* The statement in a bundle, unread but for one of its subjects: a signed statement is judged as one about that.
* @throws EvidenceError EVIDENCE_UNREADABLE
*/
function unwrapStatement(bundle) {
	const candidate = toPublished(bundle);
	const { envelope, signature } = candidate.evidence;
	if (signature.error !== void 0) throw signature.error;
	if (envelope === void 0) throw new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", "the paper is a bundle that holds no statement");
	const [subject] = parseStatement(envelope).subjects;
	if (subject === void 0) throw new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", "the signed statement names no subject by SHA-256");
	return {
		candidate,
		text: envelope.payload.toString(),
		subject
	};
}
async function provePaper({ urls, digest, candidates, kind }, context) {
	const { result } = await prove({
		artifact: { name: urls.artifact.pathname },
		measured: { value: digest },
		claims: [],
		releaseBinding: {
			kind: "not-applicable",
			reason: "this is a paper"
		},
		signer: context.request.signer,
		kind
	}, {
		candidates,
		absent: []
	}, await toJudging(context));
	if (result.outcome === "verified") return;
	const check = (0,external_common_js_namespaceObject.Qt)(result);
	const message = `the paper is signed, and its signature does not stand: ${check?.detail ?? ""}`;
	if (result.outcome === "rejected") throw new external_common_js_namespaceObject.kr("RELEASE_PAPER_REJECTED", message, check);
	throw new external_common_js_namespaceObject.xr(check?.code ?? "RELEASE_PAPER_MISSING", message, { reason: check?.reason });
}
// src/prove/prove-planned.ts
/** Proves one artifact, from the cache or anew. */
async function provePlanned(planned, release) {
	return await proveCached(planned, release) ?? proveFetched(planned, release);
}
/** Streams the artifact, gathers its evidence beside it, and judges it. */
async function proveFetched(planned, release) {
	const { papers, context } = release;
	const { ports, request } = context;
	const fetching = (0,external_common_js_namespaceObject._n)(ports.releaseSite.fetchArtifact(planned, {
		withSha512: needsSha512(planned, release),
		isListed: async () => (await papers.document()).value?.paths.includes(planned.path) === true
	}));
	const locked = lockedCandidate(planned, context);
	const further = once(async () => {
		const { value } = await fetching;
		return value && ports.releaseSite.measureFurther(value);
	});
	const gather = () => gatherPublished(planned, {
		fetching,
		further
	}, context);
	const [file, gathered, beside] = await Promise.all([
		fetching,
		planned.signatureSource === "release-sbom" || locked ? void 0 : gather().then(afterSelfTest),
		papers.beside(planned)
	]);
	const conclude = (gathering) => concludeProof(planned, {
		file,
		beside,
		gathering,
		locked
	}, release);
	const proof = await conclude(await withSearched(planned, {
		file,
		gathered
	}, context));
	if (proof.result.outcome === "verified" || request.isFrozen || locked === void 0) return proof;
	const again = await conclude(await gather());
	if (again.result.outcome === "verified") warnOfLock(planned, again.judged, context);
	return again;
}
/**
* What stands in the cache is hashed and verified in full, under today's trusted root and policy.
* @returns undefined when there is nothing, or nothing that passes: then it is fetched
*/
async function proveCached(planned, release) {
	const { installer, sharedCache } = release.context.ports;
	const proof = await proveFrom(installer.cache, planned, release);
	if (proof !== void 0 || sharedCache === void 0) return proof;
	return proveFrom(sharedCache, planned, release);
}
async function proveFrom(cache, planned, release) {
	const { context } = release;
	const { warn, lock, request } = context;
	const pin = isAskedFor(planned, release) ? request.expectedSha256 : void 0;
	const digest = findEntry(lock, planned)?.digest ?? pin;
	const cached = await cache.find(planned, {
		withSha512: needsSha512(planned, release),
		digest
	});
	if (cached === void 0) return void 0;
	const [stranger] = cached.strangers;
	if (stranger !== void 0) {
		warn(`the cached ${formatName(planned)} has "${stranger}" beside it, and ${insteadOf(request)}`);
		await cache.remove(planned);
		return;
	}
	const proof = await proveHit(planned, cached, release);
	if (proof.result.outcome !== "verified") {
		await dismiss(cache, proof, context);
		return;
	}
	if (proof.judged[0]?.result.outcome !== "verified" && proof.judged.length > 1) {
		if (request.isFrozen) return void 0;
		warnOfLock(planned, proof.judged, context);
	}
	return {
		...proof,
		isFromCache: true
	};
}
/** By the lock file's proof, then by the one beside it. */
async function proveHit(planned, { file, bundle, isInPlace }, release) {
	const { papers, context } = release;
	const locked = bundle === void 0 ? void 0 : lockedCandidate(planned, context);
	const gathering = {
		candidates: bundle === void 0 ? [] : [toBundleCandidate("cache", { value: bundle })],
		absent: [],
		checksum: void 0
	};
	const beside = await papers.beside(planned);
	return concludeProof(planned, {
		file: { value: file },
		beside,
		gathering,
		locked,
		isInPlace
	}, release);
}
async function concludeProof(planned, { file, beside, gathering, locked, isInPlace = false }, release) {
	const { context } = release;
	const read = planned.kind === "sbom" ? await toSbomReader(file, context) : void 0;
	const sha512 = file.value?.sha512;
	const subject = {
		artifact: describe(planned),
		measured: (0,external_common_js_namespaceObject.hn)(file, ({ sha256 }) => sha256),
		claims: toClaims(planned, gathering?.checksum, release),
		releaseBinding: read ? bindItself(planned, read, context) : bindBySbom(planned, beside.sbom, sha512),
		crossCheck: beside.crossCheck && {
			...beside.crossCheck,
			sha512
		},
		signatureSource: planned.signatureSource,
		signer: context.request.signer
	};
	const candidates = [...locked ? [locked] : [], ...gathering?.candidates ?? []];
	const measure = async () => file.value && context.ports.releaseSite.measureFurther(file.value);
	const proof = await proveSubject(await withFurther(subject, { candidates }, measure), {
		candidates,
		absent: gathering?.absent ?? []
	}, context);
	const grounds = {
		measured: file.value,
		provenBy: toProvenBy(planned, beside.sbom),
		isInPlace
	};
	const checksum = gathering?.checksum;
	const ofArtifact = {
		...toArtifactProof(planned, proof, grounds),
		...checksum && { checksum }
	};
	return read ? {
		...ofArtifact,
		document: toDocument(proof, read)
	} : ofArtifact;
}
async function proveSubject(subject, gathering, context) {
	const judging = await toJudging(context);
	return subject.signatureSource === "release-sbom" ? proveBySbom(subject, judging) : prove(subject, gathering, judging);
}
/** Beside a URL of another project no `.sha256` file is looked for: the log waits for the artifact's own digest. */
function gatherPublished({ urls, version }, { fetching, further }, { ports, asksForAll = false }) {
	return gatherBeside((version === void 0 ? besideUrl : besideReleased)(urls, ports.releaseSite), {
		digest: async () => (await fetching).value?.sha256,
		further,
		log: ports.transparencyLog,
		isLogLast: !asksForAll
	});
}
/** A signature alone, of an artifact by its URL, says that there is a certificate somewhere: in the log. */
async function withSearched({ version }, { file, gathered }, { request, ports: { transparencyLog } }) {
	const isLone = gathered?.candidates.some(({ source, evidence: { signature, certificate } }) => source === "pair" && signature.value && certificate.error?.code === "EVIDENCE_CERTIFICATE_MISSING");
	if (version !== void 0 || isLone !== true || gathered === void 0 || !file.value) return gathered;
	const searched = await (0,external_common_js_namespaceObject._n)(searchCandidates(file.value.sha256, request.signer, transparencyLog));
	return {
		...gathered,
		candidates: [...gathered.candidates, ...searched.value?.candidates ?? []]
	};
}
/** The self-test has time while the bytes are on their way: the evidence is there long before them. */
async function afterSelfTest(value) {
	await selfTested();
	return value;
}
/** What binds the artifact whatever the evidence. */
function toClaims(planned, checksum, release) {
	const { request, lock } = release.context;
	const pin = isAskedFor(planned, release) ? request.expectedSha256 : void 0;
	const locked = findEntry(lock, planned)?.digest;
	return [
		...pin ? [{
			source: "the pin",
			digest: { value: pin }
		}] : [],
		...locked ? [{
			source: "the lock file",
			digest: { value: locked },
			code: "LOCK_DIGEST_MOVED"
		}] : [],
		...checksum ? [{
			source: "the .sha256 file",
			digest: checksum
		}] : []
	];
}
/** Undefined when the lock file has none. Frozen it always has some: a request it does not cover was refused. */
function lockedCandidate(planned, { lock }) {
	if (planned.signatureSource === "release-sbom") return void 0;
	const entry = findEntry(lock, planned);
	return entry && "bundle" in entry ? toLockCandidate(entry) : void 0;
}
function warnOfLock({ name, version }, judged, { warn }) {
	const ofLock = chooseCandidate(judged.filter(({ candidate }) => candidate.source === "lock"));
	const check = ofLock && (0,external_common_js_namespaceObject.Qt)(ofLock.result);
	warn(`the lock file's proof of ${name} ${version} fails ${check?.id ?? ""} and is replaced: ${check?.detail ?? ""}`);
}
/** Names what is wrong with a hit, and removes it, if the fault is its own. */
async function dismiss(cache, { planned, result }, { warn, request }) {
	const fault = findFault(result);
	if (fault === "nobodys") return;
	const check = (0,external_common_js_namespaceObject.Qt)(result);
	warn(`the cached ${`${planned.name} ${planned.version}`} fails ${check?.id ?? ""} and ${insteadOf(request)}: ${check?.detail ?? ""}`);
	if (fault === "its-own") await cache.remove(planned);
}
/** What becomes of a hit that does not hold. */
function insteadOf({ isOffline }) {
	return isOffline ? "is not used" : "is fetched again";
}
/** The pin is for what was asked for, not for the SBOM that is needed beside it. */
function isAskedFor({ path }, { group }) {
	return group.artifacts.some((artifact) => artifact.path === path);
}
function needsSha512({ kind, signatureSource }, { group }) {
	return kind !== "sbom" && (group.papers !== void 0 || signatureSource === "release-sbom");
}
// src/prove/release-prover.ts
/** Proves the artifacts of one release. Its papers are fetched when the first artifact needs them, once each. */
var ReleaseProver = class {
	papers;
	#group;
	#context;
	/** @param proven the release's SBOM, where it was proven before the release was chosen */
	constructor(group, context, proven) {
		this.#group = group;
		this.#context = context;
		const own = group.artifacts.some(({ path }) => path === group.sbom?.path) ? void 0 : proven;
		this.papers = new PapersOfRelease(group, context, (planned) => own ?? this.#proveSbom(planned));
		const { version } = group.sbom ?? {};
		if (version !== void 0) context.sbomsAtHand?.add({
			version,
			sbom: () => this.papers.sbom()
		});
	}
	/** The release's SBOM; undefined when release-binding is off. */
	sbom() {
		return this.papers.sbom();
	}
	/**
	* Proves one artifact, from the cache or anew.
	* @throws InternalError when the self-test fails: then no proof counts
	*/
	async artifact(planned) {
		const proof = this.#group.sbom?.path === planned.path ? await this.papers.sbom() : await this.#prove(planned);
		await selfTested();
		if (proof === void 0) throw new external_common_js_namespaceObject.Dr("the SBOM is planned, and was not proven");
		const diagnosis = await this.#diagnose(proof);
		return diagnosis === void 0 ? proof : {
			...proof,
			diagnosis
		};
	}
	/** Undefined of what holds. */
	async #diagnose(proof) {
		const { planned, result, measured, checksum } = proof;
		if (result.outcome === "verified") return void 0;
		const { request, loadingRoot } = this.#context;
		if (request.isOffline || request.isFrozen || (await loadingRoot).error !== void 0) return diagnose(proof, NO_FACTS);
		const isAskedFor = this.#group.artifacts.some(({ path }) => path === planned.path);
		const sbom = planned.kind === "sbom" ? void 0 : await this.papers.sbom();
		return diagnose(proof, await gatherFacts({
			proof,
			measured: measured?.sha256,
			pin: isAskedFor ? request.expectedSha256 : void 0,
			checksum: checksum?.value,
			...toFactsInput(planned, sbom?.document.value)
		}, await toFactsContext(this.#context)));
	}
	#prove(planned) {
		return provePlanned(planned, {
			group: this.#group,
			papers: this.papers,
			context: this.#context
		});
	}
	async #proveSbom(planned) {
		const proof = await this.#prove(planned);
		const error = new external_common_js_namespaceObject.xr("RELEASE_BINDING_UNAVAILABLE", "what was proven is no SBOM");
		return {
			...proof,
			document: proof.document ?? { error }
		};
	}
};
// src/prove/old-enough.ts
/** Releases that are looked at before none is old enough. */
const MOST_CANDIDATES = 10;
/**
* Since when the log has vouched for what is verified. The log is searched for an earlier signature by the same signer
* where the one at hand is too young: a release job that ran twice has signed twice.
*/
async function earliestTime(result, { now, minimumAge }, earlier) {
	const own = provenTime(result);
	if (own !== void 0 && now - own.getTime() >= minimumAge || earlier === void 0 || result.digest === void 0) return own;
	const times = (await searchRelated({
		result,
		chosen: void 0
	}, result.digest, earlier) ?? []).flatMap(({ integratedTime }) => integratedTime === void 0 ? [] : [Date.parse(integratedTime)]);
	const all = own === void 0 ? times : [...times, own.getTime()];
	return all.length === 0 ? void 0 : new Date(Math.min(...all));
}
/**
* Looks at everything that is verified by an entry of its own.
* @throws CodedError RELEASE_TOO_NEW, RELEASE_AGE_UNPROVEN, CLOCK_BEFORE_LOG_TIME, for the first that is not old enough
*/
async function assertOldEnough(results, rule, earlier) {
	const own = results.filter(({ outcome, signatureSource }) => outcome === "verified" && signatureSource === "artifact");
	const times = await Promise.all(own.map((result) => earliestTime(result, rule, earlier)));
	for (const [index, { artifact }] of own.entries()) {
		const error = findTooNew([
			artifact.name,
			artifact.version,
			artifact.platform
		].filter(Boolean).join(" "), times[index], rule);
		if (error !== void 0) throw error;
	}
}
/** As assertOldEnough, by what a request asks for. */
async function assertAge(results, context) {
	const { minimumAge } = context.request;
	if (minimumAge === void 0) return;
	await assertOldEnough(results, {
		minimumAge,
		now: context.ports.now()
	}, await toEarlier(context));
}
async function toEarlier(context) {
	const { request, ports } = context;
	if (request.isFrozen || request.isOffline) return void 0;
	return {
		signer: request.signer,
		log: ports.transparencyLog,
		judging: await toJudging(context)
	};
}
/**
* Makes what chooses the newest release that is old enough by its SBOM, and says which it passed over.
* @param toContext is called when the first release is looked at
*/
function createAgeChoice(request, toContext) {
	const { minimumAge } = request;
	const sboms = /* @__PURE__ */ new Map();
	const sbomOf = (version) => sboms.get(version);
	if (minimumAge === void 0) return {
		choose: void 0,
		sbomOf
	};
	const proveOnce = (version, context) => {
		const proving = sboms.get(version) ?? proveSbom(version, context);
		sboms.set(version, proving);
		return proving;
	};
	const choose = async (candidates, what) => {
		const context = toContext();
		const rule = {
			minimumAge,
			now: context.ports.now()
		};
		const passedOver = [];
		for await (const candidate of candidates) {
			const { result } = await proveOnce(candidate.version, context);
			if (result.outcome !== "verified") return candidate;
			const time = await earliestTime(result, rule, await toEarlier(context));
			const error = findTooNew(`the release ${candidate.version}`, time, rule);
			if (error === void 0) return {
				...candidate,
				notes: passedOver
			};
			if (error.code !== "RELEASE_TOO_NEW") throw error;
			passedOver.push(`${candidate.version} was passed over: it was signed ${error.actual ?? ""} ago`);
			if (passedOver.length === MOST_CANDIDATES) break;
		}
		const expected = `at least ${formatAge(minimumAge)}`;
		const message = `${what} has no release that is old enough: ${passedOver.join("; ")}; expected ${expected}`;
		throw new external_common_js_namespaceObject.kr("RELEASE_TOO_NEW", message, { expected });
	};
	return {
		choose,
		sbomOf
	};
}
async function proveSbom(version, context) {
	const entry = (0,external_common_js_namespaceObject.Gn)("release-sbom");
	const proving = new ReleaseProver({
		artifacts: [],
		images: [],
		sbom: (0,external_common_js_namespaceObject.Dn)(context.request, version, {
			entry,
			platform: void 0
		}),
		papers: void 0
	}, context).sbom();
	if (proving === void 0) throw new RangeError("the SBOM is planned");
	return proving;
}
// src/verify/weaknesses.ts
/** Of what is asked for, each as a sentence. */
function listWeakerRequests({ isOfNoRelease, signer, trustedRoot }) {
	const isStranger = signer !== void 0 && !isSame(signer, external_common_js_namespaceObject.At) && (0,external_common_js_namespaceObject.jt)(signer) === void 0;
	return [
		...isOfNoRelease ? ["what is asked for is of no release: its signature says who signed it, not which version or file it is"] : [],
		...isStranger ? [`the signer is your own: ${signer.certificateIdentity} by ${signer.oidcIssuer}, not that of Kubernetes`] : [],
		...trustedRoot.kind === "file" ? [`the trusted root is your own, ${trustedRoot.path}: whoever wrote it decides who is trusted`] : []
	];
}
function isSame(a, b) {
	return a.certificateIdentity === b.certificateIdentity && a.oidcIssuer === b.oidcIssuer;
}
/** Of what is verified, each as a sentence that may hold text from outside. */
function listWeaknesses(result) {
	const { artifact, outcome, checks, signatureSource } = result;
	if (outcome !== "verified") return [];
	const name = [artifact.name, artifact.version].filter(Boolean).join(" ");
	const isPromised = signatureSource === "artifact" && !(0,external_common_js_namespaceObject.$t)(checks, "inclusion-proof");
	return [
		...(0,external_common_js_namespaceObject.$t)(checks, "certificate-chain") && !(0,external_common_js_namespaceObject.$t)(checks, "signed-certificate-timestamp") ? [`${name} is signed by a certificate that nothing says was made public: the trusted root names no certificate transparency log`] : [],
		...isPromised ? [`${name} is proven by the log's promise alone: nothing proves that the log kept it`] : [],
		...checks.filter(({ id, status, code }) => isOfPapers(id) && status === "not-run" && code !== void 0).map(({ id, detail }) => `${name} was not compared by ${id}: ${detail}`)
	];
}
function isOfPapers(id) {
	return external_common_js_namespaceObject.rn.includes(id);
}
// src/prove/same-proof.ts
/**
* Whether a bundle proves what the artifact's own proves: the same bytes, by the signer that was asked for.
* @param bundle as it stands in the artifact's place; of an artifact that an SBOM proves, the SBOM's
*/
function provesTheSame(artifact, bundle, { signer, trustedRoot }) {
	const { proof } = artifact;
	const { planned, digest } = proof instanceof VerifiedArtifact ? proof : artifact;
	const { outcome } = judge({
		artifact: describe(planned),
		measured: { value: digest },
		claims: [],
		releaseBinding: {
			kind: "not-applicable",
			reason: "it was bound to its release before"
		},
		signer
	}, toBundleCandidate("cache", { value: bundle }), trustedRoot);
	return outcome === "verified";
}
// src/install/bundles-folder.ts
/**
* Flat, as `kubectl.sigstore.json` and `kubernetes-release.spdx`; several releases or platforms as in the release,
* `v1.35.2/bin/linux/amd64/kubectl.sigstore.json`.
* @param papers the SBOMs that bind the artifacts, whose bytes are written as well
* @throws InstallError when a paper is no longer what was verified
*/
async function toBundleFiles(artifacts, papers, folder) {
	const all = [.../* @__PURE__ */ new Set([...artifacts, ...papers])];
	const releases = new Set(all.map(({ planned }) => planned.version));
	const names = new Set(all.map(({ planned }) => (0, import__late_node_path.basename)(planned.path)));
	const isFlat = releases.size <= 1 && names.size === all.length;
	const toPath = ({ planned: { version, path } }) => (0, import__late_node_path.join)(isFlat ? folder : (0, import__late_node_path.join)(folder, version ?? "", (0, import__late_node_path.dirname)(path)), (0, import__late_node_path.basename)(path));
	const bundles = all.map((each) => ({
		path: `${toPath(each)}.sigstore.json`,
		text: bundleText(each),
		root: folder
	}));
	const kept = papers.map(async (paper) => ({
		path: toPath(paper),
		text: await readVerified(paper),
		root: folder
	}));
	return [...bundles, ...await Promise.all(kept)];
}
async function readVerified({ file }) {
	const bytes = await (0,external_common_js_namespaceObject.mn)(file.path, MAX_SBOM_BYTES);
	if ((0,external_common_js_namespaceObject.ur)(bytes).equals(file.sha256)) return bytes;
	throw new external_common_js_namespaceObject.Er("INSTALL_DIGEST_CHANGED", `${file.path} changed after it was verified`);
}
// src/commands/files.ts
/** What is written with what is installed: all of it, or nothing. A lock that says the same stays as it is. */
async function toFiles({ lockFile, logCheckpoint, reportFolder, bundlesFolder }, { report, placed, papers, lockText, formerLock, checkpointText }) {
	return [
		...lockFile !== void 0 && lockText !== void 0 && lockText !== formerLock ? [{
			path: lockFile,
			text: lockText
		}] : [],
		...logCheckpoint && checkpointText ? [{
			path: logCheckpoint,
			text: checkpointText
		}] : [],
		...!bundlesFolder ? [] : await toBundleFiles(placed, papers, bundlesFolder),
		...!reportFolder ? [] : [{
			path: reportPath(reportFolder),
			text: (0,external_common_js_namespaceObject.Ht)(report)
		}]
	];
}
/** Where a report is written. */
function reportPath(folder) {
	return (0, import__late_node_path.join)(folder, "report.json");
}
// src/commands/read-lock.ts
/**
* Reads the lock file; undefined when none is named, or there is none yet.
* @throws LockError LOCK_MISSING when the request is frozen, or that it cannot be read
*/
async function readLock$2({ isFrozen, lockFile }, ports) {
	const text = await ports.lockFile?.read();
	if (text !== void 0) return parseLock(text, `the lock file "${lockFile ?? ""}"`);
	if (isFrozen) throw new external_common_js_namespaceObject.Or("LOCK_MISSING", `there is no lock file "${lockFile ?? ""}"`);
}
// src/commands/reached.ts
/** The hosts that have answered, where any has. */
function reached({ reachedHosts }) {
	const hosts = [...reachedHosts?.() ?? []];
	return hosts.length === 0 ? {} : { hosts };
}
// src/commands/watch-logs.ts
/**
* Holds what the run has seen of logs against itself and what was kept.
* @returns what gives the new text of the checkpoint file
* @throws CodedError LOG_INCONSISTENT, LOG_CONSISTENCY_UNPROVEN, CHECKPOINT_INVALID
*/
async function watch(proofs, { facts, trustedRoot, kept, ports, warn }) {
	if (trustedRoot === void 0) return void 0;
	const { checkpointFile: file, transparencyLog: log } = ports;
	const { states, error, settle } = await watchLogs(proofs, {
		kept,
		file,
		trustedRoot,
		log,
		now: ports.now(),
		warn
	});
	if (states.length > 0) facts.logs = states.map(external_common_js_namespaceObject.Gt);
	if (error !== void 0) throw error;
	return settle;
}
// src/prove/resolve-versions.ts
const LOCK_FILE = "the lock file";
/** The newest minor and the two before it are always patched. */
const SUPPORTED_MINORS = 3;
const takeFirst = async (candidates) => {
	for await (const candidate of candidates) return candidate;
	throw new RangeError("there is nothing to choose from");
};
/**
* Every release that the request means, once each, in the order asked for.
* @throws ReleaseError RELEASE_CHANNEL_UNRESOLVED; no other version is ever taken in its place
* @throws LockError LOCK_INCOMPLETE, LOCK_VERSION_BACKWARDS
* @throws whatever `choose` does
*/
async function resolveVersions(request, ports, { lock, cached, choose = takeFirst } = {}) {
	const channels = createChannels(request, ports);
	const today = new Date(ports.now()).toISOString();
	const lists = await Promise.all(request.versions.map(async (spec) => {
		const inCache = cached?.bySpec.get(spec);
		if (inCache !== void 0) return inCache;
		if (lock !== void 0 && request.isFrozen) return resolveFrozen(spec, lock).map((version) => ({
			version,
			source: LOCK_FILE
		}));
		const resolved = await resolve(spec, {
			channels,
			today,
			lock,
			choose
		});
		if (lock !== void 0) assertNotBackwards(spec, resolved.map(({ version }) => version), lock);
		return resolved;
	}));
	const byVersion = /* @__PURE__ */ new Map();
	const bySpec = {};
	for (const [index, spec] of request.versions.entries()) {
		const key = (0,external_common_js_namespaceObject.xt)(spec);
		for (const resolved of lists[index] ?? []) {
			const { version } = resolved;
			const own = {
				...resolved,
				names: (0,external_common_js_namespaceObject.Ct)(spec)
			};
			byVersion.set(version, join$10(byVersion.get(version), own));
			bySpec[key] = [.../* @__PURE__ */ new Set([...bySpec[key] ?? [], version])];
		}
	}
	return {
		versions: [...byVersion.values()],
		bySpec
	};
}
/** One release that two specs mean. */
function join$10(one, other) {
	if (one === void 0) return other;
	const names = one.names && other.names && [...one.names, ...other.names];
	return {
		...one,
		notes: [.../* @__PURE__ */ new Set([...one.notes ?? [], ...other.notes ?? []])],
		names
	};
}
function createChannels({ releaseUrl }, { releaseSite }) {
	const asked = /* @__PURE__ */ new Map();
	const fetchChannel = async (channel) => parseChannel(channel, await releaseSite.fetchChannel(channelUrl(releaseUrl, channel)));
	return {
		urlOf: (channel) => channelUrl(releaseUrl, channel).href,
		ask: (channel) => {
			const answer = asked.get(channel) ?? fetchChannel(channel);
			asked.set(channel, answer);
			return answer;
		}
	};
}
async function resolve(spec, { channels, today, lock, choose }) {
	const from = (channel) => spec.origin === "input" ? channels.urlOf(channel) : `${spec.origin}, ${channels.urlOf(channel)}`;
	const candidatesOf = (versions) => notBelowLock(spec, lock, toResolved$1(versions, from));
	switch (spec.kind) {
		case "exact": return [(0,external_common_js_namespaceObject.Z)(spec)];
		case "channel": return [await choose(candidatesOf(listChannel(spec.channel, channels)), spec.channel)];
		case "supported": return chooseSome(supportedMinors((0,external_common_js_namespaceObject.tr)(await channels.ask("stable")), today, spec.from).map((minor) => choose(candidatesOf(listChannel(`stable-${minor}`, channels)), minor)));
		case "range": return [await choose(candidatesOf(listRange(spec.range, channels)), spec.range)];
	}
}
/** Minors of which no release is old enough are left out, and said; where that is all of them, it is an error. */
async function chooseSome(choosing) {
	const ends = await Promise.all(choosing.map((each) => (0,external_common_js_namespaceObject._n)(each)));
	const chosen = ends.flatMap(({ value }) => value ?? []);
	const errors = ends.flatMap(({ error }) => error ?? []);
	const failure = errors.find(({ code }) => code !== "RELEASE_TOO_NEW") ?? errors[0];
	const [first, ...others] = chosen;
	if (failure === void 0) return chosen;
	if (first === void 0 || failure.code !== "RELEASE_TOO_NEW") throw failure;
	const notes = errors.map(({ message }) => `left out: ${message}`);
	return [{
		...first,
		notes: [...first.notes ?? [], ...notes]
	}, ...others];
}
async function* toResolved$1(candidates, from) {
	for await (const { version, channel } of candidates) yield {
		version,
		source: from(channel)
	};
}
/** What is older than the lock file says ends the list; that a channel itself went back is for the lock to say. */
async function* notBelowLock(spec, lock, candidates) {
	let isFirst = true;
	for await (const candidate of candidates) {
		const former = lock && formerOf(spec, candidate.version, lock);
		if (!isFirst && former !== void 0 && import_semver.default.lt(candidate.version, former)) return;
		yield candidate;
		isFirst = false;
	}
}
/**
* The release that a channel names, and those before it, the newest first: patches are numbered without a gap, and
* below the first of a minor comes the minor before it. Of a pre-release nothing can be counted.
*/
async function* listChannel(channel, channels) {
	const newest = await channels.ask(channel);
	yield {
		version: newest,
		channel
	};
	if ((0,external_common_js_namespaceObject.er)(newest)) return;
	for (const version of patchesBelow(newest)) yield {
		version,
		channel
	};
	if (channel !== "stable" && channel !== "latest") return;
	for (const minor of minorsFrom((0,external_common_js_namespaceObject.tr)(newest)).slice(1)) yield* listMinor(minor, channels);
}
async function* listMinor(minor, channels) {
	const channel = `stable-${minor}`;
	const newest = await channels.ask(channel);
	for (const version of [newest, ...patchesBelow(newest)]) yield {
		version,
		channel
	};
}
/** The patches of the same minor before a release, the newest first: they are numbered without a gap. */
function patchesBelow(version) {
	const minor = (0,external_common_js_namespaceObject.tr)(version);
	return Array.from({ length: import_semver.default.patch(version) }, (_, patch) => `v${minor}.${patch}`).reverse();
}
/** From a minor down to the oldest of which any release is signed. */
function minorsFrom(newest) {
	const age = Number(newest.split(".")[1]) - Number(external_common_js_namespaceObject.Qn.split(".")[1]);
	return Array.from({ length: Math.max(0, age + 1) }, (_, back) => before(newest, back));
}
/** The newest and the two before it, and a fourth while our data says that it is still patched; further down to one that is named. */
function supportedMinors(newest, today, from) {
	const fourth = before(newest, SUPPORTED_MINORS);
	const end = (0,external_common_js_namespaceObject.$n)(fourth);
	const isFourthPatched = end !== void 0 && today.slice(0, end.length) <= end;
	const patched = Array.from({ length: SUPPORTED_MINORS + (isFourthPatched ? 1 : 0) }, (_, age) => before(newest, age));
	const named = from === void 0 ? [] : minorsFrom(newest).filter((minor) => (0,external_common_js_namespaceObject.ht)(minor, from) >= 0);
	return named.length > patched.length ? named : patched;
}
/**
* The releases in a range, the newest first. A minor's patches are those up to the one its channel names: Kubernetes
* numbers them without a gap.
*/
async function* listRange(range, channels) {
	const newest = (0,external_common_js_namespaceObject.tr)(await channels.ask("stable"));
	let isEmpty = true;
	for (const minor of minorsFrom(newest)) {
		if (!import_semver.default.intersects(range, `~${minor}.0`)) continue;
		for await (const candidate of listMinor(minor, channels)) {
			if (!import_semver.default.satisfies(candidate.version, range)) continue;
			yield candidate;
			isEmpty = false;
		}
	}
	if (!isEmpty) return;
	throw new external_common_js_namespaceObject.kr("RELEASE_CHANNEL_UNRESOLVED", `no stable release is in the range ${range}`, {
		expected: `a range that holds a release from v${external_common_js_namespaceObject.Qn} to v${newest}`,
		actual: range
	});
}
function before(minor, age) {
	const [major = "", number = ""] = minor.split(".");
	return `${Number(major)}.${Number(number) - age}`;
}
// src/diagnose/disregarded.ts
/** One sentence for each piece of evidence that was not needed and does not hold. */
function describeDisregarded(proof) {
	const { name, version } = proof.result.artifact;
	const title = [name, version].filter(Boolean).join(" ");
	return describeAll(proof).map((each) => `${title} is proven; ${each}`);
}
/** The same without the artifact's name: what was judged, and what a server sent in the place of evidence. */
function describeAll(proof) {
	if (proof.result.outcome !== "verified") return [];
	const sent = proof.absent.filter(({ error }) => error.code === "FETCH_ANSWER_UNEXPECTED");
	return [...listDisregarded(proof).map(describeOne), ...sent.map(({ source, error }) => `${subjectOf(source)} nothing: ${error.message}`)];
}
/** `the bundle beside it proves nothing: signature: …` */
function describeOne({ candidate, result }) {
	const check = (0,external_common_js_namespaceObject.Qt)(result);
	return `${subjectOf(candidate.source)} nothing: ${check?.id ?? "no check"}: ${check?.detail ?? "nothing was checked"}`;
}
const PLURAL = ["pair", "named-pair"];
function subjectOf(source) {
	return `${SOURCE_NAMES[source]} beside it ${PLURAL.includes(source) ? "prove" : "proves"}`;
}
// src/commands/report-run.ts
/**
* Finds facts, and reports them: what went wrong as well, with what was found until then. Never rejects.
* @param facts what `find` fills
*/
async function reportRun(facts, ports, find) {
	const startedAt = ports.now();
	const { error } = await (0,external_common_js_namespaceObject._n)(find());
	return (0,external_common_js_namespaceObject.Kt)({
		...facts,
		...reached(ports),
		...error && { error },
		startedAt,
		endedAt: ports.now()
	});
}
/** Of each proof, what did not fail it: one sentence each, which may hold text from outside. */
function warningsOf(proofs) {
	return proofs.flatMap((proof) => [...describeDisregarded(proof), ...listWeaknesses(proof.result)]);
}
// src/commands/get.ts
/** Artifacts in flight at once; each has five requests, and a connection pool per host bounds those. */
const CONCURRENT_ARTIFACTS$1 = 8;
/**
* Proves and installs what was asked for, with the releases that need not be asked for. Never rejects: what went wrong is in the report. One that says `verified` was
* written to the report's folder with what it is about; any other is the caller's to write.
*/
async function run$1(request, ports, cached) {
	const startedAt = ports.now();
	const findings = {
		releases: [],
		artifacts: [],
		skipped: [],
		warnings: [...cached?.warnings ?? []]
	};
	const conclude = (facts) => (0,external_common_js_namespaceObject.Kt)({
		...facts,
		...reached(ports),
		startedAt,
		endedAt: ports.now()
	});
	try {
		const written = await find$2(findings, {
			request,
			ports,
			cached,
			conclude
		});
		if (written !== void 0) return written;
	} catch (thrown) {
		findings.error = (0,external_common_js_namespaceObject.Mr)(thrown);
		findings.artifacts = findings.artifacts.map(withoutPin);
	}
	return conclude(findings);
}
/** What the request means, with nothing asked for but channel files. */
async function plan(request, ports, cached) {
	const lock = await readLock$2(request, ports);
	const warn = () => void 0;
	const { choose } = createAgeChoice(request, () => ({
		request,
		ports,
		loadingRoot: (0,external_common_js_namespaceObject._n)(ports.loadTrustedRoot(warn)),
		lock,
		warn
	}));
	const { versions } = await resolveVersions(request, ports, {
		lock,
		cached,
		choose
	});
	return planLocked(request, versions, {
		lock,
		ports
	});
}
function planLocked(request, versions, { lock, ports }) {
	const planned = (0,external_common_js_namespaceObject.On)(request, versions, (0,external_common_js_namespaceObject.wn)(ports.now()));
	if (lock !== void 0 && request.isFrozen) assertCovered(request, planned, lock);
	return planned;
}
/** @returns the report that was written, if all was verified and installed */
async function find$2(findings, { request, ports, cached, conclude }) {
	const warn = (message) => void findings.warnings.push(message);
	for (const advice of (0,external_common_js_namespaceObject.Q)(request)) warn(advice);
	const lock = await readLock$2(request, ports);
	const kept = await readCheckpoints(ports.checkpointFile);
	const toContext = lazyContext({
		request,
		ports,
		lock,
		sbomsAtHand: new SbomsAtHand(),
		warn
	});
	const { choose, sbomOf } = createAgeChoice(request, toContext);
	const { versions, bySpec } = await resolveVersions(request, ports, {
		lock,
		cached,
		choose
	});
	findings.releases = versions.map(({ version, source }) => ({
		version,
		source,
		notes: []
	}));
	const { releases, byUrl } = planLocked(request, versions, {
		lock,
		ports
	});
	const groups = [...releases, byUrl];
	findings.releases = releases.map(toReleaseReport);
	if (request.releaseBinding === "off") warn("release-binding is off: nothing proves which version, platform and file this is");
	for (const warning of listWeakerRequests({
		...request,
		isOfNoRelease: request.urls.length > 0
	})) warn(warning);
	if (request.signatureSource === "release-sbom") warn("signature-source is release-sbom: artifacts are proven by their release's signed SBOM alone");
	const context = toContext();
	const { loadingRoot } = context;
	const provers = [...releases.map((release) => new ReleaseProver(release, context, sbomOf(release.version))), new ReleaseProver(byUrl, context)];
	const limit = pLimit(CONCURRENT_ARTIFACTS$1);
	const stop = new AbortController();
	const proving = groups.flatMap(({ artifacts }, index) => artifacts.map((planned) => limit(async () => {
		if (stop.signal.aborted) return planned;
		const proof = await provers[index].artifact(planned);
		if (request.failFast && proof.result.outcome !== "verified") stop.abort();
		return proof;
	})));
	const provingImages = releases.flatMap(({ images }) => images.map((image) => limit(async () => proveImage(image, {
		ports,
		trustedRoot: (0,external_common_js_namespaceObject.vn)(await loadingRoot),
		signer: request.imageSigner
	}))));
	const [ends, images] = await Promise.all([Promise.all(proving), Promise.all(provingImages)]);
	const proofs = ends.filter((end) => "result" in end);
	findings.skipped = ends.filter((end) => !("result" in end)).map(external_common_js_namespaceObject.Tn);
	findings.trustedRoot = (await loadingRoot).value?.source ?? "";
	const sboms = await Promise.all(provers.map(async (prover) => prover.sbom()));
	const judged = /* @__PURE__ */ new Set([
		...proofs,
		...sboms.flatMap((sbom) => sbom ?? []),
		...images
	]);
	for (const warning of warningsOf([...judged])) warn(warning);
	for (const warning of describeImages(images)) warn(warning);
	findings.releases = releases.map((release, index) => {
		const sbom = sboms[index];
		return {
			...toReleaseReport(release),
			...sbom && { sbom: sbom.result }
		};
	});
	const ofImages = images.map(external_common_js_namespaceObject.Wt);
	findings.artifacts = [...proofs.map((proof) => toInstalledReport(proof, [])), ...ofImages];
	const verified = proofs.flatMap((proof) => proof.verified ?? []);
	const areImagesVerified = images.every(({ pinned }) => pinned !== void 0);
	const { value: root } = await loadingRoot;
	const settleLogs = await watch([...judged], {
		facts: findings,
		trustedRoot: root,
		kept,
		ports,
		warn
	});
	if (verified.length < ends.length || !areImagesVerified) return void 0;
	const fits = assertFitsCluster(proofs.map((proof) => proof.planned), request.skewOf);
	findings.releases = findings.releases.map((release, index) => index === 0 ? {
		...release,
		notes: [...release.notes, ...fits]
	} : release);
	await assertAge([...judged].map(({ result }) => result), context);
	const bound = sboms.flatMap((sbom) => sbom?.verified ?? []);
	const papers = bound.filter((paper) => !verified.includes(paper));
	const fetched = [...proofs, ...sboms.flatMap((sbom) => sbom ?? [])].filter(({ isFromCache }) => isFromCache !== true);
	await ports.sharedCache?.save([...new Set(fetched.flatMap((proof) => proof.verified ?? []))]);
	const trustedRoot = (0,external_common_js_namespaceObject.vn)(await loadingRoot);
	const lockText = request.isFrozen ? void 0 : recordLock(request, bySpec, [...verified, ...papers]);
	let report;
	await ports.installer.install(verified, papers, {
		extract: request.extract,
		trustedRoot,
		provesTheSame: (artifact, bundle) => provesTheSame(artifact, bundle, {
			signer: request.signer,
			trustedRoot
		}),
		alongside: async (installed) => {
			const artifacts = [...proofs.map((proof) => toInstalledReport(proof, installed)), ...ofImages];
			report = conclude({
				...findings,
				artifacts
			});
			const placed = verified.filter(({ planned }) => installed.some((each) => each.planned === planned));
			const formerLock = await ports.lockFile?.read();
			const checkpointText = await settleLogs?.();
			return toFiles(request, {
				report,
				placed,
				papers: bound,
				lockText,
				formerLock,
				checkpointText
			});
		}
	});
	return report;
}
function toReleaseReport({ version, source, notes, leftOut }) {
	return {
		version,
		source,
		notes: [...notes, ...leftOut]
	};
}
function withoutPin(artifact) {
	const { pinned, ...others } = artifact;
	return pinned === void 0 ? artifact : others;
}
function toInstalledReport(proof, installed) {
	const { planned, measured, isFromCache = false } = proof;
	const place = installed.find((each) => each.planned === planned);
	return {
		...(0,external_common_js_namespaceObject.Ut)(planned.kind, proof),
		isFromCache,
		...measured && { size: measured.size },
		...place && {
			path: place.path,
			bundlePath: place.bundlePath
		}
	};
}
// src/install/remembered-cache.ts
/** @returns the same installer, whose cache measures each artifact once, in the way that was asked for first */
function rememberFinds(installer) {
	const { cache } = installer;
	const finds = /* @__PURE__ */ new Map();
	return {
		...installer,
		cache: {
			...cache,
			find: (planned, options) => {
				const key = (0,external_common_js_namespaceObject.Tn)(planned);
				const found = finds.get(key) ?? {
					planned,
					cached: cache.find(planned, options)
				};
				finds.set(key, found);
				return found.cached;
			},
			remove: async (planned) => {
				const key = (0,external_common_js_namespaceObject.Tn)(planned);
				const found = finds.get(key);
				finds.delete(key);
				await cache.remove(found?.planned ?? planned);
			}
		}
	};
}
// src/prove/cached-releases.ts
/** Whole releases that are hashed and judged for one version that was asked for. */
const MAX_TRIES = 5;
const CONCURRENT_ARTIFACTS = 8;
const TOOL_CACHE = "the tool cache";
/**
* Finds, for each version that was asked for, the newest release that it may mean and that the tool cache holds whole.
* What a lock file has for it comes first, and alone.
* @param ports of a world in which nobody can be asked
*/
async function findCachedReleases(request, ports, lock) {
	const warnings = [];
	const search = new CacheSearch(request, ports, {
		lock,
		warn: (message) => void warnings.push(message)
	});
	const bySpec = /* @__PURE__ */ new Map();
	for (const spec of request.versions) {
		const found = await search.find(spec);
		if (found !== void 0) bySpec.set(spec, found);
	}
	return {
		bySpec,
		isComplete: request.versions.every((spec) => bySpec.has(spec)),
		warnings
	};
}
var CacheSearch = class {
	#request;
	#ports;
	#context;
	/** By release, and what of it is meant. */
	#judged = /* @__PURE__ */ new Map();
	constructor(request, ports, context) {
		this.#request = request;
		this.#ports = ports;
		this.#context = context;
	}
	async find(spec) {
		const locked = this.#findLocked(spec);
		if (locked !== void 0) return (await Promise.all(locked.map((version) => this.#judge(version, (0,external_common_js_namespaceObject.Ct)(spec))))).every((judgement) => judgement === "proven") ? locked.map((version) => toResolved(spec, version, "the lock file")) : void 0;
		let tries = 0;
		for (const version of await this.#listFitting(spec)) {
			const judgement = await this.#judge(version, (0,external_common_js_namespaceObject.Ct)(spec));
			if (judgement === "proven") return [toResolved(spec, version, TOOL_CACHE)];
			if (judgement === "failed" && ++tries === MAX_TRIES) return void 0;
		}
	}
	/** What the lock file says that it means, where that can be. */
	#findLocked(spec) {
		const { lock } = this.#context;
		return lock && (0,external_common_js_namespaceObject.gn)(() => resolveFrozen(spec, lock)).value;
	}
	/** The newest first. Names alone: whether anything stands there is seen later. */
	async #listFitting(spec) {
		const { cache } = this.#ports.installer;
		const names = (0,external_common_js_namespaceObject.Ct)(spec) ?? this.#request.artifacts.map(({ entry }) => entry.name);
		const lists = await Promise.all(names.map((name) => cache.list(name)));
		return [...new Set(lists.flat().flatMap((name) => (0,external_common_js_namespaceObject.nr)(name) ?? []))].filter((version) => mayMean(spec, version)).sort(import_semver.default.rcompare);
	}
	/** A release of which nothing is missing that was asked for, by the marks of the cache. */
	async #findWhole(version, names) {
		const today = (0,external_common_js_namespaceObject.wn)(this.#ports.now());
		const resolved = {
			version,
			source: TOOL_CACHE,
			names
		};
		const group = (0,external_common_js_namespaceObject.gn)(() => (0,external_common_js_namespaceObject.On)(this.#request, [resolved], today)).value?.releases[0];
		if (group === void 0) return void 0;
		const planned = [...group.artifacts, ...group.sbom ? [group.sbom] : []];
		const { cache } = this.#ports.installer;
		return (await Promise.all(planned.map((each) => cache.has(each)))).every(Boolean) ? group : void 0;
	}
	#judge(version, names) {
		const key = [version, ...names ?? []].join(" ");
		const judged = this.#judged.get(key) ?? this.#judgeAnew(version, names);
		this.#judged.set(key, judged);
		return judged;
	}
	async #judgeAnew(version, names) {
		const group = await this.#findWhole(version, names);
		if (group === void 0) return "absent";
		return await this.#isProven(group) ? "proven" : "failed";
	}
	async #isProven(group) {
		const { lock, warn } = this.#context;
		const ports = this.#ports;
		const loadingRoot = (0,external_common_js_namespaceObject._n)(ports.loadTrustedRoot(() => void 0));
		if ((await loadingRoot).error !== void 0) return false;
		const prover = new ReleaseProver(group, {
			request: this.#request,
			ports,
			loadingRoot,
			lock,
			warn
		});
		const limit = pLimit(CONCURRENT_ARTIFACTS);
		const unproven = [];
		const proving = group.artifacts.map((planned) => limit(async () => {
			if (unproven.length > 0) return;
			const { result, isFromCache } = await prover.artifact(planned);
			if (result.outcome !== "verified" || isFromCache !== true) unproven.push(planned);
		}));
		await Promise.all(proving);
		if (unproven.length > 0) return false;
		const sbom = await prover.sbom();
		return sbom === void 0 || sbom.result.outcome === "verified" && sbom.isFromCache === true;
	}
};
/** Whether a release may be what was asked for. */
function mayMean(spec, version) {
	if (!(0,external_common_js_namespaceObject.St)(spec)) return false;
	switch (spec.kind) {
		case "exact": return version === spec.version;
		case "channel": return fitsChannel(spec.channel, version);
		case "range": return !(0,external_common_js_namespaceObject.er)(version) && import_semver.default.satisfies(version, spec.range);
		case "supported": return false;
	}
}
function toResolved(spec, version, from) {
	if (spec.kind === "exact") return {
		version,
		source: spec.origin
	};
	const source = spec.origin === "input" ? from : `${spec.origin}, ${from}`;
	const how = from === TOOL_CACHE ? "the newest that the tool cache proves" : `as ${from} says`;
	return {
		version,
		source,
		notes: [`${(0,external_common_js_namespaceObject.xt)(spec)} is ${version}, ${how}: nobody was asked for a newer one`]
	};
}
// src/commands/prefer-cached.ts
/** What installs, where the request has its place for it, and looks into the tool cache where that has a say. */
function toInstaller({ outputFolder, prefersCached, isOffline }, surroundings) {
	return surroundings.createInstaller(outputFolder, prefersCached || isOffline);
}
/** Looks into the tool cache where the request prefers that, or nobody can be asked what a version means. */
async function settle(request, installer, { temporaryRoot, cacheFolder }) {
	if (!looksIntoCache(request)) return {
		request,
		installer
	};
	const alone = {
		...request,
		isOffline: true,
		trustedRoot: (0,external_common_js_namespaceObject.at)(request.trustedRoot)
	};
	const remembering = rememberFinds(installer);
	const world = {
		installer: remembering,
		temporaryRoot,
		tufCacheFolder: (0, import__late_node_path.join)(cacheFolder, "tuf"),
		onProgress: () => void 0
	};
	const { value: cached } = await (0,external_common_js_namespaceObject._n)(withWorld(alone, world, async (ports) => findCachedReleases(alone, ports, await readLock$2(alone, ports))));
	if (cached === void 0) return {
		request,
		installer
	};
	return {
		request: cached.isComplete ? alone : request,
		installer: remembering,
		cached
	};
}
function looksIntoCache({ prefersCached, isOffline, isFrozen, releaseUrl, versions }) {
	if (versions.length === 0) return false;
	if (prefersCached === true) return true;
	return isOffline && !isFrozen && releaseUrl.protocol !== "file:" && versions.some(({ kind }) => kind !== "exact");
}
// src/commands/results.ts
/**
* Writes report.json; what was installed has its report with it already.
* @returns its path; undefined where no folder is named
* @throws InstallError INSTALL_WRITE_FAILED, INSTALL_PATH_UNSAFE
*/
async function writeReport(report, folder) {
	if (folder === void 0) return void 0;
	const path = reportPath(folder);
	if (!report.artifacts.some(({ path: installed }) => installed !== void 0)) await replaceFile({
		path,
		text: (0,external_common_js_namespaceObject.Ht)(report)
	});
	return path;
}
// src/commands/get-command.ts
var get_command_exports = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.r)({
	conclude: () => conclude,
	getInto: () => getInto,
	runExport: () => runExport,
	runGet: () => runGet
});
/** Fetches, proves and installs. */
const runGet = async (words, surroundings) => {
	const request = (0,external_common_js_namespaceObject.rt)(words, await (0,external_common_js_namespaceObject.X)(words, surroundings));
	if (request.isDryRun) return (0,external_common_js_namespaceObject.Y)(request, { toSurroundings: () => Promise.resolve(surroundings) });
	return conclude(await getInto(request, {
		installer: await toInstaller(request, surroundings),
		surroundings
	}), request);
};
/** As `get`, into a folder that can be a release site. */
const runExport = async (words, surroundings) => {
	const request = (0,external_common_js_namespaceObject.nt)(words, await (0,external_common_js_namespaceObject.X)(words, surroundings));
	return conclude(await getInto(request, {
		installer: createFolderInstaller(request.folder, { layout: "release-site" }),
		surroundings
	}), request);
};
/** Runs the pipeline in the real world. */
async function getInto(asked, means) {
	const { surroundings, localArtifacts } = means;
	const { request, installer, cached } = await settle(asked, means.installer, surroundings);
	const { openSharedCache, temporaryRoot, cacheFolder, startProgress, onWaiting, onSecret } = surroundings;
	const sharedCache = request.useActionsCache && !request.isOffline ? await openSharedCache() : void 0;
	const progress = await startProgress();
	const world = {
		installer,
		sharedCache,
		temporaryRoot,
		tufCacheFolder: (0, import__late_node_path.join)(cacheFolder, "tuf"),
		onProgress: progress.onProgress,
		onWaiting,
		onSecret,
		...localArtifacts && { filesAtHand: localArtifacts }
	};
	try {
		return await withWorld(request, world, (ports) => run$1(request, ports, cached));
	} finally {
		progress.stop();
	}
}
/** Writes what was asked for beside, and ends. */
async function conclude(report, request) {
	const { addToPath = false, recheckAtEnd = false, bundlesFolder } = request;
	const written = await (0,external_common_js_namespaceObject._n)(writeReport(report, request.reportFolder));
	const hasBundles = report.artifacts.some(({ bundlePath }) => bundlePath !== void 0);
	return (0,external_common_js_namespaceObject.It)(report, {
		reportPath: written.value,
		bundlesFolder: hasBundles ? bundlesFolder : void 0,
		errors: written.error === void 0 ? [] : [written.error],
		addToPath,
		recheckAtEnd
	});
}
// src/commands/image.ts
/** Never rejects: what went wrong is in the report. */
async function runImages(request, ports) {
	const { images, signer } = request;
	const warnings = [];
	const facts = {
		artifacts: [],
		warnings
	};
	return reportRun(facts, ports, async () => {
		const trustedRoot = await ports.loadTrustedRoot((message) => void warnings.push(message));
		facts.trustedRoot = trustedRoot.source;
		warnings.push(...listWeakerRequests({
			...request,
			isOfNoRelease: false
		}));
		const proofs = await Promise.all(images.map((image) => proveImage(image, {
			ports,
			trustedRoot,
			signer
		})));
		warnings.push(...warningsOf(proofs), ...describeImages(proofs));
		facts.artifacts = proofs.map(external_common_js_namespaceObject.Wt);
	});
}
// src/commands/image-command.ts
var image_command_exports = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.r)({ runImageCommand: () => runImageCommand });
/** Proves who signed each image, and ends with the digests to use. */
const runImageCommand = async (words, { cacheFolder, onWaiting, onSecret }) => {
	const request = (0,external_common_js_namespaceObject.H)(words);
	return conclude(await withLocalWorld({
		...request,
		tufCacheFolder: (0, import__late_node_path.join)(cacheFolder, "tuf"),
		onWaiting,
		onSecret
	}, (ports) => runImages(request, ports)), request);
};
// src/files/expand-files.ts
/** Each is hashed and verified: a pattern that meets more is a slip. */
const MAX_FILES = 1e3;
/** Commas within `{a,b}` are the pattern's own. */
const SEPARATOR = /[,\n](?![^{}\n]*\})/;
/** What lies beside a file to prove it is not itself to be proven. */
const EVIDENCE = /\.(?:sig|cert|sha256|sha512|sigstore\.json)$/;
/**
* Finds every file that the paths and patterns of `files` meet, once each. A path that meets none is a fault: what is
* not there is not verified.
*/
async function expandFiles(text, field, { withFolders = false } = {}) {
	const patterns = text.split(SEPARATOR).map((each) => each.trim()).filter((each) => each !== "");
	if (patterns.length === 0) return (0,external_common_js_namespaceObject.Fn)(field, "names no file", "INPUT_REQUIRED");
	const found = await Promise.all(patterns.map((pattern) => readPattern(pattern, field, withFolders)));
	return (0,external_common_js_namespaceObject.Mn)((0,external_common_js_namespaceObject.Pn)(found, (each) => each), (lists) => {
		const paths = new Set(lists.flat());
		return [...paths].filter((path) => !EVIDENCE.test(path) || !paths.has(path.replace(EVIDENCE, ""))).sort();
	});
}
/** Reads paths and digests as they are; a path at which no file is is a fault, and known before anybody is asked. */
async function seeFiles(paths) {
	return (0,external_common_js_namespaceObject.Pn)(await Promise.all(paths.map(seeFile)), (each) => each);
}
/** As seeFiles, for folders as well. */
async function seePaths(paths) {
	const see = async (path) => {
		if (path.startsWith("sha256:") || path === "") return { value: path };
		const stats = await (0, import_promises$1.stat)(path).catch((thrown) => (0,external_common_js_namespaceObject.jr)(thrown));
		if (typeof stats === "string") return (0,external_common_js_namespaceObject.Fn)(path, `cannot be read: ${stats}`);
		if (stats.isFile() || stats.isDirectory()) return { value: path };
		return (0,external_common_js_namespaceObject.Fn)(path, "is neither a file nor a folder");
	};
	return (0,external_common_js_namespaceObject.Pn)(await Promise.all(paths.map(see)), (each) => each);
}
async function seeFile(path) {
	if (path.startsWith("sha256:") || path === "") return { value: path };
	try {
		const { handle } = await (0,external_common_js_namespaceObject.mr)(path, { followLink: true });
		await handle.close();
		return { value: path };
	} catch (thrown) {
		return (0,external_common_js_namespaceObject.Fn)(path, `cannot be read as a file: ${(0,external_common_js_namespaceObject.jr)(thrown)}`);
	}
}
async function readPattern(pattern, field, withFolders) {
	if (pattern.startsWith("sha256:")) return { value: [pattern] };
	try {
		const files = await expand(pattern, withFolders);
		return files.length > 0 ? { value: files } : (0,external_common_js_namespaceObject.Fn)(field, `"${pattern}" meets no file`);
	} catch (thrown) {
		return (0,external_common_js_namespaceObject.Fn)(field, `"${pattern}" cannot be read: ${(0,external_common_js_namespaceObject.jr)(thrown)}`);
	}
}
async function expand(pattern, withFolders) {
	const files = [];
	for await (const path of (0, import_promises$1.glob)(pattern)) {
		const stats = await (0, import_promises$1.stat)(path);
		if (!stats.isFile() && !(withFolders && stats.isDirectory())) continue;
		if (files.length === MAX_FILES) throw new Error(`it meets more than ${MAX_FILES} files`);
		files.push(path);
	}
	return files;
}
// src/request/verify-request.ts
/**
* Reads the request of `verify`.
* @throws InputError with every fault
*/
function parseVerifyRequest(words, { files, ...surroundings }) {
	const paths = files.value ?? [];
	const isOfRelease = (0,external_common_js_namespaceObject.Ot)(words, "version") !== "" || (0,external_common_js_namespaceObject.Ot)(words, "version-file") !== "";
	const subjects = paths.map(readSubject$1);
	const isNamed = (0,external_common_js_namespaceObject.Ot)(words, "artifact") !== "";
	const ofFiles = isOfRelease ? ruleNames(paths, isNamed) : ruleSubjects(subjects);
	const rules = files.faults === void 0 ? ofFiles : [];
	const { fallbacks, faults = [] } = (0,external_common_js_namespaceObject.lt)(surroundings);
	const values = (0,external_common_js_namespaceObject.Et)({
		...external_common_js_namespaceObject.z,
		rules: [...external_common_js_namespaceObject.z.rules, ...rules]
	}, isOfRelease ? withNames(words, paths) : words, {
		...isOfRelease && fallbacks && { fallbacks },
		faults: [
			...files.faults ?? [],
			...faults,
			...subjects.flatMap((subject) => subject.faults ?? [])
		]
	});
	if (!isOfRelease) return {
		kind: "lone",
		request: toLoneRequest(values, subjects.flatMap(({ value }) => value ?? []), surroundings.machine)
	};
	const localArtifacts = new Map(paths.map((path) => [nameOf$1(path, values), path]));
	return {
		kind: "release",
		request: toReleaseRequest(values, surroundings),
		localArtifacts
	};
}
function readSubject$1(text) {
	if (!text.startsWith("sha256:")) return { value: {
		kind: "file",
		path: text
	} };
	const digest = (0,external_common_js_namespaceObject.dr)(text);
	if (digest !== void 0) return { value: {
		kind: "digest",
		digest
	} };
	return (0,external_common_js_namespaceObject.Fn)(text, "is not a digest; allowed: sha256:<64 hex characters>, or a file");
}
/** What is asked of the files where a release is named: one of each name, unless the one's is said. */
function ruleNames(paths, isNamed) {
	const names = paths.map(artifactNameOf);
	return [
		(0,external_common_js_namespaceObject.Dt)("files", "needs a file", () => paths.length === 0),
		...paths.filter((path) => path.startsWith("sha256:")).map((path) => (0,external_common_js_namespaceObject.Tt)("files", `"${path}" is no file; allowed with {version}: a file`, () => true)),
		(0,external_common_js_namespaceObject.Tt)("artifact", "names one file, but several are given", () => isNamed && paths.length > 1),
		...paths.filter((_, index) => names.indexOf(names[index] ?? "") < index).map((path) => (0,external_common_js_namespaceObject.Tt)("files", `"${path}" is one more ${artifactNameOf(path)}; allowed with {version}: one of each name`, () => !isNamed))
	];
}
/** What is asked of lone files and digests: evidence that is named is of one. */
function ruleSubjects(subjects) {
	const isDigest = subjects.some(({ value }) => value?.kind === "digest");
	return [
		(0,external_common_js_namespaceObject.Dt)("files", "needs a file or sha256:<64 hex characters>", () => subjects.length === 0),
		(0,external_common_js_namespaceObject.Tt)("expected-sha256", "pins one file, but several are asked for", ({ isGiven }) => isGiven("expected-sha256") && subjects.length > 1),
		...external_common_js_namespaceObject.R.map((name) => (0,external_common_js_namespaceObject.Tt)(name, "is for one file, but several are asked for", ({ isGiven }) => isGiven(name) && subjects.length > 1)),
		...["signature", "certificate"].map((name) => (0,external_common_js_namespaceObject.Dt)(name, "is needed with a digest, unless there is a {bundle}: a path or an https URL", ({ isGiven }) => isDigest && !isGiven(name) && !isGiven("bundle") && !isGiven("lock-file")))
	];
}
/** The names of the artifacts that the files are, unless one is said. */
function withNames(words, paths) {
	const artifact = (0,external_common_js_namespaceObject.Ot)(words, "artifact") || paths.map(artifactNameOf).join("\n");
	return {
		...words,
		values: {
			...words.values,
			artifact
		}
	};
}
const NONE_NAMED = {
	artifacts: [],
	images: [],
	areAll: false
};
/** As its file is called, `kubectl.exe` or `kubernetes-client-linux-amd64.tar.gz`; else the file's own name. */
function artifactNameOf(path) {
	const fileName = path.split(/[\\/]/).at(-1) ?? "";
	return (0,external_common_js_namespaceObject.Kn)(fileName)?.name ?? fileName;
}
/** The one artifact that was named, else what the file is called. */
function nameOf$1(path, { artifact }) {
	const [first, ...others] = artifact?.artifacts ?? [];
	return first !== void 0 && others.length === 0 ? first.entry.name : artifactNameOf(path);
}
/** The request that the values of `verify` are, where a release is named. */
function toReleaseRequest(values, { versionFile, skewOf }) {
	const { platforms, areNamed } = (0,external_common_js_namespaceObject.yt)(values.os, values.arch);
	return {
		...external_common_js_namespaceObject.bt,
		versions: (0,external_common_js_namespaceObject.ut)({
			version: values.version,
			artifacts: values.artifact ?? NONE_NAMED
		}, { versionFile }),
		skewOf: skewOf?.value?.servers,
		artifacts: values.artifact?.artifacts ?? [],
		areAllArtifacts: false,
		platforms,
		arePlatformsNamed: areNamed,
		urls: [],
		images: [],
		imageRegistry: external_common_js_namespaceObject.it["image-registry"].default,
		imageSigner: (0,external_common_js_namespaceObject.Pt)(values["certificate-identity"], values["certificate-oidc-issuer"]),
		expectedSha256: values["expected-sha256"],
		signer: (0,external_common_js_namespaceObject.st)(values),
		trustedRoot: (0,external_common_js_namespaceObject.ct)(values, values.offline),
		lockFile: values["lock-file"],
		isFrozen: values.frozen,
		isOffline: values.offline,
		minimumAge: values["minimum-age"],
		logCheckpoint: values["log-checkpoint"],
		releaseBinding: values["release-binding"],
		signatureSource: values["signature-source"],
		crossCheck: values["cross-check"],
		failFast: false,
		...(0,external_common_js_namespaceObject.ot)(values),
		bundlesFolder: void 0,
		reportFolder: values.report
	};
}
function toLoneRequest(values, subjects, machine) {
	return {
		subjects,
		evidence: toEvidenceSource(values, subjects[0]),
		expectedSha256: values["expected-sha256"],
		signer: (0,external_common_js_namespaceObject.st)(values),
		key: values.key,
		predicateType: values["predicate-type"],
		trustedRoot: (0,external_common_js_namespaceObject.ct)(values, values.offline),
		rekorUrl: values["rekor-url"],
		patienceMs: values.patience,
		tufUrl: values["tuf-url"],
		releaseUrl: values["release-url"],
		mirrorAuthorization: values["mirror-authorization"],
		platform: (0,external_common_js_namespaceObject.sr)(`${machine.platform}/${machine.arch}`),
		isOffline: values.offline,
		minimumAge: values["minimum-age"],
		logCheckpoint: values["log-checkpoint"],
		reportFolder: values.report
	};
}
function toEvidenceSource({ bundle, signature, certificate, "lock-file": lock, "log-entry": logEntry }, subject) {
	if (lock !== void 0) return {
		kind: "lock",
		path: lock
	};
	if (bundle !== void 0) return {
		kind: "bundle",
		location: bundle
	};
	if (signature === void 0 && certificate === void 0 && logEntry === void 0) return { kind: "beside" };
	const path = subject?.kind === "file" ? subject.path : "";
	return {
		kind: "sidecars",
		signature: signature ?? {
			kind: "file",
			path: `${path}.sig`
		},
		certificate: certificate ?? {
			kind: "file",
			path: `${path}.cert`
		},
		logEntry
	};
}
// src/request/inventory-request.ts
/**
* Reads the request of `verify` with a release to search for.
* @throws InputError with every fault
*/
function parseInventoryRequest(words, { paths, ...surroundings }) {
	const rules = [...external_common_js_namespaceObject.z.rules, ...paths.faults === void 0 ? rulePaths(paths.value) : []];
	const values = (0,external_common_js_namespaceObject.Et)({
		...external_common_js_namespaceObject.z,
		rules
	}, words, { faults: [...paths.faults ?? [], ...surroundings.skewOf?.faults ?? []] });
	const { release } = values;
	return {
		...toReleaseRequest(values, surroundings),
		versions: release?.kind === "named" ? release.versions : [toAny(surroundings)],
		artifacts: (0,external_common_js_namespaceObject.Jn)("all").filter(({ kind }) => kind === "binary" || kind === "tarball").map((entry) => ({
			entry,
			isNamed: false
		})),
		areAllArtifacts: true,
		platforms: external_common_js_namespaceObject.Wn,
		arePlatformsNamed: false,
		releaseBinding: "required",
		signatureSource: "artifact",
		paths: [...new Set(paths.value)],
		isAny: release?.kind !== "named"
	};
}
/** What is still patched; and what is not, and may stand beside the cluster. */
function toAny({ skewOf }) {
	const servers = skewOf?.value?.servers;
	return {
		kind: "supported",
		origin: "input",
		...servers && { from: (0,external_common_js_namespaceObject.vt)(servers) }
	};
}
function rulePaths(paths) {
	return [(0,external_common_js_namespaceObject.Dt)("files", "needs a file, folder or archive", () => paths.length === 0), ...paths.filter((path) => path.startsWith("sha256:")).map((path) => (0,external_common_js_namespaceObject.Tt)("files", `"${path}" is no path; allowed with {release}: a path`, () => true))];
}
// src/commands/quiet-world.ts
/** The world of a command that fetches nothing large: nobody waits for what it fetches. */
function toQuietWorld({ temporaryRoot, cacheFolder, onWaiting, onSecret }, installer) {
	return {
		installer,
		temporaryRoot,
		tufCacheFolder: (0, import__late_node_path.join)(cacheFolder, "tuf"),
		onProgress: () => void 0,
		onWaiting,
		onSecret
	};
}
// src/prove/local-prover.ts
/**
* Proves one file or digest.
* @throws CodedError when what was named cannot be read at all
*/
async function proveLocal(local, context) {
	const { request, ports, trustedRoot, signer } = context;
	const { measured, claims, checksum } = await readSubject(local, request, ports);
	const subject = {
		artifact: { name: local.kind === "file" ? local.path : local.digest.toString() },
		measured,
		claims,
		releaseBinding: {
			kind: "not-applicable",
			reason: "no release is claimed for a lone file or digest"
		},
		signer,
		predicateType: request.predicateType
	};
	const { transparencyLog: log } = ports;
	const digest = toDigest({
		measured,
		claims
	});
	const further = once(() => measureFurther(local, measured, ports));
	const gathering = await gather(local, digest, {
		...context,
		log,
		further
	});
	const judging = {
		log,
		trustedRoot
	};
	const proof = await proveGathered(await withFurther(subject, gathering, further), gathering, judging);
	if (!(request.evidence.kind === "beside" && !gathering.candidates.every(isNothing)) || proof.result.outcome === "verified" || request.isOffline || digest === void 0) return {
		checksum,
		...proof
	};
	const second = await proveGathered(subject, await search(digest, gathering, context), judging);
	const all = [...proof.judged, ...second.judged];
	return {
		checksum,
		...second.result.outcome === "verified" ? second : proof,
		judged: all
	};
}
async function measureFurther(local, measured, ports) {
	if (local.kind !== "file" || measured?.value === void 0) return void 0;
	return ports.measureFurther(local.path, measured.value);
}
async function proveGathered(subject, { incomplete, ...gathering }, judging) {
	if (incomplete === void 0) return prove(subject, gathering, judging);
	const proof = gathering.candidates.length > 0 ? await prove(subject, gathering, judging) : void 0;
	if (proof?.result.outcome === "verified") return proof;
	const missing = await prove(subject, only(toMissing(incomplete)), judging);
	return {
		...missing,
		judged: [...proof?.judged ?? [], ...missing.judged]
	};
}
/** Why a proof failed; undefined of one that holds. */
async function diagnoseLocal(subject, { checksum, ...proof }, { request, ports, trustedRoot, signer }) {
	if (proof.result.outcome === "verified") return void 0;
	if (request.isOffline || request.evidence.kind === "lock") return diagnose(proof, NO_FACTS);
	const { transparencyLog: log, hintSite } = ports;
	const { releaseUrl, platform } = request;
	const context = {
		signer,
		judging: {
			log,
			trustedRoot
		},
		log,
		hintSite,
		sbomsAtHand: void 0,
		releaseUrl,
		platform
	};
	const measured = subject.kind === "file" ? proof.result.digest : void 0;
	const fileName = subject.kind === "file" ? subject.path.split(/[\\/]/).at(-1) ?? "" : "";
	return diagnose(proof, await gatherFacts({
		proof,
		measured,
		pin: request.expectedSha256,
		checksum,
		fileName
	}, context));
}
/** A digest is taken as given; a file is hashed, and compared with the `.sha256` file beside it where there is one. */
async function readSubject(subject, { expectedSha256 }, ports) {
	const pinned = expectedSha256 ? [{
		source: "the pin",
		digest: { value: expectedSha256 }
	}] : [];
	if (subject.kind === "digest") return {
		measured: void 0,
		claims: [{
			source: "the argument",
			digest: { value: subject.digest }
		}, ...pinned],
		checksum: void 0
	};
	const measured = { value: await ports.measure(subject.path) };
	const location = {
		kind: "file",
		path: `${subject.path}.sha256`
	};
	const checksum = await (0,external_common_js_namespaceObject._n)(ports.readEvidence(location, "EVIDENCE_CHECKSUM_MISSING").then((file) => parseChecksum(file, nameOf(subject.path))));
	const published = checksum.error?.code === "EVIDENCE_CHECKSUM_MISSING" ? [] : [{
		source: "the .sha256 file",
		digest: checksum
	}];
	return {
		measured,
		claims: [...pinned, ...published],
		checksum: checksum.value
	};
}
/** Evidence that the user names is the only one: nothing rescues it. */
async function gather(subject, digest, context) {
	const { request, ports, log, further } = context;
	const { evidence } = request;
	if (evidence.kind === "bundle") return only(await readBundle(evidence.location, ports));
	if (evidence.kind === "lock") return only(await readLock$1(evidence.path, digest, ports));
	if (evidence.kind === "sidecars") return only(await readNamedPair(evidence, digest, context));
	const path = subject.kind === "file" ? subject.path : void 0;
	const found = path === void 0 ? {
		candidates: [],
		absent: []
	} : await gatherBeside(besideFile(path, ports), {
		digest: () => Promise.resolve(digest),
		further,
		log
	});
	if (found.candidates.every(isNothing) && !request.isOffline && digest !== void 0) return search(digest, found, context);
	if (found.candidates.length > 0) return found;
	return only(toMissing(new external_common_js_namespaceObject.Sr("EVIDENCE_SIGNATURE_MISSING", "there is no evidence for a lone digest, and offline the log cannot be searched")));
}
/** Only where there is nothing at all, not where it is wrong. */
async function search(digest, found, { ports, signer }) {
	const expected = isManagedKey(signer) ? void 0 : signer;
	const searched = await (0,external_common_js_namespaceObject._n)(searchCandidates(digest, expected, ports.transparencyLog));
	if (searched.error !== void 0) return {
		...found,
		candidates: [toMissing(searched.error)]
	};
	const { candidates, incomplete } = searched.value;
	if (candidates.length > 0 || incomplete !== void 0) return {
		candidates,
		absent: found.absent,
		incomplete
	};
	const message = `nothing lies beside it, and the log's search knows no signature of ${digest.toString()}`;
	return {
		...found,
		candidates: [toMissing(new external_common_js_namespaceObject.Sr("EVIDENCE_SIGNATURE_MISSING", message))]
	};
}
async function readBundle(location, ports) {
	const bytes = await (0,external_common_js_namespaceObject._n)(ports.readEvidence(location, "EVIDENCE_BUNDLE_MISSING"));
	return toBundleCandidate("named-bundle", (0,external_common_js_namespaceObject.hn)(bytes, String));
}
/** The lock file's proof for this digest, whatever release and path it stands under. */
async function readLock$1(path, digest, ports) {
	const entry = parseLock(await ports.readLockFile(path), `the lock file "${path}"`).artifacts.find((each) => "bundle" in each && digest?.equals(each.digest) === true);
	if (entry !== void 0 && "bundle" in entry) return toLockCandidate(entry);
	const message = `the lock file has no proof for ${digest?.toString() ?? "no digest"}`;
	throw new external_common_js_namespaceObject.Or("LOCK_INCOMPLETE", message);
}
/** Two files, or URLs; the log's entry from a file, or from the log. */
async function readNamedPair(named, digest, { ports, further }) {
	const parts = await gatherPair({
		signature: () => ports.readEvidence(named.signature, "EVIDENCE_SIGNATURE_MISSING"),
		certificate: () => ports.readEvidence(named.certificate, "EVIDENCE_CERTIFICATE_MISSING")
	});
	const pair = toPairCandidate("named-pair", parts, await toSignedDigest(parts, digest, further));
	if (named.logEntry === void 0) return pair;
	const file = await (0,external_common_js_namespaceObject._n)(ports.readEvidence({
		kind: "file",
		path: named.logEntry
	}, "EVIDENCE_LOG_ENTRY_MISSING"));
	const [first = pair.evidence, ...alternatives] = (file.error === void 0 ? readEntries({ answers: [file.value.toString()] }) : [file]).map((logEntry) => ({
		...pair.evidence,
		logEntry
	}));
	return {
		source: "named-pair",
		evidence: first,
		alternatives
	};
}
function besideFile(path, ports) {
	const read = (kind, ending) => ports.readEvidence({
		kind: "file",
		path: `${path}${ending}`
	}, MISSING_CODES[kind]);
	return {
		name: nameOf(path),
		...underUsualNames(read),
		checksum: void 0
	};
}
function nameOf(path) {
	return path.split(/[\\/]/).at(-1) ?? "";
}
function only(candidate) {
	return {
		candidates: [candidate],
		absent: []
	};
}
function toMissing(error) {
	return {
		source: "search",
		evidence: toNoEvidence(error),
		alternatives: []
	};
}
// src/commands/verify.ts
/** Files that are hashed at once, each with its evidence. */
const CONCURRENT_FILES = 4;
/** Never rejects: what went wrong is in the report. */
async function runVerify(request, ports) {
	const warnings = [];
	const facts = {
		artifacts: [],
		warnings
	};
	return reportRun(facts, ports, async () => {
		const warn = (message) => void warnings.push(message);
		const kept = await readCheckpoints(ports.checkpointFile);
		const root = await ports.loadTrustedRoot(warn, { certificates: request.key === void 0 });
		facts.trustedRoot = root.source;
		const own = request.key === void 0 ? request.signer : void 0;
		const weaker = {
			...request,
			signer: own,
			isOfNoRelease: true
		};
		warnings.push(...listWeakerRequests(weaker));
		const signer = request.key === void 0 ? request.signer : { publicKey: await ports.readKey(request.key) };
		await selfTested();
		const limit = pLimit(CONCURRENT_FILES);
		const verifying = request.subjects.map((subject) => limit(() => verifySubject(subject, {
			request,
			ports,
			trustedRoot: root,
			signer,
			warn
		})));
		const ends = await Promise.all(verifying.map((each) => (0,external_common_js_namespaceObject._n)(each)));
		const verified = ends.flatMap(({ value }) => value ?? []);
		facts.artifacts = verified.map(({ report }) => report);
		const failure = ends.find((end) => end.error !== void 0)?.error;
		if (failure !== void 0) throw failure;
		const proofs = verified.map(({ proof }) => proof);
		const settleLogs = await watch(proofs, {
			facts,
			trustedRoot: root,
			kept,
			ports,
			warn
		});
		await assertAges(proofs, {
			request,
			ports,
			trustedRoot: root,
			signer
		});
		const areAllVerified = proofs.every(({ result }) => result.outcome === "verified");
		if (request.logCheckpoint === void 0 || !areAllVerified) return;
		const text = await settleLogs?.();
		if (text !== void 0) await replaceFile({
			path: request.logCheckpoint,
			text
		});
	});
}
async function assertAges(proofs, { request: { minimumAge, isOffline }, ports, trustedRoot, signer }) {
	if (minimumAge === void 0) return;
	const { transparencyLog: log } = ports;
	const earlier = isOffline ? void 0 : {
		signer,
		log,
		judging: {
			log,
			trustedRoot
		}
	};
	await assertOldEnough(proofs.map(({ result }) => result), {
		minimumAge,
		now: ports.now()
	}, earlier);
}
async function verifySubject(subject, context) {
	const { warn } = context;
	const proof = await proveLocal(subject, context);
	for (const warning of warningsOf([proof])) warn(warning);
	const { result, chosen } = proof;
	if (chosen?.source === "search" && chosen.evidence.signature.value !== void 0) {
		const hint = subject.kind === "file" ? await guessRelease(subject.path, result, context) : void 0;
		warn(`${describeSearched(result, proof.judged.some(({ candidate }) => candidate.source !== "search" && !isNothing(candidate)))}. ${hint ?? UNKNOWN_RELEASE}`);
	}
	const diagnosis = await diagnoseLocal(subject, proof, context);
	return {
		proof,
		report: {
			verification: result,
			...diagnosis && { diagnosis }
		}
	};
}
/** Only what the checks have authenticated: the search may answer with anything. */
function describeSearched({ artifact, signer, logEntry }, hasOthers) {
	const who = signer && ((0,external_common_js_namespaceObject.jt)({ ...signer }) ?? signer.certificateIdentity);
	const entry = logEntry && `log entry ${logEntry.logIndex} of ${logEntry.integratedTime ?? "an unknown time"}`;
	return `${hasOthers ? "no proof lies" : "nothing lies"} beside ${artifact.name}, and its digest was searched in the log: ${who && entry ? `${entry}, signed by ${who}` : "no entry there proves it"}`;
}
const UNKNOWN_RELEASE = "Which release and platform it is of, no signature says: name the version to prove it";
/** From the release site's unsigned files, and only for what the release signer signed: a hint, not a verdict. */
async function guessRelease(path, { outcome, digest, signer, logEntry }, { request: { releaseUrl, platform }, ports: { hintSite } }) {
	const signedAt = logEntry?.integratedTime;
	const isOfRelease = signer?.certificateIdentity === external_common_js_namespaceObject.At.certificateIdentity;
	if (outcome !== "verified" || digest === void 0 || signedAt === void 0 || !isOfRelease) return void 0;
	const place = await findRelease({
		digest,
		fileName: path.split(/[\\/]/).at(-1) ?? "",
		signedAt,
		platform,
		releaseUrl
	}, hintSite);
	if (place === void 0) return void 0;
	return `By the release site's unsigned .sha256 file it is ${place}: name that version to prove it`;
}
// src/commands/verify-command.ts
var verify_command_exports = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.r)({ runVerifyCommand: () => runVerifyCommand });
/** Proves who signed files that are there already; a file that is said to be of a release is proven like a fetched one. */
const runVerifyCommand = async (words, surroundings) => {
	if (isSearched(words)) return runInventoryCommand(words, surroundings);
	const files = await readFiles(words);
	const asked = parseVerifyRequest(words, {
		...await (0,external_common_js_namespaceObject.X)(words, surroundings),
		files
	});
	if (asked.kind === "release") {
		const { request, localArtifacts } = asked;
		return conclude(await getInto(request, {
			installer: NO_INSTALLER,
			surroundings,
			localArtifacts
		}), request);
	}
	const { request } = asked;
	return conclude(await withLocalWorld({
		...request,
		tufCacheFolder: (0, import__late_node_path.join)(surroundings.cacheFolder, "tuf"),
		onWaiting: surroundings.onWaiting
	}, (ports) => runVerify(request, ports)), request);
};
/** Of what fits a cluster or not it has to be known which release it is. */
function isSearched(words) {
	const isGiven = (name) => (0,external_common_js_namespaceObject.Ot)(words, name) !== "";
	return isGiven("release") || isGiven("skew-of") && !isGiven("version") && !isGiven("version-file");
}
/** Finds the files of a release below folders and in archives. */
const runInventoryCommand = async (words, surroundings) => {
	const { runInventory } = await import(/* webpackIgnore: true */ "./inventory.js");
	const text = (0,external_common_js_namespaceObject.Ot)(words, "files");
	const paths = text === "" ? await seePaths(words.positionals) : await expandFiles(text, words.spell("files"), { withFolders: true });
	const request = parseInventoryRequest(words, {
		...await (0,external_common_js_namespaceObject.X)(words, surroundings),
		paths
	});
	const papersFolder = (0, import__late_node_path.join)(surroundings.cacheFolder, "papers");
	return conclude(await withWorld(request, {
		...toQuietWorld(surroundings, NO_INSTALLER),
		papersFolder
	}, (ports) => runInventory(request, ports)), request);
};
/** Without a flag as they are, for the shell has expanded them; as an input by patterns. */
async function readFiles(words) {
	const text = (0,external_common_js_namespaceObject.Ot)(words, "files");
	if (text === "") return seeFiles(words.positionals);
	return expandFiles(text, words.spell("files"));
}
// src/install/cached-folder.ts
var import__late_node_util = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.b)(), 1);
/** Stands beside what it proves. */
const SBOM_FILE = "kubernetes-release.spdx";
/** The names of what belongs to an artifact in its folder, its own file first. */
function namesOf({ fileName }) {
	return [
		fileName,
		`${fileName}.sigstore.json`,
		SBOM_FILE,
		`${SBOM_FILE}.sigstore.json`
	];
}
/** The mode of a file in the folder of an artifact. */
function modeOf(name, { fileName, kind }) {
	return name === fileName && kind === "binary" ? 365 : 292;
}
/**
* What a folder holds of an artifact, hashed.
* @returns undefined when there is nothing, or nothing that can be read: what is placed takes its place
*/
async function readCachedFolder(folder, planned, { withSha512, isInPlace, copyTo }) {
	const { fileName, signatureSource, kind } = planned;
	let opened;
	try {
		const bundle = signatureSource === "artifact" ? (await (0,external_common_js_namespaceObject.mn)((0, import__late_node_path.join)(folder, `${fileName}.sigstore.json`), MAX_BUNDLE_BYTES, {})).toString() : void 0;
		const names = await (0, import_promises$1.readdir)(folder);
		opened = await (0,external_common_js_namespaceObject.mr)((0, import__late_node_path.join)(folder, fileName));
		const path = (0, import__late_node_path.join)(copyTo ?? folder, fileName);
		const measured = copyTo === void 0 ? await measureOpened(opened, { withSha512 }) : await copyOpened(opened, path, { withSha512 });
		if (copyTo !== void 0) await copyBeside(folder, planned, {
			copyTo,
			bundle
		});
		const isStranger = (name) => kind === "binary" && !namesOf(planned).includes(name);
		return {
			file: {
				...measured,
				path
			},
			bundle,
			strangers: copyTo === void 0 ? names.filter(isStranger) : [],
			isInPlace
		};
	} catch {
		return;
	} finally {
		await opened?.handle.close();
	}
}
/** The proof, too: whoever looks at the copy finds it beside, as in the cache. */
async function copyBeside(folder, planned, { copyTo, bundle }) {
	const [, ownBundle = "", ...papers] = namesOf(planned);
	if (bundle !== void 0) await writeNewFile((0, import__late_node_path.join)(copyTo, ownBundle), bundle);
	for (const name of bundle === void 0 ? papers : []) {
		const opened = await (0,external_common_js_namespaceObject.mr)((0, import__late_node_path.join)(folder, name));
		try {
			await copyOpened(opened, (0, import__late_node_path.join)(copyTo, name));
		} finally {
			await opened.handle.close();
		}
	}
	for (const name of await (0, import_promises$1.readdir)(copyTo)) await setMode((0, import__late_node_path.join)(copyTo, name), modeOf(name, planned));
}
// src/commands/ask-for-plan.ts
var ask_for_plan_exports = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.r)({ askForPlan: () => askForPlan });
/** Asks channels, the lock file and the tool cache, as far as the request has them. */
async function askForPlan(asked, surroundings) {
	const settled = await settle(asked, await toInstaller(asked, surroundings), surroundings);
	const { installer, cached } = settled;
	const request = {
		...asked,
		...settled.request
	};
	return {
		request,
		planned: await withWorld(request, toQuietWorld(surroundings, installer), (ports) => plan(request, ports, cached))
	};
}
// src/prove/listed.ts
/**
* The artifacts of a release that are asked for, by path.
* @param sbom that was verified, and is of this release
* @throws ReleaseError RELEASE_ARTIFACT_NOT_PUBLISHED for one that is named and not listed, RELEASE_BINDING_MISMATCH
* for one that is listed with different digests
*/
function listArtifacts(request, release, sbom) {
	const paths = new Set(sbom.paths);
	if (request.areAllArtifacts) return listAll(request, release, sbom);
	const { artifacts } = release;
	const unlisted = artifacts.filter(({ path }) => !paths.has(path));
	for (const { entry, isNamed } of request.artifacts) {
		const own = artifacts.filter(({ name }) => name === entry.name);
		const missing = own.filter((each) => unlisted.includes(each));
		const [first] = missing;
		const isNeeded = isNamed && (request.arePlatformsNamed || missing.length === own.length);
		if (first !== void 0 && isNeeded) throw notListed(first);
	}
	const listed = artifacts.filter(({ path }) => paths.has(path));
	const [first] = unlisted;
	if (listed.length === 0 && first !== void 0) throw notListed(first);
	return {
		artifacts: listed.map((planned) => toListed(planned, sbom)),
		leftOut: unlisted.map((planned) => `${describeUnlisted(planned)}, and it is left out`)
	};
}
/** Everything that is listed and of a form that releases have, whatever the catalogue knows. */
function listAll(request, { version }, sbom) {
	const known = new Map((0,external_common_js_namespaceObject.Zn)(version).map((place) => [(0,external_common_js_namespaceObject.Yn)(place.entry, place.platform), place]));
	const names = new Set(request.platforms.map(external_common_js_namespaceObject.ar));
	const strange = [];
	const artifacts = [...sbom.paths].sort(compareText).flatMap((path) => {
		const place = known.get(path) ?? (0,external_common_js_namespaceObject.Xn)(path);
		if (place === void 0) {
			strange.push(`the SBOM of ${version} lists "${path}", which has no form of an artifact, and is left out`);
			return [];
		}
		return place.platform === void 0 || names.has((0,external_common_js_namespaceObject.ar)(place.platform)) ? [toListed((0,external_common_js_namespaceObject.Dn)(request, version, place), sbom)] : [];
	});
	if (artifacts.length > 0) return {
		artifacts,
		leftOut: strange
	};
	const message = `the signed SBOM of ${version} lists no artifact for ${[...names].join(", ")}`;
	throw new external_common_js_namespaceObject.kr("RELEASE_ARTIFACT_NOT_PUBLISHED", message);
}
function toListed(planned, sbom) {
	const place = (0,external_common_js_namespaceObject.Tn)(planned);
	const [sha256, ...others] = sbom.digestsOf(planned.path);
	const [sha512, ...otherSha512] = sbom.sha512Of(planned.path);
	if (others.length + otherSha512.length > 0) {
		const message = `the signed SBOM lists ${place} with different digests`;
		throw new external_common_js_namespaceObject.kr("RELEASE_BINDING_MISMATCH", message, {
			expected: "one digest",
			actual: [
				sha256,
				...others,
				sha512,
				...otherSha512
			].filter(Boolean).join(", ")
		});
	}
	if (sha256 === void 0) throw new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", `the signed SBOM lists ${place} without a SHA-256 digest`);
	return {
		planned,
		sha256,
		sha512
	};
}
function notListed(planned) {
	return new external_common_js_namespaceObject.kr("RELEASE_ARTIFACT_NOT_PUBLISHED", describeUnlisted(planned));
}
function describeUnlisted(planned) {
	return `the signed SBOM does not list ${(0,external_common_js_namespaceObject.Tn)(planned)}`;
}
/** By code unit: the same order on every machine. */
function compareText(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
// src/prove/proven-lists.ts
/** Each is a file of 0.2 MB, its evidence and a question to the log. */
const CONCURRENT_RELEASES = 8;
/**
* Proves the SBOM of each release, in their order.
* @param sbomOf what was proven before
*/
async function proveSboms(releases, context, sbomOf = () => void 0) {
	const limit = pLimit(CONCURRENT_RELEASES);
	return Promise.all(releases.map((release) => limit(() => new ReleaseProver(release, context, sbomOf(release.version)).artifact(sbomOfPlan(release)))));
}
/**
* Proves the SBOM of each release; of one that is not verified nothing is listed.
* @param sbomOf what was proven before
* @throws CodedError for an SBOM that is verified and contradicts itself
*/
async function proveLists(releases, context, sbomOf) {
	const proofs = await proveSboms(releases, context, sbomOf);
	const listed = /* @__PURE__ */ new Map();
	for (const [index, release] of releases.entries()) {
		const { verified, document } = proofs[index] ?? {};
		if (verified === void 0 || document === void 0) continue;
		for (const { planned, sha256 } of listArtifacts(context.request, release, (0,external_common_js_namespaceObject.vn)(document)).artifacts) {
			const known = listed.get(sha256.hex) ?? [];
			listed.set(sha256.hex, known);
			known.push({
				version: release.version,
				path: planned.path
			});
		}
	}
	return {
		proofs,
		listed
	};
}
/** The plan of a release's SBOM. @throws RangeError when it is not planned */
function sbomOfPlan({ sbom }) {
	if (sbom === void 0) throw new RangeError("the SBOM is not planned");
	return sbom;
}
// src/report/checksums.ts
/** What is written wherever `schemaVersion` stands at the top of a list. */
const SCHEMA_VERSION$2 = 1;
/** What a list in each form is called. */
const CHECKSUM_FILES = {
	sha256sums: "SHA256SUMS",
	sha512sums: "SHA512SUMS",
	json: "checksums.json",
	kubespray: "checksums.yml",
	dockerfile: "Dockerfile"
};
/**
* Writes the digests of releases down.
* @throws EvidenceError EVIDENCE_UNREADABLE where a form needs a digest that the SBOM does not give
*/
function formatChecksums(releases, form) {
	switch (form) {
		case "sha256sums": return formatSums(releases, ({ sha256 }) => sha256.hex);
		case "sha512sums": return formatSums(releases, toSha512);
		case "json": return formatList(releases);
		case "kubespray": return formatKubespray(releases);
		case "dockerfile": return formatDockerfile(releases);
	}
}
/** As sha256sum(1) writes it; with several releases, each path stands below its version. */
function formatSums(releases, toHex) {
	return toText$1(releases.flatMap(({ version, artifacts }) => artifacts.map((each) => {
		const { path } = each.planned;
		return `${toHex(each)}  ${(0,external_common_js_namespaceObject.ln)(releases.length === 1 ? path : `${version}/${path}`)}`;
	})));
}
function toSha512({ planned, sha512 }) {
	if (sha512 !== void 0) return sha512;
	const message = `the signed SBOM gives no SHA-512 digest of ${planned.path}`;
	throw new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", message);
}
function formatList(releases) {
	const json = {
		schemaVersion: SCHEMA_VERSION$2,
		releases: releases.map(({ version, notes, artifacts, sbomDigest, bundle }) => ({
			version,
			notes,
			sbom: {
				path: "kubernetes-release.spdx",
				digest: sbomDigest,
				bundle
			},
			artifacts: artifacts.map(({ planned, sha256, sha512 }) => ({
				name: planned.name,
				path: planned.path,
				...planned.platform && { platform: toPlatform(planned) },
				url: planned.urls.artifact.href,
				sha256: sha256.hex,
				...sha512 !== void 0 && { sha512 }
			}))
		}))
	};
	return `${(0,external_common_js_namespaceObject.Lr)(json, 2)}\n`;
}
/** What kubespray downloads, in the order of its file. */
const OF_KUBESPRAY = [
	"kubelet",
	"kubectl",
	"kubeadm"
];
/**
* As roles/kubespray_defaults/vars/main/checksums.yml of kubespray 2.29: binary, architecture, version without
* its v, the newest first. It takes Linux alone.
* @throws ReleaseError RELEASE_ARTIFACT_NOT_PUBLISHED when nothing that is listed is kubespray's
*/
function formatKubespray(releases) {
	const newestFirst = releases.flatMap(({ version, artifacts }) => artifacts.map((each) => ({
		version,
		...each
	}))).filter(({ planned }) => planned.kind === "binary" && planned.platform?.os === "linux").sort((a, b) => import_semver.default.rcompare(a.version, b.version));
	const lines = OF_KUBESPRAY.flatMap((name) => {
		const own = newestFirst.filter(({ planned }) => planned.name === name);
		const byArch = Map.groupBy(own, ({ planned }) => planned.platform?.arch ?? "");
		if (byArch.size === 0) return [];
		return [`${name}_checksums:`, ...[...byArch].flatMap(([arch, entries]) => [`  ${arch === "386" ? "'386'" : arch}:`, ...entries.map(({ version, sha256 }) => `    ${version.slice(1)}: ${sha256.toString()}`)])];
	});
	if (lines.length > 0) return toText$1(["---", ...lines]);
	const message = `nothing that is listed is in kubespray's checksums: ${OF_KUBESPRAY.join(", ")} for linux`;
	throw new external_common_js_namespaceObject.kr("RELEASE_ARTIFACT_NOT_PUBLISHED", message);
}
/** A stage for each platform, so that `COPY --from=kubernetes-$TARGETOS-$TARGETARCH` takes the one it is built for. */
function formatDockerfile(releases) {
	const all = releases.flatMap(({ version, artifacts }) => artifacts.map((each) => ({
		version,
		...each
	})));
	return toText$1(["# syntax=docker/dockerfile:1", ...[...Map.groupBy(all, ({ planned, version }) => {
		const parts = ["kubernetes", ...releases.length === 1 ? [] : [version]];
		const { platform } = planned;
		return [...parts, ...platform === void 0 ? [] : [platform.os, platform.arch]].join("-");
	})].flatMap(([name, entries]) => [
		"",
		`FROM scratch AS ${name}`,
		...entries.map(({ planned: { kind, fileName, urls }, sha256 }) => {
			const mode = kind === "binary" ? "0755" : "0644";
			return `ADD --checksum=${sha256.toString()} --chmod=${mode} ${urls.artifact.href} /${fileName}`;
		})
	])]);
}
function toPlatform({ platform }) {
	return platform === void 0 ? "" : `${platform.os}/${platform.arch}`;
}
function toText$1(lines) {
	return lines.map((line) => `${line}\n`).join("");
}
// src/commands/checksums.ts
var checksums_exports = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.r)({ runChecksumsCommand: () => runChecksumsCommand });
/** Writes down the digests that the signed SBOMs list, once those are proven. */
const runChecksumsCommand = async (words, surroundings) => {
	const request = (0,external_common_js_namespaceObject.U)(words, await (0,external_common_js_namespaceObject.X)(words, surroundings));
	const { report, text, written } = await withWorld(request, toQuietWorld(surroundings, NO_INSTALLER), (ports) => runChecksums(request, ports));
	const reportPath = await writeReport(report, request.reportFolder);
	const ending = (0,external_common_js_namespaceObject.It)(report, { reportPath });
	if (text === void 0) return {
		...ending,
		heading: [],
		blocks: [],
		closing: []
	};
	const isPrinted = request.outputFolder === void 0;
	return {
		...external_common_js_namespaceObject.Ft,
		warnings: ending.warnings,
		notes: ending.notes,
		closing: isPrinted ? text.trimEnd().split("\n") : [report.outcome],
		written,
		json: () => isPrinted ? text : ending.json()
	};
};
/** Never rejects: what went wrong is in the report. */
async function runChecksums(request, ports) {
	const warnings = listWeakerRequests({
		...request,
		isOfNoRelease: false
	});
	const facts = {
		releases: [],
		artifacts: [],
		trustedRoot: "",
		warnings
	};
	let list = { written: [] };
	const report = await reportRun(facts, ports, async () => {
		list = await find$1(facts, {
			request,
			ports,
			warn: (message) => void warnings.push(message)
		});
	});
	return {
		...list,
		report
	};
}
async function find$1(facts, { request, ports, warn }) {
	const toContext = lazyContext({
		request,
		ports,
		lock: void 0,
		warn
	});
	const { choose, sbomOf } = createAgeChoice(request, toContext);
	const { versions } = await resolveVersions(request, ports, { choose });
	const { releases } = (0,external_common_js_namespaceObject.On)(request, versions, (0,external_common_js_namespaceObject.wn)(ports.now()));
	facts.releases = releases.map(({ version, source, notes, leftOut }) => ({
		version,
		source,
		notes: request.areAllArtifacts ? notes : [...notes, ...leftOut]
	}));
	const context = toContext();
	const proofs = await proveSboms(releases, context, sbomOf);
	facts.trustedRoot = (await context.loadingRoot).value?.source ?? "";
	facts.artifacts = proofs.map((proof) => (0,external_common_js_namespaceObject.Ut)("sbom", proof));
	for (const warning of warningsOf(proofs)) warn(warning);
	const sboms = proofs.flatMap(({ verified }) => verified ?? []);
	if (sboms.length < proofs.length) return { written: [] };
	await assertAge(proofs.map(({ result }) => result), context);
	const lists = releases.map((release, index) => {
		const { verified, document } = proofs[index] ?? {};
		if (verified === void 0 || document === void 0) throw new RangeError("an SBOM is not proven");
		const { artifacts, leftOut } = listArtifacts(request, release, (0,external_common_js_namespaceObject.vn)(document));
		const notes = [...facts.releases[index]?.notes ?? [], ...leftOut];
		const bundle = (0,external_common_js_namespaceObject.xn)(bundleText(verified));
		return {
			version: release.version,
			notes,
			artifacts,
			sbomDigest: verified.digest,
			bundle
		};
	});
	facts.releases = facts.releases.map((release, index) => ({
		...release,
		notes: lists[index]?.notes ?? []
	}));
	const text = formatChecksums(lists, request.form);
	return {
		text,
		written: await write(request, text, sboms)
	};
}
/**
* The list, the SBOMs and their bundles: all of them, or nothing.
* @returns the paths that were written
*/
async function write({ outputFolder: folder, form }, text, sboms) {
	if (folder === void 0) return [];
	const files = [{
		path: (0, import__late_node_path.join)(folder, CHECKSUM_FILES[form]),
		text,
		root: folder
	}, ...await toBundleFiles([], sboms, folder)];
	const pending = await pendFiles(files);
	await pending.commit();
	await pending.settle();
	return files.map(({ path }) => path);
}
// src/report/entry-text.ts
const SCHEMA_VERSION$1 = 1;
/** Entries of the log in one of the formats of `entry`. */
function formatEntries({ warnings, entries }, format) {
	const outcome = (0,external_common_js_namespaceObject.tn)(entries.map((each) => each.outcome));
	const exitCode = external_common_js_namespaceObject.Vt[outcome];
	if (format === "text") return {
		text: `${entries.map(toText).join("\n")}${outcome}\n`,
		exitCode
	};
	if (format !== "json" && outcome === "verified") return {
		text: entries.map((each) => `${(0,external_common_js_namespaceObject.Lr)(toForeign(each, format))}\n`).join(""),
		exitCode
	};
	const shown = entries.map(({ outcome: end, checks, error, entry }) => ({
		outcome: end,
		checks,
		...error && { error },
		...entry && { entry }
	}));
	return {
		text: `${(0,external_common_js_namespaceObject.Lr)({
			schemaVersion: SCHEMA_VERSION$1,
			outcome,
			exitCode,
			warnings,
			entries: shown
		}, 2)}\n`,
		exitCode
	};
}
/** `tle`: as in a bundle's `tlogEntries`. `rekor`: the fields of rekor-cli's JSON. An entry a line. */
function toForeign({ tle, entry }, format) {
	if (format === "tle") return tle;
	if (entry === void 0) return {};
	const { kind, spec } = entry.body;
	return {
		Attestation: "",
		AttestationType: "",
		Body: { [ENTRY_NAMES[String(kind)] ?? String(kind)]: spec },
		LogIndex: entry.logIndex,
		IntegratedTime: Date.parse(entry.integratedTime) / 1e3,
		UUID: entry.uuid,
		LogID: entry.logId
	};
}
/** What rekor-cli calls the kinds of entries. */
const ENTRY_NAMES = {
	hashedrekord: "HashedRekordObj",
	dsse: "DSSEObj",
	intoto: "IntotoObj"
};
function toText({ entry, error, checks }) {
	return `${[
		...entry ? [
			`LogID: ${entry.logId}`,
			`Index: ${entry.logIndex}`,
			`IntegratedTime: ${entry.integratedTime}`,
			`UUID: ${entry.uuid}`,
			`Body: ${formatBody(entry.body)}`
		] : [],
		...error ? [`${error.code}: ${(0,external_common_js_namespaceObject.ln)(error.message)}`] : [],
		...checks.flatMap((check) => (0,external_common_js_namespaceObject.Jt)({
			...check,
			required: true
		}))
	].join("\n")}\n`;
}
/** Indented JSON; each line is escaped by itself, since whoever signed wrote some of it. */
function formatBody(body) {
	return JSON.stringify(body, null, 2).split("\n").map(formatLine).join("\n");
}
/** A certificate is longer than what a message may repeat. */
function formatLine(line) {
	const [indent = ""] = /^ */.exec(line) ?? [];
	return indent + (line.slice(indent.length).match(/.{1,500}/gs) ?? [""]).map(external_common_js_namespaceObject.ln).join("");
}
// src/gather/copies.ts
/** All copies of each entry, in the order of the leaf hashes, ten entries a request. Never rejects. */
async function gatherCopies(leafHashes, log) {
	return (await Promise.all(toBatches(leafHashes).map(async (batch) => {
		const answers = await (0,external_common_js_namespaceObject._n)(log.fetchBatch(batch.map(({ hex }) => hex)));
		return Promise.all(batch.map((leafHash, index) => complete(leafHash, at(answers, index), log)));
	}))).flat();
}
/** One answer of a batch; the failure of the batch is that of each. */
function at({ value, error }, index) {
	if (error !== void 0) return { error };
	return value[index] ?? { error: new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", "the log left out an entry") };
}
/** A log that has no batches, or did not answer one, is asked shard by shard, and by the leaf hash alone. */
async function complete(leafHash, batched, log) {
	if (batched.error !== void 0 && isAbsence(batched.error)) return { copies: [batched] };
	if (batched.value?.isComplete === true) return { copies: readCopies(batched.value, leafHash).sort(byTime) };
	const [one, every] = await Promise.all([batched.error === void 0 ? batched : (0,external_common_js_namespaceObject._n)(log.fetchEntry(leafHash)), log.fetchCopies(leafHash)]);
	const answers = [...one.value?.answers ?? [], ...every.answers];
	const { failure } = every;
	if (answers.length === 0) return { copies: [{ error: one.error ?? failure ?? toAbsence(leafHash) }] };
	return {
		copies: distinct(readCopies({ answers }, leafHash)).sort(byTime),
		...failure && { failure }
	};
}
/** The log signs its promise anew each time: one copy is told from another by where and when it was taken. */
function distinct(copies) {
	return copies.filter(({ value }, index) => value === void 0 || copies.findIndex((other) => other.value !== void 0 && isSameEntry(other.value, value)) === index);
}
function toAbsence({ hex }) {
	return new external_common_js_namespaceObject.Sr("EVIDENCE_LOG_ENTRY_MISSING", `no shard of the log has an entry ${hex}`);
}
// src/prove/entry-prover.ts
/** Entries of one digest that are looked at: to sign again is rare. */
const MAX_ENTRIES = 20;
/**
* All entries that a name stands for, each with every copy of it; a UUID with its tree, or an index, names one copy.
* @throws CodedError when the name leads to nothing
*/
async function gatherEntries(name, { transparencyLog: log, readEvidence }) {
	if (name.kind === "id") {
		const { id } = name;
		const leafHash = typeof id === "string" ? (0,external_common_js_namespaceObject.dr)(id) : void 0;
		return {
			entries: leafHash === void 0 ? [{ copies: [await (0,external_common_js_namespaceObject._n)(fetchOne(id, log))] }] : await gatherCopies([leafHash], log),
			warnings: []
		};
	}
	if (name.evidence === void 0) return searchEntries(name.digest, log);
	const { signature, certificate } = name.evidence;
	const parts = await gatherPair({
		signature: () => readEvidence({
			kind: "file",
			path: signature
		}, "EVIDENCE_SIGNATURE_MISSING"),
		certificate: () => readEvidence({
			kind: "file",
			path: certificate
		}, "EVIDENCE_CERTIFICATE_MISSING")
	});
	(0,external_common_js_namespaceObject.vn)(parts.signature);
	(0,external_common_js_namespaceObject.vn)(parts.certificate);
	const { lookup } = toPairCandidate("named-pair", parts, name.digest);
	return {
		entries: lookup ? await gatherCopies([lookup.leafHash], log) : [],
		warnings: []
	};
}
async function searchEntries(digest, log) {
	const uuids = await log.search(digest);
	const leafHashes = [...new Set(uuids.map((uuid) => uuid.slice(-64)))].sort();
	if (leafHashes.length === 0) {
		const message = `the log's search knows no entry about ${digest.toString()}`;
		throw new external_common_js_namespaceObject.Sr("EVIDENCE_LOG_ENTRY_MISSING", message);
	}
	const looked = leafHashes.slice(0, MAX_ENTRIES).flatMap((leafHash) => (0,external_common_js_namespaceObject.dr)(leafHash) ?? []);
	const more = `the log's search names ${leafHashes.length} entries about ${digest.toString()}, of which ${MAX_ENTRIES} are looked at`;
	return {
		entries: await gatherCopies(looked, log),
		warnings: looked.length < leafHashes.length ? [more] : []
	};
}
/** The answer has to be the entry that was asked for: the leaf hash tells, and of an index the log's own promise. */
async function fetchOne(id, log) {
	const entry = parseLogEntry(await log.fetchEntryBy(id));
	if (typeof id === "number" ? entry.logIndex === id : id.endsWith(entry.leafHash.hex)) return entry;
	const message = "the log answered with another entry than it was asked for";
	const actual = typeof id === "number" ? String(entry.logIndex) : entry.uuid;
	throw new external_common_js_namespaceObject.Sr("EVIDENCE_UNREADABLE", message, {
		expected: String(id),
		actual
	});
}
/**
* Judges every copy of an entry. The earliest that the log proves counts, for it is the one that its signer logged.
* Where none does and not every shard answered, nothing can be said.
*/
function proveEntry$1({ copies, failure }, root) {
	const judged = copies.map((copy) => judgeCopy(copy, root));
	const [first, ...others] = judged.filter(({ outcome }) => outcome === "verified");
	if (first !== void 0) return {
		result: first,
		warnings: listCopies(first, others, failure)
	};
	const chosen = judged.find(({ outcome }) => outcome === "rejected") ?? judged[0];
	if (failure === void 0 && chosen !== void 0) return {
		result: chosen,
		warnings: []
	};
	return {
		result: toUnproven(failure ?? new external_common_js_namespaceObject.Sr("EVIDENCE_LOG_ENTRY_MISSING", "there is no such entry")),
		warnings: []
	};
}
function judgeCopy({ value, error }, root) {
	return error === void 0 ? verifyLogEntry(value, root) : toUnproven(error);
}
function toUnproven({ code, message, exitCode }) {
	return {
		outcome: exitCode === 1 ? "rejected" : "unverifiable",
		checks: [],
		error: {
			code,
			message
		}
	};
}
/** What is true of an entry that is proven, and easily overlooked. */
function listCopies({ entry }, others, failure) {
	const title = `log entry ${entry?.logIndex ?? ""}`;
	const again = others.map((each) => `${each.entry?.logIndex ?? ""} of ${each.entry?.integratedTime ?? ""}`);
	return [...again.length > 0 ? [`${title} is the earliest copy that the log proves; the same was logged again: ${again.join(", ")}`] : [], ...failure ? [`${title}: whether another shard has an earlier copy is not known: ${failure.message}`] : []];
}
/**
* Everything about a name: every entry, each by its earliest copy.
* @throws CodedError when the name leads to nothing, or there is no trusted root
*/
async function proveEntries(name, ports, loadingRoot) {
	const { entries, warnings } = await gatherEntries(name, ports);
	const root = (0,external_common_js_namespaceObject.vn)(await loadingRoot);
	const proven = entries.map((each) => proveEntry$1(each, root));
	return {
		entries: proven.map(({ result }) => result),
		warnings: [...warnings, ...proven.flatMap((each) => each.warnings)]
	};
}
// src/commands/entry.ts
/** @throws CodedError when there is no entry to look at */
async function runEntry({ name }, ports) {
	const warnings = [];
	const proven = await proveEntries(name, ports, (0,external_common_js_namespaceObject._n)(ports.loadTrustedRoot((message) => void warnings.push(message))));
	return {
		entries: proven.entries,
		warnings: [...warnings, ...proven.warnings]
	};
}
// src/commands/entry-command.ts
var entry_command_exports = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.r)({ runEntryCommand: () => runEntryCommand });
/** Looks at entries, and ends with what their proofs are worth. */
const runEntryCommand = async (words, { cacheFolder, onWaiting }) => {
	const request = (0,external_common_js_namespaceObject.W)(words);
	const report = await withLocalWorld({
		...request,
		tufCacheFolder: (0, import__late_node_path.join)(cacheFolder, "tuf"),
		onWaiting
	}, (ports) => runEntry(request, ports));
	const { text, exitCode } = formatEntries(report, "text");
	return {
		...external_common_js_namespaceObject.Ft,
		exitCode,
		warnings: report.warnings.map(external_common_js_namespaceObject.ln),
		closing: text.trimEnd().split("\n"),
		json: () => formatEntries(report, request.format === "text" ? "json" : request.format).text
	};
};
// src/lock/asked.ts
/** As many as a command line can name; each is a release to be proven. */
const MOST_VERSIONS = 100;
const ORIGIN = "the lock file";
/**
* Reads the request of a lock file, which whoever can change the file may have written.
* @param name how errors call the file
* @throws LockError LOCK_MALFORMED, with the JSON path
*/
function toAsked({ request: { versions, artifacts, platforms, urls = [] } }, name) {
	const fail = (what) => {
		throw new external_common_js_namespaceObject.Or("LOCK_MALFORMED", `${name} is not in its format: request.${what}`);
	};
	const each = (field, items, read) => {
		const { value, faults } = (0,external_common_js_namespaceObject.Pn)([...new Set(items)], read);
		const [first] = faults ?? [];
		return value ?? fail(`${field}: ${first?.message ?? ""}`);
	};
	const keys = Object.keys(versions);
	if (keys.length > MOST_VERSIONS) return fail(`versions: has more than ${MOST_VERSIONS}`);
	const isOfUrls = urls.length > 0;
	const hasReleases = keys.length > 0 && artifacts.length > 0;
	if (isOfUrls ? keys.length + artifacts.length > 0 : !hasReleases) return fail("versions: has to have releases with artifacts, or URLs, and not both");
	const named = each("artifacts", artifacts, readEntry).map((entry) => ({
		entry,
		isNamed: false
	}));
	const specs = each("versions", keys, readSpec);
	const { value, error } = (0,external_common_js_namespaceObject.gn)(() => (0,external_common_js_namespaceObject.pt)(specs, { artifacts: named }));
	return {
		versions: error === void 0 ? value : fail(error.message),
		artifacts: named,
		areAllArtifacts: false,
		platforms: each("platforms", platforms, readPlatform),
		arePlatformsNamed: false,
		urls: each("urls", urls, readUrl)
	};
}
function readSpec(key) {
	const { value: [spec, other] = [], faults } = (0,external_common_js_namespaceObject.dt)(key, "versions");
	if (faults !== void 0) return { faults };
	if (spec === void 0 || other !== void 0 || (0,external_common_js_namespaceObject.xt)(spec) !== key) return (0,external_common_js_namespaceObject.Fn)("versions", `"${key}" is not how a lock file names a version`);
	return { value: {
		...spec,
		origin: ORIGIN
	} };
}
function readEntry(name) {
	const entry = (0,external_common_js_namespaceObject.Gn)(name);
	return entry === void 0 ? (0,external_common_js_namespaceObject.Fn)("artifacts", `"${name}" is not an artifact`) : { value: entry };
}
function readPlatform(text) {
	const platform = (0,external_common_js_namespaceObject.or)(text);
	return platform === void 0 ? (0,external_common_js_namespaceObject.Fn)("platforms", `"${text}" is not a platform`) : { value: platform };
}
function readUrl(text) {
	const { value: [url, other] = [], faults } = (0,external_common_js_namespaceObject.jn)(text, "urls");
	if (faults !== void 0) return { faults };
	if (url === void 0 || other !== void 0 || url.href !== text) return (0,external_common_js_namespaceObject.Fn)("urls", `"${text}" is not how a lock file names a URL`);
	return { value: url };
}
// src/lock/changes.ts
/**
* Compares two lock files.
* @param former undefined where there was none
* @throws LockError LOCK_DIGEST_MOVED
*/
function compareLocks(former, current) {
	const before = Map.groupBy(former?.artifacts ?? [], ({ path }) => path);
	const after = Map.groupBy(current.artifacts, ({ path }) => path);
	const pairs = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].sort().flatMap((path) => pairUp(before.get(path) ?? [], after.get(path) ?? []));
	const changes = pairs.flatMap(toChange);
	return {
		asked: compareRequests(former?.request, current.request),
		changes,
		unchanged: pairs.length - changes.length
	};
}
/** Whether something went back to an older release. */
function isBackwards({ former, current }) {
	const versions = [current?.version, former?.version];
	return versions[0] !== void 0 && versions[1] !== void 0 && import_semver.default.lt(versions[0], versions[1]);
}
/** Of one path: the same version first, then the same minor, then what is left alone on both sides. */
function pairUp(before, after) {
	const left = new Set(before);
	const pairs = [];
	let rest = after;
	for (const toLine of [versionOf, lineOf]) {
		const byLine = new Map([...left].map((entry) => [toLine(entry), entry]));
		const unmatched = [];
		for (const current of rest) {
			const former = byLine.get(toLine(current));
			if (former !== void 0 && left.delete(former)) pairs.push({
				former,
				current
			});
			else unmatched.push(current);
		}
		rest = unmatched;
	}
	const [former, ...others] = left;
	const [current, ...further] = rest;
	if (former !== void 0 && current !== void 0 && others.length + further.length === 0) return [...pairs, {
		former,
		current
	}];
	return [
		...pairs,
		...[...left].map((each) => ({ former: each })),
		...rest.map((each) => ({ current: each }))
	];
}
function versionOf({ version }) {
	return version ?? "";
}
function lineOf({ version }) {
	return version === void 0 ? "" : (0,external_common_js_namespaceObject.tr)(version);
}
function toChange({ former, current }) {
	if (former === void 0) return current === void 0 ? [] : [{
		kind: "added",
		current
	}];
	if (current === void 0) return [{
		kind: "removed",
		former
	}];
	if (former.version !== current.version) return [{
		kind: "moved",
		former,
		current
	}];
	if (!former.digest.equals(current.digest)) throw toMoved(former, current);
	return (0, import__late_node_util.isDeepStrictEqual)(former, current) ? [] : [{
		kind: "proof",
		former,
		current
	}];
}
function toMoved(former, current) {
	const [expected, actual] = [former.digest.toString(), current.digest.toString()];
	const message = `${(0,external_common_js_namespaceObject.Tn)(current)} has another digest than before, although its version stood still: expected ${expected}, found ${actual}`;
	return new external_common_js_namespaceObject.Or("LOCK_DIGEST_MOVED", message, {
		expected,
		actual
	});
}
function compareRequests(former, current) {
	const versionsOf = (versions, name) => Object.hasOwn(versions, name) ? versions[name] ?? [] : [];
	return [...[...new Set(Object.keys({
		...former?.versions,
		...current.versions
	}))].sort().map((name) => ({
		what: "version",
		name,
		former: versionsOf(former?.versions ?? {}, name),
		current: versionsOf(current.versions, name)
	})), ...[
		"artifacts",
		"platforms",
		"urls"
	].map((what) => ({
		what,
		former: [...former?.[what] ?? []].sort(),
		current: [...current[what] ?? []].sort()
	}))].filter((each) => !(0, import__late_node_util.isDeepStrictEqual)([...each.former], [...each.current]));
}
// src/prove/locked.ts
/** Entries that are judged while others wait for their SBOM. */
const CONCURRENT_ENTRIES = 8;
/**
* Proves every entry of a lock file.
* @param plan what the lock file's own request means, each release with its SBOM
*/
async function proveLocked(lock, { releases, byUrl }, context) {
	await selfTested();
	const known = /* @__PURE__ */ new Map();
	for (const group of [...releases, byUrl]) {
		const prover = new ReleaseProver(context.request.releaseBinding === "off" ? {
			...group,
			sbom: void 0
		} : group, context);
		for (const planned of listPlanned(group)) known.set((0,external_common_js_namespaceObject.Tn)(planned), [planned, prover]);
	}
	const limit = pLimit(CONCURRENT_ENTRIES);
	return Promise.all(lock.artifacts.map((entry) => limit(() => {
		const [planned, prover] = known.get((0,external_common_js_namespaceObject.Tn)(entry)) ?? [];
		if (planned === void 0 || prover === void 0) throw new RangeError("an entry was not planned");
		return proveEntry(entry, planned, {
			prover,
			context
		});
	})));
}
async function proveEntry(entry, planned, { prover, context }) {
	if (planned.kind === "sbom" && context.request.releaseBinding !== "off") return prover.artifact(planned);
	const sbom = await prover.sbom();
	const subject = {
		artifact: describe(planned),
		measured: void 0,
		claims: [{
			source: "the lock file",
			digest: { value: entry.digest }
		}],
		releaseBinding: bindBySbom(planned, sbom, void 0),
		signer: context.request.signer,
		signatureSource: "bundle" in entry ? "artifact" : entry.signatureSource
	};
	const judging = await toJudging(context);
	const proof = "bundle" in entry ? await prove(subject, {
		candidates: [toLockCandidate(entry)],
		absent: []
	}, judging) : await proveBySbom(subject, judging);
	const diagnosis = diagnose(proof, NO_FACTS);
	return {
		...proof,
		planned,
		...diagnosis && { diagnosis }
	};
}
// src/report/lock-changes.ts
const SCHEMA_VERSION = 1;
/** GitHub takes 65,536 characters as the text of a pull request; some are left for whoever adds to it. */
const MAX_BODY_BYTES = 6e4;
/** Of a digest's 64 characters: enough to tell two apart by eye. */
const SHORT_DIGEST_LENGTH = 12;
const SBOM = (0,external_common_js_namespaceObject.Gn)("release-sbom");
const SBOM_PATH = SBOM === void 0 ? "" : (0,external_common_js_namespaceObject.Yn)(SBOM, void 0);
const WORDS = {
	added: "added",
	removed: "removed",
	moved: "moved",
	proof: "proven otherwise"
};
const IN_TEXT = {
	text: external_common_js_namespaceObject.ln,
	index: ({ logIndex }) => String(logIndex)
};
const IN_MARKDOWN = {
	text: external_common_js_namespaceObject.dn,
	index: external_common_js_namespaceObject.zt
};
/** What a reviewer has to see at once: a sentence for each release that went back. */
function listBackwards({ changes }) {
	return changes.filter(isBackwards).map(({ former, current }) => `${current?.path} goes back from ${former?.version} to ${current?.version}`);
}
/** A block for each change, and its proof below. */
function toChangeBlocks({ changes, proofs }) {
	return changes.map((change) => {
		const { kind, former, current } = change;
		const title = (0,external_common_js_namespaceObject.ln)((current ?? former)?.path ?? "");
		const versions = listVersions$1(change).join(" → ");
		const facts = [
			title,
			...versions === "" ? [] : [versions],
			WORDS[kind]
		];
		if (current === void 0) return {
			title,
			facts,
			tone: "note",
			lines: []
		};
		return {
			title,
			facts,
			tone: "verified",
			lines: tellProof(current, toProof(current, proofs), IN_TEXT),
			isOpen: true
		};
	});
}
function tellProof({ digest }, proof, show) {
	const { signer, logEntry } = proof;
	return [
		show.text(digest.toString()),
		...signer ? [`signed by ${show.text(signer.certificateIdentity)}, by the word of ${show.text(signer.oidcIssuer)}`] : [],
		...logEntry ? [`log entry ${show.index(logEntry)} of ${logEntry.integratedTime ?? "no time of its own"}, UUID ${show.text(logEntry.uuid)}, in the log ${show.text(logEntry.logId)}`] : [],
		tellBinding(proof, show)
	];
}
function tellBinding({ releaseBinding, signatureSource, sbom = "" }, { text }) {
	switch (releaseBinding) {
		case "sbom": return signatureSource === "release-sbom" ? `proven by the signed SBOM of the release alone, ${text(sbom)}` : `listed under this path by the signed SBOM of the release, ${text(sbom)}`;
		case "own": return "names its release itself";
		case "off": return "its release was not looked at: release-binding is off";
		case "not-applicable": return "of no release";
	}
}
/** For each list of the request that changed: `stable-1.35: v1.35.2 → v1.35.3`. */
function tellAsked(asked, show = external_common_js_namespaceObject.ln) {
	const list = (texts) => texts.map(show).join(", ") || "nothing";
	return asked.map(({ what, name, former, current }) => {
		return `${name === void 0 ? what : show(name)}: ${list(former)} → ${list(current)}`;
	});
}
/** For programs; `\n` at its end. */
function formatChangesJson(proven) {
	const { asked, changes, unchanged, proofs, warnings, notes } = proven;
	const toState = ({ version, digest }) => ({
		...version && { version },
		digest
	});
	const shown = changes.map((change) => {
		const { kind, former, current } = change;
		const { path, platform } = current ?? former;
		return {
			kind,
			path,
			...platform && { platform },
			...former && { former: toState(former) },
			...current && {
				current: toState(current),
				proof: toProof(current, proofs)
			},
			...isBackwards(change) && { isBackwards: true }
		};
	});
	const facts = {
		warnings,
		notes,
		isChanged: changes.length > 0 || asked.length > 0,
		asked: asked.map(toAskedJson),
		changes: shown,
		unchanged
	};
	return `${(0,external_common_js_namespaceObject.Lr)({
		schemaVersion: SCHEMA_VERSION,
		outcome: "verified",
		exitCode: 0,
		...facts
	}, 2)}\n`;
}
function toAskedJson({ what, name, former, current }) {
	return {
		what,
		...name !== void 0 && { name },
		former,
		current
	};
}
/** The text of a pull request, never longer than GitHub takes. What only a former lock file holds stands last, and displaces nothing. */
function formatChangesMarkdown(proven) {
	const { asked, changes, proofs, warnings, notes } = proven;
	const current = changes.filter((change) => change.current !== void 0);
	const gone = changes.filter((change) => change.current === void 0);
	const isAsked = (change) => change.current.length > 0;
	const toItem = (line) => `- ${line}`;
	const sections = [
		{
			open: "",
			items: [
				...tellAsked(asked.filter(isAsked), external_common_js_namespaceObject.dn),
				...warnings.map((warning) => `**Warning**: ${(0,external_common_js_namespaceObject.dn)(warning)}`),
				...notes.map((note) => `**Note**: ${(0,external_common_js_namespaceObject.dn)(note)}`)
			].map(toItem),
			close: ""
		},
		{
			open: "|  | Artifact | Version | Digest | Log entry |\n| - | - | - | - | - |",
			items: current.map((change) => formatRow(change, proofs)),
			close: ""
		},
		{
			open: "<details><summary>The proof of each new digest</summary>\n",
			items: current.map((change) => formatProof(change, proofs)),
			close: "\n</details>"
		},
		{
			open: "No longer in it:\n",
			items: [...tellAsked(asked.filter((change) => !isAsked(change)), external_common_js_namespaceObject.dn), ...gone.flatMap(({ former }) => former === void 0 ? [] : (0,external_common_js_namespaceObject.dn)((0,external_common_js_namespaceObject.Tn)(former)))].map(toItem),
			close: ""
		}
	];
	return (0,external_common_js_namespaceObject.Bt)(["## Kubernetes artifacts in the lock file", tellGrounds(proven)].join("\n\n"), sections.filter(({ items }) => items.length > 0), {
		toRemark: (left) => `**${left} lines are left out here for want of space**; \`lock diff\` on the two files tells them all.`,
		maxBytes: MAX_BODY_BYTES
	});
}
/** What all of it rests on, by the checks themselves. */
function tellGrounds({ changes, asked, unchanged, proofs, trustedRoot }) {
	const isBound = [...proofs.values()].every(({ artifact, checks }) => artifact.version === void 0 || (0,external_common_js_namespaceObject.$t)(checks, "release-binding"));
	return [
		...changes.length + asked.length === 0 ? ["**Nothing has changed.**"] : [],
		`Before this was written, everything in the lock file was verified under the trusted root ${(0,external_common_js_namespaceObject.dn)(trustedRoot)}: the bundle beside each digest${isBound ? ", and that the signed SBOM of its release lists it" : ""}.`,
		...isBound ? [] : ["**Which version and file a digest is was not looked at: release-binding is off.**"],
		...unchanged === 0 ? [] : [`Unchanged: ${unchanged}.`],
		"What the former lock file says is told, not proven."
	].join(" ");
}
function formatRow(change, proofs) {
	const entry = change.current;
	const { logEntry } = toProof(entry, proofs);
	return `| ${[
		isBackwards(change) ? "**older**" : WORDS[change.kind],
		(0,external_common_js_namespaceObject.dn)(entry.path),
		listVersions$1(change).map(external_common_js_namespaceObject.dn).join(" → "),
		(0,external_common_js_namespaceObject.dn)(entry.digest.hex.slice(0, SHORT_DIGEST_LENGTH)),
		logEntry ? (0,external_common_js_namespaceObject.zt)(logEntry) : ""
	].join(" | ")} |`;
}
function formatProof({ former, current }, proofs) {
	const entry = current;
	const [digest = "", ...others] = tellProof(entry, toProof(entry, proofs), IN_MARKDOWN);
	const before = former?.digest.equals(entry.digest) === false ? [`before: ${(0,external_common_js_namespaceObject.dn)(former.digest.toString())}`] : [];
	return [`- ${(0,external_common_js_namespaceObject.dn)((0,external_common_js_namespaceObject.Tn)(entry))}`, ...[
		digest,
		...before,
		...others
	].map((line) => `  - ${line}`)].join("\n");
}
function listVersions$1({ former, current }) {
	return [...new Set([former?.version, current?.version].filter((version) => version !== void 0))];
}
function toProof(entry, proofs) {
	const result = proofs.get((0,external_common_js_namespaceObject.Tn)(entry));
	if (result?.outcome !== "verified" || result.digest?.equals(entry.digest) !== true) throw new external_common_js_namespaceObject.Dr(`${(0,external_common_js_namespaceObject.Tn)(entry)} is told as proven, and is not`);
	const { signer, logEntry, signatureSource } = result;
	const releaseBinding = toBinding(entry, result);
	const sbom = proofs.get((0,external_common_js_namespaceObject.Tn)({
		version: entry.version,
		path: SBOM_PATH
	}))?.digest?.toString();
	return {
		signatureSource,
		...signer && { signer },
		...logEntry && { logEntry },
		releaseBinding,
		...releaseBinding === "sbom" && sbom !== void 0 && { sbom }
	};
}
function toBinding({ version }, { artifact, checks }) {
	if (version === void 0) return "not-applicable";
	if (!(0,external_common_js_namespaceObject.$t)(checks, "release-binding")) return "off";
	return (0,external_common_js_namespaceObject.Gn)(artifact.name)?.kind === "sbom" ? "own" : "sbom";
}
// src/commands/lock-ending.ts
/** The ending of what was verified in whole. */
function toChangesEnding({ changes, report }, ending, told) {
	const notes = [...(0,external_common_js_namespaceObject.Yt)(report), ...told.notes ?? []].map(external_common_js_namespaceObject.ln);
	const warnings = [...report.warnings, ...listBackwards(changes)].map(external_common_js_namespaceObject.ln);
	const proofs = new Map((0,external_common_js_namespaceObject.Xt)(report).map((result) => [toPlace(result), result]));
	const proven = {
		...changes,
		proofs,
		warnings,
		notes,
		trustedRoot: report.trustedRoot ?? ""
	};
	const isMarkdown = told.format === "markdown";
	const isChanged = changes.changes.length + changes.asked.length > 0;
	return {
		...ending,
		warnings,
		notes,
		heading: isMarkdown ? [] : ending.heading,
		blocks: isMarkdown ? [] : toChangeBlocks(proven),
		closing: isMarkdown ? formatChangesMarkdown(proven).trimEnd().split("\n") : [...isChanged ? tellAsked(changes.asked) : ["nothing has changed"], "verified"],
		written: told.written ?? [],
		json: () => formatChangesJson(proven)
	};
}
/** Ends with what `run` comes to. Whatever reads Markdown from standard output gets what is proven, or nothing. */
async function endWhole(words, run) {
	const ending = await (0,external_common_js_namespaceObject.O)(run);
	if (ending.exitCode === 0 || (0,external_common_js_namespaceObject.Ot)(words, "format") !== "markdown") return ending;
	return {
		...ending,
		heading: [],
		blocks: [],
		prose: [],
		closing: []
	};
}
/** @throws InputError where the lock file is of artifacts of other projects, and nobody said who signs those */
function assertSignerNamed({ isSignerNamed }, { urls }, { spell }) {
	if (isSignerNamed || urls.length === 0) return;
	const message = `is needed with ${spell("certificate-oidc-issuer")} for a lock file of URLs: who has to have signed them`;
	throw new external_common_js_namespaceObject.Tr([{
		code: "INPUT_REQUIRED",
		field: spell("certificate-identity"),
		message
	}]);
}
function toPlace({ artifact: { version, path = "" } }) {
	return (0,external_common_js_namespaceObject.Tn)({
		version: version === void 0 ? void 0 : (0,external_common_js_namespaceObject.nr)(version),
		path
	});
}
// src/commands/lock-diff.ts
var lock_diff_exports = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.r)({ runLockDiff: () => runLockDiff });
/** Tells what changed from one lock file to another, once the current one is proven. */
const runLockDiff = (words, surroundings) => endWhole(words, () => diff(words, surroundings));
async function diff(words, surroundings) {
	const request = (0,external_common_js_namespaceObject.B)(words);
	const former = await readLock(request.former);
	const current = await readLock(request.current);
	if (current === void 0) throw new external_common_js_namespaceObject.Or("LOCK_MISSING", "standard input holds no lock file");
	const changes = compareLocks(former, current);
	const asked = toAsked(current, toName(request.current));
	assertProvable(request, {
		asked,
		lock: current,
		words
	});
	const world = toQuietWorld(surroundings, NO_INSTALLER);
	const again = {
		...request,
		...asked
	};
	const report = await withWorld(again, world, (ports) => run(again, current, ports));
	const reportPath = await writeReport(report, request.reportFolder);
	const ending = (0,external_common_js_namespaceObject.It)(report, { reportPath });
	return ending.exitCode === 0 ? toChangesEnding({
		changes,
		report
	}, ending, request) : ending;
}
/** @returns undefined of an empty standard input: what `git show` leaves of a file that was not there */
async function readLock(path) {
	const text = path === "-" ? await readPipedLock() : await createLockFile(path).read();
	if (text === void 0) throw new external_common_js_namespaceObject.Or("LOCK_MISSING", `there is no lock file "${path}"`);
	return path === "-" && text === "" ? void 0 : parseLock(text, toName(path));
}
function toName(path) {
	return path === "-" ? "the lock file on standard input" : `the lock file "${path}"`;
}
function assertProvable(request, { asked, lock, words }) {
	assertSignerNamed(request, asked, words);
	if (!lock.artifacts.some((entry) => "signatureSource" in entry) || request.releaseBinding !== "off") return;
	throw new external_common_js_namespaceObject.Tr([{
		code: "INPUT_CONFLICT",
		field: words.spell("release-binding"),
		message: "off leaves nothing that proves what the lock file has by the SBOM of a release; allowed: required"
	}]);
}
/** Of two lock files, it is the current one that something is wrong with. */
function named(error, path) {
	if (!(error instanceof external_common_js_namespaceObject.Or)) return error;
	return new external_common_js_namespaceObject.xr(error.code, `${toName(path)}: ${error.message}`, error);
}
/** Never rejects: what went wrong is in the report. */
async function run(request, lock, ports) {
	const warnings = listWeakerRequests({
		...request,
		isOfNoRelease: request.urls.length > 0
	});
	const facts = {
		releases: [],
		artifacts: [],
		trustedRoot: "",
		warnings
	};
	const warn = (message) => void warnings.push(message);
	return reportRun(facts, ports, async () => {
		const { error } = await (0,external_common_js_namespaceObject._n)(find(facts, request, {
			lock,
			ports,
			warn
		}));
		if (error !== void 0) throw named(error, request.current);
	});
}
async function find(facts, request, { lock, ports, warn }) {
	if (request.releaseBinding === "off") warn("release-binding is off: nothing proves which version, platform and file this is");
	const { versions } = await resolveVersions(request, ports, { lock });
	const today = (0,external_common_js_namespaceObject.wn)(ports.now());
	const planned = (0,external_common_js_namespaceObject.On)({
		...request,
		signatureSource: "release-sbom"
	}, versions, today);
	const whole = (0,external_common_js_namespaceObject.On)({
		...request,
		releaseBinding: "required"
	}, versions, today);
	assertNothingElse(whole, lock);
	assertCovered(request, planned, lock);
	facts.releases = planned.releases.map(({ version, source, notes }) => ({
		version,
		source,
		notes
	}));
	const loadingRoot = (0,external_common_js_namespaceObject._n)(ports.loadTrustedRoot(warn));
	const context = {
		request,
		ports,
		loadingRoot,
		lock,
		warn
	};
	const proofs = await proveLocked(lock, whole, context);
	facts.trustedRoot = (await loadingRoot).value?.source ?? "";
	facts.artifacts = proofs.map((proof) => (0,external_common_js_namespaceObject.Ut)(proof.planned.kind, proof));
	for (const warning of warningsOf(proofs)) warn(warning);
	if (proofs.some(({ result }) => result.outcome !== "verified")) return;
	await assertAge(proofs.map(({ result }) => result), context);
}
// src/commands/lock-update.ts
var lock_update_exports = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.r)({ runLockUpdate: () => runLockUpdate });
/** Moves a lock file to what its request means today, once all of that is proven. */
const runLockUpdate = (words, surroundings) => endWhole(words, () => update(words, surroundings));
async function update(words, surroundings) {
	const request = (0,external_common_js_namespaceObject.V)(words, await (0,external_common_js_namespaceObject.X)(words, surroundings));
	const { lockFile, format } = request;
	const name = `the lock file "${lockFile}"`;
	const before = await readText(lockFile);
	const former = parseLock(before, name);
	const asked = toAsked(former, name);
	assertSignerNamed(request, asked, words);
	const report = await getInto({
		...request,
		...asked,
		...toVersions(request, asked, words)
	}, {
		installer: NO_INSTALLER,
		surroundings
	});
	const ending = await conclude(report, request);
	if (ending.exitCode !== 0) return ending;
	const after = await readText(lockFile);
	return toChangesEnding({
		changes: compareLocks(former, parseLock(after, name)),
		report
	}, ending, {
		format,
		written: before === after ? [] : [lockFile],
		notes: before === after && request.versions.length === 0 ? listExact(asked) : []
	});
}
async function readText(path) {
	const text = await createLockFile(path).read();
	if (text !== void 0) return text;
	throw new external_common_js_namespaceObject.Or("LOCK_MISSING", `there is no lock file "${path}"`, { hint: "Name the lock file; get with --lock-file writes the first one." });
}
/** Those that were named, or else those of the lock file. */
function toVersions({ versions }, asked, { spell }) {
	if (versions.length === 0) return { versions: asked.versions };
	if (asked.urls.length === 0) return { versions: (0,external_common_js_namespaceObject.pt)(versions, asked) };
	throw new external_common_js_namespaceObject.Tr([{
		code: "INPUT_CONFLICT",
		field: spell("version"),
		message: "is for artifacts of a release, and the lock file is of URLs; allowed: leave it out"
	}]);
}
/** Who wonders why nothing moves. */
function listExact({ versions }) {
	return versions.flatMap((spec) => spec.kind === "exact" ? [`the lock file asks for exactly ${spec.version}, which stays; --version names another`] : []);
}
// src/install/cache-rule.ts
const WRITABLE_BY_OTHERS = 18n;
const STICKY = 512n;
/** Whether others may write to it, or in a folder rename what is not theirs. */
function isLoose(stats) {
	const isSticky = stats.isDirectory() && (stats.mode & STICKY) !== 0n;
	return (stats.mode & WRITABLE_BY_OTHERS) !== 0n && !isSticky;
}
/** Judges a hit. @param chain from below the root down to file and bundle */
function judgeHit(chain, trust) {
	const stranger = findStranger(chain, trust);
	if (stranger !== void 0) return {
		kind: "foreign",
		reason: stranger
	};
	const loose = chain.filter(({ stats }) => isLoose(stats));
	if (loose.length === 0) return { kind: "clean" };
	const unmendable = loose.find(({ stats }) => stats.uid !== trust.self);
	if (unmendable === void 0) return {
		kind: "mendable",
		loose
	};
	return {
		kind: "foreign",
		reason: `${unmendable.path} is open to others, and not ours to close`
	};
}
/** Judges where a miss would be placed. @param chain of the folders that are there, from below the root */
function judgePlace(chain, trust) {
	const stranger = findStranger(chain, trust);
	if (stranger !== void 0) return stranger;
	const loose = chain.find(({ stats }) => stats.uid === trust.self && isLoose(stats));
	return loose && `${loose.path} is ours, and open to others`;
}
/** What there is to say of the root itself, which decides nothing. */
function describeRoot({ path, stats }, { self }) {
	const what = [stats.uid !== self && stats.uid !== 0n ? `belongs to the user ${stats.uid}` : void 0, isLoose(stats) ? "is open to others" : void 0].filter((each) => each !== void 0).join(" and ");
	return what === "" ? void 0 : `the tool cache ${path} ${what}: who can write to it can hinder this job`;
}
function findStranger(chain, { self, rootOwner }) {
	const link = chain.find(({ stats }) => stats.isSymbolicLink());
	if (link !== void 0) return `${link.path} is a link`;
	const stranger = chain.find(({ stats: { uid } }) => uid !== self && uid !== 0n && uid !== rootOwner);
	return stranger && `${stranger.path} belongs to the user ${stranger.stats.uid}`;
}
// src/install/cache-places.ts
const CLEAN = { kind: "clean" };
/** The name of a platform's folder in the tool cache. */
function platformFolder({ platform }) {
	return platform ? `${platform.os}-${platform.arch}` : "any";
}
/** The folder of an artifact in the tool cache, laid out as @actions/tool-cache does. */
function toolFolder(root, planned) {
	return (0, import__late_node_path.join)(root, planned.name, (0,external_common_js_namespaceObject.Cn)(planned), platformFolder(planned));
}
/** The tool cache as places: whose they are, and whether anything may be placed or used there. */
var CachePlaces = class {
	/** RUNNER_TOOL_CACHE */
	root;
	temporaryRoot;
	notice;
	#trust;
	constructor(root, { temporaryRoot, notice }) {
		this.root = root;
		this.temporaryRoot = temporaryRoot;
		this.notice = notice;
	}
	/** Of a hit. What can be mended is mended, from above, and looked at again. */
	async judgeHit(folder, planned) {
		const trust = await this.#getTrust();
		if (trust === void 0) return CLEAN;
		const look = async () => {
			const files = await Promise.all(namesOf(planned).map((name) => toLink((0, import__late_node_path.join)(folder, name))));
			return judgeHit([...await this.#chainTo(folder), ...files.filter((link) => link !== void 0)], trust);
		};
		const judged = await look();
		if (judged.kind !== "mendable") return judged;
		try {
			for (const { path, stats } of judged.loose) await setMode(path, stats.isDirectory() ? 493 : modeOf((0, import__late_node_path.basename)(path), planned));
		} catch {
			return {
				kind: "foreign",
				reason: `${judged.loose[0]?.path ?? folder} is open to others, and cannot be closed`
			};
		}
		const again = await look();
		return again.kind === "mendable" ? {
			kind: "foreign",
			reason: `${folder} is opened to others again`
		} : again;
	}
	/**
	* Why an artifact cannot be placed in the cache, which is made where it is not: a runner that has never kept a tool
	* names a folder that nobody made yet.
	* @throws InstallError INSTALL_PATH_UNSAFE when its place leads out of the cache; INSTALL_WRITE_FAILED
	*/
	async reasonAgainst(planned) {
		await makeFolder(this.root, { mode: 493 });
		const folder = toolFolder(this.root, planned);
		const trust = await this.#getTrust();
		const chain = await this.#chainTo((0, import__late_node_path.dirname)(folder));
		for (const { path } of chain) await this.assertInside(path);
		const own = await toLink(folder);
		const isOwn = own?.stats.isSymbolicLink() === false;
		const reason = trust && judgePlace(isOwn ? [...chain, own] : chain, trust);
		if (reason !== void 0) return reason;
		const parent = chain.at(-1)?.path ?? this.root;
		return await isWritable(parent) ? void 0 : `${parent} cannot be written to`;
	}
	/** @throws InstallError INSTALL_PATH_UNSAFE */
	async assertInside(folder) {
		const actual = await (0, import_promises$1.realpath)(folder);
		if ((0,external_common_js_namespaceObject.pr)(actual, await (0, import_promises$1.realpath)(this.root))) return;
		throw new external_common_js_namespaceObject.Er("INSTALL_PATH_UNSAFE", `${folder} lies outside the tool cache`, {
			expected: this.root,
			actual
		});
	}
	/** Undefined on Windows, where neither owner nor mode says who may write. */
	#getTrust() {
		return this.#trust ??= this.#readTrust();
	}
	async #readTrust() {
		const euid = process.geteuid?.();
		if (euid === void 0) return void 0;
		const stats = await (0, import_promises$1.stat)(this.root, { bigint: true });
		const trust = {
			self: BigInt(euid),
			rootOwner: stats.uid
		};
		const what = describeRoot({
			path: this.root,
			stats
		}, trust);
		if (what !== void 0) this.notice(what);
		return trust;
	}
	/** The folders below the root that are there, down to this one. */
	async #chainTo(folder) {
		const chain = [];
		let path = this.root;
		for (const segment of (0, import__late_node_path.relative)(this.root, folder).split(import__late_node_path.sep)) {
			path = (0, import__late_node_path.join)(path, segment);
			const link = await toLink(path);
			if (link === void 0) break;
			chain.push(link);
		}
		return chain;
	}
};
async function toLink(path) {
	const stats = await (0, import_promises$1.lstat)(path, { bigint: true }).catch(() => void 0);
	return stats && {
		path,
		stats
	};
}
// src/install/find-cached.ts
var find_cached_exports = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.r)({ createForeignToolCache: () => createForeignToolCache });
/** Looks up and removes what the tool cache holds. */
function createToolCache(places) {
	/** Which folder was judged: what another runner places in the meantime is not removed for it. */
	const judged = /* @__PURE__ */ new Map();
	/** Our copies of what is not ours, or not ours alone. */
	const copies = /* @__PURE__ */ new Map();
	return {
		list: (name) => listVersions(places.root, name),
		has: (planned) => isMarked(toolFolder(places.root, planned)),
		find: async (planned, options) => {
			const folder = toolFolder(places.root, planned);
			try {
				if (!await isMarked(folder)) return void 0;
				await places.assertInside(folder);
				judged.set(planned, await identityOf(folder));
			} catch {
				return;
			}
			const judgement = await places.judgeHit(folder, planned);
			if (judgement.kind !== "foreign") return readCachedFolder(folder, planned, {
				...options,
				isInPlace: true
			});
			const copyTo = await makePrivateFolder(places.temporaryRoot, "tools");
			copies.set(planned, copyTo);
			const copied = await readCachedFolder(folder, planned, {
				...options,
				isInPlace: true,
				copyTo
			});
			if (copied === void 0) await remove(copyTo);
			else places.notice(`${planned.name} is used as a copy in RUNNER_TEMP, not in the tool cache: ${judgement.reason}`);
			return copied;
		},
		remove: async (planned) => {
			const copy = copies.get(planned);
			if (copy !== void 0) return remove(copy);
			await removeJudged(places, planned, judged.get(planned)).catch(() => void 0);
		}
	};
}
/**
* Somebody else's tool cache, for what is placed elsewhere: that is copied, and hashed once more where it comes to
* stand. Nothing in it is changed.
* @param root RUNNER_TOOL_CACHE
*/
function createForeignToolCache(root) {
	return {
		list: (name) => listVersions(root, name),
		has: (planned) => isMarked(toolFolder(root, planned)),
		find: async (planned, options) => {
			const folder = toolFolder(root, planned);
			if (!await isMarked(folder)) return void 0;
			return readCachedFolder(folder, planned, {
				...options,
				isInPlace: true
			});
		},
		remove: () => Promise.resolve()
	};
}
/** The folder is renamed into place first: without the mark it may be somebody's half. */
async function isMarked(folder) {
	return (0, import_promises$1.access)(`${folder}.complete`).then(() => true, () => false);
}
async function listVersions(root, name) {
	return (0, import_promises$1.readdir)((0, import__late_node_path.join)(root, name)).catch(() => []);
}
/** By way of a folder that nobody else looks into: what is removed there cannot be another's by now. */
async function removeJudged({ root }, planned, identity) {
	const folder = toolFolder(root, planned);
	const isJudged = async (path) => await identityOf(path).catch(() => void 0) === identity;
	if (!await isJudged(folder)) return;
	const staging = await createTemporaryFolder(root, "staging", { isHidden: true });
	try {
		const aside = (0, import__late_node_path.join)(staging.path, (0, import__late_node_crypto.randomUUID)());
		if (await renameIfThere(folder, aside)) {
			if (!await isJudged(aside)) await renameIfFree(aside, folder);
		}
	} finally {
		await staging.remove();
	}
}
/** Of a folder, wherever it is moved to. The number alone is given again once a folder is gone. */
async function identityOf(folder) {
	const { ino, mtimeNs } = await (0, import_promises$1.lstat)(folder, { bigint: true });
	return `${ino} ${mtimeNs}`;
}


var __webpack_exports__$ = __webpack_exports__.$;
var __webpack_exports__$t = __webpack_exports__.$t;
var __webpack_exports__A = __webpack_exports__.A;
var __webpack_exports__At = __webpack_exports__.At;
var __webpack_exports__B = __webpack_exports__.B;
var __webpack_exports__Bt = __webpack_exports__.Bt;
var __webpack_exports__C = __webpack_exports__.C;
var __webpack_exports__Ct = __webpack_exports__.Ct;
var __webpack_exports__D = __webpack_exports__.D;
var __webpack_exports__Dt = __webpack_exports__.Dt;
var __webpack_exports__E = __webpack_exports__.E;
var __webpack_exports__Et = __webpack_exports__.Et;
var __webpack_exports__F = __webpack_exports__.F;
var __webpack_exports__Ft = __webpack_exports__.Ft;
var __webpack_exports__G = __webpack_exports__.G;
var __webpack_exports__Gt = __webpack_exports__.Gt;
var __webpack_exports__H = __webpack_exports__.H;
var __webpack_exports__Ht = __webpack_exports__.Ht;
var __webpack_exports__I = __webpack_exports__.I;
var __webpack_exports__It = __webpack_exports__.It;
var __webpack_exports__J = __webpack_exports__.J;
var __webpack_exports__Jt = __webpack_exports__.Jt;
var __webpack_exports__K = __webpack_exports__.K;
var __webpack_exports__Kt = __webpack_exports__.Kt;
var __webpack_exports__L = __webpack_exports__.L;
var __webpack_exports__Lt = __webpack_exports__.Lt;
var __webpack_exports__M = __webpack_exports__.M;
var __webpack_exports__Mt = __webpack_exports__.Mt;
var __webpack_exports__N = __webpack_exports__.N;
var __webpack_exports__Nt = __webpack_exports__.Nt;
var __webpack_exports__O = __webpack_exports__.O;
var __webpack_exports__Ot = __webpack_exports__.Ot;
var __webpack_exports__P = __webpack_exports__.P;
var __webpack_exports__Pt = __webpack_exports__.Pt;
var __webpack_exports__Q = __webpack_exports__.Q;
var __webpack_exports__Qt = __webpack_exports__.Qt;
var __webpack_exports__R = __webpack_exports__.R;
var __webpack_exports__Rt = __webpack_exports__.Rt;
var __webpack_exports__S = __webpack_exports__.S;
var __webpack_exports__St = __webpack_exports__.St;
var __webpack_exports__T = __webpack_exports__.T;
var __webpack_exports__Tt = __webpack_exports__.Tt;
var __webpack_exports__U = __webpack_exports__.U;
var __webpack_exports__Ut = __webpack_exports__.Ut;
var __webpack_exports__V = __webpack_exports__.V;
var __webpack_exports__Vt = __webpack_exports__.Vt;
var __webpack_exports__W = __webpack_exports__.W;
var __webpack_exports__Wt = __webpack_exports__.Wt;
var __webpack_exports__X = __webpack_exports__.X;
var __webpack_exports__Xt = __webpack_exports__.Xt;
var __webpack_exports__Y = __webpack_exports__.Y;
var __webpack_exports__Yt = __webpack_exports__.Yt;
var __webpack_exports__Z = __webpack_exports__.Z;
var __webpack_exports__Zt = __webpack_exports__.Zt;
var __webpack_exports___ = __webpack_exports__._;
var __webpack_exports___t = __webpack_exports__._t;
var __webpack_exports__a = __webpack_exports__.a;
var __webpack_exports__an = __webpack_exports__.an;
var __webpack_exports__at = __webpack_exports__.at;
var __webpack_exports__b = __webpack_exports__.b;
var __webpack_exports__bt = __webpack_exports__.bt;
var __webpack_exports__c = __webpack_exports__.c;
var __webpack_exports__cn = __webpack_exports__.cn;
var __webpack_exports__ct = __webpack_exports__.ct;
var __webpack_exports__d = __webpack_exports__.d;
var __webpack_exports__dn = __webpack_exports__.dn;
var __webpack_exports__dt = __webpack_exports__.dt;
var __webpack_exports__en = __webpack_exports__.en;
var __webpack_exports__et = __webpack_exports__.et;
var __webpack_exports__f = __webpack_exports__.f;
var __webpack_exports__fn = __webpack_exports__.fn;
var __webpack_exports__ft = __webpack_exports__.ft;
var __webpack_exports__g = __webpack_exports__.g;
var __webpack_exports__gt = __webpack_exports__.gt;
var __webpack_exports__h = __webpack_exports__.h;
var __webpack_exports__ht = __webpack_exports__.ht;
var __webpack_exports__i = __webpack_exports__.i;
var __webpack_exports__in = __webpack_exports__["in"];
var __webpack_exports__it = __webpack_exports__.it;
var __webpack_exports__j = __webpack_exports__.j;
var __webpack_exports__jt = __webpack_exports__.jt;
var __webpack_exports__k = __webpack_exports__.k;
var __webpack_exports__kt = __webpack_exports__.kt;
var __webpack_exports__l = __webpack_exports__.l;
var __webpack_exports__ln = __webpack_exports__.ln;
var __webpack_exports__lt = __webpack_exports__.lt;
var __webpack_exports__m = __webpack_exports__.m;
var __webpack_exports__mn = __webpack_exports__.mn;
var __webpack_exports__mt = __webpack_exports__.mt;
var __webpack_exports__n = __webpack_exports__.n;
var __webpack_exports__nn = __webpack_exports__.nn;
var __webpack_exports__nt = __webpack_exports__.nt;
var __webpack_exports__o = __webpack_exports__.o;
var __webpack_exports__on = __webpack_exports__.on;
var __webpack_exports__ot = __webpack_exports__.ot;
var __webpack_exports__p = __webpack_exports__.p;
var __webpack_exports__pn = __webpack_exports__.pn;
var __webpack_exports__pt = __webpack_exports__.pt;
var __webpack_exports__q = __webpack_exports__.q;
var __webpack_exports__qt = __webpack_exports__.qt;
var __webpack_exports__r = __webpack_exports__.r;
var __webpack_exports__rn = __webpack_exports__.rn;
var __webpack_exports__rt = __webpack_exports__.rt;
var __webpack_exports__s = __webpack_exports__.s;
var __webpack_exports__sn = __webpack_exports__.sn;
var __webpack_exports__st = __webpack_exports__.st;
var __webpack_exports__t = __webpack_exports__.t;
var __webpack_exports__tn = __webpack_exports__.tn;
var __webpack_exports__tt = __webpack_exports__.tt;
var __webpack_exports__u = __webpack_exports__.u;
var __webpack_exports__un = __webpack_exports__.un;
var __webpack_exports__ut = __webpack_exports__.ut;
var __webpack_exports__v = __webpack_exports__.v;
var __webpack_exports__vt = __webpack_exports__.vt;
var __webpack_exports__w = __webpack_exports__.w;
var __webpack_exports__wt = __webpack_exports__.wt;
var __webpack_exports__x = __webpack_exports__.x;
var __webpack_exports__xt = __webpack_exports__.xt;
var __webpack_exports__y = __webpack_exports__.y;
var __webpack_exports__yt = __webpack_exports__.yt;
var __webpack_exports__z = __webpack_exports__.z;
var __webpack_exports__zt = __webpack_exports__.zt;
export { __webpack_exports__$ as $, __webpack_exports__$t as $t, __webpack_exports__A as A, __webpack_exports__At as At, __webpack_exports__B as B, __webpack_exports__Bt as Bt, __webpack_exports__C as C, __webpack_exports__Ct as Ct, __webpack_exports__D as D, __webpack_exports__Dt as Dt, __webpack_exports__E as E, __webpack_exports__Et as Et, __webpack_exports__F as F, __webpack_exports__Ft as Ft, __webpack_exports__G as G, __webpack_exports__Gt as Gt, __webpack_exports__H as H, __webpack_exports__Ht as Ht, __webpack_exports__I as I, __webpack_exports__It as It, __webpack_exports__J as J, __webpack_exports__Jt as Jt, __webpack_exports__K as K, __webpack_exports__Kt as Kt, __webpack_exports__L as L, __webpack_exports__Lt as Lt, __webpack_exports__M as M, __webpack_exports__Mt as Mt, __webpack_exports__N as N, __webpack_exports__Nt as Nt, __webpack_exports__O as O, __webpack_exports__Ot as Ot, __webpack_exports__P as P, __webpack_exports__Pt as Pt, __webpack_exports__Q as Q, __webpack_exports__Qt as Qt, __webpack_exports__R as R, __webpack_exports__Rt as Rt, __webpack_exports__S as S, __webpack_exports__St as St, __webpack_exports__T as T, __webpack_exports__Tt as Tt, __webpack_exports__U as U, __webpack_exports__Ut as Ut, __webpack_exports__V as V, __webpack_exports__Vt as Vt, __webpack_exports__W as W, __webpack_exports__Wt as Wt, __webpack_exports__X as X, __webpack_exports__Xt as Xt, __webpack_exports__Y as Y, __webpack_exports__Yt as Yt, __webpack_exports__Z as Z, __webpack_exports__Zt as Zt, __webpack_exports___ as _, __webpack_exports___t as _t, __webpack_exports__a as a, __webpack_exports__an as an, __webpack_exports__at as at, __webpack_exports__b as b, __webpack_exports__bt as bt, __webpack_exports__c as c, __webpack_exports__cn as cn, __webpack_exports__ct as ct, __webpack_exports__d as d, __webpack_exports__dn as dn, __webpack_exports__dt as dt, __webpack_exports__en as en, __webpack_exports__et as et, __webpack_exports__f as f, __webpack_exports__fn as fn, __webpack_exports__ft as ft, __webpack_exports__g as g, __webpack_exports__gt as gt, __webpack_exports__h as h, __webpack_exports__ht as ht, __webpack_exports__i as i, __webpack_exports__in as in, __webpack_exports__it as it, __webpack_exports__j as j, __webpack_exports__jt as jt, __webpack_exports__k as k, __webpack_exports__kt as kt, __webpack_exports__l as l, __webpack_exports__ln as ln, __webpack_exports__lt as lt, __webpack_exports__m as m, __webpack_exports__mn as mn, __webpack_exports__mt as mt, __webpack_exports__n as n, __webpack_exports__nn as nn, __webpack_exports__nt as nt, __webpack_exports__o as o, __webpack_exports__on as on, __webpack_exports__ot as ot, __webpack_exports__p as p, __webpack_exports__pn as pn, __webpack_exports__pt as pt, __webpack_exports__q as q, __webpack_exports__qt as qt, __webpack_exports__r as r, __webpack_exports__rn as rn, __webpack_exports__rt as rt, __webpack_exports__s as s, __webpack_exports__sn as sn, __webpack_exports__st as st, __webpack_exports__t as t, __webpack_exports__tn as tn, __webpack_exports__tt as tt, __webpack_exports__u as u, __webpack_exports__un as un, __webpack_exports__ut as ut, __webpack_exports__v as v, __webpack_exports__vt as vt, __webpack_exports__w as w, __webpack_exports__wt as wt, __webpack_exports__x as x, __webpack_exports__xt as xt, __webpack_exports__y as y, __webpack_exports__yt as yt, __webpack_exports__z as z, __webpack_exports__zt as zt };
