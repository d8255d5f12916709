'use strict';

const SHOWN = 200;
const REFRESH_MILLIS = 1500;

const list = document.getElementById('messages');
const article = document.getElementById('message');
const filter = document.getElementById('filter');
const state = document.getElementById('state');

let messages = [];
let chosen = null;
let tag = null;

// Everything a message says is set as text, never as markup.
function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function title(message) {
  return message.subject || message.text || '(no subject)';
}

function matches(message) {
  const wanted = filter.value.trim().toLowerCase();
  return !wanted || [message.to, message.subject, message.text].some(
    part => part && part.toLowerCase().includes(wanted));
}

function showList() {
  const shown = messages.filter(matches);
  list.replaceChildren(...shown.map(message => {
    const button = element('button');
    button.type = 'button';
    button.setAttribute('aria-current', String(message.id === chosen));
    button.append(
      element('strong', title(message)),
      element('span', `${message.channel} to ${message.to}`),
      element('span', new Date(message.received_at).toLocaleString()));
    button.addEventListener('click', () => { chosen = message.id; showList(); showMessage(message); });
    const item = element('li');
    item.append(button);
    return item;
  }));
  state.textContent = shown.length === messages.length ? `${messages.length} messages` : `${shown.length} of ${messages.length}`;
}

function showMessage(message) {
  article.replaceChildren(
    element('h2', title(message)),
    element('p', `${message.channel} to ${message.to}, ${new Date(message.received_at).toLocaleString()}`, 'facts'));
  if (message.text) article.append(element('pre', message.text));
  if (message.html) {
    const frame = element('iframe');
    frame.setAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox');
    frame.title = 'The mail as HTML';
    frame.src = `/api/messages/${encodeURIComponent(message.id)}/html`;
    article.append(frame);
  }
}

async function refresh() {
  try {
    const reply = await fetch(`/api/messages?limit=${SHOWN}`, {
      cache: 'no-store',
      headers: tag ? {'If-None-Match': tag} : {}
    });
    if (reply.status === 200) {
      messages = await reply.json();
      tag = reply.headers.get('ETag');
      showList();
    }
  } catch (unreachable) {
    state.textContent = 'the inbox does not answer';
    tag = null;
  }
}

filter.addEventListener('input', showList);
document.getElementById('clear').addEventListener('click', async () => {
  await fetch('/api/messages', {method: 'DELETE'});
  chosen = null;
  article.replaceChildren();
  await refresh();
});

refresh();
setInterval(refresh, REFRESH_MILLIS);
