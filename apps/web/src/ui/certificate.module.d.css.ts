declare const classes: {
  readonly cert: string;
  readonly foot: string;
  readonly genuine: string;
  readonly in: string;
  readonly notFound: string;
  readonly qr: string;
  readonly revoked: string;
  readonly sign: string;
  readonly superseded: string;
  readonly verdict: string;
};
export default classes;
