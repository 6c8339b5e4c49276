import { computed, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { copyText } from '@/components/copy-text';
import { useLink } from '@/composables/useLink';
import { LONGEST_LINK } from '@/domain/link';

const TOLD_FOR_MS = 2500;

/** Copies the link of the view and tells what is to be known of it: that it is long, that it comes from the disk. */
export function useCopiedLink() {
  const { t } = useI18n();
  const link = useLink();
  const told = ref('');
  /** Characters of the link, where they are too many; 0 otherwise. */
  const tooMany = ref(0);
  const isFromDisk = location.protocol === 'file:';

  async function copy(): Promise<void> {
    const { href, isLong } = link.link();
    const isCopied = await copyText(href);
    tooMany.value = isCopied && isLong ? href.length : 0;
    if (!isCopied) told.value = t('share.notCopied');
    else if (isLong) told.value = t('share.copiedLong', { n: href.length, most: LONGEST_LINK });
    else told.value = t(isFromDisk ? 'share.copiedFromDisk' : 'share.copied');
    if (!stays.value) setTimeout(close, TOLD_FOR_MS);
  }
  function close(): void {
    told.value = '';
  }
  /** It is to be read in peace, not gone after a moment. */
  const stays = computed(() => tooMany.value > 0 || isFromDisk);
  return { told, stays, isTooLong: computed(() => tooMany.value > 0), copy, close };
}
