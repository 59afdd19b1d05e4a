import * as __WEBPACK_EXTERNAL_MODULE__rolldown_runtime_js_e145cd65__ from "./rolldown-runtime.js";
import * as __WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__ from "./common.js";
import * as __WEBPACK_EXTERNAL_MODULE__tar_js_77702296__ from "./tar.js";
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
  q: () => (/* binding */ runInventory)
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
const external_common_js_namespaceObject = external_common_js_x({ ["Ir"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Ir), ["Jn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Jn), ["Nr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Nr), ["On"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.On), ["Qr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Qr), ["Ur"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Ur), ["Ut"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Ut), ["Wn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Wn), ["Xr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Xr), ["Yn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Yn), ["Zr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Zr), ["_"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__._), ["_n"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__._n), ["h"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.h), ["jr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.jr), ["lr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.lr), ["mr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.mr), ["mt"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.mt), ["n"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.n), ["nr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.nr), ["pr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.pr), ["tr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.tr), ["wn"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.wn), ["xr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.xr) });
;// CONCATENATED MODULE: external "./tar.js"
var external_tar_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var external_tar_js_y = (x) => (() => (x))
const external_tar_js_namespaceObject = external_tar_js_x({ ["a"]: () => (__WEBPACK_EXTERNAL_MODULE__tar_js_77702296__.a), ["c"]: () => (__WEBPACK_EXTERNAL_MODULE__tar_js_77702296__.c), ["i"]: () => (__WEBPACK_EXTERNAL_MODULE__tar_js_77702296__.i), ["l"]: () => (__WEBPACK_EXTERNAL_MODULE__tar_js_77702296__.l), ["o"]: () => (__WEBPACK_EXTERNAL_MODULE__tar_js_77702296__.o), ["r"]: () => (__WEBPACK_EXTERNAL_MODULE__tar_js_77702296__.r), ["s"]: () => (__WEBPACK_EXTERNAL_MODULE__tar_js_77702296__.s) });
;// CONCATENATED MODULE: external "./prove.js"
var external_prove_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var external_prove_js_y = (x) => (() => (x))
const external_prove_js_namespaceObject = external_prove_js_x({ ["C"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.C), ["D"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.D), ["K"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.K), ["O"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.O), ["Q"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Q), ["S"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.S), ["T"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.T), ["Y"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Y), ["b"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.b), ["in"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__["in"]), ["k"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.k), ["u"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.u), ["w"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.w), ["y"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.y) });
;// CONCATENATED MODULE: ./.build/inventory.js




