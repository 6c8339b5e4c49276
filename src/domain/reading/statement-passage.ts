import type { PrintedUnit } from '@/domain/money';
import { readNumber, toYuan } from '@/domain/number-forms';
import { sentenceAround, type Passage } from './narrative';
import { foldText, printedAt } from './narrative-text';
import type { StatementReading } from './reading';
import {
  readBase,
  readChangeHead,
  readComparison,
  readSame,
  readShareHead,
  type ChangeHead,
} from './statement-changes';
import { clausesOf, type Clause, type Figure } from './statement-clauses';
import { countsIn } from './statement-counts';
import { FRAME_CLAUSES, PART_CLAUSES, type Frame, type Part } from './statement-frames';
import { readHead, type HeadContext, type NamedTopic } from './statement-heads';
import { fits, isThing, MONEY, THINGS } from './statement-units';
import {
  changeIdOf,
  COUNTED,
  idOf,
  OF_NEITHER,
  readSubject,
  type Stated,
} from './statement-stated';

/** Words that begin a reason: figures in it are not about the budget as a whole. */
const REASON =
  /^(?:(?:增长|下降|增加|减少|变动|变化|增减|其)的?)?(?:主要)?(?:原因|理由)|^主要(?:是|为|原因|系)|^(?:由于|因为|因(?!公)|系因)/;
/** Words that begin what the money is for. */
const USAGE = /^(?:主要)?(?:是)?(?:用于|用途)(?!以下)/;
const AMONG = /^(?:其中|包括|分别为|主要包括)/;
const PLANNED = /(?:购置|新增|采购)(?:更新|配置|配备)?/;

interface Sentence {
  lead: Stated | null;
  /** Amounts so far, those of unknown things included. */
  amounts: number;
  among: boolean;
}

/** A reading on its way: conflicts within a section are settled once all of it is read. */
export interface Draft extends StatementReading {
  from: number;
}

/** Reads one paragraph, clause by clause. */
export class PassageReader {
  readonly drafts: Draft[] = [];
  /** Frame that a lead leaves to the paragraphs after it; null where it leaves none. */
  passedOn: Frame | null = null;
  private frame: Frame | null;
  private part: Part | null = null;
  private last: Stated | null = null;
  private change: { head: ChangeHead; stated: Stated } | null = null;
  private compared: ChangeHead | null = null;
  private sentence: Sentence = { lead: null, amounts: 0, among: false };
  private previous: Sentence | null = null;
  /** Topics that sentences of the paragraph began with. */
  private readonly leads = new Set<string>();
  private reason = false;
  private usage = false;
  private muted = false;
  private planned = false;
  private readonly outer: (Stated | null)[] = [];

  constructor(
    private readonly passage: Passage,
    private readonly home: Frame | null,
    private readonly identity: {
      fiscalYear: number | null;
      organization: string | null;
      isFinal: boolean;
    },
  ) {
    this.frame = home;
  }

  read(): void {
    for (const clause of clausesOf(this.passage.folded.text)) {
      this.open(clause);
      if (clause.figures.length === 0) this.withoutFigure(clause);
      else this.withFigures(clause);
      if (clause.closes === ':' && this.last?.topic.leads) this.passedOn = this.last.topic.leads;
    }
  }

  private open({ opens, text }: Clause): void {
    if (opens === '。') {
      this.previous = this.sentence.lead ? this.sentence : null;
      this.sentence = { lead: null, amounts: 0, among: AMONG.test(text) };
      this.last = null;
      this.reason = this.usage = this.muted = this.planned = false;
    }
    if (opens === ';') {
      this.last = null;
      this.usage = this.muted = false;
    }
    if (opens === '。' || opens === ';') this.change = this.compared = null;
    if (opens === '(') this.outer.push(this.last);
    if (opens === ')') this.last = this.outer.pop() ?? null;
    if (REASON.test(text)) this.reason = true;
    if (USAGE.test(text)) this.usage = true;
  }

  private context(): HeadContext {
    const { fiscalYear, organization } = this.identity;
    return { frame: this.frame, fiscalYear, organization };
  }

  private withoutFigure({ text, from, closes }: Clause): void {
    const part = PART_CLAUSES.find(([shape]) => shape.test(text));
    if (part) this.part = part[1];
    const frame = FRAME_CLAUSES.find(([shape]) => shape.test(text));
    if (frame) {
      this.frame = frame[1];
      if (closes === ':' || closes === '。') this.passedOn = frame[1];
    }
    if (this.reason) return;
    const same = readSame(text);
    if (same) this.takeSame(same, text, from);
    this.compared = readComparison(text) ?? this.compared;
  }

