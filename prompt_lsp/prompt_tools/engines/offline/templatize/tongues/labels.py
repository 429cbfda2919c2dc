"""Labels of data and of directions in six languages, and the nouns for text.

The names of variables stay English. Keys are in small letters, as `labels` has them.
"""

import re


def _table(*rows: str) -> dict[str, str]:
    """A name and the words for it, row by row: `TEXT: texte, texto`."""
    pairs = (row.split(":") for row in rows)
    return {
        word.strip(): name.strip() for name, words in pairs for word in words.split(",")
    }


DATA = _table(
    "TEXT: texte, texto, textes, textos, originaltext, texte original, texto original",
    "ARTICLE: artikel, zeitungsartikel, artículo, artigo, noticia, notícia",
    "CONTEXT: kontext, contexte, contexto, hintergrund",
    "QUESTION: frage, pregunta, pergunta, nutzerfrage, kundenfrage",
    "QUESTIONS: fragen, preguntas, perguntas",
    "REVIEW: rezension, bewertung, kundenbewertung, avis, critique, reseña, opinión",
    "REVIEW: resenha, avaliação, crítica",
    "EMAIL: courriel, correo, correo electrónico, e-mails, mensaje de correo",
    "MESSAGE: nachricht, mensaje, mensagem, kundennachricht",
    "DOCUMENT: dokument, documento",
    "REPORT: bericht, rapport, informe, relatório",
    "CONVERSATION: gespräch, conversación, conversa, dialog, dialogue, unterhaltung",
    "TRANSCRIPT: transkript, transcription, transcripción, transcrição, niederschrift",
    "SENTENCE: satz, oración, frase",
    "WORD: wort, mot, palabra, palavra",
    "ESSAY: aufsatz, dissertation, ensayo, redação, rédaction",
    "COMMENT: kommentar, commentaire, comentario, comentário",
    "COMPLAINT: beschwerde, réclamation, plainte, queja, reclamación, reclamação",
    "INQUIRY: anfrage, demande, consulta",
    "JOB_DESCRIPTION: stellenanzeige, offre d'emploi, oferta de empleo, vaga",
    "RESUME: lebenslauf, currículum, currículo",
    "CONTRACT: vertrag, contrat, contrato",
    "NOTES: notizen, notas, anotações",
    "ERROR_MESSAGE: fehlermeldung, message d'erreur",
    "ERROR_MESSAGE: mensaje de error, mensagem de erro",
    "INPUT: eingabe, entrée, entrada",
    "POEM: gedicht, poème, poema",
    "PASSAGE: abschnitt, passage, pasaje, trecho",
    "EXCERPT: auszug, extrait, extracto, fragmento",
    "INGREDIENTS: zutaten, ingrédients, ingredientes",
    "STORY: geschichte, histoire, historia, história",
    "CODE: código, quellcode, code source",
    "LETTER: brief, lettre, carta",
    "SPEECH: rede, discours, discurso",
    "DATA: daten, données, datos, dados",
    "DESCRIPTION: beschreibung, descripción, descrição, produktbeschreibung",
    "PRODUCT_DESCRIPTION: description du produit, descripción del producto",
    "TEXT: テキスト, 文章, 文, 本文, 原文, 文本, 正文, 内容, 原稿",
    "ARTICLE: 記事, ニュース記事, 新闻",
    "CONTEXT: コンテキスト, 文脈, 背景, 背景情報, 上下文, 参考资料, 資料, 资料",
    "QUESTION: 質問, 問題, 问题, 提问, 問い",
    "REVIEW: レビュー, 口コミ, 评论, 评价, 評論",
    "EMAIL: メール, 邮件, 郵件, 电子邮件",
    "MESSAGE: メッセージ, 消息, 留言",
    "INFORMATION: 信息, 資訊, 情報",
    "DESCRIPTION: 説明文, 说明, 描述",
    "NOTES: メモ, 笔记, ノート, 备注",
    "NOTICE: お知らせ, 通知, 公告",
    "REQUEST: 依頼文, 请求",
    "LETTER: 手紙, 信件",
    "POEM: 詩, 诗",
    "STORY: 物語, 故事",
    "DOCUMENT: 文書, ドキュメント, 文档, 文件",
    "REPORT: レポート, 報告書, 报告",
    "CONVERSATION: 会話, 对话, 聊天记录",
    "SENTENCE: 句子",
    "COMMENT: コメント, 感想",
    "TRANSCRIPT: 議事録, 会议记录",
    "CODE: コード, 代码, ソースコード",
    "INPUT: 入力, 输入",
    "DATA: データ, 数据",
    "RESUME: 履歴書, 简历",
    "CONTRACT: 契約書, 合同",
    "ERROR_MESSAGE: エラーメッセージ, 错误信息",
)

