/** One find of the search box, with the page it opens. */
export interface SearchHit {
  readonly label: string;
  /** tells hits of the same name apart */
  readonly sub?: string;
  readonly to: string;
}
