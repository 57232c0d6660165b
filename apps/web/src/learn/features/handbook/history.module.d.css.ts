declare const classes: {
  readonly change: string;
  readonly edition: string;
  readonly here: string;
  readonly item: string;
  readonly line: string;
  readonly now: string;
  readonly passages: string;
  readonly trace: string;
  readonly traces: string;
};
export default classes;
