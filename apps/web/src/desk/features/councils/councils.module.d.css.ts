declare const classes: {
  readonly facts: string;
  readonly place: string;
  readonly said: string;
  readonly seat: string;
  readonly side: string;
  readonly toVote: string;
};
export default classes;