FIELDS = _table(
    "CUSTOMER_NAME: kunde, kundin, cliente, client, 顧客名, お客様名, 客户, 客户姓名",
    "COMPANY_NAME: firma, unternehmen, entreprise, société, empresa, 会社名, 会社",
    "COMPANY_NAME: 公司",
    "COMPANY_NAME: firmenname, nombre de la empresa, nome da empresa, 公司名称",
    "PRODUCT_NAME: produkt, produktname, produit, producto, produto, 商品名, 製品名",
    "PRODUCT_NAME: 产品, 产品名称, 商品",
    "NAME: nom, nombre, nome, 名前, 氏名, 姓名",
    "TARGET_AUDIENCE: zielgruppe, public cible, público objetivo, público-alvo",
    "TARGET_AUDIENCE: ターゲット, 対象読者, 目标受众, 受众",
    "TOPIC: thema, sujet, thème, tema, テーマ, 主題, 主题, 题目",
    "LANGUAGE: sprache, langue, idioma, 言語, 语言",
    "TARGET_LANGUAGE: zielsprache, langue cible, idioma de destino, 目标语言",
    "SOURCE_LANGUAGE: ausgangssprache, langue source, idioma de origen, 源语言",
    "TONE: tonfall, tonalität, ton, tono, tom, 口調, トーン, 语气",
    "STYLE: stil, estilo, スタイル, 文体, 风格",
    "DATE: datum, fecha, data do evento, 日付, 日時, 日期",
    "EVENT: veranstaltung, événement, evento, イベント, 行事, 活动, 活動",
    "CONTACT: ansprechpartner, kontakt, contact, contacto, contato, 担当者, 連絡先",
    "CONTACT: 联系人, 联系方式",
    "PHONE_NUMBER: telefon, téléphone, teléfono, telefone, 電話, 電話番号, 电话",
    "DEADLINE: frist, date limite, fecha límite, prazo, 締め切り, 期限, 截止日期",
    "TIME: uhrzeit, heure, hora, 時間, 时间",
    "LOCATION: ort, lieu, lugar, 場所, 地点",
    "CITY: stadt, ville, ciudad, cidade, 都市, 城市",
    "COUNTRY: land, pays, país, 国, 国家",
    "RECIPIENT: empfänger, destinataire, destinatario, destinatário, 宛先, 收件人",
    "SENDER: absender, expéditeur, remitente, remetente, 差出人, 发件人",
    "AMOUNT: betrag, montant, importe, valor, 金額, 金额",
    "PRICE: preis, prix, precio, preço, 価格, 价格",
    "BUDGET: presupuesto, orçamento, 予算, 预算",
    "JOB_TITLE: stelle, poste, puesto, cargo, 職種, 职位",
    "AGE: alter, âge, edad, idade, 年齢, 年龄",
    "DURATION: dauer, durée, duración, duração, 期間, 时长",
    "ORDER_ID: bestellnummer, numéro de commande, número de pedido, 注文番号, 订单号",
)

DIRECTIONS = frozenset(
    """
    regeln|regel|ausgabe|ausgabeformat|antwort|antwortformat|beispiel|beispiele|aufgabe
    hinweis|hinweise|wichtig|anweisung|anweisungen|kategorien|übersetzung
    zusammenfassung|ergebnis|rolle|ziel|schritte|anforderungen|kriterien|vorgaben
    règles|règle|sortie|format de sortie|réponse|exemple|exemples|tâche|remarque
    consignes|catégories|traduction|résumé|résultat|rôle|objectif|étapes|critères
    reglas|regla|salida|formato|formato de salida|respuesta|ejemplo|ejemplos|tarea|nota
    instrucciones|categorías|traducción|resumen|resultado|rol|objetivo|pasos|criterios
    regras|regra|saída|formato de saída|resposta|exemplo|exemplos|tarefa|instruções
    tradução|resumo|papel|passos|critérios|importante|categorias
    ルール|出力|出力形式|回答|答え|例|タスク|注意|注意事項|指示|条件|翻訳|要約|結果|役割
    手順|形式|カテゴリ|目的
    规则|输出|输出格式|答案|例子|示例|任务|注意事项|要求|翻译|摘要|总结|结果|角色|步骤
    格式|类别|目标
    """.replace("\n", "|").split("|")
)
DIRECTIONS = frozenset(label.strip() for label in DIRECTIONS) - {""}

