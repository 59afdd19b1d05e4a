import * as __WEBPACK_EXTERNAL_MODULE__rolldown_runtime_js_e145cd65__ from "./rolldown-runtime.js";
import * as __WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__ from "./common.js";
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
  a: () => (/* binding */ HttpCodes),
  i: () => (/* binding */ HttpClientError),
  n: () => (/* binding */ BearerCredentialHandler),
  r: () => (/* binding */ HttpClient),
  t: () => (/* binding */ http_client_exports)
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
const external_common_js_namespaceObject = external_common_js_x({ ["Cr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Cr), ["Gr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Gr), ["Hr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Hr), ["Jr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Jr), ["Kr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Kr), ["Ur"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Ur), ["Vr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Vr), ["Wr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Wr), ["Yr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.Yr), ["et"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.et), ["qr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.qr), ["xr"]: () => (__WEBPACK_EXTERNAL_MODULE__common_js_35b0a048__.xr) });
;// CONCATENATED MODULE: external "./prove.js"
var external_prove_js_x = (y) => {
	var x = {}; __nccwpck_require__.d(x, y); return x
} 
var external_prove_js_y = (x) => (() => (x))
const external_prove_js_namespaceObject = external_prove_js_x({ ["Mt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Mt), ["Nt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.Nt), ["_t"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__._t), ["ct"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.ct), ["dt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.dt), ["ft"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.ft), ["gt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.gt), ["ht"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.ht), ["lt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.lt), ["mt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.mt), ["pt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.pt), ["rt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.rt), ["ut"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.ut), ["vt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.vt), ["yt"]: () => (__WEBPACK_EXTERNAL_MODULE__prove_js_3a0513ae__.yt) });
;// CONCATENATED MODULE: ./.build/http.js



// node_modules/@actions/http-client/lib/proxy.js
var import__late_node_http = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.Yr)(), 1);
var import__late_node_https = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((0,external_common_js_namespaceObject.Jr)(), 1);
function getProxyUrl(reqUrl) {
	const usingSsl = reqUrl.protocol === "https:";
	if (checkBypass(reqUrl)) return;
	const proxyVar = (() => {
		if (usingSsl) return process.env["https_proxy"] || process.env["HTTPS_PROXY"];
		else return process.env["http_proxy"] || process.env["HTTP_PROXY"];
	})();
	if (proxyVar) try {
		return new DecodedURL(proxyVar);
	} catch (_a) {
		if (!proxyVar.startsWith("http://") && !proxyVar.startsWith("https://")) return new DecodedURL(`http://${proxyVar}`);
	}
	else return;
}
function checkBypass(reqUrl) {
	if (!reqUrl.hostname) return false;
	const reqHost = reqUrl.hostname;
	if (isLoopbackAddress$1(reqHost)) return true;
	const noProxy = process.env["no_proxy"] || process.env["NO_PROXY"] || "";
	if (!noProxy) return false;
	let reqPort;
	if (reqUrl.port) reqPort = Number(reqUrl.port);
	else if (reqUrl.protocol === "http:") reqPort = 80;
	else if (reqUrl.protocol === "https:") reqPort = 443;
	const upperReqHosts = [reqUrl.hostname.toUpperCase()];
	if (typeof reqPort === "number") upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
	for (const upperNoProxyItem of noProxy.split(",").map((x) => x.trim().toUpperCase()).filter((x) => x)) if (upperNoProxyItem === "*" || upperReqHosts.some((x) => x === upperNoProxyItem || x.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x.endsWith(`${upperNoProxyItem}`))) return true;
	return false;
}
function isLoopbackAddress$1(host) {
	const hostLower = host.toLowerCase();
	return hostLower === "localhost" || hostLower.startsWith("127.") || hostLower.startsWith("[::1]") || hostLower.startsWith("[0:0:0:0:0:0:0:1]");
}
var DecodedURL = class extends URL {
	constructor(url, base) {
		super(url, base);
		this._decodedUsername = decodeURIComponent(super.username);
		this._decodedPassword = decodeURIComponent(super.password);
	}
	get username() {
		return this._decodedUsername;
	}
	get password() {
		return this._decodedPassword;
	}
};
// node_modules/tunnel/lib/tunnel.js
var require_tunnel$1 = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports) => {
	(0,external_common_js_namespaceObject.qr)();
	var tls = (0,external_common_js_namespaceObject.Kr)();
	var http = (0,external_common_js_namespaceObject.Gr)();
	var https = (0,external_common_js_namespaceObject.Wr)();
	var events = (0,external_common_js_namespaceObject.Ur)();
	(0,external_common_js_namespaceObject.Hr)();
	var util = (0,external_common_js_namespaceObject.Vr)();
	exports.httpOverHttp = httpOverHttp;
	exports.httpsOverHttp = httpsOverHttp;
	exports.httpOverHttps = httpOverHttps;
	exports.httpsOverHttps = httpsOverHttps;
	function httpOverHttp(options) {
		var agent = new TunnelingAgent(options);
		agent.request = http.request;
		return agent;
	}
	function httpsOverHttp(options) {
		var agent = new TunnelingAgent(options);
		agent.request = http.request;
		agent.createSocket = createSecureSocket;
		agent.defaultPort = 443;
		return agent;
	}
	function httpOverHttps(options) {
		var agent = new TunnelingAgent(options);
		agent.request = https.request;
		return agent;
	}
	function httpsOverHttps(options) {
		var agent = new TunnelingAgent(options);
		agent.request = https.request;
		agent.createSocket = createSecureSocket;
		agent.defaultPort = 443;
		return agent;
	}
	function TunnelingAgent(options) {
		var self = this;
		self.options = options || {};
		self.proxyOptions = self.options.proxy || {};
		self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
		self.requests = [];
		self.sockets = [];
		self.on("free", function onFree(socket, host, port, localAddress) {
			var options = toOptions(host, port, localAddress);
			for (var i = 0, len = self.requests.length; i < len; ++i) {
				var pending = self.requests[i];
				if (pending.host === options.host && pending.port === options.port) {
					self.requests.splice(i, 1);
					pending.request.onSocket(socket);
					return;
				}
			}
			socket.destroy();
			self.removeSocket(socket);
		});
	}
	util.inherits(TunnelingAgent, events.EventEmitter);
	TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
		var self = this;
		var options = mergeOptions({ request: req }, self.options, toOptions(host, port, localAddress));
		if (self.sockets.length >= this.maxSockets) {
			self.requests.push(options);
			return;
		}
		self.createSocket(options, function(socket) {
			socket.on("free", onFree);
			socket.on("close", onCloseOrRemove);
			socket.on("agentRemove", onCloseOrRemove);
			req.onSocket(socket);
			function onFree() {
				self.emit("free", socket, options);
			}
			function onCloseOrRemove(err) {
				self.removeSocket(socket);
				socket.removeListener("free", onFree);
				socket.removeListener("close", onCloseOrRemove);
				socket.removeListener("agentRemove", onCloseOrRemove);
			}
		});
	};
	TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
		var self = this;
		var placeholder = {};
		self.sockets.push(placeholder);
		var connectOptions = mergeOptions({}, self.proxyOptions, {
			method: "CONNECT",
			path: options.host + ":" + options.port,
			agent: false,
			headers: { host: options.host + ":" + options.port }
		});
		if (options.localAddress) connectOptions.localAddress = options.localAddress;
		if (connectOptions.proxyAuth) {
			connectOptions.headers = connectOptions.headers || {};
			connectOptions.headers["Proxy-Authorization"] = "Basic " + new Buffer(connectOptions.proxyAuth).toString("base64");
		}
		debug("making CONNECT request");
		var connectReq = self.request(connectOptions);
		connectReq.useChunkedEncodingByDefault = false;
		connectReq.once("response", onResponse);
		connectReq.once("upgrade", onUpgrade);
		connectReq.once("connect", onConnect);
		connectReq.once("error", onError);
		connectReq.end();
		function onResponse(res) {
			res.upgrade = true;
		}
		function onUpgrade(res, socket, head) {
			process.nextTick(function() {
				onConnect(res, socket, head);
			});
		}
		function onConnect(res, socket, head) {
			connectReq.removeAllListeners();
			socket.removeAllListeners();
			if (res.statusCode !== 200) {
				debug("tunneling socket could not be established, statusCode=%d", res.statusCode);
				socket.destroy();
				var error = /* @__PURE__ */ new Error("tunneling socket could not be established, statusCode=" + res.statusCode);
				error.code = "ECONNRESET";
				options.request.emit("error", error);
				self.removeSocket(placeholder);
				return;
			}
			if (head.length > 0) {
				debug("got illegal response body from proxy");
				socket.destroy();
				var error = /* @__PURE__ */ new Error("got illegal response body from proxy");
				error.code = "ECONNRESET";
				options.request.emit("error", error);
				self.removeSocket(placeholder);
				return;
			}
			debug("tunneling connection has established");
			self.sockets[self.sockets.indexOf(placeholder)] = socket;
			return cb(socket);
		}
		function onError(cause) {
			connectReq.removeAllListeners();
			debug("tunneling socket could not be established, cause=%s\n", cause.message, cause.stack);
			var error = /* @__PURE__ */ new Error("tunneling socket could not be established, cause=" + cause.message);
			error.code = "ECONNRESET";
			options.request.emit("error", error);
			self.removeSocket(placeholder);
		}
	};
	TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
		var pos = this.sockets.indexOf(socket);
		if (pos === -1) return;
		this.sockets.splice(pos, 1);
		var pending = this.requests.shift();
		if (pending) this.createSocket(pending, function(socket) {
			pending.request.onSocket(socket);
		});
	};
	function createSecureSocket(options, cb) {
		var self = this;
		TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
			var hostHeader = options.request.getHeader("host");
			var tlsOptions = mergeOptions({}, self.options, {
				socket,
				servername: hostHeader ? hostHeader.replace(/:.*$/, "") : options.host
			});
			var secureSocket = tls.connect(0, tlsOptions);
			self.sockets[self.sockets.indexOf(socket)] = secureSocket;
			cb(secureSocket);
		});
	}
	function toOptions(host, port, localAddress) {
		if (typeof host === "string") return {
			host,
			port,
			localAddress
		};
		return host;
	}
	function mergeOptions(target) {
		for (var i = 1, len = arguments.length; i < len; ++i) {
			var overrides = arguments[i];
			if (typeof overrides === "object") {
				var keys = Object.keys(overrides);
				for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
					var k = keys[j];
					if (overrides[k] !== void 0) target[k] = overrides[k];
				}
			}
		}
		return target;
	}
	var debug;
	if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) debug = function() {
		var args = Array.prototype.slice.call(arguments);
		if (typeof args[0] === "string") args[0] = "TUNNEL: " + args[0];
		else args.unshift("TUNNEL:");
		console.error.apply(console, args);
	};
	else debug = function() {};
	exports.debug = debug;
}));
// node_modules/tunnel/index.js
var require_tunnel = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = require_tunnel$1();
}));
// stubs/undici/index.js
var import__late_package_tunnel = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.a)((/* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.t)(((exports, module) => {
	module.exports = Object.create(new Proxy({}, { get: (_, key) => key === "__esModule" ? void 0 : require_tunnel()[key] }));
})))(), 1);
var ProxyAgent = class {
	constructor() {
		throw new Error("undici is not a part of this program");
	}
};
// node_modules/@actions/http-client/lib/index.js
var __awaiter$1 = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
var HttpCodes;
(function(HttpCodes) {
	HttpCodes[HttpCodes["OK"] = 200] = "OK";
	HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
	HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
	HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
	HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
	HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
	HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
	HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
	HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
	HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
	HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
	HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
	HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
	HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
	HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
	HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
	HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
	HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
	HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
	HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
	HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
	HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
	HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
	HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
	HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
	HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
	HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function(Headers) {
	Headers["Accept"] = "accept";
	Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function(MediaTypes) {
	MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
const HttpRedirectCodes = [
	HttpCodes.MovedPermanently,
	HttpCodes.ResourceMoved,
	HttpCodes.SeeOther,
	HttpCodes.TemporaryRedirect,
	HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
	HttpCodes.BadGateway,
	HttpCodes.ServiceUnavailable,
	HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = [
	"OPTIONS",
	"GET",
	"DELETE",
	"HEAD"
];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
var HttpClientError = class HttpClientError extends Error {
	constructor(message, statusCode) {
		super(message);
		this.name = "HttpClientError";
		this.statusCode = statusCode;
		Object.setPrototypeOf(this, HttpClientError.prototype);
	}
};
var HttpClientResponse = class {
	constructor(message) {
		this.message = message;
	}
	readBody() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return new Promise((resolve) => __awaiter$1(this, void 0, void 0, function* () {
				let output = Buffer.alloc(0);
				this.message.on("data", (chunk) => {
					output = Buffer.concat([output, chunk]);
				});
				this.message.on("end", () => {
					resolve(output.toString());
				});
			}));
		});
	}
	readBodyBuffer() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return new Promise((resolve) => __awaiter$1(this, void 0, void 0, function* () {
				const chunks = [];
				this.message.on("data", (chunk) => {
					chunks.push(chunk);
				});
				this.message.on("end", () => {
					resolve(Buffer.concat(chunks));
				});
			}));
		});
	}
};
var HttpClient = class {
	constructor(userAgent, handlers, requestOptions) {
		this._ignoreSslError = false;
		this._allowRedirects = true;
		this._allowRedirectDowngrade = false;
		this._maxRedirects = 50;
		this._allowRetries = false;
		this._maxRetries = 1;
		this._keepAlive = false;
		this._disposed = false;
		this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
		this.handlers = handlers || [];
		this.requestOptions = requestOptions;
		if (requestOptions) {
			if (requestOptions.ignoreSslError != null) this._ignoreSslError = requestOptions.ignoreSslError;
			this._socketTimeout = requestOptions.socketTimeout;
			if (requestOptions.allowRedirects != null) this._allowRedirects = requestOptions.allowRedirects;
			if (requestOptions.allowRedirectDowngrade != null) this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
			if (requestOptions.maxRedirects != null) this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
			if (requestOptions.keepAlive != null) this._keepAlive = requestOptions.keepAlive;
			if (requestOptions.allowRetries != null) this._allowRetries = requestOptions.allowRetries;
			if (requestOptions.maxRetries != null) this._maxRetries = requestOptions.maxRetries;
		}
	}
	options(requestUrl, additionalHeaders) {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.request("OPTIONS", requestUrl, null, additionalHeaders || {});
		});
	}
	get(requestUrl, additionalHeaders) {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.request("GET", requestUrl, null, additionalHeaders || {});
		});
	}
	del(requestUrl, additionalHeaders) {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.request("DELETE", requestUrl, null, additionalHeaders || {});
		});
	}
	post(requestUrl, data, additionalHeaders) {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.request("POST", requestUrl, data, additionalHeaders || {});
		});
	}
	patch(requestUrl, data, additionalHeaders) {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.request("PATCH", requestUrl, data, additionalHeaders || {});
		});
	}
	put(requestUrl, data, additionalHeaders) {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.request("PUT", requestUrl, data, additionalHeaders || {});
		});
	}
	head(requestUrl, additionalHeaders) {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.request("HEAD", requestUrl, null, additionalHeaders || {});
		});
	}
	sendStream(verb, requestUrl, stream, additionalHeaders) {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.request(verb, requestUrl, stream, additionalHeaders);
		});
	}
	/**
	* Gets a typed object from an endpoint
	* Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
	*/
	getJson(requestUrl_1) {
		return __awaiter$1(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			const res = yield this.get(requestUrl, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	postJson(requestUrl_1, obj_1) {
		return __awaiter$1(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2);
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
			const res = yield this.post(requestUrl, data, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	putJson(requestUrl_1, obj_1) {
		return __awaiter$1(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2);
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
			const res = yield this.put(requestUrl, data, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	patchJson(requestUrl_1, obj_1) {
		return __awaiter$1(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2);
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
			const res = yield this.patch(requestUrl, data, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	/**
	* Makes a raw http request.
	* All other methods such as get, post, patch, and request ultimately call this.
	* Prefer get, del, post and patch
	*/
	request(verb, requestUrl, data, headers) {
		return __awaiter$1(this, void 0, void 0, function* () {
			if (this._disposed) throw new Error("Client has already been disposed.");
			const parsedUrl = new URL(requestUrl);
			let info = this._prepareRequest(verb, parsedUrl, headers);
			const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb) ? this._maxRetries + 1 : 1;
			let numTries = 0;
			let response;
			do {
				response = yield this.requestRaw(info, data);
				if (response && response.message && response.message.statusCode === HttpCodes.Unauthorized) {
					let authenticationHandler;
					for (const handler of this.handlers) if (handler.canHandleAuthentication(response)) {
						authenticationHandler = handler;
						break;
					}
					if (authenticationHandler) return authenticationHandler.handleAuthentication(this, info, data);
					else return response;
				}
				let redirectsRemaining = this._maxRedirects;
				while (response.message.statusCode && HttpRedirectCodes.includes(response.message.statusCode) && this._allowRedirects && redirectsRemaining > 0) {
					const redirectUrl = response.message.headers["location"];
					if (!redirectUrl) break;
					const parsedRedirectUrl = new URL(redirectUrl);
					if (parsedUrl.protocol === "https:" && parsedUrl.protocol !== parsedRedirectUrl.protocol && !this._allowRedirectDowngrade) throw new Error("Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.");
					yield response.readBody();
					if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
						for (const header in headers) if (header.toLowerCase() === "authorization") delete headers[header];
					}
					info = this._prepareRequest(verb, parsedRedirectUrl, headers);
					response = yield this.requestRaw(info, data);
					redirectsRemaining--;
				}
				if (!response.message.statusCode || !HttpResponseRetryCodes.includes(response.message.statusCode)) return response;
				numTries += 1;
				if (numTries < maxTries) {
					yield response.readBody();
					yield this._performExponentialBackoff(numTries);
				}
			} while (numTries < maxTries);
			return response;
		});
	}
	/**
	* Needs to be called if keepAlive is set to true in request options.
	*/
	dispose() {
		if (this._agent) this._agent.destroy();
		this._disposed = true;
	}
	/**
	* Raw request.
	* @param info
	* @param data
	*/
	requestRaw(info, data) {
		return __awaiter$1(this, void 0, void 0, function* () {
			return new Promise((resolve, reject) => {
				function callbackForResult(err, res) {
					if (err) reject(err);
					else if (!res) reject(/* @__PURE__ */ new Error("Unknown error"));
					else resolve(res);
				}
				this.requestRawWithCallback(info, data, callbackForResult);
			});
		});
	}
	/**
	* Raw request with callback.
	* @param info
	* @param data
	* @param onResult
	*/
	requestRawWithCallback(info, data, onResult) {
		if (typeof data === "string") {
			if (!info.options.headers) info.options.headers = {};
			info.options.headers["Content-Length"] = Buffer.byteLength(data, "utf8");
		}
		let callbackCalled = false;
		function handleResult(err, res) {
			if (!callbackCalled) {
				callbackCalled = true;
				onResult(err, res);
			}
		}
		const req = info.httpModule.request(info.options, (msg) => {
			handleResult(void 0, new HttpClientResponse(msg));
		});
		let socket;
		req.on("socket", (sock) => {
			socket = sock;
		});
		req.setTimeout(this._socketTimeout || 18e4, () => {
			if (socket) socket.end();
			handleResult(/* @__PURE__ */ new Error(`Request timeout: ${info.options.path}`));
		});
		req.on("error", function(err) {
			handleResult(err);
		});
		if (data && typeof data === "string") req.write(data, "utf8");
		if (data && typeof data !== "string") {
			data.on("close", function() {
				req.end();
			});
			data.pipe(req);
		} else req.end();
	}
	/**
	* Gets an http agent. This function is useful when you need an http agent that handles
	* routing through a proxy server - depending upon the url and proxy environment variables.
	* @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
	*/
	getAgent(serverUrl) {
		const parsedUrl = new URL(serverUrl);
		return this._getAgent(parsedUrl);
	}
	getAgentDispatcher(serverUrl) {
		const parsedUrl = new URL(serverUrl);
		const proxyUrl = getProxyUrl(parsedUrl);
		if (!(proxyUrl && proxyUrl.hostname)) return;
		return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
	}
	_prepareRequest(method, requestUrl, headers) {
		const info = {};
		info.parsedUrl = requestUrl;
		const usingSsl = info.parsedUrl.protocol === "https:";
		info.httpModule = usingSsl ? import__late_node_https : import__late_node_http;
		const defaultPort = usingSsl ? 443 : 80;
		info.options = {};
		info.options.host = info.parsedUrl.hostname;
		info.options.port = info.parsedUrl.port ? parseInt(info.parsedUrl.port) : defaultPort;
		info.options.path = (info.parsedUrl.pathname || "") + (info.parsedUrl.search || "");
		info.options.method = method;
		info.options.headers = this._mergeHeaders(headers);
		if (this.userAgent != null) info.options.headers["user-agent"] = this.userAgent;
		info.options.agent = this._getAgent(info.parsedUrl);
		if (this.handlers) for (const handler of this.handlers) handler.prepareRequest(info.options);
		return info;
	}
	_mergeHeaders(headers) {
		if (this.requestOptions && this.requestOptions.headers) return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
		return lowercaseKeys(headers || {});
	}
	/**
	* Gets an existing header value or returns a default.
	* Handles converting number header values to strings since HTTP headers must be strings.
	* Note: This returns string | string[] since some headers can have multiple values.
	* For headers that must always be a single string (like Content-Type), use the
	* specialized _getExistingOrDefaultContentTypeHeader method instead.
	*/
	_getExistingOrDefaultHeader(additionalHeaders, header, _default) {
		let clientHeader;
		if (this.requestOptions && this.requestOptions.headers) {
			const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
			if (headerValue) clientHeader = typeof headerValue === "number" ? headerValue.toString() : headerValue;
		}
		const additionalValue = additionalHeaders[header];
		if (additionalValue !== void 0) return typeof additionalValue === "number" ? additionalValue.toString() : additionalValue;
		if (clientHeader !== void 0) return clientHeader;
		return _default;
	}
	/**
	* Specialized version of _getExistingOrDefaultHeader for Content-Type header.
	* Always returns a single string (not an array) since Content-Type should be a single value.
	* Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
	* This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
	* that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
	*/
	_getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
		let clientHeader;
		if (this.requestOptions && this.requestOptions.headers) {
			const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
			if (headerValue) {
				if (typeof headerValue === "number") clientHeader = String(headerValue);
				else if (Array.isArray(headerValue)) clientHeader = headerValue.join(", ");
				else clientHeader = headerValue;
			}
		}
		const additionalValue = additionalHeaders[Headers.ContentType];
		if (additionalValue !== void 0) {
			if (typeof additionalValue === "number") return String(additionalValue);
			else if (Array.isArray(additionalValue)) return additionalValue.join(", ");
			else return additionalValue;
		}
		if (clientHeader !== void 0) return clientHeader;
		return _default;
	}
	_getAgent(parsedUrl) {
		let agent;
		const proxyUrl = getProxyUrl(parsedUrl);
		const useProxy = proxyUrl && proxyUrl.hostname;
		if (this._keepAlive && useProxy) agent = this._proxyAgent;
		if (!useProxy) agent = this._agent;
		if (agent) return agent;
		const usingSsl = parsedUrl.protocol === "https:";
		let maxSockets = 100;
		if (this.requestOptions) maxSockets = this.requestOptions.maxSockets || import__late_node_http.globalAgent.maxSockets;
		if (proxyUrl && proxyUrl.hostname) {
			const agentOptions = {
				maxSockets,
				keepAlive: this._keepAlive,
				proxy: Object.assign(Object.assign({}, (proxyUrl.username || proxyUrl.password) && { proxyAuth: `${proxyUrl.username}:${proxyUrl.password}` }), {
					host: proxyUrl.hostname,
					port: proxyUrl.port
				})
			};
			let tunnelAgent;
			const overHttps = proxyUrl.protocol === "https:";
			if (usingSsl) tunnelAgent = overHttps ? import__late_package_tunnel.httpsOverHttps : import__late_package_tunnel.httpsOverHttp;
			else tunnelAgent = overHttps ? import__late_package_tunnel.httpOverHttps : import__late_package_tunnel.httpOverHttp;
			agent = tunnelAgent(agentOptions);
			this._proxyAgent = agent;
		}
		if (!agent) {
			const options = {
				keepAlive: this._keepAlive,
				maxSockets
			};
			agent = usingSsl ? new import__late_node_https.Agent(options) : new import__late_node_http.Agent(options);
			this._agent = agent;
		}
		if (usingSsl && this._ignoreSslError) agent.options = Object.assign(agent.options || {}, { rejectUnauthorized: false });
		return agent;
	}
	_getProxyAgentDispatcher(parsedUrl, proxyUrl) {
		let proxyAgent;
		if (this._keepAlive) proxyAgent = this._proxyAgentDispatcher;
		if (proxyAgent) return proxyAgent;
		const usingSsl = parsedUrl.protocol === "https:";
		proxyAgent = new ProxyAgent(Object.assign({
			uri: proxyUrl.href,
			pipelining: !this._keepAlive ? 0 : 1
		}, (proxyUrl.username || proxyUrl.password) && { token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString("base64")}` }));
		this._proxyAgentDispatcher = proxyAgent;
		if (usingSsl && this._ignoreSslError) proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, { rejectUnauthorized: false });
		return proxyAgent;
	}
	_getUserAgentWithOrchestrationId(userAgent) {
		const baseUserAgent = userAgent || "actions/http-client";
		const orchId = process.env["ACTIONS_ORCHESTRATION_ID"];
		if (orchId) return `${baseUserAgent} actions_orchestration_id/${orchId.replace(/[^a-z0-9_.-]/gi, "_")}`;
		return baseUserAgent;
	}
	_performExponentialBackoff(retryNumber) {
		return __awaiter$1(this, void 0, void 0, function* () {
			retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
			const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
			return new Promise((resolve) => setTimeout(() => resolve(), ms));
		});
	}
	_processResponse(res, options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			return new Promise((resolve, reject) => __awaiter$1(this, void 0, void 0, function* () {
				const statusCode = res.message.statusCode || 0;
				const response = {
					statusCode,
					result: null,
					headers: {}
				};
				if (statusCode === HttpCodes.NotFound) resolve(response);
				function dateTimeDeserializer(key, value) {
					if (typeof value === "string") {
						const a = new Date(value);
						if (!isNaN(a.valueOf())) return a;
					}
					return value;
				}
				let obj;
				let contents;
				try {
					contents = yield res.readBody();
					if (contents && contents.length > 0) {
						if (options && options.deserializeDates) obj = JSON.parse(contents, dateTimeDeserializer);
						else obj = JSON.parse(contents);
						response.result = obj;
					}
					response.headers = res.message.headers;
				} catch (err) {}
				if (statusCode > 299) {
					let msg;
					if (obj && obj.message) msg = obj.message;
					else if (contents && contents.length > 0) msg = contents;
					else msg = `Failed request: (${statusCode})`;
					const err = new HttpClientError(msg, statusCode);
					err.result = response.result;
					reject(err);
				} else resolve(response);
			}));
		});
	}
};
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => (c[k.toLowerCase()] = obj[k], c), {});
// node_modules/@actions/http-client/lib/auth.js
var __awaiter = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
var BearerCredentialHandler = class {
	constructor(token) {
		this.token = token;
	}
	prepareRequest(options) {
		if (!options.headers) throw Error("The request has no headers");
		options.headers["Authorization"] = `Bearer ${this.token}`;
	}
	canHandleAuthentication() {
		return false;
	}
	handleAuthentication() {
		return __awaiter(this, void 0, void 0, function* () {
			throw new Error("not implemented");
		});
	}
};
// src/fetch/cancellation.ts
/** Why a signal was aborted, as an error of ours; a caller's reason may be anything. */
function reasonOf(signal, url) {
	const reason = signal.reason;
	if (reason instanceof external_common_js_namespaceObject.xr) return reason;
	const message = `the fetch of ${(0,external_prove_js_namespaceObject.gt)(url)} was cancelled`;
	return new external_common_js_namespaceObject.Cr("FETCH_NETWORK", message, {
		cause: reason,
		url: (0,external_prove_js_namespaceObject.gt)(url)
	});
}
/** Settles as `work` does, or rejects as soon as the signal aborts and `isWaiting` still holds. */
function untilAborted(work, { signal, url, isWaiting = () => true }) {
	return new Promise((resolve, reject) => {
		const onAbort = () => {
			if (isWaiting()) reject(reasonOf(signal, url));
		};
		if (signal.aborted) onAbort();
		signal.addEventListener("abort", onAbort, { once: true });
		work.then(resolve, reject).finally(() => {
			signal.removeEventListener("abort", onAbort);
		});
	});
}
// src/fetch/proxy.ts
var import__late_node_net = (0,external_common_js_namespaceObject.et)();
const SCHEMES = ["http:", "https:"];
const HAS_SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;
/**
* Decides on the proxy for a URL; loopback is always reached directly.
* @returns undefined for a direct connection
* @throws FetchError FETCH_NETWORK, without the variable's text: it may hold a password
*/
function chooseProxy(url, env = process.env) {
	const variable = [
		...url.protocol === "https:" ? ["HTTPS_PROXY", "https_proxy"] : ["HTTP_PROXY", "http_proxy"],
		"ALL_PROXY",
		"all_proxy"
	].find((name) => Boolean(env[name]?.trim()));
	if (variable === void 0 || isBypassed(url, env["NO_PROXY"] || env["no_proxy"] || "")) return void 0;
	return {
		url: parseProxy(env[variable]?.trim() ?? "", variable, url),
		variable
	};
}
function parseProxy(text, variable, target) {
	const scheme = HAS_SCHEME.exec(text)?.[1]?.toLowerCase();
	const refuse = (what) => new external_common_js_namespaceObject.Cr("FETCH_NETWORK", `${(0,external_prove_js_namespaceObject.gt)(target)} cannot be reached: ${what}`, {
		url: (0,external_prove_js_namespaceObject.gt)(target),
		hint: `Correct ${variable}: a proxy is written http://HOST:PORT or https://HOST:PORT; or name the host in NO_PROXY.`
	});
	if (scheme !== void 0 && !SCHEMES.includes(`${scheme}:`)) throw refuse(`${variable} names a proxy of the kind ${scheme}, which is not supported`);
	const href = scheme === void 0 ? `http://${text}` : text;
	if (!URL.canParse(href) || new URL(href).hostname === "" || !isDecodable(new URL(href))) throw refuse(`${variable} is not the URL of a proxy`);
	return new URL(href);
}
/** Node decodes the credentials, and throws where it cannot. */
function isDecodable({ username, password }) {
	try {
		decodeURIComponent(username + password);
		return true;
	} catch {
		return false;
	}
}
/** How messages name a proxy: without its credentials. */
function formatProxy({ url, variable }) {
	return `the proxy ${url.protocol}//${url.host} (${variable})`;
}
/** @param noProxy names, addresses and networks, by commas */
function isBypassed(url, noProxy) {
	const host = bareHost(url.hostname);
	if (host === "localhost" || isLoopbackAddress(host)) return true;
	const port = url.port || (url.protocol === "https:" ? "443" : "80");
	return noProxy.split(",").some((entry) => matches(entry.trim().toLowerCase(), host, port));
}
/**
* `*`; a network (CIDR); an address; a domain, which stands for all names below
* it too; `.domain` and `*.domain`, which stand for those below alone. The last
* three may have a port.
*/
function matches(entry, host, port) {
	if (entry === "*") return true;
	const [network = "", prefix] = entry.split("/");
	if (prefix !== void 0) return (0, import__late_node_net.isIP)(host) !== 0 && contains(network, prefix, host);
	const [name, ofPort] = splitPort(entry);
	if (name === "" || ofPort !== void 0 && ofPort !== port) return false;
	if ((0, import__late_node_net.isIP)(name) !== 0) return (0, import__late_node_net.isIP)(host) !== 0 && contains(name, (0, import__late_node_net.isIP)(name) === 6 ? "128" : "32", host);
	const below = toAscii(name.replace(/^\*\./, "."));
	if (below.startsWith(".")) return host.endsWith(below);
	return host === below || host.endsWith(`.${below}`);
}
function contains(network, prefix, address) {
	const family = (0, import__late_node_net.isIP)(network);
	if (family === 0 || !/^\d{1,3}$/.test(prefix) || Number(prefix) > (family === 6 ? 128 : 32)) return false;
	const list = new import__late_node_net.BlockList();
	list.addSubnet(network, Number(prefix), family === 6 ? "ipv6" : "ipv4");
	return list.check(address, (0, import__late_node_net.isIP)(address) === 6 ? "ipv6" : "ipv4");
}
/** `name:443`, `[::1]:443`, or without a port; a bare IPv6 address has colons of its own. */
function splitPort(entry) {
	if ((0, import__late_node_net.isIP)(entry) === 6) return [entry, void 0];
	const [, host = "", port] = /^(.*?)(?::([^:]*))?$/.exec(entry) ?? [];
	return [bareHost(host), port || void 0];
}
function bareHost(hostname) {
	return hostname.replace(/^\[(.*)\]$/, "$1").toLowerCase();
}
function isLoopbackAddress(host) {
	return (0, import__late_node_net.isIP)(host) !== 0 && (contains("127.0.0.0", "8", host) || host === "::1");
}
/** A URL's host is in ASCII already; an entry may be written in its own script. */
function toAscii(name) {
	if (/^[\x21-\x7e]*$/.test(name)) return name;
	const [, dot = "", rest = ""] = /^(\.?)(.*)$/.exec(name) ?? [];
	return URL.canParse(`http://${rest}`) ? dot + new URL(`http://${rest}`).hostname : name;
}
// src/fetch/tunnel-agent.ts
const PROXY_AUTHENTICATION_REQUIRED = 407;
/** What is known about a proxy. */
var ProxyRecord = class {
	/** Of everything, since it wants credentials that it was not given. */
	#lockedOut;
	#refused = /* @__PURE__ */ new Map();
	#opened = /* @__PURE__ */ new Set();
	#asking;
	/**
	* Waits while somebody else finds out.
	* @returns the refusal, if there is one; else the turn to ask, which ends with what is told
	*/
	async takeTurn(target) {
		while (this.#asking !== void 0 && !this.#opened.has(target)) await this.#asking;
		const refusal = this.#lockedOut ?? this.#refused.get(target);
		if (refusal !== void 0) return refusal;
		const { promise, resolve } = Promise.withResolvers();
		if (!this.#opened.has(target)) this.#asking = promise;
		return (outcome) => {
			this.#note(target, outcome);
			if (this.#asking === promise) this.#asking = void 0;
			resolve(void 0);
		};
	}
	#note(target, outcome) {
		const { statusCode: status } = outcome ?? {};
		if (outcome === null) this.#opened.add(target);
		else if (outcome === void 0 || status === void 0 || status >= 500) return;
		else if (status === PROXY_AUTHENTICATION_REQUIRED) this.#lockedOut = outcome;
		else this.#refused.set(target, outcome);
	}
};
/** Connections through one proxy, each by a CONNECT of its own. */
var TunnelAgent = class extends import__late_node_https.Agent {
	#record = new ProxyRecord();
	#tunnelTimeoutMs;
	#open = /* @__PURE__ */ new Set();
	constructor(proxy, tunnelTimeoutMs, options) {
		super({
			...options,
			proxyEnv: { HTTPS_PROXY: proxy.url.href }
		});
		this.#tunnelTimeoutMs = tunnelTimeoutMs;
	}
	createConnection(options, callback) {
		this.#connect(options, callback ?? (() => void 0));
	}
	async #connect(options, callback) {
		const target = `${options.host ?? ""}:${options.port ?? ""}`;
		const tell = await this.#record.takeTurn(target);
		if (tell instanceof Error) return callback(tell, void 0);
		const tunnel = super.createConnection({
			...options,
			timeout: this.#tunnelTimeoutMs
		}, (error, stream) => {
			tell(error ?? null);
			callback(error, stream);
		});
		if (tunnel === null || tunnel === void 0) return;
		this.#open.add(tunnel);
		tunnel.once("close", () => {
			this.#open.delete(tunnel);
			tell(void 0);
		});
	}
	destroy() {
		super.destroy();
		for (const tunnel of this.#open) tunnel.destroy();
	}
};
// src/fetch/connections.ts
/** How every request names its sender. */
const USER_AGENT = "verify-k8s-artifacts";
/** Far above what the turns let through: in the agent's own queue the connect time-out would run. */
const AGENT_OPTIONS = {
	keepAlive: true,
	maxSockets: 256
};
/** The connections of a run: one client, and an agent for each proxy and for none. */
var Connections = class {
	#client = new HttpClient(USER_AGENT, void 0, { keepAlive: true });
	#agents = /* @__PURE__ */ new Map();
	#turns = /* @__PURE__ */ new Map();
	#own = /* @__PURE__ */ new Set();
	#classes = /* @__PURE__ */ new Map();
	#closing = new AbortController();
	#maxSockets;
	#tunnelTimeoutMs;
	constructor(maxSocketsPerOrigin, tunnelTimeoutMs) {
		this.#maxSockets = maxSocketsPerOrigin;
		this.#tunnelTimeoutMs = tunnelTimeoutMs;
	}
	/** Aborted by `close`. */
	get signal() {
		return this.#closing.signal;
	}
	/** The user's own: whoever leads there leads nowhere new. */
	addOwn({ origin }) {
		this.#own.add(origin);
	}
	/** How far a URL is to be trusted that a server gave; undefined where it is the user's own all the same. */
	toGiven(from, to) {
		if (this.#own.has(to.origin)) return void 0;
		return {
			from,
			fromClass: this.#classes.get(from.origin) ?? (0,external_prove_js_namespaceObject.mt)(from) ?? "public"
		};
	}
	/** Notes where an origin answered from; of several places, the most public one. A proxy's place is not its. */
	noteAnswer(url, { socket }) {
		if (chooseProxy(url) !== void 0) return;
		const { remoteAddress } = socket;
		const found = remoteAddress === void 0 ? "public" : (0,external_prove_js_namespaceObject.yt)(remoteAddress);
		if (found === "public" || !this.#classes.has(url.origin)) this.#classes.set(url.origin, found);
	}
	/** Runs a try when its origin has a socket to spare; its clocks start then. */
	inTurn(url, signal, run) {
		const turns = this.#turns.get(url.origin) ?? (0,external_prove_js_namespaceObject.rt)(this.#maxSockets);
		this.#turns.set(url.origin, turns);
		let isWaiting = true;
		return untilAborted(turns(() => {
			isWaiting = false;
			return run();
		}), {
			signal,
			url,
			isWaiting: () => isWaiting
		});
	}
	/** Sockets are pooled by where they may lead: one that was opened for the user's own URL serves no other. */
	agentFor(url, proxy, given) {
		const key = `${url.protocol} ${proxy?.url.href ?? `direct, ${(0,external_prove_js_namespaceObject._t)(url, given).name}`}`;
		const agent = this.#agents.get(key) ?? this.#createAgent(url, proxy);
		this.#agents.set(key, agent);
		return agent;
	}
	#createAgent({ protocol }, proxy) {
		if (protocol === "http:") return new import__late_node_http.Agent(AGENT_OPTIONS);
		if (proxy === void 0) return new import__late_node_https.Agent(AGENT_OPTIONS);
		return new TunnelAgent(proxy, this.#tunnelTimeoutMs, AGENT_OPTIONS);
	}
	send(info, body) {
		return this.#client.requestRaw(info, body);
	}
	close() {
		this.#closing.abort();
		this.#client.dispose();
		for (const agent of this.#agents.values()) agent.destroy();
		this.#agents.clear();
	}
};
// src/fetch/patience.ts
/** Different objects that have to fail in a row with an error status before their origin counts as away. */
const FAILURES_OF_AN_ORIGIN = 2;
/** When the first line about a wait is due; the next ones at twice the time of the one before. */
const FIRST_NOTICE_MS = 5e3;
/** One clock for several things that overlap: runs while there is at least one. */
var Union = class {
	#count = 0;
	#since = 0;
	#spentMs = 0;
	#clock;
	constructor(clock) {
		this.#clock = clock;
	}
	enter() {
		if (this.#count++ === 0) this.#since = this.#clock.now();
	}
	leave() {
		if (--this.#count === 0) this.#spentMs += this.#clock.now() - this.#since;
	}
	get spentMs() {
		return this.#spentMs + (this.#count > 0 ? this.#clock.now() - this.#since : 0);
	}
};
/** The patience of one run. */
var Patience = class {
	#options;
	#all;
	#origins = /* @__PURE__ */ new Map();
	constructor(options) {
		this.#options = options;
		this.#all = new Union(options.clock);
	}
	/** The origin gave an answer that is no server error. */
	answered(name) {
		for (const origin of this.#origins.values()) if (origin.name === name) origin.answered();
	}
	/** What may still be waited for an origin. */
	remainingMs(origin, limitMs) {
		return this.#origin(origin, limitMs).remainingMs;
	}
	/** @param tries how often the request was tried so far */
	wait(setback, tries) {
		return this.#origin(setback.origin, setback.limitMs).wait(setback, tries);
	}
	/** Who has less patience keeps an account of its own, so that it ends nobody else's. */
	#origin(name, limitMs = this.#options.limitMs) {
		const key = `${name} ${limitMs}`;
		const existing = this.#origins.get(key);
		if (existing !== void 0) return existing;
		const origin = new Origin(name, {
			...this.#options,
			limitMs: Math.min(limitMs, this.#options.limitMs)
		}, {
			clock: this.#all,
			limitMs: 2 * this.#options.limitMs
		});
		this.#origins.set(key, origin);
		return origin;
	}
};
var Origin = class {
	name;
	#options;
	#all;
	#own;
	/** In the order in which they are tried: who failed goes to the end. */
	#queue = /* @__PURE__ */ new Set();
	/** Objects that failed with an error status since the last answer. */
	#failed = /* @__PURE__ */ new Set();
	#isAway = false;
	/** Failures of the origin as a whole, since it is away. */
	#probes = 0;
	#probeAt = 0;
	#isLastProbeMade = false;
	#noticeMs = FIRST_NOTICE_MS;
	#callOff;
	constructor(name, options, all) {
		this.name = name;
		this.#options = options;
		this.#all = all;
		this.#own = new Union(options.clock);
	}
	get remainingMs() {
		const ownMs = this.#options.limitMs - this.#own.spentMs;
		return Math.max(0, Math.min(ownMs, this.#all.limitMs - this.#all.clock.spentMs));
	}
	answered() {
		this.#failed.clear();
		if (!this.#isAway) return;
		this.#isAway = false;
		this.#probes = 0;
		for (const each of this.#waiting()) if (!each.isBound) each.readyAt = this.#options.clock.now();
		this.#schedule();
	}
	wait({ kind, object, retryAfterMs = 0 }, tries) {
		if (kind === "status") this.#failed.add(object);
		if (kind === "connection" || this.#failed.size >= FAILURES_OF_AN_ORIGIN) this.#countAway();
		const { remainingMs } = this;
		if (remainingMs <= 0 || retryAfterMs > remainingMs) return {
			turn: Promise.resolve(false),
			leave: () => void 0
		};
		const { promise: turn, resolve: release } = Promise.withResolvers();
		const delayMs = Math.min(Math.max(this.#delay(tries), retryAfterMs), remainingMs);
		const waiting = {
			readyAt: this.#options.clock.now() + delayMs,
			isBound: retryAfterMs > 0,
			isTried: false,
			release
		};
		this.#own.enter();
		this.#all.clock.enter();
		this.#queue.add(waiting);
		this.#schedule();
		return {
			turn,
			leave: () => {
				if (!this.#queue.delete(waiting)) return;
				this.#own.leave();
				this.#all.clock.leave();
				this.#schedule();
			}
		};
	}
	#countAway() {
		const now = this.#options.clock.now();
		if (this.#isAway && now < this.#probeAt) return;
		this.#isAway = true;
		const delayMs = this.#delay(++this.#probes);
		this.#probeAt = now + Math.min(delayMs, this.remainingMs);
	}
	/** Doubles from one failure to the next, less up to a half of it by chance. */
	#delay(failures) {
		const { minDelayMs, maxDelayMs, random } = this.#options;
		return Math.min(maxDelayMs, minDelayMs * 2 ** Math.min(failures - 1, 30)) * (1 - random() / 2);
	}
	#waiting() {
		return [...this.#queue].filter(({ isTried }) => !isTried);
	}
	/** Lets those go whose time has come, and sets the clock for who comes next. */
	#schedule() {
		this.#callOff?.();
		this.#callOff = void 0;
		this.#notice();
		const { clock } = this.#options;
		const now = clock.now();
		if (this.#isAway) this.#probe(now);
		else for (const each of this.#waiting()) if (each.readyAt <= now) this.#release(each);
		const waiting = this.#waiting();
		if (waiting.length === 0) return;
		const times = this.#isProbed() ? [] : waiting.map((each) => this.#timeOf(each));
		const noticeAt = now + this.#noticeMs - this.#own.spentMs;
		const next = Math.min(...times, this.#options.onWaiting === void 0 ? 1e400 : noticeAt);
		if (next === 1e400) return;
		this.#callOff = clock.after(Math.max(0, next - now), () => {
			this.#schedule();
		});
	}
	/** One asks for all. The last time is when the patience ends: then all know. */
	#probe(now) {
		if (this.#isProbed()) return;
		const isSpent = this.remainingMs <= 0;
		if (isSpent && this.#isLastProbeMade) {
			for (const each of this.#waiting()) each.release(false);
			return;
		}
		const due = this.#waiting().find((each) => isSpent || this.#timeOf(each) <= now);
		if (due === void 0) return;
		this.#isLastProbeMade ||= isSpent;
		this.#release(due);
	}
	#release(waiting) {
		waiting.isTried = true;
		waiting.release(true);
	}
	#timeOf({ readyAt, isBound }) {
		if (!this.#isAway) return readyAt;
		return isBound ? Math.max(readyAt, this.#probeAt) : this.#probeAt;
	}
	#isProbed() {
		return this.#isAway && [...this.#queue].some(({ isTried }) => isTried);
	}
	#notice() {
		const waitedMs = this.#own.spentMs;
		if (waitedMs < this.#noticeMs) return;
		while (this.#noticeMs <= waitedMs) this.#noticeMs *= 2;
		this.#options.onWaiting?.(new URL(this.name).host, waitedMs);
	}
};
/** OpenSSL's words for a chain that ends at nobody we know. */
const UNKNOWN_AUTHORITY = [
	"UNABLE_TO_VERIFY_LEAF_SIGNATURE",
	"UNABLE_TO_GET_ISSUER_CERT",
	"UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
	"SELF_SIGNED_CERT_IN_CHAIN",
	"DEPTH_ZERO_SELF_SIGNED_CERT",
	"CERT_UNTRUSTED",
	"CERT_SIGNATURE_FAILURE",
	"INVALID_CA"
];
/** What stays as it is however often one asks. */
const FINAL = [
	...UNKNOWN_AUTHORITY,
	"CERT_HAS_EXPIRED",
	"CERT_NOT_YET_VALID",
	"CERT_REVOKED",
	"CERT_REJECTED",
	"CERT_CHAIN_TOO_LONG",
	"PATH_LENGTH_EXCEEDED",
	"INVALID_PURPOSE",
	"HOSTNAME_MISMATCH",
	"ERR_TLS_CERT_ALTNAME_INVALID",
	"ERR_SSL_WRONG_VERSION_NUMBER"
];
const AUTHORITY_HINT = "If a proxy or firewall on the way inspects TLS, or the server has a private authority: set NODE_EXTRA_CA_CERTS to the file of that authority, in PEM.";
/** The FetchError for a request that came to no answer. */
function toNetworkError(url, cause, proxy) {
	if (cause instanceof external_common_js_namespaceObject.xr) return cause;
	const { code, statusCode } = cause;
	if (proxy !== void 0 && code === "ERR_PROXY_TUNNEL" && typeof statusCode === "number") return toProxyRefusal(url, statusCode, proxy);
	const by = proxy === void 0 ? "" : ` by ${formatProxy(proxy)}`;
	const message = `${(0,external_prove_js_namespaceObject.gt)(url)} cannot be reached${by}: ${describeCause(cause)}`;
	const context = {
		cause,
		url: (0,external_prove_js_namespaceObject.gt)(url)
	};
	if (!FINAL.includes(String(code))) return new external_common_js_namespaceObject.Cr("FETCH_NETWORK", message, {
		...context,
		retryable: true
	});
	const hint = UNKNOWN_AUTHORITY.includes(String(code)) ? AUTHORITY_HINT : void 0;
	return new external_common_js_namespaceObject.Cr("FETCH_NETWORK", message, {
		...context,
		hint
	});
}
function toProxyRefusal(url, status, proxy) {
	const message = `${(0,external_prove_js_namespaceObject.gt)(url)} cannot be reached: ${formatProxy(proxy)} refused to connect, with status ${status}`;
	const hint = status === 407 ? `Put the proxy's user and password into ${proxy.variable}: http://USER:PASSWORD@HOST:PORT, each percent-encoded.` : `Let the proxy in ${proxy.variable} connect to ${url.host}, or name the host in NO_PROXY.`;
	const retryable = status >= 500;
	return new external_common_js_namespaceObject.Cr("FETCH_NETWORK", message, {
		url: (0,external_prove_js_namespaceObject.gt)(url),
		hint,
		retryable
	});
}
/** Nobody knows the name: seldom a matter of time. */
function isUnknownHost({ cause }) {
	return cause?.code === "ENOTFOUND";
}
/** On one line. An error for several addresses has a code and no message. */
function describeCause(cause) {
	const { code, message } = cause;
	return [code, message].filter((part) => typeof part === "string" && part !== "").join(": ").replace(/\s+/g, " ").slice(0, 200);
}
// src/fetch/retry.ts
const SERVER_ERROR = 500;
/** A name that nobody knows is asked for this often: resolvers stumble, too. */
const MAX_TRIES_OF_UNKNOWN_HOST = 4;
/** Who answers with something else does so for longer than it is worth waiting. */
const MAX_TRIES_OF_OTHER_FORM = 3;
/** A failure that the server said when to try again after. */
var RetryAfterError = class extends external_common_js_namespaceObject.Cr {
	retryAfterMs;
	constructor(retryAfterMs, ...args) {
		super(...args);
		this.retryAfterMs = retryAfterMs;
	}
};
/** Runs a try until it succeeds, fails for good, or the patience with its origin is used up. */
async function withPatience(attempt, { url, patience, signal, isExpected, limitMs }) {
	let waiter;
	try {
		for (let tries = 1;; tries++) {
			let isAnswered = false;
			try {
				return await attempt({
					isFirst: tries === 1,
					remainingMs: patience.remainingMs(url.origin, limitMs),
					onAnswer: ({ origin }, status) => {
						if (status < SERVER_ERROR) patience.answered(origin);
					},
					onHead: () => {
						isAnswered = true;
						waiter?.leave();
					}
				});
			} catch (thrown) {
				const setback = await toSetback(thrown, {
					url,
					tries,
					isAnswered,
					isExpected
				});
				if (setback === void 0 || signal.aborted) throw withTries(thrown, tries);
				const next = patience.wait({
					...setback,
					limitMs
				}, tries);
				waiter?.leave();
				waiter = next;
				if (!await untilAborted(next.turn, {
					signal,
					url
				})) throw withTries(thrown, tries, setback);
			}
		}
	} catch (thrown) {
		if (signal.aborted && !(thrown instanceof external_common_js_namespaceObject.xr)) throw reasonOf(signal, url);
		throw thrown;
	} finally {
		waiter?.leave();
	}
}
/** @returns undefined when another try would be no use */
async function toSetback(thrown, { url, tries, isAnswered, isExpected }) {
	if (!(thrown instanceof external_common_js_namespaceObject.Cr)) return void 0;
	const isPassing = (0,external_prove_js_namespaceObject.lt)(thrown) && await isExpected?.() === true;
	if (!thrown.retryable && !isPassing) return void 0;
	if (isUnknownHost(thrown) && tries >= MAX_TRIES_OF_UNKNOWN_HOST) return void 0;
	if (thrown.code === "FETCH_ANSWER_UNEXPECTED" && tries >= MAX_TRIES_OF_OTHER_FORM) return void 0;
	const { origin } = new URL(thrown.url ?? url.href);
	const retryAfterMs = thrown instanceof RetryAfterError ? thrown.retryAfterMs : void 0;
	return {
		origin,
		kind: isAnswered ? "object" : kindOf(thrown),
		object: url.href,
		retryAfterMs
	};
}
function kindOf({ status }) {
	if (status === void 0) return "connection";
	return status >= SERVER_ERROR ? "status" : "object";
}
function withTries(thrown, tries, setback) {
	if (!(thrown instanceof external_common_js_namespaceObject.Cr)) return thrown;
	if (setback?.retryAfterMs !== void 0) thrown.message += ", which is too long";
	if (tries > 1) thrown.message += ` (tried ${tries} times)`;
	return thrown;
}
/**
* Reads a Retry-After header (RFC 9110 §10.2.3): seconds, or a date.
* @returns milliseconds from now; undefined when the header is absent or neither
*/
function parseRetryAfter(header, nowMs) {
	if (header === void 0) return void 0;
	if (/^\d{1,9}$/.test(header)) return Number(header) * 1e3;
	const date = Date.parse(header);
	return isNaN(date) ? void 0 : Math.max(0, date - nowMs);
}
// src/fetch/exchange.ts
const MAX_REDIRECTS = 5;
const REDIRECTS = [
	301,
	302,
	303,
	307,
	308
];
/** Beside the server errors; and of those, what says that it is not a matter of time. */
const RETRYABLE = [408, 429];
const NOT_IMPLEMENTED = [501, 505];
/** A body nobody wants is read to its end, for the socket's sake, up to this size and time. */
const MAX_DISCARDED_BYTES = 65536;
const MAX_DISCARD_MS = 5e3;
/** Sockets that a server closed while they lay idle: more than an origin may have are none. */
const MAX_STALE_SOCKETS = 32;
const STALE = ["ECONNRESET", "EPIPE"];
/**
* Errors of a connection after its answer began, which the library swallows:
* bytes beyond the announced end of a body are one.
*/
const lateErrors = /* @__PURE__ */ new WeakMap();
/** What went wrong on the connection since the head of the answer. */
function lateErrorOf(message) {
	return lateErrors.get(message.req);
}
/**
* GET, down to a 200 whose body has not been read; or to a 304, where a tag was sent.
* @throws FetchError
*/
async function openExchange(connections, start, options) {
	(0,external_prove_js_namespaceObject.dt)(start);
	if (options.givenBy === void 0) connections.addOwn(start);
	let url = start;
	let { authorization } = options;
	let given = options.givenBy && connections.toGiven(options.givenBy, start);
	for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
		const message = await request(connections, url, {
			...options,
			authorization,
			given
		});
		const { statusCode: status = 0, headers } = message;
		connections.noteAnswer(url, message);
		options.onAnswer?.(url, status);
		if (status === 200) return withOwnEncoding(url, message);
		if (status === 304 && options.etag !== void 0) return message;
		discard(message);
		if (!REDIRECTS.includes(status) || headers.location === void 0 || options.form !== void 0) throw toStatusError(url, message, url.origin === start.origin);
		const next = (0,external_prove_js_namespaceObject.vt)(url, headers.location);
		if (next.origin !== start.origin) authorization = void 0;
		given = next.origin === url.origin ? given : connections.toGiven(url, next);
		url = next;
	}
	const message = `${(0,external_prove_js_namespaceObject.gt)(start)} redirects more than ${MAX_REDIRECTS} times`;
	throw new external_common_js_namespaceObject.Cr("FETCH_HTTP_STATUS", message, { url: (0,external_prove_js_namespaceObject.gt)(start) });
}
function withOwnEncoding(url, message) {
	const encoding = message.headers["content-encoding"] ?? "identity";
	if (encoding === "identity") return message;
	message.destroy();
	throw new external_common_js_namespaceObject.Cr("FETCH_ENCODING_UNSUPPORTED", `${(0,external_prove_js_namespaceObject.gt)(url)} answered with another encoding`, {
		expected: "identity",
		actual: encoding.slice(0, 200),
		url: (0,external_prove_js_namespaceObject.gt)(url)
	});
}
async function request(connections, url, options) {
	(0,external_prove_js_namespaceObject.ft)(url, options.given);
	const { signal, json, form } = options;
	const proxy = chooseProxy(url);
	const agent = connections.agentFor(url, proxy, options.given);
	for (let staleSockets = 0;; staleSockets++) {
		let sent;
		const info = {
			parsedUrl: url,
			httpModule: { request: watch(url, (request) => {
				sent = request;
			}) },
			options: {
				...toRequestOptions(url, options),
				agent,
				...proxy === void 0 && { lookup: (0,external_prove_js_namespaceObject.ht)(url, options.given) }
			}
		};
		try {
			const { message } = await untilAborted(connections.send(info, json ?? form ?? null), {
				signal,
				url
			});
			return message;
		} catch (cause) {
			if (signal.aborted) throw reasonOf(signal, url);
			const { code } = cause;
			if (sent?.reusedSocket === true && STALE.includes(code) && staleSockets < MAX_STALE_SOCKETS) continue;
			throw toNetworkError(url, cause, proxy);
		}
	}
}
function toRequestOptions(url, { accept = "*/*", authorization, json, form, isHead, etag, signal }) {
	const body = json ?? form;
	return {
		method: body !== void 0 ? "POST" : isHead === true ? "HEAD" : "GET",
		host: (0,external_prove_js_namespaceObject.pt)(url),
		port: url.port === "" ? url.protocol === "https:" ? 443 : 80 : Number(url.port),
		path: `${url.pathname}${url.search}`,
		headers: {
			accept,
			"accept-encoding": "identity",
			"user-agent": USER_AGENT,
			host: url.host,
			...authorization !== void 0 && { authorization },
			...etag !== void 0 && { "if-none-match": etag },
			...body !== void 0 && {
				"content-type": json === void 0 ? "application/x-www-form-urlencoded" : "application/json",
				"content-length": Buffer.byteLength(body)
			}
		},
		signal
	};
}
/** What a body says beside a status is no concern of ours; its socket may serve the next request. */
function discard(message) {
	let bytes = 0;
	const timer = setTimeout(() => message.destroy(), MAX_DISCARD_MS).unref();
	message.on("data", (chunk) => {
		bytes += chunk.length;
		if (bytes > MAX_DISCARDED_BYTES) message.destroy();
	});
	message.on("error", () => void 0);
	message.on("close", () => {
		clearTimeout(timer);
	});
}
/** The same request, with its late errors noted from the start: they may come in one packet with the answer. */
function watch({ protocol }, onSent) {
	const request = protocol === "https:" ? import__late_node_https.request : import__late_node_http.request;
	return (options, onAnswer) => {
		const sent = request(options, onAnswer);
		onSent(sent);
		sent.on("error", (error) => lateErrors.set(sent, error));
		return sent;
	};
}
/** @param isAsked whether the origin that answered is the one that was asked: only that may challenge us */
function toStatusError(url, { statusCode: status = 0, headers }, isAsked) {
	const retryAfter = parseRetryAfter(headers["retry-after"], Date.now());
	const wait = retryAfter === void 0 ? "" : `; it asks to wait ${Math.ceil(retryAfter / 1e3)} s`;
	return new RetryAfterError(retryAfter, "FETCH_HTTP_STATUS", `${(0,external_prove_js_namespaceObject.gt)(url)} answered with status ${status}${wait}`, {
		status,
		challenge: isAsked ? headers["www-authenticate"] : void 0,
		url: (0,external_prove_js_namespaceObject.gt)(url),
		expected: "200",
		actual: String(status),
		retryable: status >= 500 && !NOT_IMPLEMENTED.includes(status) || RETRYABLE.includes(status)
	});
}
// src/fetch/read-body.ts
/**
* @returns the number of bytes
* @throws FetchError FETCH_TOO_LARGE, FETCH_TRUNCATED, or the reason that the signal aborts with
*/
async function readBody(message, options) {
	const { url, maxBytes, signal, onChunk, onProgress } = options;
	const header = message.headers["content-length"];
	const totalBytes = header === void 0 ? void 0 : Number(header);
	let receivedBytes = 0;
	try {
		if (totalBytes !== void 0 && totalBytes > maxBytes) throw tooLarge(url, maxBytes, totalBytes);
		for await (const chunk of message) {
			receivedBytes += chunk.length;
			if (receivedBytes > maxBytes) throw tooLarge(url, maxBytes, receivedBytes);
			const pending = onChunk(chunk);
			if (pending !== void 0) await pending;
			onProgress?.({
				receivedBytes,
				totalBytes
			});
		}
	} catch (cause) {
		if (signal.aborted) throw reasonOf(signal, url);
		if (cause instanceof external_common_js_namespaceObject.xr) throw cause;
		throw truncated(url, {
			totalBytes,
			receivedBytes
		}, cause);
	} finally {
		message.destroy();
	}
	const surplus = lateErrorOf(message);
	if (surplus !== void 0 || totalBytes !== void 0 && receivedBytes !== totalBytes) throw truncated(url, {
		totalBytes,
		receivedBytes
	}, surplus);
	return receivedBytes;
}
function tooLarge(url, maxBytes, actual) {
	return new external_common_js_namespaceObject.Cr("FETCH_TOO_LARGE", `${(0,external_prove_js_namespaceObject.gt)(url)} is larger than such a file may be`, {
		url: (0,external_prove_js_namespaceObject.gt)(url),
		expected: `at most ${maxBytes} bytes`,
		actual: `${actual} bytes or more`
	});
}
function truncated(url, { totalBytes, receivedBytes }, cause) {
	return new external_common_js_namespaceObject.Cr("FETCH_TRUNCATED", `the body of ${(0,external_prove_js_namespaceObject.gt)(url)} does not end where it should`, {
		url: (0,external_prove_js_namespaceObject.gt)(url),
		expected: totalBytes === void 0 ? "a last chunk" : `${totalBytes} bytes`,
		actual: `${receivedBytes} bytes${cause === void 0 ? "" : `, then: ${describeCause(cause)}`}`,
		cause,
		retryable: true
	});
}
// src/fetch/receive.ts
/** A body that brings less than this in this time is given up. */
const SLOWEST_BYTES = 61440;
const SLOWEST_WINDOW_MS = 6e4;
/**
* @returns the number of bytes
* @throws CodedError; one of `onChunk` included
*/
async function receive(connections, url, options) {
	const { connectTimeoutMs, idleTimeoutMs, totalTimeoutMs, maxBytes, onChunk, onProgress } = options;
	if (options.signal.aborted) throw reasonOf(options.signal, url);
	const clocks = new Clocks(url, options.clock);
	const { signal } = clocks;
	const onAbort = () => {
		clocks.abort(reasonOf(options.signal, url));
	};
	options.signal.addEventListener("abort", onAbort, { once: true });
	try {
		clocks.start("in all", totalTimeoutMs, { retryable: false });
		const connect = clocks.start("until its head", connectTimeoutMs);
		const message = await openExchange(connections, url, {
			...options,
			signal
		});
		connect.stop();
		options.onHead?.(message);
		options.onHeaders?.(message.headers);
		if (options.isHead === true || message.statusCode === 304) {
			message.resume();
			return 0;
		}
		const idle = clocks.start("between chunks", idleTimeoutMs);
		const pace = clocks.startPace();
		return await readBody(message, {
			url,
			maxBytes,
			signal,
			onProgress,
			onChunk: (chunk) => {
				idle.restart();
				pace.count(chunk.length);
				return onChunk(chunk);
			}
		});
	} finally {
		clocks.stop();
		options.signal.removeEventListener("abort", onAbort);
	}
}
/** The clocks of one try; whichever strikes first ends it. */
var Clocks = class {
	#url;
	#clock;
	#controller = new AbortController();
	#running = /* @__PURE__ */ new Set();
	constructor(url, clock) {
		this.#url = url;
		this.#clock = clock;
	}
	get signal() {
		return this.#controller.signal;
	}
	abort(reason) {
		this.#controller.abort(reason);
	}
	/** A restart only notes the time: there are many chunks, and setting a timer costs more. */
	start(what, milliseconds, { retryable = true } = {}) {
		let startedAt = this.#clock.now();
		const check = () => {
			const leftMs = startedAt + milliseconds - this.#clock.now();
			if (leftMs > 0) return again(leftMs);
			const message = `${(0,external_prove_js_namespaceObject.gt)(this.#url)} did not answer in time (${what}: ${milliseconds} ms)`;
			this.abort(new external_common_js_namespaceObject.Cr("FETCH_TIMEOUT", message, {
				url: (0,external_prove_js_namespaceObject.gt)(this.#url),
				retryable
			}));
		};
		const again = this.#keep(check);
		again(milliseconds);
		return {
			stop: () => again(void 0),
			restart: () => {
				startedAt = this.#clock.now();
			}
		};
	}
	/** Ends a body that comes too slowly; it would not come faster from the start. */
	startPace() {
		let bytes = 0;
		const check = () => {
			if (bytes >= SLOWEST_BYTES) {
				bytes = 0;
				return again(SLOWEST_WINDOW_MS);
			}
			const message = `the body of ${(0,external_prove_js_namespaceObject.gt)(this.#url)} comes too slowly`;
			const expected = `at least ${SLOWEST_BYTES} bytes in ${SLOWEST_WINDOW_MS / 1e3} s`;
			const context = {
				url: (0,external_prove_js_namespaceObject.gt)(this.#url),
				expected,
				actual: `${bytes} bytes`
			};
			this.abort(new external_common_js_namespaceObject.Cr("FETCH_TIMEOUT", message, context));
		};
		const again = this.#keep(check);
		again(SLOWEST_WINDOW_MS);
		return { count: (more) => {
			bytes += more;
		} };
	}
	stop() {
		for (const callOff of this.#running) callOff();
	}
	/** @returns what sets one timer anew, or, without a time, calls it off */
	#keep(callback) {
		let callOff;
		const end = () => callOff?.();
		this.#running.add(end);
		return (milliseconds) => {
			callOff?.();
			callOff = milliseconds === void 0 ? void 0 : this.#clock.after(milliseconds, callback);
		};
	}
};
// src/fetch/http-client.ts
var http_client_exports = /* @__PURE__ */ (0,external_rolldown_runtime_js_namespaceObject.r)({ createHttp: () => createHttp });
const NOT_MODIFIED = 304;
/** A try that is not the first has no longer than the patience lasts, and no shorter than this. */
const MIN_TIMEOUT_MS = 1e3;
const DEFAULTS = {
	connectTimeoutMs: 2e4,
	idleTimeoutMs: 3e4,
	totalTimeoutMs: 6e4,
	fileTimeoutMs: 36e5,
	patienceMs: 15e4,
	minRetryDelayMs: 500,
	maxRetryDelayMs: 15e3,
	maxSocketsPerOrigin: 16,
	clock: external_prove_js_namespaceObject.ct,
	random: Math.random
};
/** The client of a run; `close` ends its connections, and what still runs on them rejects. */
function createHttp(given = {}) {
	const options = {
		...DEFAULTS,
		...given
	};
	const { clock, connectTimeoutMs } = options;
	const connections = new Connections(options.maxSocketsPerOrigin, connectTimeoutMs);
	const patience = new Patience({
		limitMs: options.patienceMs,
		minDelayMs: options.minRetryDelayMs,
		maxDelayMs: options.maxRetryDelayMs,
		clock: options.waitingClock ?? clock,
		random: options.random,
		onWaiting: options.onWaiting
	});
	/** Tries to receive an answer, with what one try alone is to be told. */
	const fetchPatiently = (url, { isExpected, patienceMs: limitMs, ...fetchOptions }, run) => {
		const signal = AbortSignal.any([connections.signal, fetchOptions.signal].filter((each) => each !== void 0));
		const { totalTimeoutMs: forAllTriesMs } = fetchOptions;
		const startedAt = clock.now();
		return withPatience(({ isFirst, remainingMs, onAnswer, onHead }) => {
			const longestMs = isFirst ? limitMs ?? connectTimeoutMs : Math.max(MIN_TIMEOUT_MS, remainingMs);
			const receiveOptions = {
				...options,
				...fetchOptions,
				totalTimeoutMs: forAllTriesMs === void 0 ? options.totalTimeoutMs : Math.max(0, Math.round(startedAt + forAllTriesMs - clock.now())),
				connectTimeoutMs: Math.min(connectTimeoutMs, longestMs),
				signal,
				onAnswer: (answering, status) => {
					options.onReached?.(answering);
					onAnswer(answering, status);
				},
				onHead: (message) => {
					onHead();
					fetchOptions.onHead?.(message);
				}
			};
			return connections.inTurn(url, signal, () => run((onChunk) => receive(connections, url, {
				...receiveOptions,
				onChunk
			})));
		}, {
			url,
			patience,
			signal,
			isExpected,
			limitMs
		});
	};
	const fetchWhole = (url, fetchOptions) => {
		let status;
		const onHead = (message) => {
			status = message.statusCode;
			fetchOptions.onHead?.(message);
		};
		return fetchPatiently(url, {
			...fetchOptions,
			onHead
		}, async (receiveTo) => {
			const chunks = [];
			await receiveTo((chunk) => {
				chunks.push(chunk);
			});
			const bytes = Buffer.concat(chunks);
			if (fetchOptions.isHead !== true && status !== NOT_MODIFIED) (0,external_prove_js_namespaceObject.ut)(url, bytes, fetchOptions.findFault);
			return bytes;
		});
	};
	return {
		fetchBytes: fetchWhole,
		fetchIfChanged: async (url, fetchOptions) => {
			let status;
			let etag;
			const onHead = ({ statusCode, headers }) => {
				status = statusCode;
				etag = headers.etag;
			};
			const bytes = await fetchWhole(url, {
				...fetchOptions,
				onHead
			});
			return status === NOT_MODIFIED ? void 0 : {
				bytes,
				etag
			};
		},
		fetchSize: async (url, fetchOptions) => {
			let length;
			const onHead = ({ headers }) => {
				length = headers["content-length"];
			};
			await fetchWhole(url, {
				...fetchOptions,
				maxBytes: 0,
				isHead: true,
				onHead
			});
			return length !== void 0 && /^\d{1,15}$/.test(length) ? Number(length) : void 0;
		},
		fetchFile: (url, fetchOptions) => (0,external_prove_js_namespaceObject.Nt)(fetchOptions.path, (file) => fetchPatiently(url, {
			...fetchOptions,
			totalTimeoutMs: options.fileTimeoutMs
		}, (receiveTo) => (0,external_prove_js_namespaceObject.Mt)(file, fetchOptions, async (onChunk) => {
			const size = await receiveTo(lookAtFirst(url, fetchOptions, onChunk));
			if (size === 0) (0,external_prove_js_namespaceObject.ut)(url, Buffer.alloc(0), fetchOptions.findFault);
			return size;
		}))),
		close: () => {
			connections.close();
		}
	};
}
/** Before anything of it is written. */
function lookAtFirst(url, { findFault }, onChunk) {
	let isFirst = true;
	return (chunk) => {
		if (isFirst) (0,external_prove_js_namespaceObject.ut)(url, chunk, findFault);
		isFirst = false;
		return onChunk(chunk);
	};
}


var __webpack_exports__a = __webpack_exports__.a;
var __webpack_exports__i = __webpack_exports__.i;
var __webpack_exports__n = __webpack_exports__.n;
var __webpack_exports__r = __webpack_exports__.r;
var __webpack_exports__t = __webpack_exports__.t;
export { __webpack_exports__a as a, __webpack_exports__i as i, __webpack_exports__n as n, __webpack_exports__r as r, __webpack_exports__t as t };