  private takeSame(same: ChangeHead, text: string, from: number): void {
    const stated = this.target(same);
    if (stated?.topic.unit !== 'money') return;
    this.add(changeIdOf(stated), stated, from + same.comparedAt, from + text.length, {
      amount: '0.00',
      ...this.comparedTo(stated, same),
    });
  }

  private withFigures(clause: Clause): void {
    let at = 0;
    let counted = false;
    for (const figure of clause.figures) {
      const head = clause.text.slice(at, figure.from - clause.from);
      this.takeFigure(head, clause.from + at, figure, counted);
      at = figure.to - clause.from;
      counted = figure.unit === '家' || figure.unit === '个';
    }
    const rest = clause.text.slice(at);
    const same = this.reason ? null : readSame(rest);
    if (same) this.takeSame(same, rest, clause.from + at);
  }

  private takeFigure(head: string, from: number, figure: Figure, counted: boolean): void {
    const isShare = figure.unit === '%';
    const isMoney = MONEY.has(figure.unit);
    const change = isShare || isMoney ? readChangeHead(head) : null;
    if (change) return this.takeChange(change, from, figure);
    const base = isMoney ? readBase(head) : null;
    if (base) return void (this.compared = base);
    if (isShare) return this.takeShare(head, from, figure);
    if (figure.unit === '个百分点') return;
    this.takeAmount(head, from, figure, counted);
  }

  /** What a change is of: what it names, else the figure before it, else what the sentence before was about. */
  private target(change: ChangeHead): Stated | null {
    const subject = readSubject(change.subject, this.context());
    if (subject === 'last') return this.last ?? this.leadBefore();
    return subject && this.stated(subject);
  }

  /** The lead of the sentence before, for a sentence that begins with a change. */
  private leadBefore(): Stated | null {
    const isFirst = this.sentence.amounts === 0 && this.leads.size === 1;
    return isFirst && this.previous && !this.previous.among ? this.previous.lead : null;
  }

  private comparedTo({ topic }: Stated, { year, basis }: ChangeHead) {
    const { fiscalYear } = this.identity;
    const comparedYear = year === 'last' ? (fiscalYear === null ? null : fiscalYear - 1) : year;
    const isTotal = topic.id === 'total' || topic.id === 'current';
    return { comparedYear, basis: isTotal && basis !== 'executed' ? topic.id : basis };
  }

  private takeChange(change: ChangeHead, from: number, figure: Figure): void {
    const own = change.year === null ? null : change;
    const comparison = own ?? this.change?.head ?? this.compared;
    const isBare = change.subject === '' && !own;
    const follows = isBare && this.change !== null;
    if (!comparison || (this.reason && !follows) || (this.usage && !own && !follows)) return;
    const stated = follows ? (this.change?.stated ?? null) : this.target(change);
    const read = readNumber(figure.number);
    if (!stated || stated.topic.unit !== 'money' || read.value === null) return;
    const isZero = read.state === 'zero';
    if (change.sign === null && !isZero) return;
    if (change.sign === -1 && read.value.startsWith('-')) return;
    const signed = isZero ? '0' : change.sign === -1 ? `-${read.value}` : read.value;
    const printedFrom = from + change.signAt;
    const base = this.comparedTo(stated, comparison);
    const unit = MONEY.get(figure.unit);
    const amount = unit ? (toYuan(signed, unit)?.yuan ?? null) : null;
    if (unit && amount === null) return;
    this.add(`${changeIdOf(stated)}${unit ? '' : '_share'}`, stated, printedFrom, figure.to, {
      ...base,
      ...(unit ? { amount } : { value: signed, valueUnit: '%' }),
    });
    this.change = { head: comparison, stated };
  }

  private takeShare(head: string, from: number, figure: Figure): void {
    const share = readShareHead(head);
    const stated = this.last;
    const read = readNumber(figure.number);
    if (!share || !stated || this.reason || this.usage || read.value === null) return;
    const basis =
      share.of ??
      (this.part && stated.topic.shareOf ? this.shareOfPart(stated) : stated.topic.shareOf);
    if (basis === null || stated.topic.unit !== 'money') return;
    const id = stated.topic.id === 'function_amount' ? 'function_share' : `${idOf(stated)}_share`;
    this.add(id, stated, from, figure.to, { value: read.value, valueUnit: '%', basis });
  }

  private shareOfPart({ topic }: Stated): string | null {
    const isOfPart =
      this.part === 'basic'
        ? /_(?:personnel|operating)$/.test(topic.id)
        : topic.id.startsWith('income_') || topic.id.startsWith('carryover_');
    return isOfPart ? this.part : topic.shareOf;
  }

