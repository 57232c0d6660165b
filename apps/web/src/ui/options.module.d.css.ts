declare const classes: {
  readonly in: string;
  readonly isRight: string;
  readonly isWrong: string;
  readonly letter: string;
  readonly opt: string;
  readonly opts: string;
  readonly say: string;
  readonly text: string;
};
export default classes;
