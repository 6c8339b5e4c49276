import { createHash } from 'node:crypto';

/** `site`: many files from a server. `single`: one file, from `file://` or a server. */
export type BuildKind = 'site' | 'single';

/** Sources that each directive allows; a directive not named falls back to `default-src 'none'`. */
type Policy = Record<string, readonly string[]>;

/**
 * Adds a Content-Security-Policy to a finished page, as the first thing after its charset.
 * Inline scripts and styles are allowed by the hash of their very text, so nothing may touch the page afterwards.
 * `inserted` are scripts that the page itself puts in later.
 */
export function withPolicy(
  html: string,
  kind: BuildKind,
  inserted: readonly string[] = [],
): string {
  const policy = policyText(policyOf(html, kind, inserted));
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const charset = /<meta charset="?utf-8"?\s*\/?>/i;
  if (!charset.test(html)) throw new Error('index.html has no <meta charset="utf-8">');
  return html.replace(charset, (tag) => tag + meta);
}

/** The policy that a page of this kind needs. */
export function policyOf(html: string, kind: BuildKind, inserted: readonly string[] = []): Policy {
  const scripts = [...inlineTexts(html, 'script'), ...inserted].map(hashSource);
  const styles = inlineTexts(html, 'style').map(hashSource);
  return {
    'default-src': ["'none'"],
    // 'self' also covers the scripts in `data/` beside a page on `file://`, in Chromium and Firefox.
    'script-src': ["'self'", "'wasm-unsafe-eval'", ...scripts],
    'style-src': kind === 'single' ? styles : ["'self'", ...styles],
    'img-src': kind === 'single' ? ['data:', 'blob:'] : ["'self'", 'data:', 'blob:'],
    'worker-src': ['blob:'],
    'connect-src': kind === 'single' ? ["'none'"] : ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  };
}

function policyText(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}

function inlineTexts(html: string, tag: 'script' | 'style'): string[] {
  const element = new RegExp(`<${tag}(?<attributes>[^>]*)>(?<text>[\\s\\S]*?)</${tag}>`, 'g');
  return [...html.matchAll(element)]
    .filter(({ groups }) => !/\b(src=|type="application\/octet-stream")/.test(groups!.attributes!))
    .map(({ groups }) => groups!.text!);
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}
