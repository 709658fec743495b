-- A corpus for the search bench, put straight into message-service's tables: {messages} messages of five languages in
-- {chats} chats, the largest with 5 % of all, over two years. {person} is in every {every}th chat and said one message of
-- 100. A message has about eleven words, as often as words of their rank are (Zipf): a few grammatical ones, then
-- what people talk about, then 20,000 made up ones with the language's endings.

CREATE TEMP TABLE corpus_words (language integer, rank integer, word text, PRIMARY KEY (language, rank));

INSERT INTO corpus_words
SELECT l.language, w.rank, w.word
FROM (VALUES
    (0, 'de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante reunión mañana servidor despliegue error cliente factura proyecto pregunta respuesta código prueba gracias hola equipo llamada documento cambio versión semana jornada almuerzo viaje canción noche'),
    (1, 'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no more if out meeting tomorrow server deploy error client invoice project question answer code test thanks hello team call document change version week lunch travel song night'),
    (2, 'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso reunião amanhã servidor erro cliente fatura projeto pergunta resposta código teste obrigado olá equipe ligação documento mudança versão semana almoço viagem canção noite'),
    (3, 'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son aux cette elle ou été mais deux nous comme leur y dont même ses tout on fait être réunion demain serveur erreur client facture projet question réponse code test merci bonjour équipe appel document changement version semaine déjeuner voyage chanson nuit'),
    (4, 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über besprechung morgen server fehler kunde rechnung projekt frage antwort code test danke hallo mannschaft anruf dokument änderung version woche mittagessen reise lied nacht')
) l (language, list), string_to_table(l.list, ' ') WITH ORDINALITY AS w (word, rank);

INSERT INTO corpus_words
SELECT l, r,
       (ARRAY['ca','me','lo','pri','tan','ver','su','bre','con','de','fi','gal','hu','jar','ki','mun','no','pol','rin','sta'])[1 + h % 20]
       || (ARRAY['ra','ne','tor','mi','du','les','po','gan','chi','bel'])[1 + h / 20 % 10]
       || (ARRAY['ba','ter','lin','co','sa','vo','nd','pe','qui','zo'])[1 + h / 200 % 10]
       || (ARRAY[ARRAY['ar','ado','aciones','amos'], ARRAY['s','ing','ed','er'], ARRAY['ar','ado','ações','amos'],
                 ARRAY['er','é','ements','ons'], ARRAY['en','ung','heiten','er']])[l + 1][1 + h / 2000 % 4]
FROM generate_series(0, 4) l, generate_series(1, 20000) r, LATERAL (SELECT abs(hashint4(r)::bigint)::integer % 1000000) x (h)
ON CONFLICT DO NOTHING;

CREATE TEMP TABLE corpus_chats AS
SELECT n, gen_random_uuid() AS chat_id, (n * 7 + n / {every}) % 5 AS language FROM generate_series(1, {chats}) n;
CREATE UNIQUE INDEX ON corpus_chats (n);

CREATE TEMP TABLE corpus_people AS
SELECT n, CASE WHEN n % 100 = 0 THEN '{person}'::uuid ELSE gen_random_uuid() END AS user_id FROM generate_series(0, 999) n;
CREATE UNIQUE INDEX ON corpus_people (n);
ANALYZE corpus_words, corpus_chats, corpus_people;

-- The size of the nth chat goes down with n to the power of 0.8.
CREATE TEMP TABLE corpus_posts AS
SELECT p.i, p.length, p.sender, c.chat_id, c.language, 1 + row_number() OVER (PARTITION BY c.chat_id ORDER BY p.i) AS seq
FROM (SELECT i, 3 + (-ln(1 - random() * 0.99) * 8)::integer AS length, floor(random() * 1000)::integer AS sender,
             floor(power(1 + random() * (power({chats}, 0.2) - 1), 5))::integer AS n
      FROM generate_series(1, {messages}) i) p
JOIN corpus_chats c USING (n);

INSERT INTO chats (chat_id, kind, title, description, version, last_seq, member_count)
SELECT c.chat_id, 'group', 'Search bench ' || c.n, '{description}', 1, coalesce(max(p.seq), 1), 1
FROM corpus_chats c LEFT JOIN corpus_posts p USING (chat_id) GROUP BY c.chat_id, c.n;

INSERT INTO memberships (chat_id, user_id, role, since_seq, read_seq)
SELECT chat_id, '{person}', 'member', 1, 1 FROM corpus_chats WHERE n % {every} = 1;

INSERT INTO log (chat_id, seq, entry)
SELECT chat_id, 1, jsonb_build_object('type', 'chat.opened', 'chatId', chat_id, 'seq', 1) FROM corpus_chats
UNION ALL
SELECT chat_id, seq, jsonb_build_object('type', 'message.posted', 'chatId', chat_id, 'seq', seq) FROM corpus_posts;

INSERT INTO messages (chat_id, seq, message_id, sender_id, client_message_id, text, posted_at)
SELECT p.chat_id, p.seq, gen_random_uuid(), s.user_id, gen_random_uuid(),
       t.text || CASE WHEN p.i % 50 = 0 THEN ' https://example.org/' || p.i ELSE '' END
              || CASE WHEN p.i % 100 = 7 THEN ' 東京都庁の会議は明日です' ELSE '' END
              || CASE WHEN p.i % 20000 = 3 THEN ' zanahoriada' ELSE '' END,
       now() - ({messages} - p.i) * interval '2 years' / {messages}
FROM corpus_posts p
JOIN corpus_people s ON s.n = p.sender,
     LATERAL (
         -- one look-up per word, whatever the planner would rather do
         SELECT string_agg((SELECT w.word FROM corpus_words w WHERE w.language = p.language AND w.rank = r.rank), ' ') AS text
         FROM (SELECT greatest(1, exp(random() * ln(20000))::integer + 0 * p.i) AS rank
               FROM generate_series(1, p.length) OFFSET 0) r) t;

DROP TABLE corpus_words, corpus_chats, corpus_people, corpus_posts;
