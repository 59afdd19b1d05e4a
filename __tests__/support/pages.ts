// README.md and the pages of docs/, with the blocks of code in them.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Lexer, type Token, type Tokens, walkTokens } from 'marked'
import { parse } from 'yaml'
import { ROOT } from './folders.js'

/** Every page, as a path below the repository's root. */
export const PAGES: readonly string[] = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

/** The text of a page. */
export function readPage(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8')
}

/** Every token of a page, those within others too. */
export function tokensOf(page: string): Token[] {
  const tokens: Token[] = []
  void walkTokens(new Lexer().lex(readPage(page)), (token) => {
    tokens.push(token)
  })
  return tokens
}

/** The blocks of code of a page in one of the languages; the empty one is a block without. */
export function blocksOf(page: string, ...languages: readonly string[]): string[] {
  return tokensOf(page)
    .filter((token): token is Tokens.Code => token.type === 'code')
    .filter(({ lang = '' }) => languages.includes(lang))
    .map(({ text }) => text)
}

/** A step of a workflow. */
export interface Step {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}

/** What a step that uses one of our actions names; the folder of the action is its first group. */
export const OUR_ACTION = /^org\/verify-k8s-artifacts((?:\/[a-z]+)*)@/

/** The steps of a page that use one of our actions. */
export function stepsOf(page: string): Step[] {
  return blocksOf(page, 'yaml')
    .flatMap((block) => {
      const value: unknown = parse(block)
      return Array.isArray(value) ? (value as Step[]) : []
    })
    .filter(({ uses = '' }) => OUR_ACTION.test(uses))
}

/** The commands of a block for a shell: lines that go on are one, comments none. */
export function statementsOf(block: string): string[] {
  return block
    .replace(/ \\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.replace(/(?:^| )# .*$/, '').trim())
    .filter((line) => line !== '')
}
