declare const classes: {
  readonly acts: string;
  readonly headings: string;
  readonly moves: string;
  readonly open: string;
  readonly panel: string;
  readonly reason: string;
  readonly three: string;
  readonly title: string;
  readonly ways: string;
};
export default classes;
