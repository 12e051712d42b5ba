import type { JSX } from 'preact';
import type { Style } from '../chat/formatting.ts';
import { isEmojiOnly, readText, type Block, type Inline } from '../chat/rich.ts';
import { useApp } from './app-context.ts';
import { Picture } from './picture.tsx';

/** What somebody wrote, drawn. Everything goes through text nodes: nothing in it can become markup. */
export function RichText({ text, isOneLine = false }: { text: string; isOneLine?: boolean }): JSX.Element {
  const { client } = useApp();
  const blocks = readText(isOneLine ? text.replace(/\n/g, ' ') : text, { nick: client.chat.nick, isChannel: (name) => client.chat.support.isChannel(name) });
  if (isOneLine) return <>{blocks.map((block, index) => (block.kind === 'code' ? <code key={index}>{block.text}</code> : <Inlines key={index} parts={block.parts} />))}</>;
  const [only] = blocks;
  const link = blocks.length === 1 && only?.kind === 'lines' && only.parts.length === 1 ? only.parts[0] : undefined;
  if (link?.kind === 'link') {
    return (
      <div class="text" dir="auto">
        <Picture href={link.href} instead={<p><InlineView part={link} /></p>} />
      </div>
    );
  }
  return (
    <div class={`text ${isEmojiOnly(text) ? 'text-emoji' : ''}`} dir="auto">
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
      {linksIn(blocks).map((href) => (
        <Picture key={href} href={href} />
      ))}
    </div>
  );
}

function BlockView({ block }: { block: Block }): JSX.Element {
  if (block.kind === 'code') {
    return (
      <pre tabIndex={0}>
        <code>{block.text}</code>
      </pre>
    );
  }
  const parts = <Inlines parts={block.parts} />;
  return block.kind === 'quote' ? <blockquote>{parts}</blockquote> : <p>{parts}</p>;
}

function Inlines({ parts }: { parts: readonly Inline[] }): JSX.Element {
  return (
    <>
      {parts.map((part, index) => (
        <InlineView key={index} part={part} />
      ))}
    </>
  );
}

function InlineView({ part }: { part: Inline }): JSX.Element {
  const { app } = useApp();
  switch (part.kind) {
    case 'text':
      return <>{part.text}</>;
    case 'mention':
      return <mark class="mention">{part.text}</mark>;
    case 'code':
      return <code>{part.text}</code>;
    case 'link':
      return (
        <a href={part.href} target="_blank" rel="noopener noreferrer">
          {part.text}
        </a>
      );
    case 'channel':
      return (
        <button type="button" class="link" onClick={() => app.show(part.name)}>
          {part.name}
        </button>
      );
    case 'styled':
      return <Styled style={part.style} parts={part.parts} />;
  }
}

function Styled({ style, parts }: { style: Style; parts: readonly Inline[] }): JSX.Element {
  const inner = <Inlines parts={parts} />;
  const name = [style.underline && 'underlined', style.mono && 'mono', style.colour !== undefined && `mirc-${style.colour}`].filter(Boolean).join(' ');
  const decorated = name === '' ? inner : <span class={name}>{inner}</span>;
  const struck = style.strike ? <s>{decorated}</s> : decorated;
  const leaned = style.italic ? <em>{struck}</em> : struck;
  return style.bold ? <strong>{leaned}</strong> : leaned;
}

function linksIn(blocks: readonly Block[]): string[] {
  const found = new Set<string>();
  const look = (parts: readonly Inline[]) => {
    for (const part of parts) {
      if (part.kind === 'link') found.add(part.href);
      else if (part.kind === 'styled') look(part.parts);
    }
  };
  for (const block of blocks) if (block.kind !== 'code') look(block.parts);
  return [...found].slice(0, 8);
}
