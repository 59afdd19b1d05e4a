// README.md and the pages of docs/, with the blocks of code in them.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Lexer, type Token, type Tokens, walkTokens } from 'marked'
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

/** The commands of a block for a shell: lines that go on are one, comments none. */
export function statementsOf(block: string): string[] {
  return block
    .replace(/ \\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.replace(/(?:^| )# .*$/, '').trim())
    .filter((line) => line !== '')
}
