import { useRoute, useRouter } from 'vue-router';
import { addressOfLink, LONGEST_LINK, settledState } from '@/domain/link';
import { writeViewState } from '@/domain/view-state';
import { useSelection } from '@/stores/selection';
import { useHeadcounts } from './useHeadcounts';

/** The view as a link, and a link as the view. */
export function useLink() {
  const route = useRoute();
  const router = useRouter();
  const selection = useSelection();
  const headcounts = useHeadcounts();

  /** Path and query of the view, with everything said that the data loaded here decide. */
  function address(): string {
    const { documents, time } = selection;
    const state = settledState(selection.state, {
      documents,
      time,
      headcounts: headcounts.effective.value,
    });
    const query = writeViewState({ ...state, present: '' });
    return router.resolve({ path: route.path, query }).fullPath;
  }

  return {
    address,
    /** The whole link, and whether mail programs and messengers may cut it. */
    link(): { href: string; isLong: boolean } {
      const [page = ''] = location.href.split('#');
      const href = `${page}#${address()}`;
      return { href, isLong: href.length > LONGEST_LINK };
    },
    /** Shows the view that a pasted link names, in this copy of the app; false where it names none. */
    async open(text: string): Promise<boolean> {
      const screens = router.getRoutes().flatMap(({ name }) => (name ? [String(name)] : []));
      const named = addressOfLink(text, screens);
      if (named === null) return false;
      await router.push(named);
      return true;
    },
  };
}
