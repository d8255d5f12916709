SwaggerUIBundle({
  url: "/openapi",
  dom_id: "#ui",
  deepLinking: true,
  persistAuthorization: true,
  displayRequestDuration: true,
  docExpansion: "none",
  validatorUrl: null,
});