// src/inventory/judge.ts
const CODES = {
	"other-release": "FILE_OF_OTHER_RELEASE",
	misnamed: "FILE_MISNAMED",
	unknown: "FILE_UNKNOWN",
	unread: "FILE_UNREADABLE"
};
/** Judges all that was found, by place. What is in an archive that a release lists is that archive's own. */
function judgeFindings({ files, unread }, known) {
	const listed = new Set(files.filter(({ sha256 }) => isListed(sha256, known)).map(({ place }) => JSON.stringify(place)));
	const isWithinListed = (place) => place.some((_, index) => index > 0 && listed.has(JSON.stringify(place.slice(0, index))));
	return [...files.map((file) => judgeFile(file, known)), ...unread.map(({ place, why }) => toJudged({
		place,
		state: "unread",
		detail: why
	}))].filter(({ place, state }) => {
		return !(state === "unread" && listed.has(JSON.stringify(place))) && !isWithinListed(place);
	});
}
function isListed({ hex }, { asked, others }) {
	return asked.has(hex) || others.has(hex);
}
function judgeFile({ claim, ...file }, { asked, others, name, isWhole }) {
	const own = asked.get(file.sha256.hex) ?? [];
	const fitting = own.find(({ path }) => claim === void 0 || nameOf(path) === claim);
	if (fitting !== void 0) return toJudged({
		...file,
		state: "proven",
		detail: "proven",
		artifact: placeOf(fitting)
	});
	const [first] = own;
	if (first !== void 0) {
		const detail = `it is called like ${claim}, and is ${placeOf(first)}`;
		return toJudged({
			...file,
			state: "misnamed",
			detail,
			artifact: placeOf(first)
		});
	}
	const [other] = others.get(file.sha256.hex) ?? [];
	if (other !== void 0) {
		const detail = `it is of ${other.version}, not of ${name}`;
		return toJudged({
			...file,
			state: "other-release",
			detail,
			artifact: placeOf(other)
		});
	}
	const detail = `it is called like ${claim}, and its bytes are not in ${name}`;
	const unknown = toJudged({
		...file,
		state: "unknown",
		detail
	});
	if (isWhole) return unknown;
	return {
		...unknown,
		outcome: "unverifiable",
		code: "RELEASE_BINDING_UNAVAILABLE"
	};
}
function toJudged(file) {
	if (file.state === "proven") return {
		...file,
		outcome: "verified"
	};
	const code = CODES[file.state];
	return {
		...file,
		code,
		outcome: external_common_js_namespaceObject.Nr[code].exit === 1 ? "rejected" : "unverifiable"
	};
}
function placeOf({ version, path }) {
	return `${version}/${path}`;
}
/** As claims are spelled. */
function nameOf(path) {
	return path.replace(/^.*\//, "").replace(/\.exe$/, "");
}
// src/archive/sniff.ts
var import_promises = (0,external_common_js_namespaceObject.Ir)();
/** Each form's first bytes, in Latin 1 (RFC 1952, RFC 8878, the xz file format, deb(5), the RPM file format, cpio(5)). */
const MARKS = [
	["\b", "gzip"],
	["(µ/ý", "zstd"],
	["ý7zXZ\0", "xz"],
	[`!<arch>\ndebian-binary`, "deb"],
	["í«îÛ", "rpm"],
	["070701", "cpio"],
	["070702", "cpio"],
	["07070X", "cpio"],
	["BZh", "bzip2"],
	["LZIP", "lzip"],
	["\"M", "lz4"],
	["PK", "zip"],
	["7z¼¯'", "7z"]
];
const LONGEST_MARK = Math.max(...MARKS.map(([mark]) => mark.length));
/** What a system runs: ELF, Windows programs, Mach-O of either order or with several architectures, scripts. */
const PROGRAMS = [
	"ELF",
	"MZ",
	"Ïúíþ",
	"þíúÏ",
	"Êþº¾",
	"#!"
];
/** @param head the first HEAD_BYTES of a file, or all of a shorter one */
function sniff(head) {
	const text = head.toString("latin1", 0, LONGEST_MARK);
	const found = MARKS.find(([mark]) => text.startsWith(mark));
	if (found !== void 0) return found[1];
	return head.length === 512 && isTarHeader(head) ? "tar" : void 0;
}
/** By the sum in it: tar had no mark for its first ten years. */
function isTarHeader(head) {
	try {
		return new external_tar_js_namespaceObject.l(head).cksumValid;
	} catch {
		return false;
	}
}
/** Whether a file begins like a program. */
function isProgram(head) {
	const text = head.toString("latin1", 0, LONGEST_MARK);
	return PROGRAMS.some((mark) => text.startsWith(mark));
}
// src/kubernetes/claimed-name.ts
/** What others call their programs, too. */
const GENERIC = ["mounter"];
/** No file's name is longer, and the expression below is tried on every file of a machine. */
const MAX_LENGTH = 255;
const artifacts = (0,external_common_js_namespaceObject.Jn)("all");
const binaries = artifacts.filter(({ kind, name }) => kind === "binary" && !GENERIC.includes(name));
const tarballs = new Set(artifacts.filter(({ kind }) => kind === "tarball").flatMap((entry) => entry.platforms === void 0 ? [(0,external_common_js_namespaceObject.Yn)(entry, void 0)] : external_common_js_namespaceObject.Wn.map((platform) => (0,external_common_js_namespaceObject.Yn)(entry, platform))));
const systems = [...new Set(external_common_js_namespaceObject.Wn.map(({ os }) => os))].join("|");
const architectures = [...new Set(external_common_js_namespaceObject.Wn.map(({ arch }) => arch))].join("|");
const BINARY = new RegExp(`^(${binaries.map(({ name }) => name).join("|")})(?:[-_]v?\\d+\\.\\d+(?:\\.\\d+)?(?:-(?:alpha|beta|rc)\\.\\d+)?)?(?:[-_](?:(?:${systems})[-_])?(?:${architectures}))?(?:\\.exe)?$`);
/**
* The artifact that a file is called after, as its file is called without `.exe`.
* @param fileName without folders, in any case
* @returns `kubectl`, `kubernetes-client-linux-amd64.tar.gz`, or undefined for any other name
*/
function claimedName(fileName) {
	if (fileName.length > MAX_LENGTH) return void 0;
	const name = fileName.toLowerCase();
	return tarballs.has(name) ? name : BINARY.exec(name)?.[1];
}
// src/inventory/claim.ts
/** Folders where files are called like the programs that they are about. */
const ABOUT_PROGRAMS = [
	"default",
	"sysconfig",
	"completions",
	"bash_completion.d",
	"overrides",
	"logrotate.d",
	"monit.d"
];
const OF_A_PROGRAM = {
	isExecutable: true,
	isProgram: true
};
/**
* The artifact that a file is called after.
* @param path with `/` between its folders, or `\` on Windows
* @param looks of what is not looked at, such as a link: that it may be a program
*/
function claimOf(path, looks = OF_A_PROGRAM) {
	const [name = "", folder = ""] = path.split(/[\\/]/).reverse();
	const claim = claimedName(name);
	return ABOUT_PROGRAMS.includes(folder) && !looks.isExecutable && !looks.isProgram ? void 0 : claim;
}
// src/inventory/found.ts
/** The largest release artifact has 0.5 GB, and 2 GB unpacked. */
const LIMITS = {
	maxEntries: 1e6,
	maxDepth: 64,
	maxLayers: 8,
	maxFileBytes: 4 * 1024 ** 3,
	maxInflation: {
		times: 100,
		from: 1024 ** 3
	},
	maxBytes: 32 * 1024 ** 3
};
// src/archive/xz-checks.ts
var import__late_node_crypto = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.Qr)(), 1);
var import__builtin_node_events = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.Ur)(), 1);
var import__builtin_node_stream = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.h)(), 1);
var import_web = (0,external_common_js_namespaceObject.n)();
var import__late_node_zlib = (0,external_common_js_namespaceObject._)();
const MAGIC = Buffer.from("fd377a585a00", "hex");
const FOOTER_MAGIC = Buffer.from("YZ");
const HEADER_BYTES$2 = 12;
/** In the header: after the magic and a null byte. */
const CHECK_AT = 7;
const NO_CHECK = Buffer.from([0, 0]);
/** None, CRC-32, CRC-64. */
const KNOWN = [
	0,
	1,
	4
];
/** In bytes, by the kind of a check (section 2.1.1.2). */
const CHECK_SIZES = [
	0,
	4,
	4,
	4,
	8,
	8,
	8,
	16,
	16,
	16,
	32,
	32,
	32,
	64,
	64,
	64
];
const ALIGNMENT$2 = 4;
/** A chunk of LZMA2 begins with what it is: the end, bytes as they are, or compressed ones, perhaps with properties. */
const LAST_STORED = 2;
const COMPRESSED = 128;
const WITH_PROPERTIES = 192;
/** A stream of xz that the decoder knows: as it is, or without its checks. @throws UnreadError for one that is broken */
async function* withKnownChecks(source) {
	const kind = (await source.peek(HEADER_BYTES$2))[CHECK_AT] ?? 0;
	if (KNOWN.includes(kind)) yield* source.take();
	else yield* withoutChecks(source, CHECK_SIZES[kind] ?? 0);
}
async function* withoutChecks(source, checkBytes) {
	await source.skip(HEADER_BYTES$2);
	yield Buffer.concat([
		MAGIC,
		NO_CHECK,
		toCrc(NO_CHECK)
	]);
	const blocks = [];
	for (;;) {
		const [first = 0] = await source.read(1);
		if (first === 0) break;
		const rest = await source.read((first + 1) * ALIGNMENT$2 - 1);
		yield Buffer.concat([Buffer.from([first]), rest]);
		const block = yield* takeChunks(source);
		blocks.push({
			...block,
			size: block.size + rest.length + 1
		});
		yield await source.read(paddingOf$1(block.size));
		await source.skip(checkBytes);
	}
	yield* endStream(blocks);
}
async function* takeChunks(source) {
	let size = 0;
	let unpacked = 0;
	for (;;) {
		const head = Buffer.from(await source.read(1));
		const [control = 0] = head;
		yield head;
		size += 1;
		if (control === 0) return {
			size,
			unpacked
		};
		if (control > LAST_STORED && control < COMPRESSED) throw new external_tar_js_namespaceObject.s("its xz stream is broken");
		const isStored = control <= LAST_STORED;
		const sizes = Buffer.from(await source.read(isStored ? 2 : control < WITH_PROPERTIES ? 4 : 5));
		yield sizes;
		const low = sizes.readUInt16BE(0) + 1;
		const packed = isStored ? low : sizes.readUInt16BE(2) + 1;
		unpacked += isStored ? low : ((control & 31) << 16) + low;
		yield* source.take(packed);
		size += sizes.length + packed;
	}
}
function* endStream(blocks) {
	const records = blocks.flatMap(({ size, unpacked }) => [...toNumber(size), ...toNumber(unpacked)]);
	const plain = Buffer.from([
		0,
		...toNumber(blocks.length),
		...records
	]);
	const index = Buffer.concat([plain, Buffer.alloc(paddingOf$1(plain.length))]);
	const backwards = Buffer.alloc(ALIGNMENT$2);
	backwards.writeUInt32LE((index.length + ALIGNMENT$2) / ALIGNMENT$2 - 1);
	const footer = Buffer.concat([backwards, NO_CHECK]);
	yield Buffer.concat([
		index,
		toCrc(index),
		toCrc(footer),
		footer,
		FOOTER_MAGIC
	]);
}
/** Seven bits a byte, the lowest first (section 1.2). */
function toNumber(value) {
	const bytes = [];
	let left = value;
	for (; left >= 128; left = Math.floor(left / 128)) bytes.push(left % 128 | 128);
	return [...bytes, left];
}
function toCrc(bytes) {
	const crc = Buffer.alloc(ALIGNMENT$2);
	crc.writeUInt32LE((0, import__late_node_zlib.crc32)(bytes));
	return crc;
}
function paddingOf$1(size) {
	return (ALIGNMENT$2 - size % ALIGNMENT$2) % ALIGNMENT$2;
}
// src/archive/decompress.ts
/** @throws UnreadError when the stream is broken or cut off */
async function* decompress(compressed, form) {
	if (form === "xz") yield* decompressXz(compressed);
	else yield* through(compressed, form === "gzip" ? (0, import__late_node_zlib.createGunzip)() : (0, import__late_node_zlib.createZstdDecompress)());
}
async function* through(compressed, transform) {
	const input = import__builtin_node_stream.Readable.from(compressed, { objectMode: false });
	input.on("error", (error) => transform.destroy(error));
	try {
		yield* input.pipe(transform);
	} finally {
		transform.destroy();
		if (!input.closed) {
			const closed = (0, import__builtin_node_events.once)(input, "close");
			input.destroy();
			await closed;
		}
	}
}
async function* decompressXz(compressed) {
	const Stream = await loadDecoder();
	const input = import_web.ReadableStream.from(withKnownChecks(new external_tar_js_namespaceObject.a(compressed)));
	try {
		yield* new Stream(input);
	} catch (thrown) {
		if (thrown instanceof Error && !/get_next_output|null/.test(thrown.message)) throw thrown;
		throw new external_tar_js_namespaceObject.s("its xz stream is broken, cut off, or made with a filter or check that is not known", { cause: thrown });
	}
}
/** A bundler gives what the package exports, and Node all of it as its default. */
async function loadDecoder() {
	const loaded = await import(/* webpackIgnore: true */ "./xz-decompress.js").then((m) => /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)(m.default, 1));
	return (loaded.default ?? loaded).XzReadableStream;
}
// src/archive/cpio.ts
const HEADER_BYTES$1 = 110;
/** Magic, and thirteen numbers of eight hex digits. */
const HEADER$1 = /^07070[12]([0-9a-fA-F]{8}){13}$/;
const FIELDS = [
	"inode",
	"mode",
	"uid",
	"gid",
	"links",
	"mtime",
	"size",
	"major",
	"minor"
];
/** After the devices of a special file. */
const NAME_SIZE = 11;
const MAX_NAME_BYTES = 4096;
const TRAILER = "TRAILER!!!";
const ALIGNMENT$1 = 4;
const KIND_BITS = 61440;
const FILE = 32768;
const FOLDER = 16384;
const LINK = 40960;
/** Gives every entry to `take`, one after the other. @throws UnreadError when the archive is broken or cut off */
async function readCpio(source, take) {
	const inodes = /* @__PURE__ */ new Map();
	for (;;) {
		const header = parseHeader((await source.read(HEADER_BYTES$1)).toString("latin1"));
		const path = (0,external_tar_js_namespaceObject.i)(await readName(source, header.nameSize));
		if (path === TRAILER) break;
		await readEntry(source, {
			header,
			path,
			inodes
		}, take);
	}
	for (const { names, owner } of inodes.values()) for (const path of names) await take(owner === void 0 ? {
		kind: "unread",
		path,
		why: "it is a hard link without content"
	} : {
		kind: "link",
		path,
		isHard: true,
		target: owner
	});
}
async function readEntry(source, { header, path, inodes }, take) {
	const { mode, links, size } = header;
	const end = source.position + size;
	const kind = mode & KIND_BITS;
	if (kind === LINK) {
		if (size > MAX_NAME_BYTES) throw new external_tar_js_namespaceObject.s("it has a link that is too long");
		await take({
			kind: "link",
			path,
			isHard: false,
			target: (await source.read(size)).toString()
		});
	} else if (kind === FILE && links > 1 && size === 0) inodeOf(header, inodes).names.push(path);
	else if (kind === FILE) {
		if (links > 1) inodeOf(header, inodes).owner = path;
		await take({
			kind: "file",
			path,
			isExecutable: (mode & 73) !== 0,
			content: source.take(size)
		});
	} else await take(kind === FOLDER ? {
		kind: "folder",
		path
	} : {
		kind: "unread",
		path,
		why: "it is a special file"
	});
	await source.skipTo(end + paddingOf(size));
}
function inodeOf({ major, minor, inode }, inodes) {
	const key = `${major}:${minor}:${inode}`;
	const found = inodes.get(key) ?? { names: [] };
	inodes.set(key, found);
	return found;
}
async function readName(source, size) {
	if (size < 1 || size > MAX_NAME_BYTES) throw new external_tar_js_namespaceObject.s("it has a name that is too long");
	const name = (await source.read(size)).toString();
	await source.skip(paddingOf(HEADER_BYTES$1 + size));
	return name.replace(/\0.*$/s, "");
}
function parseHeader(text) {
	if (!HEADER$1.test(text)) throw new external_tar_js_namespaceObject.s("it is a cpio archive that cannot be read");
	const field = (index) => Number.parseInt(text.slice(6 + index * 8, 14 + index * 8), 16);
	return {
		...Object.fromEntries(FIELDS.map((name, index) => [name, field(index)])),
		nameSize: field(NAME_SIZE)
	};
}
function paddingOf(size) {
	return (ALIGNMENT$1 - size % ALIGNMENT$1) % ALIGNMENT$1;
}
// src/archive/deb.ts
const MAGIC_BYTES = 8;
/** Name (16), time, user, group, mode, size (48 to 57), and two bytes that end it. */
const HEADER = /^(.{16})[ \d]{12}[ \d]{6}[ \d]{6}[ 0-7]{8}(\d{1,10}) *`\n$/;
const HEADER_BYTES = 60;
/** A package has three, and perhaps a signature. */
const MAX_MEMBERS = 16;
/** Gives `take` the packed folders of a package. @throws UnreadError when it is broken or cut off */
async function readDeb(source, take) {
	await source.skip(MAGIC_BYTES);
	let data = 0;
	for (let members = 0; (await source.peek(1)).length > 0; members++) {
		const [, padded = "", size = ""] = HEADER.exec((await source.read(HEADER_BYTES)).toString("latin1")) ?? [];
		const name = padded.trimEnd().replace(/\/$/, "");
		if (name === "" || members === MAX_MEMBERS) throw new external_tar_js_namespaceObject.s("it is a Debian package that cannot be read");
		const length = Number(size);
		if (name.startsWith("data.tar")) data++;
		const end = source.position + length;
		if (/^(?:data|control)\.tar/.test(name)) await take({
			content: source.take(length),
			form: "tar"
		});
		await source.skipTo(end);
		if (length % 2 === 1 && (await source.peek(1)).length > 0) await source.skip(1);
	}
	if (data !== 1) throw new external_tar_js_namespaceObject.s(`it is a Debian package with ${data} members data.tar`);
}
// src/archive/rpm.ts
const LEAD_BYTES = 96;
const HEADER_MAGIC = "8eade801";
/** Magic (4), reserved (4), entries of the index (4), bytes of the store (4). */
const INTRO_BYTES = 16;
const INDEX_ENTRY_BYTES = 16;
/** As rpm has it (headerutil: header_limits). */
const MAX_HEADER_BYTES = 268435456;
const ALIGNMENT = 8;
/** Gives `take` the payload of a package. @throws UnreadError when it is broken or cut off */
async function readRpm(source, take) {
	await source.skip(LEAD_BYTES);
	const signatures = await skipHeader(source);
	await source.skip((ALIGNMENT - signatures % ALIGNMENT) % ALIGNMENT);
	await skipHeader(source);
	await take({
		content: source.take(),
		form: "cpio"
	});
}
/** @returns how long it was, in bytes */
async function skipHeader(source) {
	const intro = await source.read(INTRO_BYTES);
	const size = intro.readUInt32BE(8) * INDEX_ENTRY_BYTES + intro.readUInt32BE(12);
	if (intro.toString("hex", 0, 4) !== HEADER_MAGIC || size > MAX_HEADER_BYTES) throw new external_tar_js_namespaceObject.s("it is an RPM package that cannot be read");
	await source.skip(size);
	return INTRO_BYTES + size;
}
// src/archive/open.ts
/**
* Reads an archive from its first byte on.
* @throws UnreadError when it is broken or cut off, and whatever the takers do
*/
function readArchive(source, form, { entry, member }) {
	switch (form) {
		case "tar": return (0,external_tar_js_namespaceObject.r)(source.take(), entry);
		case "cpio": return readCpio(source, entry);
		case "deb": return readDeb(source, member);
		case "rpm": return readRpm(source, member);
	}
}
/** What is said of a form that is known and not opened. */
function refuseForm(form) {
	return new external_tar_js_namespaceObject.s(`it is a ${form} archive, which is not opened here`);
}
// src/inventory/archive-links.ts
var import__late_node_path = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.Xr)(), 1);
/** In characters, of the paths in one archive. */
const MAX_REMEMBERED = 16777216;
/** In characters, of where a link leads. */
const MAX_TOLD = 200;
/** As many links lead to each other at most. */
const MAX_HOPS = 8;
/** The files and links of one archive. */
var ArchiveLinks = class {
	#files = /* @__PURE__ */ new Map();
	#links = /* @__PURE__ */ new Map();
	#place;
	#notebook;
	#remembered = 0;
	constructor(place, notebook) {
		this.#place = place;
		this.#notebook = notebook;
	}
	note(path, measured) {
		if (this.#remembers(path)) this.#files.set(path, measured);
	}
	add(link) {
		if (this.#remembers(link.path + link.target)) this.#links.set(link.path, link);
		else this.#notebook.addUnreadEntry({
			place: this.#placeOf(link.path),
			why: "it is one of too many links"
		});
	}
	/** Takes note of every link that is called like an artifact, once all entries were seen. */
	settle() {
		for (const [path, { target }] of this.#links) {
			const claim = claimOf(path);
			if (claim === void 0) continue;
			const place = this.#placeOf(path);
			const found = this.#follow(path);
			const why = `it is a link to "${target.slice(0, MAX_TOLD)}", which is no file of the same archive`;
			if (found !== void 0) this.#notebook.addFile({
				place,
				claim,
				...found
			});
			else this.#notebook.addUnread({
				place,
				why
			});
		}
	}
	#follow(path) {
		let at = path;
		for (let hops = 0; hops < MAX_HOPS; hops++) {
			const link = this.#links.get(at);
			if (link === void 0) return this.#files.get(at);
			const from = link.isHard || link.target.startsWith("/") ? "" : import__late_node_path.posix.dirname(at);
			at = (0,external_tar_js_namespaceObject.i)(import__late_node_path.posix.normalize(import__late_node_path.posix.join(from, link.target)));
		}
	}
	#placeOf(path) {
		return [...this.#place, path];
	}
	#remembers(text) {
		this.#remembered += text.length;
		return this.#remembered <= MAX_REMEMBERED;
	}
};
// src/inventory/look.ts
const ENDINGS = /\.(?:gz|xz|zst|zstd)$/;
/**
* Takes note of a file, and of what is in it.
* @returns its digest, once all of it was read
* @throws LimitError, and what its content does
*/
async function look(item, context) {
	const hash = (0, import__late_node_crypto.createHash)("sha256");
	let size = 0;
	const source = new external_tar_js_namespaceObject.a(meter(item.content, hash, (bytes) => {
		size += bytes;
		context.count(bytes);
	}));
	const head = Buffer.from(await source.peek(512));
	const isArchive = await tryToOpen(source, head, {
		item,
		context
	});
	await source.skip();
	const measured = {
		sha256: new external_common_js_namespaceObject.lr(hash.digest()),
		size
	};
	const { path, place, isExecutable, isBare = false } = item;
	if (isBare && isArchive) return measured;
	const claim = claimOf(path, {
		isExecutable,
		isProgram: isProgram(head)
	});
	context.notebook.addFile({
		place,
		claim,
		...measured
	});
	return measured;
}
async function* meter(content, hash, count) {
	for await (const chunk of content) {
		count(chunk.length);
		hash.update(chunk);
		yield chunk;
	}
}
/** @returns whether it is an archive, and was looked into or is noted as unread */
async function tryToOpen(source, head, looking) {
	const { item, context } = looking;
	try {
		return await inventory_open(source, head, looking);
	} catch (thrown) {
		if (thrown instanceof external_tar_js_namespaceObject.o) throw thrown;
		context.notebook.addUnread({
			place: item.place,
			why: (0,external_tar_js_namespaceObject.c)(thrown)
		});
		return true;
	}
}
async function inventory_open(source, head, looking) {
	const { item, context } = looking;
	const form = sniff(head);
	if (form === "zip" || form === "7z") {
		context.notebook.passOver(`archives of the form ${form}, which are not opened`, item.place);
		return false;
	}
	if (form === "bzip2" || form === "lzip" || form === "lz4") throw refuseForm(form);
	if (form === void 0 || form === "cpio" && item.isBare !== true) {
		if (item.expected !== void 0 && head.some((byte) => byte !== 0)) throw new external_tar_js_namespaceObject.s(`it has a part that is not in a form that is known here; expected ${item.expected}`);
		return false;
	}
	if (item.layers.length >= context.limits.maxLayers) throw new external_tar_js_namespaceObject.s(`it is an archive that lies more than ${context.limits.maxLayers} layers deep`);
	if (form === "xz" && item.layers.includes("xz")) throw new external_tar_js_namespaceObject.s("it is an xz stream within another, which is not opened here");
	await enter$1(source, form, looking);
	return true;
}
async function enter$1(source, form, { item, context }) {
	const layers = [...item.layers, form];
	if (form === "gzip" || form === "zstd" || form === "xz") {
		const path = item.path.replace(ENDINGS, "");
		const content = decompress(source.take(), form);
		try {
			const bounded = {
				...context,
				count: countInflated(source, context)
			};
			await look({
				...item,
				path,
				content,
				layers,
				isBare: true
			}, bounded);
		} finally {
			await content.return(void 0);
		}
		return;
	}
	const links = new ArchiveLinks(item.place, context.notebook);
	await readArchive(source, form, {
		member: async ({ content, form: expected }) => {
			const isBare = true;
			await look({
				...item,
				content,
				layers,
				expected,
				isBare,
				isExecutable: false
			}, context);
		},
		entry: async (entry) => {
			context.notebook.countEntry();
			const place = [...item.place, entry.path];
			if (entry.kind === "link") links.add(entry);
			else if (entry.kind === "unread") context.notebook.addUnreadEntry({
				place,
				why: entry.why
			});
			else if (entry.kind === "file") {
				const { path, isExecutable, content } = entry;
				links.note(path, await look({
					place,
					path,
					content,
					isExecutable,
					layers
				}, context));
			}
		}
	});
	links.settle();
}
/** Of little that becomes much nobody waits for the end: no artifact is so. */
function countInflated(source, { limits, count }) {
	const { times, from } = limits.maxInflation;
	let inflated = 0;
	return (bytes) => {
		inflated += bytes;
		if (inflated > from && inflated > times * source.position) throw new external_tar_js_namespaceObject.o(`it comes to more than ${times} times its size, decompressed`);
		count(bytes);
	};
}
// src/inventory/notebook.ts
/** Of findings: a mirror of all supported releases has some ten thousand, with what is in its tarballs. */
const MAX_NOTED = 1e5;
/** Examples that a note names. */
const MAX_EXAMPLES = 3;
/** Keeps what was found, and how much else there was. */
var Notebook = class {
	#files = [];
	#unread = [];
	#passedOver = /* @__PURE__ */ new Map();
	#isListed;
	#maxEntries;
	#others = 0;
	#entries = 0;
	constructor(isListed, maxEntries) {
		this.#isListed = isListed;
		this.#maxEntries = maxEntries;
	}
	addFile(file) {
		if (file.claim === void 0 && !this.#isListed(file.sha256)) this.#others++;
		else this.#keep(this.#files, file);
	}
	addUnread(file) {
		this.#keep(this.#unread, file);
	}
	/** An entry of an archive that is no plain file; only of one that is called like an artifact anybody wants to know. */
	addUnreadEntry(file) {
		if (claimOf(file.place.at(-1) ?? "") !== void 0) this.addUnread(file);
		else this.passOver("entries of archives that are no plain files", file.place);
	}
	/** @param what in the plural, to go on after a number */
	passOver(what, place) {
		const noted = this.#passedOver.get(what) ?? {
			examples: [],
			count: 0
		};
		this.#passedOver.set(what, noted);
		noted.count++;
		if (noted.examples.length < MAX_EXAMPLES) noted.examples.push(place);
	}
	/** @throws LimitError when there are too many */
	countEntry() {
		this.#entries++;
		if (this.#entries > this.#maxEntries) throw new external_tar_js_namespaceObject.o(`it has more entries than are looked at: ${this.#maxEntries}`);
	}
	/** Whether nothing more is noted. */
	get isFull() {
		const most = Math.max(this.#files.length, this.#unread.length);
		return this.#entries > this.#maxEntries || most >= MAX_NOTED;
	}
	/** Says where it was stopped. */
	stop(place) {
		const why = `more was found than is looked at or told: ${this.#maxEntries} entries, ${MAX_NOTED} findings`;
		this.#unread.push({
			place,
			why
		});
	}
	toFindings() {
		return {
			files: this.#files.sort(byPlace),
			unread: this.#unread.sort(byPlace),
			others: this.#others,
			notes: [...this.#passedOver].map(([what, { examples, count }]) => {
				const left = count - examples.length;
				return `passed over: ${count} ${what}: ${examples.map((place) => place.join(" » ")).join(", ")}${left > 0 ? ` and ${left} more` : ""}`;
			})
		};
	}
	#keep(list, value) {
		list.push(value);
		if (list.length >= MAX_NOTED) throw new external_tar_js_namespaceObject.o(`more was found than is told: ${MAX_NOTED}`);
	}
};
/** The same order on every machine. */
function byPlace({ place: a }, { place: b }) {
	const [one, other] = [a.join("\0"), b.join("\0")];
	return one < other ? -1 : one > other ? 1 : 0;
}
(0,external_common_js_namespaceObject.Zr)();
/** Of the kernel, not of any disk: proc, sysfs, cgroup, cgroup2, devpts, debugfs, tracefs, securityfs, bpf (statfs(2)). */
const KERNEL_FILE_SYSTEMS = [
	40864,
	1650812274,
	2613483,
	1667723888,
	7377,
	1684170528,
	1953653091,
	1935894131,
	3405662737
];
/** Every file below a path that the user named, in the order of the names. A link that he named is followed. */
async function* walk(named, context) {
	const stats = await (0, import_promises.stat)(named);
	if (!stats.isDirectory()) {
		yield {
			path: named,
			root: void 0
		};
		return;
	}
	const root = await (0, import_promises.realpath)(named);
	const folders = [{
		path: named,
		depth: 0,
		device: stats.dev
	}];
	for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) {
		const inner = [];
		for (const entry of await list(folder, context)) {
			context.notebook.countEntry();
			const path = (0, import__late_node_path.join)(folder.path, entry.name);
			if (entry.isDirectory()) inner.push(...await enter(path, folder, context));
			else if (entry.isFile()) yield {
				path,
				root
			};
			else yield* visitSpecial(path, entry, context);
		}
		folders.push(...inner.reverse());
	}
}
async function list({ path, depth }, { limits, notebook }) {
	if (depth > limits.maxDepth) {
		notebook.addUnread({
			place: [path],
			why: `it lies more than ${limits.maxDepth} folders deep`
		});
		return [];
	}
	try {
		return (await (0, import_promises.readdir)(path, { withFileTypes: true })).sort(({ name: a }, { name: b }) => a < b ? -1 : 1);
	} catch (thrown) {
		notebook.addUnread({
			place: [path],
			why: `it is a folder that cannot be read: ${(0,external_common_js_namespaceObject.jr)(thrown)}`
		});
		return [];
	}
}
async function enter(path, from, { notebook }) {
	let stats;
	try {
		stats = await (0, import_promises.lstat)(path);
		if (!stats.isDirectory()) throw new Error("it is another by now");
		if (stats.dev !== from.device && KERNEL_FILE_SYSTEMS.includes((await (0, import_promises.statfs)(path)).type)) {
			notebook.passOver("file systems of the kernel", [path]);
			return [];
		}
	} catch (thrown) {
		notebook.addUnread({
			place: [path],
			why: `it is a folder that cannot be read: ${(0,external_common_js_namespaceObject.jr)(thrown)}`
		});
		return [];
	}
	return [{
		path,
		depth: from.depth + 1,
		device: stats.dev
	}];
}
async function* visitSpecial(path, entry, context) {
	const { notebook, roots } = context;
	const isClaimed = claimOf(path) !== void 0;
	if (!entry.isSymbolicLink()) {
		if (isClaimed) notebook.addUnread({
			place: [path],
			why: "it is no regular file"
		});
		else notebook.passOver("pipes, sockets and devices", [path]);
		return;
	}
	try {
		const target = await (0, import_promises.realpath)(path);
		const root = roots.find((each) => (0,external_common_js_namespaceObject.pr)(target, each));
		const isFolder = (await (0, import_promises.stat)(target)).isDirectory();
		if (isClaimed && !isFolder) {
			if (root !== void 0) yield {
				path,
				root
			};
			else {
				const why = `it is a link that leads out of what was named, to "${target}": name that, too`;
				notebook.addUnread({
					place: [path],
					why
				});
			}
		} else if (root === void 0) notebook.passOver("links that lead out of what was named", [path]);
	} catch (thrown) {
		if (isClaimed) notebook.addUnread({
			place: [path],
			why: `it is a link that leads nowhere: ${(0,external_common_js_namespaceObject.jr)(thrown)}`
		});
		else notebook.passOver("links that lead nowhere", [path]);
	}
}
// src/inventory/take-inventory.ts
const READ_BUFFER_BYTES = 1048576;
/** For files that say nothing of their size, too. */
const MIN_BUFFER_BYTES = 4096;
/** Hashing is one at a time; while one is hashed, others are read. */
const CONCURRENT_FILES = 4;
/**
* Looks at all that lies at and below paths, and reads each file once.
* @param isListed whether any release has a file with this digest
*/
async function takeInventory(paths, isListed, limits = LIMITS) {
	const notebook = new Notebook(isListed, limits.maxEntries);
	const context = {
		limits,
		notebook,
		roots: await Promise.all(paths.map((path) => (0, import_promises.realpath)(path).catch(() => path)))
	};
	for (const path of paths) {
		const walking = walk(path, context);
		const work = async () => {
			for await (const visited of walking) await visit(visited, context);
		};
		const failed = (await Promise.allSettled(Array.from({ length: CONCURRENT_FILES }, work))).find((end) => end.status === "rejected");
		if (failed === void 0) continue;
		if (notebook.isFull) {
			notebook.stop([path]);
			break;
		}
		notebook.addUnread({
			place: [path],
			why: (0,external_tar_js_namespaceObject.c)(failed.reason)
		});
	}
	return notebook.toFindings();
}
/** @throws LimitError when nothing more is noted */
async function visit({ path, root }, context) {
	const { notebook } = context;
	try {
		const opened = await (0,external_common_js_namespaceObject.mr)(path, root === void 0 ? { followLink: true } : { root });
		try {
			await lookAt(path, opened, context);
		} finally {
			await opened.handle.close();
		}
	} catch (thrown) {
		if (notebook.isFull) throw thrown;
		notebook.addUnread({
			place: [path],
			why: (0,external_tar_js_namespaceObject.c)(thrown)
		});
	}
}
async function lookAt(path, { handle, stats }, context) {
	const { limits, notebook } = context;
	const isExecutable = (Number(stats.mode) & 73) !== 0;
	if (stats.size > limits.maxFileBytes) {
		const head = Buffer.alloc(512);
		await handle.read(head, 0, 512, 0);
		if (sniff(head) === void 0) {
			if (claimOf(path) !== void 0) throw new external_tar_js_namespaceObject.s(`it has ${stats.size} bytes, more than are read: ${limits.maxFileBytes}`);
			notebook.passOver("files that are larger than any artifact", [path]);
			return;
		}
	}
	let bytes = 0;
	const count = (size) => {
		bytes += size;
		if (bytes > limits.maxBytes) throw new external_tar_js_namespaceObject.o(`it has more bytes, decompressed, than are read: ${limits.maxBytes}`);
	};
	const highWaterMark = Math.min(READ_BUFFER_BYTES, Math.max(MIN_BUFFER_BYTES, Number(stats.size) + 1));
	const content = handle.createReadStream({
		start: 0,
		highWaterMark,
		autoClose: false
	});
	try {
		await look({
			place: [path],
			path,
			content,
			isExecutable,
			layers: []
		}, {
			limits,
			notebook,
			count
		});
		const { size, mtimeNs, ctimeNs } = await handle.stat({ bigint: true });
		if (size !== stats.size || mtimeNs !== stats.mtimeNs || ctimeNs !== stats.ctimeNs) throw new external_tar_js_namespaceObject.s("it changed while it was read");
	} finally {
		content.destroy();
	}
}
// src/commands/inventory.ts
/** Never rejects: what went wrong is in the report. */
async function runInventory(request, ports) {
	const warnings = (0,external_prove_js_namespaceObject.D)({
		...request,
		isOfNoRelease: false
	});
	const warn = (message) => void warnings.push(message);
	const facts = {
		releases: [],
		artifacts: [],
		trustedRoot: "",
		warnings
	};
	return (0,external_prove_js_namespaceObject.y)(facts, ports, () => find(facts, {
		request,
		ports,
		warn
	}));
}
async function find(facts, finding) {
	const { request, ports, warn } = finding;
	const toContext = (0,external_prove_js_namespaceObject.K)({
		request,
		ports,
		lock: void 0,
		warn
	});
	const kept = await (0,external_prove_js_namespaceObject.Y)(ports.checkpointFile);
	const { choose, sbomOf } = (0,external_prove_js_namespaceObject.k)(request, toContext);
	const { versions } = await (0,external_prove_js_namespaceObject.C)(request, ports, { choose });
	const releases = planReleases(request.isAny ? versions.flatMap(withPatches) : versions, finding);
	const context = toContext();
	const lists = await (0,external_prove_js_namespaceObject.u)(releases, context, sbomOf);
	const { proofs, listed } = lists;
	const { value: trustedRoot } = await context.loadingRoot;
	facts.trustedRoot = trustedRoot?.source ?? "";
	facts.artifacts = proofs.map(toSbomReport);
	facts.releases = releases.map(({ version, source, notes }) => ({
		version,
		source,
		notes
	}));
	for (const warning of (0,external_prove_js_namespaceObject.b)(proofs)) warn(warning);
	const settleLogs = await (0,external_prove_js_namespaceObject.T)(proofs, {
		facts,
		trustedRoot,
		kept,
		ports,
		warn
	});
	const isWhole = proofs.every(({ result }) => result.outcome === "verified");
	if (!isWhole && (!request.isAny || listed.size === 0)) return;
	const results = proofs.map(({ result }) => result);
	await (0,external_prove_js_namespaceObject.O)(results, context);
	const found = await takeInventory(request.paths, ({ hex }) => listed.has(hex));
	facts.inventory = toInventory(found, {
		asked: listed,
		others: await listOthers(found, lists, {
			releases,
			context,
			finding
		}),
		name: request.isAny ? "any supported release" : releases.map(({ version }) => version).join(", "),
		isWhole
	});
	if (request.isAny) foldSboms(facts, proofs, warn);
	const { files, notes } = facts.inventory;
	facts.inventory = {
		...facts.inventory,
		notes: [...notes, ...(0,external_prove_js_namespaceObject.Q)(componentsOf(files), request.skewOf)]
	};
	if (files.every(({ outcome }) => outcome === "verified")) await writeCheckpoints(request, settleLogs);
	if (files.length > 0) return;
	const message = `nothing is a Kubernetes artifact among ${found.others} files below ${request.paths.join(", ")}`;
	throw new external_common_js_namespaceObject.xr("FILE_NONE_FOUND", message);
}
async function writeCheckpoints({ logCheckpoint: path }, settle) {
	const text = await settle?.();
	if (path !== void 0 && text !== void 0) await (0,external_prove_js_namespaceObject["in"])({
		path,
		text
	});
}
function toInventory(found, known) {
	const { others, notes } = found;
	return {
		files: judgeFindings(found, known),
		others,
		notes
	};
}
/** Of many releases those that nobody needed are told beside: what is proven is proven without them. */
function foldSboms(facts, proofs, warn) {
	const isNeeded = facts.inventory?.files.some(({ code }) => code === "RELEASE_BINDING_UNAVAILABLE") === true;
	const isTold = ({ result: { outcome } }) => outcome === "rejected" || outcome === "unverifiable" && isNeeded;
	for (const { result } of proofs) if (result.outcome === "unverifiable" && !isNeeded) warn(`the SBOM of ${result.artifact.version ?? ""} is not proven, and none of the files needs it`);
	facts.releases = facts.releases.map((release, index) => {
		const { result } = proofs[index] ?? {};
		return result?.outcome === "verified" ? {
			...release,
			sbom: result
		} : release;
	});
	facts.artifacts = proofs.filter(isTold).map(toSbomReport);
}
function toSbomReport(proof) {
	return (0,external_common_js_namespaceObject.Ut)("sbom", proof);
}
function planReleases(versions, { request, ports }) {
	return (0,external_common_js_namespaceObject.On)(request, versions, (0,external_common_js_namespaceObject.wn)(ports.now())).releases;
}
/** A release and the patches before it. */
function withPatches({ version, source, notes }) {
	const older = (0,external_prove_js_namespaceObject.S)(version).slice(0, 39);
	return [{
		version,
		source,
		...notes && { notes }
	}, ...older.map((each) => ({
		version: each,
		source: `before ${version}`
	}))];
}
/** Each release of each component that the version skew policy has a rule for, whichever was asked for. */
function componentsOf(files) {
	const found = [...new Set(files.flatMap(({ artifact }) => artifact ?? []))].flatMap((artifact) => {
		const { version: text = "", name = "" } = /^(?<version>[^/]+)\/(?:.*\/)?(?<name>[^/]+?)(?:\.exe)?$/.exec(artifact)?.groups ?? {};
		const version = (0,external_common_js_namespaceObject.nr)(text);
		return version !== void 0 && external_common_js_namespaceObject.mt.includes(name) ? [{
			name,
			version
		}] : [];
	});
	return [...new Map(found.map((each) => [`${each.name} ${each.version}`, each])).values()];
}
/** What else files may be that are called like artifacts, and are none of the releases': asked for only then. */
async function listOthers({ files }, { listed }, { releases, context, finding }) {
	const { request } = finding;
	if (!files.some(({ claim, sha256 }) => claim !== void 0 && !listed.has(sha256.hex)) || request.isAny || request.isOffline) return /* @__PURE__ */ new Map();
	const { value, error } = await (0,external_common_js_namespaceObject._n)(listSupported(finding).then((found) => {
		const asked = new Set(releases.map(({ version }) => version));
		const others = planReleases(found.filter(({ version }) => !asked.has(version)), finding);
		return (0,external_prove_js_namespaceObject.u)(others, {
			...context,
			warn: () => void 0
		});
	}));
	if (error !== void 0) warnOfOthers(finding, error);
	return value?.listed ?? /* @__PURE__ */ new Map();
}
/** The releases of each supported minor whose channel answers: of the others nothing is known, and that is said. */
async function listSupported(finding) {
	const { request, ports } = finding;
	const ask = async (channel) => (await (0,external_prove_js_namespaceObject.C)({
		...request,
		versions: [{
			kind: "channel",
			channel,
			origin: "input"
		}]
	}, ports)).versions;
	const [newest] = await ask("stable");
	if (newest === void 0) return [];
	const minors = (0,external_prove_js_namespaceObject.w)((0,external_common_js_namespaceObject.tr)(newest.version), new Date(ports.now()).toISOString());
	const ends = await Promise.all(minors.map((minor) => (0,external_common_js_namespaceObject._n)(ask(`stable-${minor}`))));
	const failure = ends.find(({ error }) => error !== void 0)?.error;
	if (failure !== void 0) warnOfOthers(finding, failure);
	const found = [newest, ...ends.flatMap(({ value }) => value ?? [])].flatMap(withPatches);
	return [...new Map(found.map((each) => [each.version, each])).values()];
}
function warnOfOthers({ warn }, { message }) {
	warn(`which other release a file is of could not be found out for every release: ${message}`);
}


var __webpack_exports__runInventory = __webpack_exports__.q;
export { __webpack_exports__runInventory as runInventory };
