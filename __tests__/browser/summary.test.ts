// The job summary as GitHub shows it, in a real browser: the verdict is seen without scrolling.
import { existsSync } from 'node:fs'
import { marked } from 'marked'
import { type Browser, type Page, chromium } from 'playwright-core'
import { formatSummary } from '../../src/report/summary.js'
import { rejectedResult, reportOf, resultOf, unreachableResult } from '../support/reports.js'

const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium'
const installed = existsSync(CHROMIUM)
if (!installed)
  process.stderr.write(`\n!!! ${CHROMIUM} is absent: tests in a browser are SKIPPED, not passed !!!\n`)
const withBrowser = installed ? describe : describe.skip

/** What GitHub's page does to Markdown: font, padding of cells, and tables that scroll when they are too wide. */
const STYLE = `
  body { margin: 0; padding: 16px; font: 14px/1.5 sans-serif; }
  h2 { font-size: 1.5em; }
  code { padding: .2em .4em; font-size: 85%; }
  table { display: block; max-width: 100%; width: max-content; overflow: auto; border-collapse: collapse; }
  th, td { padding: 6px 13px; border: 1px solid #d1d9e0; }`

const several = ['kubectl', 'kubeadm', 'kubelet'].map((name) =>
  resultOf({ artifact: { name, version: 'v1.35.2', platform: 'windows/amd64' } }),
)

withBrowser('the job summary', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
  })
  afterAll(() => browser.close())

  async function open(markdown: string, width: number): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 600 } })
    await page.setContent(`<style>${STYLE}</style>${marked.parse(markdown, { async: false })}`)
    return page
  }

  test.each([896, 1280])('at %d px nothing is wider than what is seen', async (width) => {
    for (const report of [
      reportOf(several),
      reportOf([...several, rejectedResult()]),
      reportOf([...several, unreachableResult('kube-log-runner')]),
    ]) {
      const page = await open(formatSummary(report), width)
      const edges = await page.evaluate(() =>
        [...document.querySelectorAll('table, h2, p, ul')].map((each) => ({
          tag: each.tagName,
          hidden: each.scrollWidth - each.clientWidth,
          right: each.getBoundingClientRect().right <= innerWidth,
        })),
      )
      expect(edges.filter(({ hidden, right }) => hidden > 0 || !right)).toEqual([])
      const verdict = await page.getByRole('heading', { level: 2 }).boundingBox()
      expect(verdict?.y).toBeLessThan(100)
      await page.close()
    }
  })
})
