import {
  numberedSections,
  type ReportDocument,
  type ReportSection,
  type ReportSectionId,
} from '@/domain/report';
import { definitionsSection, sourcesSection } from './closing-sections';
import { comparisonSection } from './comparison-section';
import { compositionSection } from './composition-section';
import { findingsSection } from './findings-section';
import { overviewSection } from './overview-section';
import { projectsSection } from './projects-section';
import { namesOf, withSynthetic, type MakeSection, type ReportTools, type Undrawn } from './tools';
import { yearsSection } from './years-section';

const MAKERS: Readonly<Record<ReportSectionId, MakeSection>> = {
  overview: overviewSection,
  comparison: comparisonSection,
  years: yearsSection,
  composition: compositionSection,
  projects: projectsSection,
  findings: findingsSection,
  definitions: definitionsSection,
  sources: sourcesSection,
};

/** What the reader chose and wrote. */
export interface ReportChoices {
  sections: readonly ReportSectionId[];
  /** Empty for the usual title. */
  title: string;
  by: string;
  note: string;
}

/** The title that a report has where the reader gives none. */
export function usualTitle({ infos, t }: Pick<ReportTools, 'infos' | 't'>): string {
  const [first] = infos;
  const named = {
    name: first?.organization ?? '',
    n: infos.length,
    stage: t(`${infos.length === 1 ? 'frame' : 'overview'}.stage.${first?.stage ?? 'budget'}`),
  };
  return t(`report.usualTitle.${infos.length === 1 ? 'one' : 'several'}`, named);
}

/**
 * Puts a report together, section by section; `begun` hears of each before it is made. Rejects with the signal's reason
 * when stopped.
 */
export async function makeReport(
  choices: ReportChoices,
  tools: ReportTools,
  { begun, signal }: { begun?: (section: ReportSectionId) => void; signal?: AbortSignal } = {},
): Promise<ReportDocument<Undrawn>> {
  const { t, infos, format } = tools;
  const [first] = infos;
  const sections: ReportSection<Undrawn>[] = [];
  for (const id of choices.sections) {
    signal?.throwIfAborted();
    begun?.(id);
    sections.push({ id, title: t(`report.section.${id}`), blocks: await MAKERS[id](tools) });
  }
  signal?.throwIfAborted();
  const subtitle = t('report.subtitle', {
    names: namesOf(tools),
    year: first?.fiscal_year ?? '',
    stage: t(`frame.stage.${first?.stage ?? 'budget'}`),
  });
  return {
    title: choices.title || usualTitle(tools),
    subtitle: withSynthetic(subtitle, tools),
    by: choices.by ? t('report.by', { by: choices.by }) : '',
    note: choices.note
      .split(/\n\s*\n/)
      .map((text) => text.trim())
      .filter(Boolean),
    date: tools.date,
    dateline: t('report.dateline', { date: tools.date }),
    language: format.language,
    sections: numberedSections(sections, (is, n, title) =>
      t(`report.numbered.${is}`, { n, title }),
    ),
  };
}
