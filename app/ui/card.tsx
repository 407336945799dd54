import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import { Grid } from "./layout";

export type CardProps = {
  children?: ReactNode;
  title?: ReactNode;
  /** Makes the whole card lead there; the title is the link's text. */
  href?: string | undefined;
  tags?: ReactNode;
  footer?: ReactNode;
  headingLevel?: 2 | 3 | 4 | undefined;
};

export function Card({ children, title, href, tags, footer, headingLevel = 3 }: CardProps) {
  return (
    <article className="ui-card">
      <div className="ui-card-body">
        {title && <CardTitle title={title} href={href} level={headingLevel} />}
        {tags && <div className="ui-tags">{tags}</div>}
        {children}
      </div>
      {footer && <div className="ui-card-foot">{footer}</div>}
    </article>
  );
}

export function CardGrid({ children, wide }: { children: ReactNode; wide?: boolean | undefined }) {
  return <Grid wide={wide}>{children}</Grid>;
}

export type MediaImage = {
  src: string;
  alt: string;
  width: number;
  height: number;
  srcSet?: string | undefined;
  sizes?: string | undefined;
};

export type MediaCardProps = {
  title: ReactNode;
  href: string;
  image?: MediaImage | undefined;
  meta?: ReactNode;
  tags?: ReactNode;
  /** Drawn where there is no image. */
  icon?: IconName | undefined;
  headingLevel?: 2 | 3 | 4 | undefined;
  /** Above the fold: load at once. */
  eager?: boolean | undefined;
};

export function MediaCard({ title, href, image, meta, tags, icon = "leaf", headingLevel = 3, eager }: MediaCardProps) {
  return (
    <article className="ui-card">
      {image ? (
        <img className="ui-media-img" {...image} alt={image.alt} loading={eager ? "eager" : "lazy"} decoding="async" />
      ) : (
        <div className="ui-media-img ui-media-none">
          <Icon name={icon} />
        </div>
      )}
      <div className="ui-card-body">
        <CardTitle title={title} href={href} level={headingLevel} />
        {meta && <div className="ui-soft">{meta}</div>}
        {tags && <div className="ui-tags">{tags}</div>}
      </div>
    </article>
  );
}

function CardTitle({ title, href, level }: { title: ReactNode; href?: string | undefined; level: 2 | 3 | 4 }) {
  const Heading = `h${level}` as const;
  return (
    <Heading className="ui-card-title ui-clamp">
      {href ? (
        <a className="ui-cover" href={href}>
          {title}
        </a>
      ) : (
        title
      )}
    </Heading>
  );
}
