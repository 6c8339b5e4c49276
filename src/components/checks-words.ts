import { Decimal } from 'decimal.js';
import { useI18n } from 'vue-i18n';
import { noteWords } from '@/checks/notes';
import type { Note } from '@/checks/rule';
import { ruleById } from '@/checks/rules';
import type { FindingCell, FindingFact } from '@/domain/finding';
import type { SideGroup } from '@/domain/finding-sides';
import { formatAmount, groupThousands } from '@/domain/money';
import { useViewContext } from './context';
import { useColumnNames } from './source-names';

type Unit = FindingFact['unit'];

function readNotes(json: string): Note[] {
  try {
    const notes: unknown = JSON.parse(json);
    return Array.isArray(notes) ? (notes as Note[]) : [];
  } catch {
    return [];
  }
}

const plain = (value: Decimal): string => groupThousands(value, value.decimalPlaces());

/** What checks are called and what they found, in the language and money unit of the screen. */
export function useCheckWords() {
  const { t, te, locale } = useI18n();
  const { format } = useViewContext();
  const { statementName } = useColumnNames();
  const lang = (): 'zh' | 'en' => (locale.value === 'en' ? 'en' : 'zh');

  const tableName = (id: string): string =>
    te(`source.tableName.${id}`) ? t(`source.tableName.${id}`) : id;
  const ruleName = (id: string): string => ruleById(id)?.name[lang()] ?? t('checks.unknownRule');
  const ruleAbout = (id: string): string => ruleById(id)?.about[lang()] ?? '';
  const sideWords = (id: string, side: 'left' | 'right'): string =>
    ruleById(id)?.[side][lang()] ?? t(`checks.side.${side}`);

  /** What is said about a finding, a sentence each. */
  const notes = (json: string): string[] =>
    readNotes(json).map((note) =>
      noteWords(note, lang(), (kind, id) =>
        kind === 'table' ? tableName(id) : statementName(id, t('checks.figure')),
      ),
    );

  /** A compared value: money in the unit of the screen, others with their sign. */
  function value(text: string | null, unit: Unit): string {
    if (text === null) return t('checks.nothing');
    switch (unit) {
      case 'yuan':
        return formatAmount(text, format.value.unit);
      case 'percent':
        return `${plain(new Decimal(text))}%`;
      case 'count':
      case 'weight':
        return plain(new Decimal(text));
      default:
        return t('checks.quoted', { text });
    }
  }

  /** Left less right with its sign; empty where there is none. */
  function difference({ difference: text, unit }: FindingFact): string {
    if (text === null) return '';
    const amount = new Decimal(text);
    const words = unit === 'percent' ? t('checks.points', { n: plain(amount) }) : value(text, unit);
    return amount.isPositive() && !amount.isZero() ? `+${words}` : words;
  }

  /** What is printed in a cell. */
  function cellValue({ amount, source, printed }: FindingCell): string {
    if (source === 'line') {
      return amount === null
        ? (printed ?? t('checks.nothing'))
        : formatAmount(amount, format.value.unit);
    }
    if (source === 'statement') return t('checks.quoted', { text: printed ?? '' });
    return printed ?? '';
  }

  const statement = ({ statement_id, label }: FindingCell): string =>
    [statement_id === null ? '' : statementName(statement_id, ''), label]
      .filter(Boolean)
      .join(' · ');

  /** Where the cells of a group stand: table, and the row or column they share. */
  const place = ({ table, title, row, column, parts }: SideGroup): string =>
    [
      table === null
        ? (parts[0]?.cell.section ?? t('source.tableName.narrative'))
        : (title ?? tableName(table)),
      parts[0]?.cell.source === 'statement' ? null : row,
      column,
    ]
      .filter(Boolean)
      .join(' · ');

  return {
    ruleName,
    ruleAbout,
    sideWords,
    notes,
    value,
    difference,
    cellValue,
    statement,
    place,
    tableName,
  };
}
