import { type Browser, chromium, type Page as DrivenPage } from 'playwright-core';
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

let browser: Promise<Browser> | undefined;

/** Opens an address in a fresh profile of Chromium. */
export async function openChromium(url: string, options: PageOptions = {}): Promise<Page> {
  browser ??= launch();
  const { viewport, locale, colorScheme, beforeLoad, quota } = { ...DEFAULTS, ...options };
  const context = await (await browser).newContext({ viewport, locale, colorScheme });
  await context.addInitScript(`${REPORT_VIOLATIONS};${beforeLoad}`);
  const watch = new Watch();
  context.on('request', (request) => watch.request(request.url()));
  context.on('console', (message) => watch.console(message.type(), message.text()));
  context.on('weberror', (error) => watch.error(error.error()));
  const driven = await context.newPage();
  if (Number.isFinite(quota)) await limitStorage(driven, url, quota);
  const page = new ChromiumPage(driven, watch);
  await page.goto(url);
  return page;
}

/** Ends the browser, if one was started. */
export async function closeChromium(): Promise<void> {
  const running = browser;
  browser = undefined;
  await (await running)?.close();
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: findProgram('chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

async function limitStorage(page: DrivenPage, url: string, bytes: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: url, quotaSize: bytes });
}

class ChromiumPage implements Page {
  constructor(
    private readonly page: DrivenPage,
    private readonly watch: Watch,
  ) {}

  async goto(url: string): Promise<void> {
    this.watch.visit(url);
    await this.page.goto(url);
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.page.evaluate<T>(expression);
  }

  async click(selector: string): Promise<void> {
    await this.page.click(selector);
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
    await this.page.setInputFiles(selector, [...paths]);
  }

  problems(): readonly string[] {
    return this.watch.found;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
