import { useI18n } from 'vue-i18n';

/** Why a file was not saved, and what to do about it. */
export function useSavingFailure(): (error: Error) => string {
  const { t } = useI18n();
  return (error) => {
    if (error.name === 'PageMissing') return t('workspace.failed.missing');
    if (error.name === 'QuotaExceededError' || error instanceof RangeError) {
      return t('workspace.failed.full');
    }
    if (error.name === 'NotAllowedError' || error.name === 'NoModificationAllowedError') {
      return t('workspace.failed.refused');
    }
    return t('workspace.failed.other', { message: error.message });
  };
}
