declare const classes: {
  readonly center: string;
  readonly delta: string;
  readonly doc: string;
  readonly kicker: string;
  readonly lists: string;
  readonly open: string;
  readonly paper: string;
  readonly people: string;
  readonly short: string;
  readonly soft: string;
  readonly unit: string;
  readonly waiting: string;
};
export default classes;
