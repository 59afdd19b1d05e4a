// Undici is in package.json as a stub: nothing may want more of it.
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { HttpClient } from '@actions/http-client'
import { ProxyAgent } from 'undici'
import { ROOT } from '../support/folders.js'

test('what stands in for undici cannot be used', () => {
  const Agent = ProxyAgent as unknown as new () => unknown
  expect(() => new Agent()).toThrow('undici is not a part of this program')
})

test('@actions/http-client makes requests without it', () => {
  expect(new HttpClient('x').getAgent('https://dl.k8s.io')).toBeDefined()
})

test('nobody asks @actions/http-client for the agent that would need it', async () => {
  const users: string[] = []
  for (const folder of ['src', 'node_modules/@actions']) {
    for (const name of await readdir(join(ROOT, folder), { recursive: true })) {
      if (!/\.[jt]s$/.test(name) || name.endsWith('.d.ts')) continue
      const text = await readFile(join(ROOT, folder, name), 'utf8')
      if (/\.getAgentDispatcher\(|\.getProxyAgentDispatcher\(/.test(text)) users.push(name)
      if (/from 'undici'|require\(['"]undici['"]\)/.test(text)) users.push(name)
    }
  }
  expect(users).toEqual(['http-client/lib/index.js'])
})
