import assert from 'node:assert/strict';
import { InvokeModelCommand, InvokeModelWithResponseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { collect } from '../lib/suite.mjs';

const decode = (bytes) => JSON.parse(new TextDecoder().decode(bytes));
const messages = [{ role: 'user', content: [{ type: 'text', text: 'What is DNS?' }] }];
const chat = { messages: [{ role: 'user', content: 'What is DNS?' }] };

// A model of each family that writes text: its body, and where the text is in an answer and in a chunk.
const writers = {
  'anthropic.claude-3-haiku-20240307-v1:0': {
    body: { anthropic_version: 'bedrock-2023-05-31', max_tokens: 999, messages },
    text: (answer) => answer.content[0].text,
    piece: (chunk) => chunk.delta?.text,
  },
  'amazon.nova-micro-v1:0': {
    body: { messages: [{ role: 'user', content: [{ text: 'What is DNS?' }] }] },
    text: (answer) => answer.output.message.content[0].text,
    piece: (chunk) => chunk.contentBlockDelta?.delta.text,
  },
  'amazon.titan-text-express-v1': {
    body: { inputText: 'What is DNS?' },
    text: (answer) => answer.results[0].outputText,
    piece: (chunk) => chunk.outputText,
  },
  'meta.llama3-8b-instruct-v1:0': {
    body: { prompt: 'What is DNS?' },
    text: (answer) => answer.generation,
    piece: (chunk) => chunk.generation,
  },
  'mistral.mistral-7b-instruct-v0:2': {
    body: { prompt: 'What is DNS?' },
    text: (answer) => answer.outputs[0].text,
    piece: (chunk) => chunk.outputs[0].text,
  },
  'cohere.command-r-v1:0': {
    body: { message: 'What is DNS?' },
    text: (answer) => answer.text,
    piece: (chunk) => (chunk.is_finished ? '' : chunk.text),
  },
  'qwen.qwen3-32b-v1:0': {
    body: chat,
    text: (answer) => answer.choices[0].message.content,
    piece: (chunk) => chunk.choices[0]?.delta?.content,
  },
};

// Models that answer with something else than text, and what of it must be there.
const makers = {
  'amazon.titan-embed-text-v2:0': [{ inputText: 'x' }, (answer) => answer.embedding.length === 1024],
  'amazon.nova-2-multimodal-embeddings-v1:0': [
    { taskType: 'SINGLE_EMBEDDING', singleEmbeddingParams: { embeddingDimension: 256, text: { value: 'x' } } },
    (answer) => answer.embeddings[0].embedding.length === 256,
  ],
  'cohere.embed-english-v3': [
    { texts: ['x', 'y'], input_type: 'search_query' },
    (answer) => answer.embeddings.length === 2,
  ],
  'amazon.nova-canvas-v1:0': [
    { taskType: 'TEXT_IMAGE', textToImageParams: { text: 'x' } },
    (answer) => answer.images.length === 1,
  ],
};

const request = (modelId, body) => ({ modelId, contentType: 'application/json', body: JSON.stringify(body) });

const wholes = Object.entries(writers).map(([modelId, family]) => [
  `InvokeModel speaks the words of ${modelId}, whole and as a stream`,
  async ({ runtime }) => {
    const answer = await runtime.send(new InvokeModelCommand(request(modelId, family.body)));
    const text = family.text(decode(answer.body));
    const streamed = await runtime.send(new InvokeModelWithResponseStreamCommand(request(modelId, family.body)));
    const chunks = (await collect(streamed.body)).map((event) => decode(event.chunk.bytes));

    assert.match(answer.contentType, /^application\/json/);
    assert.match(text, /What is DNS\?/);
    assert.equal(chunks.map((chunk) => family.piece(chunk) ?? '').join(''), text);
    assert.ok(chunks.at(-1)['amazon-bedrock-invocationMetrics'].outputTokenCount > 0);
  },
]);

const others = Object.entries(makers).map(([modelId, [body, isRight]]) => [
  `InvokeModel speaks the words of ${modelId}`,
  async ({ runtime }) => {
    const answer = await runtime.send(new InvokeModelCommand(request(modelId, body)));

    assert.ok(isRight(decode(answer.body)));
  },
]);

export const tests = Object.fromEntries([...wholes, ...others]);
