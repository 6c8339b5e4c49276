import { useI18n } from 'vue-i18n';
import { MARK_SIGNS, type MarkSeverity, type QualityMark } from '@/domain/quality-mark';

/** What a mark says, as text: for readers who do not see it, for tooltips and for paper. */
export function useMarkWords(): (mark: QualityMark) => string {
  const { t } = useI18n();
  return ({ findings, severity }) => {
    const grade = t(`checks.severity.${severity}`);
    return findings === null
      ? t('common.mark.several', { grade })
      : t('common.mark.counted', { grade, n: findings }, findings);
  };
}

/** What the signs beside numbers stand for, a line each: for a picture. */
export function useSignWords(): (severities: readonly MarkSeverity[]) => string[] {
  const { t } = useI18n();
  return (severities) =>
    severities.map((severity) => {
      const grade = t(`checks.severity.${severity}`);
      return `${MARK_SIGNS[severity]} ${t('common.mark.legend', { grade })}`;
    });
}
