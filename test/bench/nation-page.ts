import '@/main';
import type { Engine, SqlValue } from '@/db/engine';
import type { ViewState } from '@/domain/view-state';
import { useDatasets } from '@/stores/datasets';
import { useSelection } from '@/stores/selection';

/** A question as a screen asks it. */
export interface Asked {
  sql: string;
  params: readonly SqlValue[];
  /** The table that its rows are kept in for other questions, if so. */
  keptAs?: string;
}

/** From a change of the address to the painted chart, and what was asked for it. */
export interface Painted {
  /** Milliseconds until the frame after the last change of the drawing has begun. */
  milliseconds: number;
  /** Where they went. */
  parts: Parts;
  asked: readonly Asked[];
}

/** The milliseconds of a change, one after the other; they add up to all of it. */
export interface Parts {
  /** Until the first question leaves. */
  before: number;
  /** While at least one question is out. */
  asking: number;
  /** Between an answer and the next question, with none out. */
  between: number;
  /** From the last answer to the painted chart. */
  after: number;
}

interface NationBench {
  /** Loaded documents; 0 while anything is still being loaded or checked. */
  documents(): number;
  /** Why nothing was loaded, if so. */
  failure(): string | null;
  /** Some organizations of the latest year. */
  organizations(count: number): string[];
  change(change: Partial<ViewState>): Promise<Painted>;
  /** Milliseconds of each question, one after the other with nothing else going on; the median of three. */
  alone(asked: readonly Asked[]): Promise<number[]>;
}
declare global {
  var nationBench: NationBench | undefined;
}

/** Nothing more is drawn after so long without a question or a change of the drawing. */
const QUIET_MS = 250;
const PATIENCE_MS = 120_000;

const datasets = useDatasets();
const selection = useSelection();
let asked: Asked[] = [];
/** When each question left and when its answer was there. */
let out: { from: number; to: number }[] = [];
/** When the frame after the last change of a drawing began; null before. */
let painted: number | null = null;
let lastChange = 0;

async function timed<T>(answer: Promise<T>): Promise<T> {
  const one = { from: performance.now(), to: Infinity };
  out.push(one);
  try {
    return await answer;
  } finally {
    one.to = performance.now();
  }
}

/** The parts of a change from one moment to another. */
function partsOf(from: number, to: number): Parts {
  let [asking, between] = [0, 0];
  let reached = out[0]?.from ?? to;
  const before = reached - from;
  for (const one of out) {
    if (one.from > to) break;
    const end = Math.min(one.to, to);
    between += Math.max(0, one.from - reached);
    asking += Math.max(0, end - Math.max(one.from, reached));
    reached = Math.max(reached, end);
  }
  return { before, asking, between, after: to - reached };
}

/** Notes every question that screens ask from now on. */
function listen(engine: Engine): void {
  const ask = engine.query.bind(engine);
  engine.query = (sql, params, options) => {
    asked.push({ sql, params: params ?? [] });
    return timed(ask(sql, params, options));
  };
  const keep = engine.keepRows?.bind(engine);
  if (!keep) return;
  engine.keepRows = (table, select) => {
    asked.push({ sql: select, params: [], keptAs: table });
    return timed(keep(table, select));
  };
}

const isDrawing = (node: Node): boolean =>
  (node instanceof Element ? node : node.parentElement)?.closest('[data-chart]') !== null;

new MutationObserver((changes) => {
  if (!changes.some(({ target }) => isDrawing(target))) return;
  lastChange = performance.now();
  requestAnimationFrame(() => (painted = performance.now()));
}).observe(document, { childList: true, subtree: true, attributes: true });

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

async function quiet(): Promise<void> {
  const from = performance.now();
  let busy = from;
  while (performance.now() - Math.max(busy, lastChange) < QUIET_MS) {
    await frame();
    if (datasets.asking > 0) busy = performance.now();
    if (performance.now() - from > PATIENCE_MS) throw new Error('The screen does not come to rest');
  }
}

/** Milliseconds of a question; of one whose rows are kept, with keeping them once more. */
async function once({ sql, params, keptAs }: Asked): Promise<number> {
  const { engine } = datasets;
  const again = keptAs && `${keptAs}_again`;
  const from = performance.now();
  if (again) await engine?.keepRows?.(again, sql);
  else await engine?.query(sql, params);
  const took = performance.now() - from;
  if (again) await engine?.dropRows?.(again);
  return took;
}

let listening: Engine | null = null;

globalThis.nationBench = {
  documents: () =>
    datasets.report.state === 'working' || datasets.checking ? 0 : datasets.documents.length,
  failure: () =>
    datasets.report.state === 'failed'
      ? JSON.stringify(datasets.report.issues).slice(0, 500)
      : null,
  organizations: (count) => {
    const { year, stage } = selection.time;
    const fitting = datasets.documents.filter(
      (info) => info.fiscal_year === year && info.stage === stage && info.level === 'county',
    );
    const step = Math.max(1, Math.floor(fitting.length / count));
    return Array.from({ length: count }, (_, i) => fitting[i * step]?.org_id ?? '');
  },
  async change(change) {
    const { engine } = datasets;
    if (engine && engine !== listening) listen(engine);
    listening = engine;
    await quiet();
    asked = [];
    out = [];
    painted = null;
    const from = performance.now();
    await selection.patch(change);
    await quiet();
    if (painted === null) throw new Error(`Nothing was drawn after ${JSON.stringify(change)}`);
    return { milliseconds: painted - from, parts: partsOf(from, painted), asked };
  },
  async alone(questions) {
    const times: number[] = [];
    for (const question of questions) {
      const rounds: number[] = [];
      for (let round = 0; round < 3; round += 1) rounds.push(await once(question));
      times.push(rounds.toSorted((a, b) => a - b)[1] ?? 0);
    }
    return times;
  },
};
