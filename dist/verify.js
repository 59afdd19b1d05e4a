var __webpack_exports__ = {};
// src/action/start.ts
const INTERNAL = 70;
/** Loads a program that runs by being loaded, or runs what it gives. */
function start(load) {
	load().catch((thrown) => {
		const escaped = `This action is not whole: ${thrown instanceof Error ? thrown.message : String(thrown)}`.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
		process.stdout.write(`::error title=INTERNAL::${escaped}\n`);
		process.exitCode = INTERNAL;
	});
}
// src/action/verify.ts
start(() => import(/* webpackIgnore: true */ "./local.js"));


