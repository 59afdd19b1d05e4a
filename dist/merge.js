import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url); import { fileURLToPath as __f } from 'node:url'; import { dirname as __d } from 'node:path'; const __filename = __f(import.meta.url); const __dirname = __d(__filename);

// src/action/merge.ts
var { merge } = await import(
  /* webpackIgnore: true */
  "./audits.js"
);
await merge();
