import assert from 'node:assert/strict'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { type BrowserContext, chromium, type Page } from 'playwright-core'

const { CHROMIUM = '/usr/bin/chromium' } = process.env
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

if (existsSync(CHROMIUM)) inChromium(CHROMIUM)
else console.log('The page is not tried, because Chromium is not installed (Debian: chromium)')

function inChromium(executablePath: string): void {
  let folder: string
  let browser: BrowserContext
  let page: Page
  const errors: string[] = []

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-page-'))
    await build({
      entryPoints: [here('page.ts')],
      bundle: true,
      minify: true,
      outfile: join(folder, 'dist/page.js'),
      tsconfigRaw: '{}',
      logLevel: 'error',
    })
    for (const name of ['index.html', 'page.css']) await copyFile(here(name), join(folder, name))
    browser = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
    page = await browser.newPage()
    page.on('pageerror', ({ message }) => errors.push(message))
    page.setDefaultTimeout(20_000)
  })
  beforeEach(async () => {
    await page.goto(pathToFileURL(join(folder, 'index.html')).href)
  })
  after(async () => {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  })

  const text = (selector: string): Promise<string> => page.locator(selector).innerText()
  const besides = (field: string): Promise<string[]> =>
    page.locator(`label:has([name=${field}]) .problem`).allInnerTexts()

  test('an address is judged as it is typed, each problem beside its field', async () => {
    assert.match((await besides('provinceCode')).join(), /AA, AE or AP/)
    assert.match((await besides('countryCode')).join(), /United States/)
    assert.deepEqual(await besides('zip'), [])
    await page.fill('[name=provinceCode]', 'AP')
    assert.equal((await besides('provinceCode')).length, 0)
    assert.equal((await besides('zip')).length, 1)
  })

  test('the problems come in the language that is chosen', async () => {
    const seen = new Set<string>()
    for (const language of ['pl', 'nb', 'nl', 'fi', 'en']) {
      await page.selectOption('#language', language)
      seen.add((await besides('provinceCode')).join())
    }
    assert.equal(seen.size, 5)
  })

  test('one press puts right what is safe', async () => {
    await page.click('#repair > button')
    assert.equal(await page.inputValue('[name=address1]'), 'PSC 1234 BOX 567')
    assert.equal(await page.inputValue('[name=city]'), 'APO')
    assert.equal(await page.inputValue('[name=countryCode]'), 'US')
    assert.match(await text('#verdict'), /^✓/)
    assert.equal(await page.isVisible('#repair'), false)
  })

  test('what is only likely is asked for', async () => {
    await page.click('#repair > button')
    await page.fill('[name=zip]', '9012')
    await page.click('#repair td button')
    assert.equal(await page.inputValue('[name=zip]'), '09012')
  })

  test('another address is left in peace', async () => {
    await page.fill('[name=city]', 'Oslo')
    await page.fill('[name=provinceCode]', '')
    await page.fill('[name=zip]', '0150')
    assert.match(await text('#verdict'), /do not apply/)
    assert.equal(await page.locator('.problem').count(), 0)
  })

  test('a wrong query is underlined where it is wrong', async () => {
    await page.fill('#segment', "customer_tags CONTAINS 'vip' AND amount_spend > 1000")
    assert.deepEqual(await page.locator('mark').allInnerTexts(), ['amount_spend'])
    assert.match(await text('#segment-problems'), /amount_spent/)
    const [query, marks] = [
      await page.locator('#segment').boundingBox(),
      await page.locator('.marks').boundingBox(),
    ]
    assert.deepEqual(query, marks)
  })

  test('completions are taken by the keyboard', async () => {
    await page.fill('#segment', 'customer_ta')
    await page.press('#segment', 'ArrowDown')
    await page.press('#segment', 'Enter')
    assert.equal(await page.inputValue('#segment'), 'customer_tags ')
    await page.locator('[role=option]', { hasText: /^CONTAINS$/ }).click()
    await page.locator('[role=option]', { hasText: 'workshop' }).click()
    assert.equal(await page.inputValue('#segment'), "customer_tags CONTAINS 'workshop' ")
  })

  test('a right query is said in words, in the language that is chosen', async () => {
    await page.fill('#segment', "customer_tags CONTAINS 'workshop'")
    assert.equal(await text('#explanation'), 'tags: “workshop” is among them')
    await page.selectOption('#language', 'pl')
    assert.match(await text('#explanation'), /„workshop”/)
    assert.equal(await page.locator('mark').count(), 0)
  })

  test('nothing broke', () => assert.deepEqual(errors, []))
}