  private takeAmount(head: string, from: number, figure: Figure, counted: boolean): void {
    const money = MONEY.get(figure.unit);
    if (!money && !isThing(figure.unit)) return;
    const planned = this.frame === 'assets' ? PLANNED.exec(head) : null;
    const start = planned ? planned.index + planned[0].length : 0;
    if (planned) this.planned = true;
    const words = head.slice(start);
    const named = readHead(words, this.context(), counted);
    const found =
      typeof named === 'object' && named
        ? named
        : named === 'generic'
          ? (this.settled(words) ?? this.ofHeading())
          : null;
    const outOfPlace =
      this.muted || (this.usage && !found?.topic.leads) || (this.reason && !this.endsReason(found));
    if (!found || outOfPlace || !fits(found.topic.unit, figure.unit)) {
      if (money) this.unknown(named === 'generic');
      return;
    }
    this.reason = this.usage = false;
    const isOther = !this.identity.isFinal && found.kind === 'final';
    if (isOther) return this.unknown(false);
    const begins = planned ? planned.index : found.from;
    this.stateAmount(this.stated(found), from + begins, figure, money);
  }

  /** Only a final account states budgets beside what it is about. */
  private stated({ topic, kind }: NamedTopic): Stated {
    return {
      topic,
      kind: this.identity.isFinal && !OF_NEITHER.has(topic.id) ? kind : null,
      planned: this.planned && topic.unit !== 'money',
    };
  }

  private stateAmount(
    stated: Stated,
    from: number,
    figure: Figure,
    money: PrintedUnit | undefined,
  ): void {
    const read = readNumber(figure.number);
    const { topic } = stated;
    if (read.value === null) return;
    const amount = money ? (toYuan(read.value, money)?.yuan ?? null) : null;
    if (money && amount === null) return;
    if (topic.leads) this.frame = topic.leads;
    const { basis, unit } = topic;
    this.add(idOf(stated), stated, from, figure.to, {
      basis,
      ...(unit === 'money' ? { amount } : { value: read.value, valueUnit: THINGS[unit][0] }),
    });
    this.last = stated;
    this.sentence.amounts += 1;
    if (!this.sentence.lead && !this.sentence.among) this.leads.add(topic.id);
    this.sentence.lead ??= stated;
    this.change = this.compared = null;
  }

  /** A reason that ends with `;` may be followed by the next of the figures it stands among. */
  private endsReason(found: NamedTopic | null): boolean {
    return (
      found !== null && this.last === null && (found.topic.leads !== null || this.isSibling(found))
    );
  }

  private isSibling({ topic }: NamedTopic): boolean {
    return this.frame === 'three_public' && topic.shareOf === 'three_public';
  }

  /** An amount of something unknown: what divides it is unknown too, and changes after it are of it. */
  private unknown(isGeneric: boolean): void {
    this.last = null;
    this.change = this.compared = null;
    this.sentence.amounts += 1;
    if (!isGeneric) this.muted = this.frame !== 'three_public';
  }

  /** 年初预算为…, 支出决算为…: the second figure of what the first was the budget of. */
  private settled(words: string): NamedTopic | null {
    const isOfLast = this.last?.kind === 'budget' && words.includes('决算');
    return isOfLast && this.last ? { topic: this.last.topic, from: 0, kind: 'final' } : null;
  }

  /** The topic of the heading, where the text goes on with 2026年预算数. */
  private ofHeading(): NamedTopic | null {
    const heading = this.passage.headings.at(-1);
    if (this.drafts.length > 0 || heading === undefined) return null;
    const whole = foldText(heading).text.replace(/(?:情况)?(?:说明)?$/, '');
    for (const words of [whole, whole.replace(/(?:预算|安排)$/, '')]) {
      const named = readHead(words, this.context());
      if (named && typeof named === 'object') return named;
    }
    return null;
  }

  private add(
    id: string,
    { topic }: Stated,
    from: number,
    to: number,
    rest: Partial<StatementReading>,
  ): void {
    const { printed, folded, headings } = this.passage;
    this.drafts.push({
      statementId: id,
      subject: topic.subject,
      amount: null,
      value: null,
      valueUnit: null,
      comparedYear: null,
      basis: null,
      ...rest,
      printed: printedAt(printed, folded, from, to),
      section: headings.at(-1) ?? null,
      sentence: sentenceAround(this.passage, from, to),
      where: this.passage.whereAt(folded.at[from] ?? 0),
      from,
    });
  }

  /** Counts are found by their wording alone. */
  readCounts(): void {
    const ends = new Map<string, number>();
    for (const { id, value, unit, from, to } of countsIn(this.passage.folded.text, this.home)) {
      if (from < (ends.get(id) ?? 0)) continue;
      ends.set(id, to);
      this.add(id, COUNTED, from, to, { value, valueUnit: unit });
    }
  }
}
