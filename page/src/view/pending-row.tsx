import type { JSX } from 'preact';
import type { Pending } from '../chat/queue.ts';
import { useApp } from './app-context.ts';
import { Avatar, hueOf } from './avatar.tsx';
import { Icon } from './icons.tsx';
import { RichText } from './rich-text.tsx';

/** What one wrote and the server has not acknowledged. */
export function PendingRow({ item, goesOn }: { item: Pending; goesOn: boolean }): JSX.Element {
  const { client, words } = useApp();
  const label = item.state === 'sent' ? words.messages.sending : item.state === 'waiting' ? words.messages.waiting : words.messages.refused;
  return (
    <article class={`message pending pending-${item.state} ${goesOn ? 'message-on' : ''}`} aria-label={`${client.chat.nick}, ${label}`} tabIndex={-1} data-testid="pending" data-state={item.state}>
      <div class="message-side">{goesOn ? null : <Avatar name={client.chat.nick} />}</div>
      <div class="message-main">
        {!goesOn && (
          <div class="message-head">
            <span class={`author ${hueOf(client.chat.nick)}`}>{client.chat.nick}</span>
          </div>
        )}
        <RichText text={item.isAction ? `${client.chat.nick} ${item.text}` : item.text} />
        {item.state !== 'sent' && (
          <div class="pending-state">
            <Icon name={item.state === 'waiting' ? 'clock' : 'alert'} />
            <span>{item.reason ? `${label}: ${item.reason}` : label}</span>
            {item.state === 'refused' && (
              <button type="button" class="link" onClick={() => client.retry(item.id)}>
                {words.messages.retry}
              </button>
            )}
            <button type="button" class="link" onClick={() => client.takeBack(item.id)}>
              {words.messages.remove}
            </button>
          </div>
        )}
      </div>
    </article>
  );
}
