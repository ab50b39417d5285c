function show(id, text) {
  document.getElementById(id).textContent = text;
}

MohurdEcert.init().then(function () {
  var record = MohurdEcert.example('safety');
  show('example', String(MohurdEcert.validate('safety', record).valid));
  record.issuDate = '2024-02-30';
  var bad = MohurdEcert.validate('safety', record);
  show('spoilt', bad.valid + ' ' + bad.issues[0].message);
});
