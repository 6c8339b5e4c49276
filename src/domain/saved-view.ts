/** A screen as the reader wants to see it again, with what they noted about it. */
export interface SavedView {
  id: string;
  title: string;
  note: string;
  /** Path and query of the address hash: `/compare?chart=ranking`. */
  address: string;
  /** ISO time. */
  addedAt: string;
}
