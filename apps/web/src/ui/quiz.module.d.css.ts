declare const classes: {
  readonly actBar: string;
  readonly bar: string;
  readonly flagged: string;
  readonly grow: string;
  readonly kept: string;
  readonly qnav: string;
  readonly received: string;
  readonly right: string;
  readonly score: string;
  readonly stem: string;
  readonly timer: string;
  readonly wrong: string;
};
export default classes;
