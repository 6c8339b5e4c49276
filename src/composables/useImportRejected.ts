import { useI18n } from 'vue-i18n';
import { REJECT_REASONS, type RejectReason } from '@/domain/mapping';
import { rejectedCsv } from '@/importers/rejected-csv';
import { saveFile } from './saveFile';
import { useImport } from './useImport';

/** Saves all records that were not loaded, of a draft or of the last loading, as CSV in the language of the screen. */
export function useImportRejected(): (draftId?: string) => Promise<void> {
  const importing = useImport();
  const { t } = useI18n();
  return async (draftId) => {
    const records = await importing.rejectedRecords(draftId);
    const reasons = Object.fromEntries(
      REJECT_REASONS.map((reason) => [reason, t(`data.rejected.reasons.${reason}`)]),
    ) as Record<RejectReason, string>;
    const csv = rejectedCsv(records, {
      file: t('data.rejected.file'),
      sheet: t('data.rejected.sheet'),
      record: t('data.rejected.record'),
      column: t('data.rejected.column'),
      text: t('data.rejected.text'),
      reason: t('data.rejected.reason'),
      reasons,
    });
    saveFile(t('data.rejected.fileName'), csv, 'text/csv;charset=utf-8');
  };
}
