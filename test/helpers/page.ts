/** What a test asks of a page, whichever browser shows it. */
export interface Page {
  goto(url: string): Promise<void>;
  /** Value of an expression in the page; a promise is waited for. */
  evaluate<T>(expression: string): Promise<T>;
  click(selector: string): Promise<void>;
  /** Waits until an expression is true; rejects after the time with the expression. */
  waitFor(predicate: string, timeoutMs?: number): Promise<void>;
  /** Text of the first element, as shown. */
  text(selector: string): Promise<string>;
  /** PNG of what is in view, or of the whole page. */
  screenshot(fullPage?: boolean): Promise<Uint8Array>;
  /** The page as it is printed, on paper of its own size. */
  pdf(): Promise<Uint8Array>;
  setInputFiles(selector: string, paths: readonly string[]): Promise<void>;
  /** What went wrong so far: requests to elsewhere, console and page errors, policy violations. */
  problems(): readonly string[];
  close(): Promise<void>;
}

export interface PageOptions {
  viewport?: { width: number; height: number };
  /** Language that the page sees, for example `zh-CN`. */
  locale?: string;
  colorScheme?: 'light' | 'dark';
  /** Script that runs before the page's own. */
  beforeLoad?: string;
  /** Bytes that the page may store; the browser's own limit without. */
  quota?: number;
}

export const DEFAULTS: Required<PageOptions> = {
  viewport: { width: 1366, height: 768 },
  locale: 'zh-CN',
  colorScheme: 'light',
  beforeLoad: '',
  quota: Number.POSITIVE_INFINITY,
};

/** Runs before the page's own scripts, so that violations reach the console in every browser. */
export const REPORT_VIOLATIONS = `addEventListener('securitypolicyviolation', (event) =>
  console.error('policy violation: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample))`;

/** Collects what must not happen in a page. */
export class Watch {
  readonly found: string[] = [];
  private origin = 'null';

  /**
   * From now on requests may go to this address's origin, and to nothing else. A blank page asks nothing itself, so
   * what still comes then is a late request of the page before, its icon for example.
   */
  visit(url: string): void {
    const { protocol, origin } = new URL(url);
    if (protocol !== 'about:') this.origin = origin;
  }

  request(url: string): void {
    const { protocol, origin } = new URL(url);
    if (['file:', 'data:', 'blob:', 'about:'].includes(protocol)) return;
    if (origin !== this.origin || origin === 'null') this.found.push(`request to ${url}`);
  }

  console(type: string, text: string): void {
    if (type === 'error') this.found.push(`console: ${text}`);
  }

  error(error: unknown): void {
    this.found.push(`page error: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** An expression that is true once the predicate is, false when the time is over. */
export function polling(predicate: string, timeoutMs: number): string {
  return `new Promise((resolve) => {
    const end = performance.now() + ${timeoutMs};
    (function look() {
      let yes = false;
      try { yes = Boolean(${predicate}); } catch {}
      if (yes) resolve(true);
      else if (performance.now() > end) resolve(false);
      else setTimeout(look, 20);
    })();
  })`;
}

/** The text of an element, without a wait. */
export function textOf(selector: string): string {
  return `document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`;
}
