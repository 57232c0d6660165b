import type { ReactNode } from 'react';
import { cx } from './class-names.js';
import { BadgeCheckIcon, CircleXIcon, SearchIcon, type IconType } from './icons.js';
import styles from './certificate.module.css';

export type VerdictKind = 'genuine' | 'superseded' | 'revoked' | 'notFound';

const icons: Readonly<Record<VerdictKind, IconType>> = {
  genuine: BadgeCheckIcon,
  superseded: BadgeCheckIcon,
  revoked: CircleXIcon,
  notFound: SearchIcon,
};

/** Whether a certificate is genuine: at one glance in words, colour and mark. */
export function Verdict(props: {
  readonly kind: VerdictKind;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  const Icon = icons[props.kind];
  return (
    <div className={cx(styles.verdict, styles[props.kind])}>
      <Icon />
      <div>
        <h1>{props.title}</h1>
        <p>{props.children}</p>
      </div>
    </div>
  );
}
