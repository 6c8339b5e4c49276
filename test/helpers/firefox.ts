import puppeteer, { type Browser, type Page as DrivenPage } from 'puppeteer-core';
import { findProgram } from './find-program';
import {
  DEFAULTS,
  type Page,
  type PageOptions,
  polling,
  REPORT_VIOLATIONS,
  textOf,
  Watch,
} from './page';

/** Language, colour scheme and quota are preferences of the whole browser, so each set has its own. */
const browsers = new Map<string, Promise<Browser>>();

/** Opens an address in a fresh profile of Firefox. */
export async function openFirefox(url: string, options: PageOptions = {}): Promise<Page> {
  const settings = { ...DEFAULTS, ...options };
  const context = await (await browserFor(settings)).createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(settings.viewport);
  await page.evaluateOnNewDocument(`${REPORT_VIOLATIONS};${settings.beforeLoad}`);
  const watch = new Watch();
  page.on('request', (request) => watch.request(request.url()));
  page.on('console', (message) => watch.console(message.type(), message.text()));
  page.on('pageerror', (error) => watch.error(error));
  const driven = new FirefoxPage(page, watch);
  await driven.goto(url);
  return driven;
}

/** Ends every browser that was started. */
export async function closeFirefox(): Promise<void> {
  const running = [...browsers.values()];
  browsers.clear();
  await Promise.all(running.map(async (browser) => (await browser).close()));
}

function browserFor({ locale, colorScheme, quota }: Required<PageOptions>): Promise<Browser> {
  const key = `${locale} ${colorScheme} ${quota}`;
  const known = browsers.get(key);
  if (known) return known;
  const launched = puppeteer.launch({
    browser: 'firefox',
    executablePath: findProgram('firefox'),
    headless: true,
    extraPrefsFirefox: {
      'intl.accept_languages': locale,
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
      // In KiB, for all origins; one of them gets a fifth.
      ...(Number.isFinite(quota) && {
        'dom.quotaManager.temporaryStorage.fixedLimit': (quota * 5) / 1024,
      }),
    },
  });
  browsers.set(key, launched);
  return launched;
}

class FirefoxPage implements Page {
  constructor(
    private readonly page: DrivenPage,
    private readonly watch: Watch,
  ) {}

  async goto(url: string): Promise<void> {
    this.watch.visit(url);
    await this.page.goto(url);
  }

  async evaluate<T>(expression: string): Promise<T> {
    return (await this.page.evaluate(expression)) as T;
  }

  async click(selector: string): Promise<void> {
    await this.page.locator(selector).click();
  }

  async waitFor(predicate: string, timeoutMs = 30_000): Promise<void> {
    if (await this.evaluate<boolean>(polling(predicate, timeoutMs))) return;
    throw new Error(`Still not true after ${timeoutMs} ms: ${predicate}`);
  }

  text(selector: string): Promise<string> {
    return this.evaluate(textOf(selector));
  }

  screenshot(fullPage = false): Promise<Uint8Array> {
    return this.page.screenshot({ fullPage });
  }

  pdf(): Promise<Uint8Array> {
    return this.page.pdf({ preferCSSPageSize: true, printBackground: true });
  }

  async setInputFiles(selector: string, paths: readonly string[]): Promise<void> {
    const input = await this.page.$(selector);
    if (!input) throw new Error(`No element matches ${selector}`);
    await (input as unknown as { uploadFile(...files: string[]): Promise<void> }).uploadFile(
      ...paths,
    );
  }

  problems(): readonly string[] {
    return this.watch.found;
  }

  async close(): Promise<void> {
    await this.page.browserContext().close();
  }
}
