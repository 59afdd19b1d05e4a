// The page of an audit in a real browser. It is opened as people open it, from
// a file; nothing is asked of any network, and a request of the page is a fault.
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core'
import type { AuditReport } from '../../src/audit/audit-report.js'
import { formatAuditHtml } from '../../src/report/audit/html.js'
import { toContent } from '../../src/lab/content.js'
import { WebServer } from '../../src/lab/web-server.js'
import { auditReport, variedFaults } from '../support/audit-reports.js'
import { HOSTILE_TEXTS } from '../support/hostile-texts.js'

const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium'
/** Times are five to ten times what a slow machine needs: they catch what grows with the square. */
const MAX_LOAD_MS = 5000
const MAX_KEYSTROKE_MS = 500

const installed = existsSync(CHROMIUM)
if (!installed)
  process.stderr.write(`\n!!! ${CHROMIUM} is absent: tests in a browser are SKIPPED, not passed !!!\n`)
const withBrowser = installed ? describe : describe.skip

withBrowser('the page of an audit', () => {
  let browser: Browser
  let folder: string
  /** What no page may do: written down, and empty after each test. */
  const faults: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'browser-test-'))
    // In a container of CI everything runs as root, for whom the sandbox does not start.
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await browser.close()
    await rm(folder, { recursive: true })
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    expect(faults.splice(0)).toEqual([])
  })

  async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    page.on('console', (message) => faults.push(`console: ${message.text()}`))
    page.on('pageerror', (error) => faults.push(`error: ${String(error)}`))
    page.on('dialog', (dialog) => {
      faults.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('request', (request) => {
      if (!request.isNavigationRequest()) faults.push(`request: ${request.url()}`)
    })
    return page
  }

  let count = 0
  async function open(report: AuditReport, options: BrowserContextOptions & { hash?: string } = {}) {
    const { hash = '', ...rest } = options
    const page = await newPage(rest)
    const path = join(folder, `${count++}.html`)
    await writeFile(path, formatAuditHtml(report))
    await page.goto(`${pathToFileURL(path).href}${hash}`)
    return page
  }

  const varied = auditReport({ releases: 6, faultAt: variedFaults, baseline: true })
  const shown = (page: Page) => page.getByRole('status')
  const dialogOf = (page: Page) => page.getByRole('dialog')

  test('renders, the worst release first and the quiet ones folded', async () => {
    const page = await open(varied)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/rejected/)
    expect(await page.getByRole('heading', { name: /digests? moved/ }).isVisible()).toBe(true)
    expect(await shown(page).innerText()).toBe('240 of 240 artifacts, 6 of 6 releases')
    const versions = await page.locator('details.release h3').allInnerTexts()
    expect(versions.toSorted()).toEqual([0, 1, 2, 3, 4, 5].map((patch) => `v1.35.${patch}`))
    const folded = await page.locator('details.release:not([open]) h3').allInnerTexts()
    expect(folded).toEqual(['v1.35.3', 'v1.35.0'])

    await page.getByRole('heading', { name: 'v1.35.0' }).click()
    const grid = page.getByRole('grid', { name: 'Artifacts of v1.35.0' })
    expect(
      await grid.getByRole('button', { name: 'kubectl, linux/amd64: signed digest' }).textContent(),
    ).toBe('✓ signed digest')
    expect(await grid.getByRole('columnheader').first().textContent()).toBe('Artifact')
  })

  test('opens a cell with all there is to say of it, and gives the focus back', async () => {
    const page = await open(varied, { hash: '#outcome=rejected' })
    const cell = page
      .getByRole('gridcell')
      .getByRole('button', { name: /: rejected/ })
      .first()
    for (const key of ['Enter', 'Space']) {
      await cell.press(key)
      const dialog = dialogOf(page)
      await dialog.waitFor({ state: 'visible' })
      const text = await dialog.innerText()
      for (const part of [
        'SIGNATURE_INVALID',
        'the key in the certificate did not make this signature',
        'actual',
        'sha256:',
        'no bytes were seen',
        'krel-',
        '2026-01-15T12:34:56Z',
        'log-time-within-certificate',
        'not run',
      ]) {
        expect(text).toContain(part)
      }
      const link = dialog.getByRole('link')
      expect(await link.getAttribute('href')).toMatch(/^https:\/\/search\.sigstore\.dev\/\?logIndex=\d+$/)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
      expect(await cell.evaluate((button) => button === document.activeElement)).toBe(true)
    }
    await cell.click()
    await dialogOf(page).getByRole('button', { name: 'Close' }).click()
    await dialogOf(page).waitFor({ state: 'hidden' })
  })

  test('leads from a finding to its artifact', async () => {
    const page = await open(varied)
    await page.getByRole('listitem').getByRole('button', { name: 'Details' }).first().click()
    expect(await dialogOf(page).innerText()).toContain('DIGEST_MOVED')
  })

  test('is walked by the arrow keys, one stop of the Tab key for each matrix', async () => {
    const page = await open(auditReport({ releases: 1, artifactsPerRelease: 25, faultAt: () => 'note' }))
    const grid = page.getByRole('grid')
    expect(await grid.locator('button[tabindex="0"]').count()).toBe(1)
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    await grid.getByRole('button').first().focus()
    const walk: Record<string, string> = {}
    for (const key of [
      'ArrowRight',
      'ArrowDown',
      'ArrowLeft',
      'ArrowUp',
      'End',
      'Home',
      'Control+End',
      'ArrowUp',
      'Control+Home',
    ]) {
      await page.keyboard.press(key)
      walk[`${Object.keys(walk).length} ${key}`] = (await focused()).split(':')[0] ?? ''
    }
    expect(walk).toEqual({
      '0 ArrowRight': 'kubectl, linux/arm64',
      '1 ArrowDown': 'kubectl-convert, linux/arm64',
      '2 ArrowLeft': 'kubectl-convert, linux/amd64',
      '3 ArrowUp': 'kubectl, linux/amd64',
      '4 End': 'kubectl, windows/arm64',
      '5 Home': 'kubectl, linux/amd64',
      '6 Control+End': 'kube-scheduler, any',
      '7 ArrowUp': 'kube-proxy, any',
      '8 Control+Home': 'kubectl, linux/amd64',
    })
    expect(await grid.locator('button[tabindex="0"]').count()).toBe(1)
    await page.keyboard.press('ArrowUp')
    expect(await focused()).toMatch(/^kubectl, linux\/amd64/)
  })

  test('filters, counts, and keeps the filter in the address', async () => {
    const page = await open(varied)
    const { counts } = varied
    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('rejected')
    expect(await shown(page).innerText()).toMatch(`${counts.rejected} of 240 artifacts`)
    expect(new URL(page.url()).hash).toBe('#outcome=rejected')
    expect(await page.getByRole('gridcell').getByRole('button').count()).toBe(counts.rejected)

    await page.getByRole('button', { name: 'Reset' }).click()
    expect(await shown(page).innerText()).toBe('240 of 240 artifacts, 6 of 6 releases')
    expect(new URL(page.url()).hash).toBe('')
    expect(await page.locator('details.release:not([open])').count()).toBe(2)

    await page.getByRole('searchbox', { name: 'Search' }).fill('kubectl-convert s390x v1.35.4')
    expect(await shown(page).innerText()).toBe('1 of 240 artifacts, 1 of 6 releases')
    await page.getByRole('searchbox', { name: 'Search' }).fill('nothing has this')
    expect(await shown(page).innerText()).toBe('0 of 240 artifacts, 0 of 6 releases')
    await page.getByRole('button', { name: 'Reset' }).click()

    await page.getByRole('checkbox', { name: 'only findings' }).check()
    const { alarm, error, warning, note } = counts.findings
    expect(await shown(page).innerText()).toMatch(`${alarm + error + warning + note} of 240 artifacts`)
    await page.getByRole('combobox', { name: 'Severity' }).selectOption('alarm')
    expect(await shown(page).innerText()).toMatch(`${alarm} of 240 artifacts`)
    await page.getByRole('button', { name: 'Reset' }).click()
    await page.getByRole('combobox', { name: 'Release' }).selectOption('v1.35.5')
    expect(await shown(page).innerText()).toBe('40 of 240 artifacts, 1 of 6 releases')
  })

  test('takes its filter from the address, and from a later one', async () => {
    const page = await open(varied, { hash: '#release=v1.35.4&q=kubeadm' })
    expect(await page.getByRole('searchbox').inputValue()).toBe('kubeadm')
    expect(await shown(page).innerText()).toMatch(/^\d+ of 240 artifacts, 1 of 6 releases$/)
    await page.evaluate(() => {
      location.hash = '#outcome=nonsense&release=<img>'
    })
    await page.waitForFunction(() => document.querySelector('output')?.textContent.startsWith('240 of'))
    expect(await page.getByRole('combobox', { name: 'Outcome' }).inputValue()).toBe('')
  })

  test('copies the sentence of a finding', async () => {
    const page = formatAuditHtml(varied)
    const server = await WebServer.start(() => ({
      status: 200,
      content: toContent(Buffer.from(page)),
      headers: { 'content-type': 'text/html' },
    }))
    try {
      const tab = await newPage({ permissions: ['clipboard-read', 'clipboard-write'] })
      await tab.goto(server.url)
      const button = tab.getByRole('button', { name: 'Copy' }).first()
      await button.click()
      await tab.getByRole('button', { name: 'Copied' }).waitFor()
      expect(await tab.evaluate(() => navigator.clipboard.readText())).toMatch(
        /^v1\.35\.\d \S+: DIGEST_MOVED: .* \(expected sha256:[0-9a-f]{64}, actual sha256:[0-9a-f]{64}\)$/,
      )
    } finally {
      await server.close()
    }
  })

  test('shows what was found without a script, too', async () => {
    const page = await open(varied, { javaScriptEnabled: false })
    expect(await page.getByText('need JavaScript').isVisible()).toBe(true)
    expect(await page.getByRole('search').isVisible()).toBe(false)
    const { alarm, error, warning, note } = varied.counts.findings
    expect(await page.locator('li.finding').count()).toBe(alarm + error + warning + note)
  })

  test.each(Object.entries(HOSTILE_TEXTS))('shows as text: %s', async (_, foreign) => {
    const page = await open(auditReport({ foreign, faultAt: variedFaults, baseline: true }))
    const cell = page.getByRole('gridcell').getByRole('button').first()
    await cell.click()
    const text = (await dialogOf(page).textContent()) ?? ''
    expect(text).toContain(foreign.replace(/[^]/gu, toVisible))
    await page.keyboard.press('Escape')
    await page.getByRole('searchbox').fill(foreign.slice(0, 100))
    expect(
      await page.locator('img, iframe, link, object, embed, script:not(#data):not([type=module])').count(),
    ).toBe(0)
    expect(await page.locator('style').count()).toBe(1)
    // Nor does it push anything out of the window.
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })

  test('lets no script in that is not its own', async () => {
    const page = await open(varied)
    const ran = await page.evaluate(() => {
      const script = document.createElement('script')
      try {
        script.text = 'window.ran = true'
        document.body.append(script)
      } catch {
        // Trusted types forbid even the text.
      }
      return 'ran' in window
    })
    expect(ran).toBe(false)
    expect(faults.splice(0).join('\n')).toMatch(/Content Security Policy|TrustedScript/)
  })

  test.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['narrow', { viewport: { width: 390, height: 844 } }],
    ['forced colours', { forcedColors: 'active' }],
  ] as const)('has nothing that axe objects to: %s', async (_, options) => {
    // axe brings its own script, which the policy would rightly keep out.
    const page = await open(varied, { ...options, bypassCSP: true })
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core') })
    const violations = async (): Promise<string[]> =>
      page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
        }
        return (await axe.run()).violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
        )
      })
    await page.getByRole('grid').first().scrollIntoViewIfNeeded()
    expect(await violations()).toEqual([])
    await page.getByRole('gridcell').getByRole('button').first().click()
    expect(await violations()).toEqual([])
  })

  test('scrolls the matrix on a narrow screen, not the page, and the names stay', async () => {
    const page = await open(varied, { viewport: { width: 390, height: 844 } })
    const last = page
      .getByRole('gridcell')
      .getByRole('button', { name: /kubectl, windows\/arm64/ })
      .first()
    await last.focus()
    const name = page.getByRole('rowheader', { name: /^kubectl binary/ }).first()
    expect(await last.evaluate((button) => button.getBoundingClientRect().right <= innerWidth)).toBe(true)
    expect((await name.boundingBox())?.x).toBeGreaterThanOrEqual(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })

  test('prints what nobody has scrolled to', async () => {
    const page = await open(varied)
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await page.locator('details.release[open] table').count()).toBe(4)
  })

  test('holds 10,000 cells without lag', async () => {
    const report = auditReport({ releases: 25, artifactsPerRelease: 400, faultAt: variedFaults })
    const page = await open(report)
    await page.getByRole('search').waitFor()
    // The program has run by then: it is a module, which comes before this event.
    const loadMs = await page.evaluate(() =>
      Math.max(
        ...performance
          .getEntriesByType('navigation')
          .map((entry) => (entry as PerformanceNavigationTiming).domContentLoadedEventEnd),
      ),
    )
    const search = page.getByRole('searchbox')
    const keystrokes: number[] = []
    for (const text of ['k', 'ku', 'kube', 'kubectl', 'kubectl s', 'kubectl s390x', 'kubectl', '']) {
      // Measured in the page, until the frame after the next: the next has then been painted.
      keystrokes.push(
        await search.evaluate(
          (input, value) =>
            new Promise<number>((resolve) => {
              const before = performance.now()
              ;(input as HTMLInputElement).value = value
              input.dispatchEvent(new Event('input', { bubbles: true }))
              requestAnimationFrame(() =>
                requestAnimationFrame(() => {
                  resolve(performance.now() - before)
                }),
              )
            }),
          text,
        ),
      )
    }
    expect(await shown(page).innerText()).toBe('10,000 of 10,000 artifacts, 25 of 25 releases')
    // Only what is near is made.
    expect(await page.getByRole('gridcell').count()).toBeLessThan(5000)
    // Of a release that is shown already: others come while the page scrolls.
    await page.getByRole('gridcell').getByRole('button').first().press('Enter')
    await dialogOf(page).waitFor({ state: 'visible' })
    process.stderr.write(
      `10,000 cells: load ${Math.round(loadMs)} ms, keystrokes ${keystrokes.map(Math.round).join(' ')} ms\n`,
    )
    expect(loadMs).toBeLessThan(MAX_LOAD_MS)
    expect(Math.max(...keystrokes)).toBeLessThan(MAX_KEYSTROKE_MS)
  })
})

function toVisible(character: string): string {
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(character)
    ? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
    : character
}
