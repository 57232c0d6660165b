declare const classes: {
  readonly facts: string;
  readonly seat: string;
  readonly toVote: string;
};
export default classes;