# Words that begin an order, as `VERBS` has them for English.
VERBS = frozenset(
    """
    übersetze übersetzen übersetz fasse schreibe schreib verfasse erkläre analysiere
    klassifiziere bestimme beantworte antworte gib erstelle extrahiere korrigiere
    verbessere formuliere vergleiche nenne liste ordne bewerte beschreibe entwirf finde
    überarbeite kürze prüfe traduis traduisez traduire résume résumez écris écrivez
    rédige rédigez explique expliquez analyse analysez classe classez classifie extrais
    extrayez corrige corrigez réponds répondez donne donnez reformule reformulez génère
    générez propose proposez décris décrivez détermine identifie traduce traduzca
    traducir resuma escribe escriba redacta redacte explica analiza analice clasifica
    clasifique extrae extraiga responde responda dame genera genere compara enumera
    reescribe reescriba describe determina corrija traduza traduz escreva redija analise
    classifique extraia dê gere compare liste reescreva descreva crie elabore
    """.split()
)

# What says that text stands below, after or beside, and articles before its noun.
CUES = frozenset(
    """
    folgende folgenden folgender folgendes dieser diesen dieses diesem nachstehenden
    suivant suivante suivants suivantes cet cette ci-dessous siguiente siguientes este
    esta estos seguinte seguintes abaixo unten abajo
    """.split()
)
ARTICLES = frozenset(
    "den das der die dem einen le la les un une el los las una o os as do da".split()
)
LIST_NOUNS = frozenset(
    """
    regeln schritte kriterien kategorien anweisungen format punkte règles étapes
    critères catégories consignes points reglas pasos criterios categorías instrucciones
    formato puntos regras passos critérios categorias instruções pontos
    """.split()
)
# Where words are not apart: the cue, and what only announces rules.
UNSPACED_CUE = r"次の|以下|下記|下の|この|下面|如下|这段|这篇|这个|下列|请把|请将"
UNSPACED_RULES = (
    r"规则|要求|格式|步骤|ルール|形式|手順|条件|カテゴリ|类别|フォーマット|標準"
)
UNSPACED = {word: name for word, name in DATA.items() if word[0] > "⺀"}

# That a text tells the model what to do with messages that come later.
INSTRUCTS = (
    r"übersetze|beantworte|antworte|klassifiziere|fasse|du bist|sie sind ein|analysiere"
    r"|korrigiere|traduis|traduisez|réponds|répondez|résume|tu es un|vous êtes|classe"
    r"|traduce|responde|resume|eres un|clasifica|traduza|responda|resuma|você é"
    r"|classifique"
)
UNSPACED_INSTRUCTS = r"翻訳|翻译|要約|总结|回答|答えて|分類|分类|あなたは|你是|您是"

_OF = re.compile(
    r"(?:d[aeo]s?|del|de la|de l['’]|d['’]|du|des|de[rs]|einer?|eines|von) ?"
    r"(?<=[ '’])"
)
_CUSTOMERS = frozenset("cliente client cliente kunden kunde kundin".split())


def owned_name(key: str) -> str:
    """The name of text under a label that says whose it is: `mensagem do cliente`."""
    noun, _, owner = key.partition(" ")
    found = _OF.match(owner) if noun in DATA else None
    if found is None:
        return ""
    theirs = owner[found.end() :] in _CUSTOMERS and DATA[noun] in _THEIRS
    return f"CUSTOMER_{DATA[noun]}" if theirs else DATA[noun]


_THEIRS = frozenset({"MESSAGE", "QUESTION", "EMAIL", "REVIEW"})
