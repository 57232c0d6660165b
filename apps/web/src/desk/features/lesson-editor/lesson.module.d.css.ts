declare const classes: {
  readonly compare: string;
  readonly head: string;
  readonly notes: string;
  readonly side: string;
  readonly small: string;
  readonly threads: string;
  readonly title: string;
  readonly toggle: string;
};
export default classes;
